"""Lines of the journal in words: no code of the program, no command."""

from datetime import date
from typing import Any

import pytest

from relance.core.records import Event
from relance.wording.events import step_name, told


@pytest.mark.parametrize(
    ("step", "more", "text"),
    [
        ("takeover", {"outcome": "done"}, "reprise d'antériorité : fait"),
        ("penalty_note", {"outcome": "sent", "channel": "letter"}, "note de pénalités : envoyé"),
        ("statement", {"outcome": "prepared"}, "relevé de compte : préparé"),
        ("thanks", {"outcome": "prepared"}, "remerciement : préparé"),
        ("plan_letter", {"outcome": "prepared"}, "confirmation d'échéancier : préparé"),
        ("settlement_letter", {"outcome": "prepared"}, "lettre d'accord de règlement : préparé"),
        ("said_promise", {"direction": "in"}, "promesse annoncée, à noter"),
        ("said_dispute", {"direction": "in"}, "litige annoncé, à noter"),
    ],
)
def test_a_line_is_told_in_french(step: str, more: dict[str, Any], text: str) -> None:
    line = told(Event(1, date(2026, 11, 23), "C1", ("F-1",), step, **more))
    assert text in line
    assert "_" not in line
    assert "record" not in line


def test_a_step_of_the_user_s_keeps_its_code() -> None:
    assert [step_name(one) for one in ("mail-1", "said_payment", "perso")] == [
        "premier message", "règlement annoncé", "perso",
    ]  # fmt: skip
