"""The header: found wherever it stands, and what its columns mean."""

from relance.intake.grid import Grid
from relance.intake.header import find_header


def grid(*rows: str) -> Grid:
    return Grid("", tuple((line, row.split(";")) for line, row in enumerate(rows, start=1)))


def columns(*rows: str) -> dict[str, int]:
    header = find_header(grid(*rows))
    assert header is not None
    return dict(header.columns)


def test_a_header_after_title_rows_and_blank_columns_is_found() -> None:
    header = find_header(grid(
        "DOSSIER DEMO", "Arrêté au 30/11/2026", "", ";;Code client;Nom;N° facture;Échéance;Solde",
        ";;C1;Hardy;F1;01/10/2026;10,00",
    ))  # fmt: skip
    assert header is not None
    assert header.at == 3
    assert header.columns == {"debtor": 2, "name": 3, "number": 4, "due": 5, "open": 6}


def test_two_lines_make_a_header_when_they_say_more_together() -> None:
    header = find_header(
        grid(
            "Client;;Facture;Date;;Montant;;",
            "Code;Nom;N°;Facture;Échéance;TTC;Réglé;Solde",
            "C1;Hardy;F1;01/09/2026;01/10/2026;10;0;10",
        )
    )
    assert header is not None
    assert (header.at, header.height) == (0, 2)
    assert header.texts[3] == "Date Facture"  # alone, "Facture" would be the number
    assert header.columns["number"] == 2
    assert header.columns["issued"] == 3
    assert header.columns["due"] == 4


def test_a_client_alone_is_a_name_and_beside_a_name_a_code() -> None:
    assert columns("Client;Facture;Solde")["name"] == 0
    both = columns("Client;Nom;Facture;Solde")
    assert (both["debtor"], both["name"]) == (0, 1)
    assert columns("Code client;Client;Facture;Solde")["name"] == 1


def test_the_surest_of_two_like_headings_wins() -> None:
    assert columns("Pièce;N° facture;Client;Solde")["number"] == 1
    assert columns("Client;Facture;Date;Date facture;Solde")["issued"] == 3


def test_a_total_is_the_balance_beside_buckets_and_the_amount_elsewhere() -> None:
    aged = find_header(grid("Client;Facture;Non échu;1-30;31-60;Total"))
    assert aged is not None
    assert aged.buckets == (2, 3, 4)
    assert aged.columns["open"] == 5
    assert columns("Client;Facture;Échéance;Total")["amount"] == 3


def test_words_inside_a_longer_heading_are_the_last_resort() -> None:
    found = columns("Client;Facture;Solde;Adresse e-mail du service comptable")
    assert found["email"] == 3


def test_a_person_s_mapping_comes_first() -> None:
    header = find_header(
        grid("Kunde;Beleg;Rest", "A;F1;10"), {"name": "Kunde", "number": "Beleg", "open": "Rest"}
    )
    assert header is not None
    assert header.columns == {"name": 0, "number": 1, "open": 2}


def test_a_table_without_known_headings_has_no_header() -> None:
    assert find_header(grid("Kunde;Beleg;Ort", "A;F1;Gent")) is None
    assert find_header(grid()) is None


def test_the_same_headings_give_the_same_layout_whatever_stands_above() -> None:
    first = find_header(grid("Client;Facture;Solde", "A;F1;1"))
    second = find_header(grid("Titre", ";CLIENT;Facture ;Solde", ";B;F2;2"))
    assert first is not None
    assert second is not None
    assert first.layout == second.layout
