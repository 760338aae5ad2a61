"""Which character separates the fields of a text."""

import pytest

from relance.intake.separator import declared, separators


@pytest.mark.parametrize("mark", [";", "\t", ",", "|"])
def test_the_regular_mark_separates(mark: str) -> None:
    text = "\n".join(mark.join(row) for row in [("Code", "Nom", "Solde"), ("C1", "Hardy", "12")])
    assert separators(text)[0] == mark


def test_decimal_commas_do_not_separate() -> None:
    assert separators("Code;Solde;Reste\nC1;12,50;3,00\nC2;1,00;0,50\n")[0] == ";"


def test_marks_inside_quotes_do_not_count() -> None:
    assert separators('Code,Nom\nC1,"a;b;c;d"\nC2,"e;f;g;h"\n')[0] == ","


def test_title_rows_do_not_hide_the_mark() -> None:
    text = "Échéancier, au 30/11/2026\n\nCode;Nom;Solde\nC1;Hardy;12\nC2;Martin;13\n"
    assert separators(text)[0] == ";"


def test_a_text_without_marks_has_none() -> None:
    assert separators("one word a line\nand no more\n") == ()


def test_the_first_line_of_excel_is_believed() -> None:
    assert declared("sep=|\na|b") == "|"
    assert separators("sep=|\na;b;c|d\n") == ("|",)
    assert declared("Code;Nom") == ""
