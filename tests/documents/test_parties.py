"""The sender's block, the window address and the people to call."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.records import Address, Contact, Creditor, Debtor, Line, Message
from relance.data import tables
from relance.documents.parties import (
    address_line,
    contacts,
    legal_line,
    mandate,
    recipient,
    sender,
    sender_address,
    sender_name,
)
from relance.documents.widths import LENGTH
from relance.wording.tongues import FRENCH, TONGUES

BASE = Debtor("C1", "Hôtel des Tilleuls SAS", address=Address("3 rue Bleue", "", "69002", "Lyon"))


def broken(line: str) -> str:
    """A line that may break at any blank."""
    return line.replace("\u00a0", " ")


def test_the_lines_of_the_place_are_capitals_without_accents_nor_commas() -> None:
    debtor = replace(BASE, address=Address("3, allée des Œillets", "Bât. C", "01170", "Gex"))
    assert recipient(debtor, Contact("Paul Durand"), "FR", FRENCH) == [
        "Hôtel des Tilleuls SAS",
        "Paul Durand",
        "BAT C",
        "3 ALLEE DES OEILLETS",
        "01170 GEX",
    ]


def test_the_name_is_not_in_capitals_when_the_address_is_short() -> None:
    assert recipient(BASE, Contact(), "FR", FRENCH) == [
        "Hôtel des Tilleuls SAS", "3 RUE BLEUE", "69002 LYON",
    ]  # fmt: skip


def test_a_person_is_no_place_and_keeps_the_case_of_the_name() -> None:
    assert recipient(BASE, Contact("Mme Sylvie Aubert"), "FR", FRENCH) == [
        "Hôtel des Tilleuls SAS", "Mme Sylvie Aubert", "3 RUE BLEUE", "69002 LYON",
    ]  # fmt: skip


def test_no_line_of_a_long_name_is_in_capitals_and_dots_say_where_it_is_cut() -> None:
    long = "Syndicat des copropriétaires de la résidence Les Hauts de Seine et des Jardins de Nice"
    lines = recipient(replace(BASE, name=long), Contact(), "FR", FRENCH)
    assert lines == [
        "Syndicat des copropriétaires de la", "résidence Les Hauts de Seine et des",
        "Jardins de Nice", "3 RUE BLEUE", "69002 LYON",
    ]  # fmt: skip
    abroad = Address("3 rue Bleue", "Porte " * 12, "1000", "Bruxelles", "BE")
    assert recipient(replace(BASE, name=long, address=abroad), Contact(), "FR", FRENCH)[:2] == [
        "Syndicat des copropriétaires de la…", "PORTE PORTE PORTE PORTE PORTE PORTE",
    ]  # fmt: skip


def test_a_letter_that_crosses_a_border_names_the_country() -> None:
    abroad = replace(BASE, address=replace(BASE.address, country="BE"))
    assert recipient(abroad, Contact(), "FR", FRENCH)[-1] == "BELGIQUE"
    assert recipient(abroad, Contact(), "BE", FRENCH)[-1] == "69002 LYON"


def test_no_letter_of_a_foreign_address_is_lost() -> None:
    polish = replace(BASE, address=Address("ul. Święty Krzyż 5", "", "90-001", "Łódź", "PL"))
    assert recipient(polish, Contact(), "FR", FRENCH)[1:] == [
        "UL SWIETY KRZYZ 5", "90-001 LODZ", "POLOGNE",
    ]  # fmt: skip
    greek = replace(BASE, address=Address("Οδός Ερμού 12", "", "10563", "Αθήνα", "GR"))
    assert recipient(greek, Contact(), "FR", FRENCH)[1:] == [
        "ΟΔΌΣ ΕΡΜΟΎ 12", "10563 ΑΘΉΝΑ", "GRECE",
    ]  # fmt: skip


def test_when_lines_lack_the_address_comes_before_the_person() -> None:
    long = Address(
        "1234 boulevard du Maréchal de Lattre de Tassigny prolongé",
        "Zone industrielle des Grandes Terres, bâtiment D, porte 12",
        "38510", "Arandon-Passins",
    )  # fmt: skip
    lines = recipient(replace(BASE, address=long), Contact("Paul Durand"), "FR", FRENCH)
    assert len(lines) == 6
    assert lines[0] == "Hôtel des Tilleuls SAS"
    assert lines[-1] == "38510 ARANDON-PASSINS"
    assert "PORTE 12" in lines[2]


@pytest.mark.parametrize(
    ("street", "lines"),
    [
        ("Bâtiment B, 12 rue des Lilas", ["BATIMENT B", "12 RUE DES LILAS"]),
        ("Rue de Namur 41, boîte 3", ["RUE DE NAMUR 41 BOITE 3"]),
        ("Tour A, 5 bis, rue Bleue", ["TOUR A", "5 BIS RUE BLEUE"]),
        (
            "Zone artisanale des Quatre Chemins, Bâtiment B, 1234 avenue du Général de Gaulle",
            [
                "ZONE ARTISANALE DES QUATRE CHEMINS",
                "BATIMENT B",
                "1234 AVENUE DU GENERAL DE GAULLE",
            ],
        ),
    ],
)
def test_a_street_of_several_parts_has_a_line_for_each_that_needs_one(
    street: str, lines: list[str]
) -> None:
    place = replace(BASE, address=replace(BASE.address, street=street))
    assert recipient(place, Contact(), "FR", FRENCH)[1:-1] == lines


def test_a_debtor_without_address_has_its_name_alone() -> None:
    assert recipient(Debtor("C9"), Contact(), "FR", FRENCH) == ["C9"]


def test_a_name_without_blanks_is_cut_into_lines_that_the_window_holds() -> None:
    # a line holds 24 times the letters' size: 24 W of 1, or 22 and the dots of 3 x 0.36 = 1.08;
    # m is 0.85, so that 26 of them and the dots make 22.1 + 1.08 = 23.18
    assert recipient(replace(BASE, name="W" * 300), Contact(), "FR", FRENCH) == [
        "W" * 24, "W" * 24, "W" * 24, "W" * 22 + "…", "3 RUE BLEUE", "69002 LYON",
    ]  # fmt: skip
    assert recipient(replace(BASE, name="n" * 60), Contact("m" * 40), "FR", FRENCH)[:3] == [
        "n" * 38, "n" * 22, "m" * 26 + "…",
    ]  # fmt: skip


def test_a_place_is_folded_as_wide_as_its_capitals_are() -> None:
    place = Address("12 rue " + "Wagram " * 4, "", "75017", "Paris")
    assert recipient(replace(BASE, address=place), Contact(), "FR", FRENCH)[1:] == [
        "12 RUE WAGRAM WAGRAM WAGRAM WAGRAM", "75017 PARIS",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("postcode", "city", "lines"),
    [
        # 39 signs, shortened to 36 as the French post shortens them
        (
            "59000",
            "Saint-Pierre-de-la-Fage-les-Bains",
            ["59000 ST-PIERRE-DE-LA-FAGE-LES-BAINS"],
        ),
        (
            "51290",
            "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
            ["51290 ST REMY EN BOUZEMONT ST GENEST", "ET ISSON"],
        ),
        (
            "80400",
            "Muille-Villette-Hommeville-les-Deux-Rives",
            ["80400 MUILLE VILLETTE HOMMEVILLE LES", "DEUX RIVES"],
        ),
    ],
)
def test_no_letter_of_a_long_town_is_lost(postcode: str, city: str, lines: list[str]) -> None:
    far = replace(BASE, address=Address("3 rue Bleue", "", postcode, city))
    assert recipient(far, Contact(), "FR", FRENCH) == [
        "Hôtel des Tilleuls SAS", "3 RUE BLEUE", *lines,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (Address("10 Downing Street", "", "SW1A 2AA", "London", "GB"), ["LONDON", "SW1A 2AA"]),
        (Address("1 Main Street", "", "D02 X285", "Dublin 2", "IE"), ["DUBLIN 2", "D02 X285"]),
        (Address("5 Broadway", "", "10001", "New York NY", "US"), ["NEW YORK NY 10001"]),
        (Address("Damrak 1", "", "1012 LG", "Amsterdam", "NL"), ["1012 LG AMSTERDAM"]),
        (Address("2 rue Notre-Dame", "", "L-2240", "Luxembourg", "LU"), ["L-2240 LUXEMBOURG"]),
        (Address("Bahnhofstr. 1", "", "8001", "Zürich", "CH"), ["8001 ZURICH"]),
        (Address("Unter den Linden 1", "", "10117", "Berlin", "DE"), ["10117 BERLIN"]),
        (Address("Via Roma 1", "", "00184", "Roma RM", "IT"), ["00184 ROMA RM"]),
        (Address("Calle Mayor 1", "", "28013", "Madrid", "ES"), ["28013 MADRID"]),
        (Address("Rua Augusta 1", "", "1100-048", "Lisboa", "PT"), ["1100-048 LISBOA"]),
    ],
)
def test_a_postcode_stands_where_the_post_of_its_country_wants_it(
    address: Address, lines: list[str]
) -> None:
    found = recipient(replace(BASE, address=address), Contact(), "FR", FRENCH)
    assert found[2:-1] == lines
    # an address that names no country is in the sender's
    at_home = replace(BASE, address=replace(address, country=""))
    assert recipient(at_home, Contact(), address.country, FRENCH)[2:] == lines


def test_a_british_sender_has_a_british_address(creditor: Creditor) -> None:
    british = replace(
        creditor, country="GB", address=Address("1 High Street", "", "OX1 4AH", "Oxford")
    )
    assert sender(british, FRENCH)[1:4] == ["1 High Street", "Oxford", "OX1\u00a04AH"]
    assert address_line(replace(british.address, country="GB"), "FR") == (
        "1 High Street, Oxford, OX1\u00a04AH, ROYAUME-UNI"
    )


@given(st.text(), st.text(), st.text(), st.text(), st.text())
def test_any_address_fits_the_window(
    name: str, street: str, extra: str, city: str, person: str
) -> None:
    debtor = Debtor("C1", name, address=Address(street, extra, "69002", city, "DE"))
    lines = recipient(debtor, Contact(person), "FR", FRENCH)
    assert 1 <= len(lines) <= 6
    assert all(len(line) <= 38 for line in lines)


def test_the_sender_s_block_says_who_where_and_under_which_number(creditor: Creditor) -> None:
    assert sender_name(creditor) == "Menuiserie du Rhône"
    assert sender(creditor, FRENCH) == [
        "SARL au capital de 20 000 €",
        "14 rue de la République",
        "69002\u00a0Lyon",  # no line parts a number from its name
        "Tél.\u00a004\u00a078\u00a012\u00a034\u00a056 – compta@rhone.example",
        "SIREN\u00a0823\u00a0456\u00a0789 – TVA\u00a0FR45823456789",
    ]


@pytest.mark.parametrize("kind", ["accountant", "third_party"])
def test_the_block_of_a_mandate_fits_above_the_window(creditor: Creditor, kind: str) -> None:
    held = replace(
        creditor, sender=kind, sender_name="Cabinet Martin", sender_registration="399999999",  # type: ignore[arg-type]
        address=replace(creditor.address, extra="Bâtiment B"),
    )  # fmt: skip
    lines = [sender_name(held), *sender(held, FRENCH)]
    assert [broken(line) for line in lines[:4]] == [
        "Cabinet Martin", "SIREN 399 999 999", "au nom et pour le compte de :",
        "Menuiserie du Rhône",
    ]  # fmt: skip
    assert len(lines) <= 9  # 9 lines of 9.5 points take 37 mm: from 15 to 52 mm


@pytest.mark.parametrize("kind", ["accountant", "third_party"])
def test_who_sends_for_another_has_an_address_of_its_own(creditor: Creditor, kind: str) -> None:
    held = replace(
        creditor, sender=kind, sender_name="Cabinet Martin", sender_registration="399999999",  # type: ignore[arg-type]
        sender_address=Address("8 rue du Palais", "Étage 2", "69001", "Lyon"),
        address=replace(creditor.address, extra="Bâtiment B"),
    )  # fmt: skip
    assert [broken(line) for line in (sender_name(held), *sender(held, FRENCH))] == [
        "Cabinet Martin", "SIREN 399 999 999", "8 rue du Palais", "Étage 2",
        "69001 Lyon", "au nom et pour le compte de :", "Menuiserie du Rhône",
        "Tél. 04 78 12 34 56 – compta@rhone.example",
        "SIREN 823 456 789 – TVA FR45823456789",
    ]  # fmt: skip
    assert sender_address(held).city == "Lyon"
    assert "14 rue de la République, Bâtiment B, 69002 Lyon" in broken(mandate(held, FRENCH))


def test_the_address_of_a_mandate_is_not_the_creditor_s_own(creditor: Creditor) -> None:
    alone = replace(creditor, sender_address=Address("8 rue du Palais", "", "69001", "Lyon"))
    assert sender_address(alone) == creditor.address
    assert "8 rue du Palais" not in sender(alone, FRENCH)
    assert sender_address(replace(creditor, sender="accountant")) == creditor.address


def test_a_belgian_number_is_printed_once(creditor: Creditor) -> None:
    belgian = replace(
        creditor, country="BE", registration="0123.456.749", vat_number="BE0123456749"
    )
    assert sender(belgian, FRENCH)[-1] == "N°\u00a0d’entreprise\u00a00123.456.749"
    assert legal_line(belgian, FRENCH).endswith("N°\u00a0d’entreprise\u00a00123.456.749")


def test_people_without_a_phone_nor_an_address_are_not_listed(
    line: Callable[..., Line], message: Callable[..., Message], debtor: Debtor
) -> None:
    silent = replace(debtor, decision_maker=Contact("Paul Durand"), phone="")
    listed = contacts(message([line()], about=silent))
    assert [one["nom"] for one in listed] == ["Service fournisseurs"]


def test_each_country_of_the_world_has_a_name_and_no_code_is_printed() -> None:
    abroad = replace(BASE, address=replace(BASE.address, country="KR"))
    assert recipient(abroad, Contact(), "FR", FRENCH)[-1] == "COREE DU SUD"
    assert address_line(abroad.address, "FR").endswith(", COREE DU SUD")
    # what the sender's language has no word for is in French, which every post reads
    assert recipient(abroad, Contact(), "BE", TONGUES["nl"])[-1] == "COREE DU SUD"
    named = tables("countries")["french"]
    assert len(named) == 249
    assert all(name == name.upper() and len(name) <= LENGTH for name in named.values())
