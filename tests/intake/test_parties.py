"""Who the items belong to."""

import pytest

from relance.intake.parties import Parties, named_account, split_bare, split_party


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("Compte: 411CL001 - HARDY & FILS", ("411CL001", "HARDY & FILS")),
        ("Compte n° 411CL001 HARDY", ("411CL001", "HARDY")),
        ("Client : CL001", ("CL001", "")),
        ("Client : Hardy", ("", "Hardy")),
        ("Klant: 4001 - 't Hoekje", ("4001", "'t Hoekje")),
        ("CL002 - Jean-Paul", ("CL002", "Jean-Paul")),
        ("Jean-Paul", ("", "Jean-Paul")),
        ("CLIENTS DIVERS", ("", "CLIENTS DIVERS")),
        ("Client fidèle SARL", ("", "Client fidèle SARL")),
        ("3 Suisses", ("", "3 Suisses")),
    ],
)
def test_a_text_is_cut_in_code_and_name_only_when_it_says_so(
    said: str, party: tuple[str, str]
) -> None:
    assert split_party(said) == party


def test_an_account_is_named_only_after_its_word() -> None:
    assert named_account("Compte : 411X") == "411X"
    assert named_account("Hardy : 411X") == ""


def test_codes_before_names_are_cut_when_the_whole_file_reads_so() -> None:
    seen = [("", "CL001 HARDY"), ("", "CL002 BETA")]
    assert split_bare(seen) == {seen[0]: ("CL001", "HARDY"), seen[1]: ("CL002", "BETA")}
    assert split_bare([*seen, ("", "GAMMA")]) == {}
    assert split_bare(seen[:1]) == {}  # one alone shows nothing: "2000 PIERRES" is a name


def test_a_name_without_code_takes_the_code_given_elsewhere() -> None:
    parties = Parties([("C1", "Hardy"), ("", "HARDY"), ("", "Beta")])
    assert parties.code(("", "hardy")) == "C1"
    assert parties.code(("", "Beta")) == "Beta"
    assert parties.name("C1") == "Hardy"
    assert parties.name("Beta") == "Beta"


def test_a_name_that_two_codes_share_tells_neither() -> None:
    parties = Parties([("C1", "Dupont"), ("C2", "Dupont"), ("", "Dupont")])
    assert parties.code(("", "Dupont")) == "Dupont"


def test_two_names_of_one_code_are_told() -> None:
    assert Parties([("C1", "Hardy"), ("C1", "Beta")]).clashes == {"C1": ("Hardy", "Beta")}
    assert Parties([("C1", "Hardy"), ("C1", "HARDY"), ("C1", "")]).clashes == {}
