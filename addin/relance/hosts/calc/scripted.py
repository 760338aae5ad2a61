"""A person who answers from a script: no box may stop a test.

The folder holds `answers.json`, a list: true or false, a text, an option, a list of
files, or null for Cancel. What was shown is added to `shown.jsonl`, a line each. `day.txt` may hold
the day that it is to be.
"""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ANSWERS, SHOWN, DAY = "answers.json", "shown.jsonl", "day.txt"


class Scripted:
    """Implements `dialogs.Dialogs`."""

    def __init__(self, folder: str) -> None:
        """Take the answers of a folder."""
        self._folder = Path(folder)

    def today(self) -> date | None:
        """Return the day of the script, None when it has none."""
        path = self._folder / DAY
        return date.fromisoformat(path.read_text("ascii").strip()) if path.exists() else None

    def tell(self, text: str) -> None:
        """Note a text."""
        self._note("tell", text)

    def ask(self, question: str) -> bool:
        """Answer a yes or no question."""
        return self._answer("ask", question) is True

    def ask_text(self, question: str, default: str) -> str | None:
        """Answer a question; "=" accepts what stands in the box."""
        answer = self._answer("ask_text", question)
        return default if answer == "=" else None if answer is None else str(answer)

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """Choose an option by its text."""
        answer = self._answer("choose", "\n".join([question, *options]))
        return options.index(answer) if isinstance(answer, str) else None

    def pick_files(self, title: str) -> tuple[str, ...]:
        """Pick files."""
        answer = self._answer("pick_files", title)
        return tuple(map(str, answer)) if isinstance(answer, list) else ()

    def open_url(self, url: str) -> None:
        """Note what would be opened."""
        self._note("open", url)

    def progress(self, done: int, total: int, text: str) -> None:
        """Note how far a verb is."""
        self._note("progress", f"{done}/{total} {text}")

    def end_progress(self) -> None:
        """Note nothing: the bar is only shown."""

    def _answer(self, kind: str, text: str) -> object:
        """The next answer; Cancel when there is none left."""
        self._note(kind, text)
        path = self._folder / ANSWERS
        answers = json.loads(path.read_text("utf-8")) if path.exists() else []
        if not answers:
            return None
        path.write_text(json.dumps(answers[1:]), "utf-8")
        first: object = answers[0]
        return first

    def _note(self, kind: str, text: str) -> None:
        with (self._folder / SHOWN).open("a", encoding="utf-8") as shown:
            shown.write(json.dumps({kind: text}, ensure_ascii=False) + "\n")
