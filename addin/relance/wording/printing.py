"""Words of the list before the letters of a file to print."""

from .run import DOCUMENT_NAMES

TITLE = "lettres à imprimer"
HEAD = f"{{{{ creancier.nom }}}} – {TITLE} – {{{{ date }}}}"


def summary(letters: int, registered: int, sheets: int) -> str:
    """Return e.g. "12 lettres, dont 3 recommandées ; 14 feuilles en recto verso."."""
    among = f", dont {_counted(registered, 'recommandée')}" if registered else ""
    return f"{_counted(letters, 'lettre')}{among} ; {_counted(sheets, 'feuille')} en recto verso."


def document(kind: str, *, registered: bool) -> str:
    """Return what a letter is, and whether it is registered."""
    return f"{DOCUMENT_NAMES[kind]}{' (recommandé)' if registered else ''}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"
