"""Messages to render: one French firm, its customers, and items whose figures are given."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from html import unescape

import pytest

from relance.core.records import (
    Address,
    Claim,
    Contact,
    Creditor,
    Debtor,
    Decision,
    Line,
    Message,
    Receivable,
    Segment,
    Totals,
)

AS_OF = date(2026, 11, 23)
ZERO = Decimal(0)

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
Reader = Callable[[bytes], str]


@pytest.fixture
def creditor() -> Creditor:
    return Creditor(
        name="Menuiserie du Rhône",
        legal_form="SARL au capital de 20 000 €",
        registration="823456789",
        vat_number="FR45823456789",
        address=Address("14 rue de la République", "", "69002", "Lyon", "FR"),
        email="compta@rhone.example",
        phone="04 78 12 34 56",
        ibans=(("EUR", "FR7630006000011234567890189"), ("USD", "FR7630006000019876543210187")),
        bic="AGRIFRPP878",
        signatory="Claire Bonnet",
        signatory_role="Responsable comptable",
        caller="Claire Bonnet",
    )


@pytest.fixture
def debtor() -> Debtor:
    return Debtor(
        code="C0012",
        name="Hôtel des Tilleuls SAS",
        kind="business",
        country="FR",
        payables=Contact("Service fournisseurs", "compta@tilleuls.example", "04 72 00 11 22"),
        decision_maker=Contact("Paul Durand", "p.durand@tilleuls.example", "06 11 22 33 44"),
        phone="04 72 00 11 00",
        address=Address("3 place Bellecour", "Bâtiment C", "69002", "Lyon", "FR"),
        registration="512345678",
    )


@pytest.fixture
def line() -> LineMaker:
    """Make a demanded line; interest and fee are given, one segment stands for the interest."""

    def make(
        number: str = "F1",
        amount: str = "1000",
        due: date = date(2026, 9, 30),
        *,
        paid: str = "0",
        interest: str = "0",
        fee: str = "0",
        rate: str = "0.124",
        regime: str = "FR-B2B",
        demanded: bool = True,
        **item: object,
    ) -> Line:
        receivable = Receivable(
            number,
            "C0012",
            issued=due - timedelta(days=30),
            due=due,
            amount=Decimal(amount),
            paid=Decimal(paid),
            **item,  # type: ignore[arg-type]
        )
        bears, first = Decimal(interest), due + timedelta(days=1)
        part = Segment(
            first, AS_OF, (AS_OF - due).days, receivable.open, Decimal(rate), bears, "L441-10 (SRC)"
        )
        segments = (part,) if bears else ()
        claim = Claim(receivable.open, bears, Decimal(fee), regime, segments)
        return Line(receivable, claim, (AS_OF - due).days, demanded=demanded)

    return make


@pytest.fixture
def message(creditor: Creditor, debtor: Debtor) -> MessageMaker:
    """Make a message about some lines; anything else of it can be named."""

    def make(
        lines: list[Line],
        *,
        kind: str = "letter",
        step: str = "letter-1",
        phase: int = 2,
        channel: str = "letter",
        policy: str = "fr-b2b",
        about: Debtor = debtor,
        by: Creditor = creditor,
        **more: object,
    ) -> Message:
        regimes = [line.claim.regime for line in lines]
        consumer = next((code for code in regimes if code.endswith("B2C")), "")
        decision = Decision(
            about,
            AS_OF,
            step,
            phase,
            channel=channel,  # type: ignore[arg-type]
            document=kind,  # type: ignore[arg-type]
            lines=tuple(lines),
            totals=_totals(lines),
        )
        bare = Message(
            kind=kind,  # type: ignore[arg-type]
            creditor=by,
            decision=decision,
            policy=policy,
            consumer=consumer,
            contact=about.payables,
            reply_by=date(2026, 12, 1),
            credits=tuple(one for one in lines if one.item.open < 0),
            head="3fa9c04be1d2",
        )
        return replace(bare, **more)  # type: ignore[arg-type]

    return make


def _totals(lines: list[Line]) -> tuple[Totals, ...]:
    found = []
    for currency in dict.fromkeys(line.item.currency for line in lines):
        own = [line for line in lines if line.item.currency == currency]
        asked = [line for line in own if line.demanded]
        credit = sum((line.item.open for line in own if line.item.open < 0), ZERO)
        found.append(
            Totals(
                currency,
                sum((line.item.open for line in own), ZERO),
                sum((line.item.open for line in asked), credit),
                sum((line.claim.interest for line in asked), ZERO),
                sum((line.claim.fee for line in asked), ZERO),
            )
        )
    return tuple(found)


@pytest.fixture
def words() -> Reader:
    """Read the words of a .docx, a paragraph a line, no-break spaces and apostrophes as typed."""

    def read(content: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read("word/document.xml").decode()]
            parts += [
                archive.read(name).decode()
                for name in sorted(archive.namelist())
                if re.match(r"word/(header|footer)\d", name)
            ]
        lines = []
        for paragraph in re.findall(r"<w:p[ >].*?</w:p>", "".join(parts), re.DOTALL):
            lines.append("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", paragraph)))
        return unescape("\n".join(lines)).replace("\u00a0", " ").replace("’", "'")

    return read
