"""Every refusal of a file has its own French sentence."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from relance.hosts import values
from relance.hosts.file import faults
from relance.wording.sentences import SENTENCES, sentence

FILES = [*sorted(Path(faults.__file__).parent.rglob("*.py")), Path(values.__file__)]
RAISERS = {"refusal", "_refusal", "UnwritableError"}
LISTED = re.findall(r"\w+(?=[,.])", (faults.__doc__ or "").partition("Reasons:")[2])
REMEDIES = ("wait", "delete_lock", "close_excel", "close_calc")


def raised(path: Path) -> Iterator[str]:
    """Give the reasons that a file raises: texts among the first two arguments."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in RAISERS:
            for node in (node for argument in call.args[:2] for node in ast.walk(argument)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_the_list_of_reasons_is_whole() -> None:
    assert {reason for path in FILES for reason in raised(path)} == set(LISTED)


@pytest.mark.parametrize("reason", LISTED)
def test_a_reason_has_its_own_sentence_that_names_the_file(reason: str) -> None:
    assert f"book.{reason}" in SENTENCES
    for detail in ("Factures!A2", ""):
        told = sentence("book", {"path": "relances.xlsx", "reason": reason, "detail": detail})
        assert "relances.xlsx" in told
        assert "?" not in told


@pytest.mark.parametrize("remedy", REMEDIES)
@pytest.mark.parametrize("holder", ["Alice", ""])
def test_a_lock_is_told_with_its_remedy(remedy: str, holder: str) -> None:
    facts = {
        **{"path": "r.xlsx", "holder": holder, "remedy": remedy, "reason": remedy},
        **{"lock": "r.xlsx.lock", "pid": 7, "host": "poste", "day": date(2026, 1, 31)},
    }
    told = sentence("book_locked", facts)
    assert f"book_locked.{remedy}" in SENTENCES
    assert (holder or "utilisateur sans nom") in told
    assert "?" not in told
