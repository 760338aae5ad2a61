"""The take-over of a backlog: what it proposes, and what it says before it is confirmed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.actions.exports import bring
from tests.actions.world import MONDAY, Answer, agenda, debtor, relance

from relance.hosts.file.book import FileBook

Make = Callable[..., Path]


def told(answer: Answer) -> list[tuple[str, object]]:
    return [
        (one["code"], one["facts"]["debtors"])
        for one in answer.json["findings"]
        if one["code"].startswith("takeover")
    ]


LONG_LATE = (
    "D01;MENUISERIE ABEL;F-501;05/03/2026;04/04/2026;1440,00;0,00;1440,00",
    "D02;Épicerie Vauban;F-410;05/03/2026;04/04/2026;648,00;0,00;648,00",
    "D03;GARAGE NOËL;F-600;05/10/2026;21/11/2026;500,00;0,00;500,00",  # two days late: nothing
)


@pytest.mark.parametrize(
    ("country", "step"),
    [("FR", "mail-1"), ("BE", None)],  # a Belgian may be a consumer: the free reminder comes first
)
def test_it_says_that_it_proposes_less_before_it_is_confirmed(
    make: Make, country: str, step: str | None
) -> None:
    path = make(CreancierPays=country)
    answer = bring(path, *LONG_LATE)
    assert told(answer) == [("takeover_kind", ["D01", "D02"])]
    plain = relance("takeover", path, "--as-of", MONDAY)
    assert "2 clients sans type" in plain.out
    assert "elle ne se confirme qu'une fois" in plain.out
    assert f"relance takeover {path}" in plain.out
    proposed = relance("takeover", path, "--as-of", MONDAY, "--json").json
    assert [(one["debtor"], one["step"], one["bound"]) for one in proposed] == [
        ("D01", step, "takeover_kind"), ("D02", step, "takeover_kind"), ("D03", None, None),
    ]  # fmt: skip
    # Once the kinds are filled, nothing is left to say and more is proposed.
    with FileBook(path) as opened:
        rows = [row.number for row in opened.read("tClients").rows]
        opened.write("tClients", "Type", dict.fromkeys(rows, "professionnel"))
        opened.save()
    proposed = relance("takeover", path, "--as-of", MONDAY, "--json").json
    assert {one["bound"] for one in proposed} == {None}
    assert proposed[0]["step"] == ("letter-2" if country == "FR" else "call-2")


def test_an_import_that_confirms_says_so_too(make: Make) -> None:
    path = make()
    answer = bring(path, *LONG_LATE, more=("--by-age",))
    assert told(answer) == [("takeover_kind_done", ["D01", "D02"])]
    assert told(bring(path, *LONG_LATE)) == []  # it is over


def test_who_confirms_all_the_same_is_told_what_was_lost(make: Make) -> None:
    path = make()
    bring(path, *LONG_LATE)
    confirmed = relance("takeover", path, "--by-age", "--as-of", MONDAY)
    assert "elle ne se refait pas" in confirmed.out


def test_it_says_that_belgian_consumers_begin_with_the_free_reminder(make: Make) -> None:
    path = make([debtor("D01", kind="consumer", country="BE"), debtor("D02")])
    answer = bring(path, *LONG_LATE)
    assert told(answer) == [("takeover_reminder", ["D01"])]
    answer = relance("takeover", path, "--by-age", "--as-of", MONDAY)
    assert "1 particulier belge" in answer.out
    assert agenda(path)["D01"]["step"] == "mail-1"


def test_a_long_take_over_is_counted_and_its_beginning_listed(make: Make) -> None:
    path = make()
    late = [
        f"D{number:02};CLIENT {number};F-{number};05/03/2026;04/04/2026;100,00;0,00;100,00"
        for number in range(1, 26)
    ]
    bring(path, *late, "D99;CLIENT 99;F-99;05/10/2026;21/11/2026;100,00;0,00;100,00")
    said = relance("takeover", path, "--as-of", MONDAY).out.splitlines()
    assert said[:2] == [
        "Aucune étape faite : 1 client.", "Étape « premier message » tenue pour faite : 25 clients."
    ]  # fmt: skip
    assert [line for line in said if "tenue pour faite le" in line][-1].startswith("  D20 : ")
    (more,) = [line for line in said if line.startswith("  ...")]
    assert more.startswith("  ... et 6 autres. ")  # 26 proposals, 20 of them listed
    assert more.endswith("--json")
    assert len(relance("takeover", path, "--as-of", MONDAY, "--json").json) == 26
