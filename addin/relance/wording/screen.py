"""What Excel's screen says while Relance works: titles and the status bar."""

TITLE = "Relance"
THIS_WORKBOOK = "ce classeur"  # one whose name could not be asked yet
_PROGRESS = "Relances : {done} / {total}"
_LONGEST = 200  # Excel cuts its status bar


def progress(done: int, total: int, text: str) -> str:
    """Return e.g. "Relances : 12 / 340 – Dupont SARL"."""
    counted = _PROGRESS.format(done=done, total=total)
    return f"{counted} – {text}"[:_LONGEST] if text else counted
