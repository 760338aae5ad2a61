"""The call sheet knows what happened: who calls must not ask for what was paid or agreed upon."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.actions.world import MONDAY, debtor, invoice, relance, run

Make = Callable[..., Path]
LATE = date(2026, 10, 30)


def noted(book: Path, day: date, *words: object) -> None:
    assert relance("record", book, *words, "--day", day).code == 0


def sheet(out: Path) -> list[str]:
    """Return the rows under « Ce qui s'est passé »."""
    (path,) = out.glob("*appel*.docx")
    body = zipfile.ZipFile(path).read("word/document.xml").decode()
    rows = re.findall(r"<w:tr[ >].*?</w:tr>", body, re.DOTALL)
    texts = [
        " | ".join("".join(re.findall(r"<w:t[^>]*>([^<]*)", cell)) for cell in row.split("</w:tc>"))
        for row in rows
    ]
    texts = [" ".join(text.split()).rstrip("| ") for text in texts]
    first = next(i for i, text in enumerate(texts) if text.startswith("Jour | "))
    last = next(i for i, text in enumerate(texts) if text.startswith("Ce que vous entendez"))
    return texts[first + 1 : last]


def test_payments_promises_disputes_and_contacts_are_in_the_order_of_their_days(
    make: Make, out: Path
) -> None:
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "3000.00", last_step="mail-1", last_step_date=LATE),
            invoice("F-2", "C1", LATE, "700.00"),
        ],
    )
    noted(book, date(2026, 11, 3), "payment", "C1", "--amount", "200", "--invoice", "F-1")
    noted(book, date(2026, 11, 4), "payment", "C1", "--amount", "90")
    noted(book, date(2026, 11, 5), "promise", "C1", "--amount", "500", "--by", "2026-11-12",
          "--invoice", "F-1")  # fmt: skip
    noted(book, date(2026, 11, 9), "dispute", "C1", "--invoice", "F-2", "--reason", "prix")
    noted(book, date(2026, 11, 10), "dispute", "C1", "--invoice", "F-2", "--resolve")
    assert run(book, out, MONDAY).code == 0
    assert sheet(out) == [
        "03/11/2026 | règlement | | 200,00 € | F-1",
        "04/11/2026 | règlement | | 90,00 €, non affecté",
        "05/11/2026 | promesse | | 500,00 € pour le 12/11/2026 (jour passé) | F-1",
        "09/11/2026 | litige | | prix (résolu le 10/11/2026) | F-2",
    ]


def test_a_plan_that_was_given_up_is_told(make: Make, out: Path) -> None:
    book = make(
        [debtor("C1")],
        [invoice("F-1", "C1", LATE, "3000.00", last_step="mail-1", last_step_date=LATE)],
    )
    noted(book, date(2026, 11, 3), "plan", "C1", "--instalments", "3", "--first", "2026-11-06")
    assert run(book, out, MONDAY).code == 0
    assert sheet(out) == [
        "03/11/2026 | échéancier | | 3 000,00 € en 3 échéances, 0,00 € réglés | F-1"
    ]


def test_a_settlement_is_told_and_that_its_day_has_passed(make: Make, out: Path) -> None:
    book = make(
        [debtor("C1")],
        [invoice("F-1", "C1", LATE, "3000.00", last_step="mail-1", last_step_date=LATE)],
    )
    words = ("--amount", "2000", "--by", "2026-11-10", "--as-of", "2026-11-03", "--out", out)
    assert relance("settlement", book, "C1", *words).code == 0
    assert run(book, out, MONDAY).code == 0
    assert (
        "03/11/2026 | accord de règlement | "
        "| 2 000,00 € au lieu de 3 000,00 €, le 10/11/2026 (jour passé) | F-1"
    ) in sheet(out)
