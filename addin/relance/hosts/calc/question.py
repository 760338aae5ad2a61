"""Boxes that LibreOffice does not have ready-made: a line of text, a choice among options."""

from collections.abc import Sequence

from com.sun.star.awt import Selection

from ...wording import screen
from .office import Component, Context, Frame, service

_WIDTH, _MARGIN, _LINE, _GAP = 240, 8, 9, 6  # units of a dialog: a quarter of a letter's width
_SIGNS = 62  # of a line of the question
_BUTTON = (50, 14)
_OK, _CANCEL = 1, 2  # com.sun.star.awt.PushButtonType
_PLACE = 3  # com.sun.star.awt.PosSize: X and Y
_MOST_LINES = 12  # options shown at once
_MODELS = "com.sun.star.awt.UnoControl{kind}Model"


class _Box:
    """A dialog with a question, something to answer in, and OK and Cancel."""

    def __init__(self, context: Context, frame: Frame, question: str, height: int) -> None:
        self._context, self._frame = context, frame
        self._model = service(context, _MODELS.format(kind="Dialog"))
        self._model.Title, self._model.Width = screen.TITLE, _WIDTH
        top = _MARGIN + self._question(question) + _GAP
        self._answer_place = (top, height)
        below = top + height + _GAP
        self._model.Height = below + _BUTTON[1] + _MARGIN
        left = _WIDTH - _MARGIN - 2 * _BUTTON[0] - _GAP
        self._button("ok", screen.OK, left, below, _OK)
        self._button("cancel", screen.CANCEL, left + _BUTTON[0] + _GAP, below, _CANCEL)

    def add(self, kind: str, name: str, **properties: object) -> None:
        """Add the control in which the person answers."""
        top, height = self._answer_place
        self._control(kind, name, (_MARGIN, top, _WIDTH - 2 * _MARGIN, height), properties)

    def run(self, name: str) -> Component | None:
        """Show the box; return the control that was answered in, None when it is cancelled."""
        dialog = service(self._context, "com.sun.star.awt.UnoControlDialog")
        dialog.setModel(self._model)
        window = self._frame.getContainerWindow()
        try:
            dialog.createPeer(window.getToolkit(), window)
            _centred(dialog.getPeer(), window)
            control = dialog.getControl(name)
            control.setFocus()
            _selected(control)
            return control.getModel() if dialog.execute() else None
        finally:
            dialog.dispose()

    def _question(self, text: str) -> int:
        lines = sum(1 + len(line) // _SIGNS for line in text.splitlines())
        height = lines * _LINE
        place = (_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, height)
        self._control(
            "FixedText", "question", place, {"Label": text, "MultiLine": True, "NoLabel": True}
        )
        return height

    def _button(self, name: str, label: str, left: int, top: int, kind: int) -> None:
        properties = {"Label": label, "PushButtonType": kind, "DefaultButton": kind == _OK}
        self._control("Button", name, (left, top, *_BUTTON), properties)

    def _control(
        self, kind: str, name: str, place: tuple[int, int, int, int], properties: dict[str, object]
    ) -> None:
        control = self._model.createInstance(_MODELS.format(kind=kind))
        control.PositionX, control.PositionY, control.Width, control.Height = place
        control.Name = name
        for key, value in properties.items():
            setattr(control, key, value)
        self._model.insertByName(name, control)


def _centred(box: Component, window: Component) -> None:
    """Put a box over the middle of its window: it would open in a corner of the screen."""
    size, room = box.getPosSize(), window.getPosSize()
    left, top = (room.Width - size.Width) // 2, (room.Height - size.Height) // 2
    box.setPosSize(max(left, 0), max(top, 0), 0, 0, _PLACE)


def _selected(control: Component) -> None:
    """Select the text that stands in a field: what is typed takes its place."""
    if hasattr(control, "setSelection"):
        control.setSelection(Selection(0, len(control.getText())))


class TextQuestion:
    """A question with a line of text."""

    def __init__(self, context: Context, frame: Frame, question: str, default: str) -> None:
        """Prepare the box, with what stands in it at first."""
        self._box = _Box(context, frame, question, _BUTTON[1])
        self._box.add("Edit", "text", Text=default)

    def answer(self) -> str | None:
        """Show the box and return the text; None when it is cancelled."""
        found = self._box.run("text")
        return None if found is None else str(found.Text)


class Choice:
    """A question with options, the first of which is chosen at first."""

    def __init__(
        self, context: Context, frame: Frame, question: str, options: Sequence[str]
    ) -> None:
        """Prepare the box."""
        self._box = _Box(context, frame, question, min(len(options), _MOST_LINES) * _LINE + _GAP)
        self._box.add("ListBox", "options", StringItemList=tuple(options), SelectedItems=(0,))

    def answer(self) -> int | None:
        """Show the box and return the place of the option; None when it is cancelled."""
        found = self._box.run("options")
        return int(found.SelectedItems[0]) if found is not None and found.SelectedItems else None
