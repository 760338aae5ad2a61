"""What the screen says while Relance works: titles, buttons and the status bar."""

TITLE = "Relance"
OK, CANCEL = "OK", "Annuler"
FILE_KINDS: dict[str, str] = {  # what the box in which exports are picked offers
    "Exports": "*.csv;*.txt;*.xlsx;*.xlsm",
    "Tous les fichiers": "*.*",
}
THIS_WORKBOOK = "ce classeur"  # one whose name could not be asked yet
_PROGRESS = "Relances : {done} / {total}"
_LONGEST = 200  # Excel cuts its status bar


def progress(done: int, total: int, text: str) -> str:
    """Return e.g. "Relances : 12 / 340 – Dupont SARL"."""
    counted = _PROGRESS.format(done=done, total=total)
    return f"{counted} – {text}"[:_LONGEST] if text else counted
