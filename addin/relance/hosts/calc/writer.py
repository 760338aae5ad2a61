"""Letters made into PDF by Writer, in the office that is open: nothing is started or shown."""

from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.uno import Exception as UnoException

from .office import Component, Context, service

_PDF = "writer_pdf_Export"
_VERSION = 2  # PDF/A-2b, to be kept
_NEVER = 0  # com.sun.star.document.MacroExecMode


def exported(context: Context, document: Path, folder: Path) -> None:
    """Write the PDF of a Word document into a folder; there is none when it can't be read."""
    desktop = service(context, "com.sun.star.frame.Desktop")
    options = _options(Hidden=True, ReadOnly=True, MacroExecutionMode=_NEVER)
    try:
        letter = desktop.loadComponentFromURL(_url(document), "_blank", 0, options)
    except UnoException:
        return
    if letter is None:  # its lock is held elsewhere
        return
    try:
        _store(letter, folder / f"{document.stem}.pdf")
    finally:
        letter.close(True)


def _store(letter: Component, target: Path) -> None:
    wanted = _options(SelectPdfVersion=_VERSION, UseTaggedPDF=True)
    data = uno.Any("[]com.sun.star.beans.PropertyValue", wanted)
    try:
        letter.storeToURL(_url(target), _options(FilterName=_PDF, FilterData=data))
    except UnoException:
        return


def _url(path: Path) -> str:
    return str(uno.systemPathToFileUrl(str(path)))


def _options(**values: object) -> tuple[Component, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())
