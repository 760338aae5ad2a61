"""What the macros of the Excel workbook say: a hidden sheet holds it, as macros are ASCII.

The macros ask by code; `help_rows` is what Excel's function wizard shows.
"""

from collections.abc import Iterable, Sequence

from .functions import REFUSAL, SUMMARIES, argument_help

TEXTS: dict[str, str] = {
    "panne_cellule": f"{REFUSAL}Python ne répond pas (bouton Diagnostic).",
    "depuis_1904": (
        f"{REFUSAL}Un classeur compte ses dates depuis 1904 : décochez « Calendrier depuis 1904 »"
        " dans Fichier > Options > Options avancées, puis vérifiez les dates."
    ),
    "panne_boite": (
        "Relance ne peut pas démarrer Python : les fonctions DUNNING_ ne sont pas calculées.\n"
        "Le bouton Diagnostic de l'onglet Relances dit comment y remédier ; dans un terminal,"
        " « relance doctor » le dit aussi. Pour garder les dernières valeurs, mettez « Fonctions"
        " actives dans les cellules » à « non » (feuille Paramètres)."
    ),
}


def text_rows() -> list[tuple[str, str]]:
    """Return the rows of the named range `TextesMacros`: code, text."""
    return list(TEXTS.items())


def help_rows(functions: Iterable[tuple[str, Sequence[str]]]) -> list[tuple[str, str, str]]:
    """Return the rows of the named range `AideFonctions`: function, argument, text.

    Args:
        functions: each name with the names of its arguments, in their order.

    Returns:
        For each function a row without argument, its summary, then a row for each argument.
    """
    rows: list[tuple[str, str, str]] = []
    for name, arguments in functions:
        rows.append((name, "", SUMMARIES[name]))
        rows += [(name, argument, argument_help(name, argument)) for argument in arguments]
    return rows
