"""Documents in the debtor's language: what each must say, and that nothing is left in French."""

import email
import email.policy
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
from jinja2 import nodes
from tests.documents.conftest import AS_OF

from relance.core.findings import Reason
from relance.core.records import (
    Address,
    Contact,
    Creditor,
    Debtor,
    Event,
    Instalment,
    Line,
    Message,
    PaymentPlan,
    Promise,
)
from relance.documents.docx import unpack
from relance.documents.markup import read
from relance.documents.render import render
from relance.documents.shipped import FRENCH_ALONE as WITHOUT_WORDS
from relance.documents.shipped import LETTERS, shipped
from relance.documents.template import PLAIN, path_of
from relance.wording.letter_opening import opening
from relance.wording.tongues import TONGUES

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
Reader = Callable[[bytes], str]
Order = dict[str, object]
KEY = "abcdef0123"
OTHERS = [code for code in TONGUES if code != "fr"]
# `shipped.FRENCH_ALONE` says why of each; the layout is that of what stays in the office.
FRENCH_ALONE = {*(f"bodies/{name}.txt" for name in WITHOUT_WORDS), "layouts/fiche.txt"}
# What French alone prints: amounts in words are its custom, which no law asks for; the others
# always say whose code they cite.
FRENCH_CUSTOM = {
    "total_en_lettres", "somme_en_lettres", "ttc", "avis_reception", "libelle_reference",
    "creancier_etranger",
}  # fmt: skip
# Words that no Dutch, German or English sentence of ours holds.
FRENCH = re.compile(
    r"\b(le|la|les|du|au|aux|une|est|sont|vous|nous|votre|notre|nos|avec|sur|dans|pour|par|pas"
    r"|facture|factures|échéance|montant|payé|reste|dû|indemnité|pénalités|intérêts|règlement"
    r"|courrier|jours|objet|cde|avoir|compte|tél|tva|réf|article 1344 du|total à)\b",
    re.IGNORECASE,
)


def stored(language: str) -> dict[str, str]:
    """The templates of a language by path."""
    root = files("relance.data") / "templates"
    folder = root if language == "fr" else root / language
    return {
        f"{kind}/{entry.name}": entry.read_text("utf-8")
        for kind in ("bodies", "blocks", "layouts")
        for entry in (folder / kind).iterdir()
    }


def named(text: str) -> Counter[str]:
    """What a template prints, tests and repeats, and the blocks that it holds, with its styles."""
    found = Counter(re.findall(r"^(@\w+|\[\w+\]|\|=\w+|\|[!+_=]?|#+|-)(?= |$)", text, re.MULTILINE))
    for node in PLAIN.parse(text).find_all((nodes.Getattr, nodes.Name)):
        found[path_of(node)] += 1
    return found


@pytest.mark.parametrize("code", OTHERS)
def test_each_language_has_the_templates_that_french_has(code: str) -> None:
    assert set(stored(code)) == set(stored("fr")) - FRENCH_ALONE


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", sorted(set(stored("fr")) - FRENCH_ALONE))
def test_a_translation_prints_and_tests_the_same_fields(code: str, name: str) -> None:
    french = named(stored("fr")[name])
    for custom in FRENCH_CUSTOM:
        del french[custom]
    assert named(stored(code)[name]) == french


def test_a_custom_of_french_is_printed_there_and_a_letter_in_french_alone_has_its_reason() -> None:
    printed = {field for text in stored("fr").values() for field in named(text)}
    assert printed >= FRENCH_CUSTOM
    assert all(WITHOUT_WORDS.values())


@pytest.mark.parametrize("code", OTHERS)
def test_no_template_was_left_in_french(code: str) -> None:
    for name, text in stored(code).items():
        words = re.sub(r"\{[{%].*?[%}]\}|^@\w+|\[\w+\]|^\|=.*", " ", text, flags=re.MULTILINE)
        assert FRENCH.findall(words) == [], name


def test_tables_are_as_wide_as_the_page_in_every_language() -> None:
    for code in TONGUES:
        for name, text in stored(code).items():
            for line in re.findall(r"^\|=.*", text, re.MULTILINE):
                assert sum(map(int, re.findall(r"\d+", line))) == 170, (code, name, line)


# --- what is said ----------------------------------------------------------------------------


@pytest.fixture
def plain_creditor(creditor: Creditor) -> Creditor:
    """The firm with a name and an address that hold no French word."""
    return replace(
        creditor, name="Bonnet Metal", legal_form="SARL", signatory_role="CFO", 
        clause_article="7.2", address=Address("14 Quai Bonnet", "", "69002", "Lyon", "FR"),
    )  # fmt: skip


def foreign(code: str) -> Debtor:
    return Debtor(
        "C0012", "Linden", "business", "BE", language=code,
        payables=Contact("Jan Smit", "ap@linden.example", ""),
        address=Address("Lindenlaan 3", "", "2000", "Antwerpen", "BE"),
    )  # fmt: skip


CLAIMED: Order = {"claims": "claimed", "rate": Decimal("0.124"), "warn_court": True}
NOTICE: Order = {
    "kind": "formal_notice", "step": "notice", "phase": 3, "channel": "registered_letter",
    "deadline_days": 8, "reply_by": None, "offer_plan": True,
}  # fmt: skip
BY_MAIL: Order = {"kind": "email", "channel": "email", "reply_by": date(2026, 12, 1)}
NOTE: Order = {
    "claims": "claimed", "rate": Decimal("0.124"), "number": "NP-C0012-20261123",
}  # fmt: skip
PLAN = PaymentPlan(
    "C0012", date(2026, 11, 2),
    (
        Instalment(1, date(2026, 11, 10), Decimal(700), Decimal(700)),
        Instalment(2, date(2026, 12, 10), Decimal(700)),
    ),
)  # fmt: skip
FIRST: Order = {
    "step": "mail-1", "phase": 1, "policy": "be-b2c", "free_reminder": True,
    "claim_from": date(2026, 11, 27), "indemnity": Decimal(81),
}  # fmt: skip
KINDS: dict[str, Order] = {
    "pre": {"step": "pre", "phase": 0},
    "mail": {"step": "mail-1", "phase": 1},
    "letter": {"claims": "announced", "rate": Decimal("0.124"), "offer_plan": True},
    "urgent": {"step": "letter-2", "offer_discount": True} | CLAIMED,
    "notice": NOTICE | CLAIMED,
    "confirmation": {"kind": "confirmation", "channel": "letter"},
    "first": FIRST,
    "second": {"kind": "email", "channel": "email", "claims": "announced", "offer_plan": True}
    | {"rate": Decimal("0.124"), "offer_discount": True},
    "statement": {"kind": "statement", "step": "statement", "phase": None, "reply_by": None},
    "thanks": {"kind": "thanks", "step": "thanks", "phase": None, "reply_by": None},
    "note": {"kind": "penalty_note", "step": "penalty_note", "phase": None} | NOTE,
    "plan": {"kind": "plan", "step": "plan_letter", "phase": None, "reply_by": None, "plan": PLAN},
    "settlement": {"kind": "settlement", "step": "settlement", "phase": None}
    | {"settled_for": Decimal(900)},
}


@pytest.fixture
def written(
    line: LineMaker, message: MessageMaker, plain_creditor: Creditor
) -> Callable[..., Message]:
    """Write to a foreign debtor about two invoices and one for information."""

    def make(code: str, order: Order, regime: str = "FR-B2B", **more: object) -> Message:
        lines = [
            line("F1", "1000", interest="18.35", fee="40", regime=regime, paid="100"),
            line("F2", "500", fee="40", regime=regime, order_number="PO7"),
            replace(line("F3", "200", date(2026, 11, 20), demanded=False), informed=True),
        ]
        by = plain_creditor
        return message(lines, **{"by": by, "about": foreign(code)} | order | more)

    return make


Writer = Callable[..., Message]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "second"])
def test_no_french_word_is_left(written: Writer, words: Reader, code: str, kind: str) -> None:
    promise = Promise("C0012", Decimal(600), date(2026, 11, 30), AS_OF)
    text = words(render(written(code, KINDS[kind], promises=(promise,)), key=KEY).content)
    assert FRENCH.findall(text.replace("mise en demeure", "")) == []
    assert "{" not in text


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "notice"])
def test_no_french_word_is_left_in_a_message(written: Writer, code: str, kind: str) -> None:
    order = BY_MAIL | KINDS[kind] | {"channel": "email"}
    made = email.message_from_bytes(
        render(written(code, order), key=KEY).content, policy=email.policy.default
    )
    for form in ("plain", "html"):
        part = made.get_body((form,))
        assert part is not None
        said = re.sub(r"<[^>]*>", " ", part.get_content())
        assert FRENCH.findall(said.replace("mise en demeure", "")) == []
    assert FRENCH.findall(made["Subject"]) == []


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("nl", ("nalatigheidsinteresten tegen een rentevoet van 12,40 % per jaar",
                "een forfaitaire vergoeding voor invorderingskosten van € 40,00 per factuur"
                " verschuldigd zijn (artikelen L441-10, II en D441-5 van het Franse Wetboek van"
                " Koophandel)", "Wij verzoeken u € 1.400,00 te betalen",
                "afbetalingsplan", "uiterlijk op 1 december 2026")),
        ("de", ("Verzugszinsen zum Jahreszinssatz von 12,40 %",
                "eine Pauschale für Beitreibungskosten von 40,00 € je Rechnung",
                "Artikel L441-10, II und D441-5 des französischen Handelsgesetzbuchs",
                "bis spätestens 1. Dezember 2026 den Betrag von 1.400,00 € zu überweisen",
                "Ratenplan")),
        ("en", ("late-payment interest at a yearly rate of 12.40%",
                "fixed compensation for recovery costs of €40.00 per invoice payable by operation"
                " of law (Articles L441-10, II and D441-5 of the French Commercial Code)",
                "Please pay €1,400.00", "payment plan", "by 1 December 2026 at the latest")),
    ],
)  # fmt: skip
def test_a_letter_announces_without_claiming(
    written: Writer, words: Reader, code: str, parts: tuple[str, ...]
) -> None:
    text = words(render(written(code, KINDS["letter"]), key=KEY).content)
    for part in parts:
        assert part in text, part
    assert "18,35" not in text
    assert "18.35" not in text


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("nl", ("Aangetekende zending met ontvangstbewijs", "Betreft: ingebrekestelling",
                "stellen wij u in gebreke, in de zin van artikel 1344 van het Franse Burgerlijk"
                " Wetboek,", "€ 1.498,35", "8 dagen vanaf de eerste aanbieding van deze brief",
                "artikelen L441-10, II en D441-5 van het Franse Wetboek van Koophandel",
                "12,40 %", "de bevoegde rechtbank", "Logboek: 3fa9c04be1d2")),
        ("de", ("Einschreiben mit Rückschein",
                "Betreff: förmliche Zahlungsaufforderung (mise en demeure)",
                "förmlich in Verzug (mise en demeure) im Sinne von Artikel 1344 des französischen"
                " Zivilgesetzbuchs", "1.498,35 €",
                "innerhalb von 8 Tagen ab dem ersten Zustellversuch dieses Schreibens",
                "Artikel L441-10, II und D441-5 des französischen Handelsgesetzbuchs",
                "12,40 %", "das zuständige Gericht", "Protokoll: 3fa9c04be1d2")),
        ("en", ("Registered letter with acknowledgement of receipt",
                "Subject: formal notice to pay (mise en demeure)",
                "formal notice (mise en demeure), within the meaning of Article 1344 of the French"
                " Civil Code,", "€1,498.35", "8 days of the first presentation of this letter",
                "Articles L441-10, II and D441-5 of the French Commercial Code",
                "12.40%", "the competent court", "Log ref.: 3fa9c04be1d2")),
    ],
)  # fmt: skip
def test_a_notice_says_all_that_the_law_asks(
    written: Writer, words: Reader, code: str, parts: tuple[str, ...]
) -> None:
    # 900 + 500 + 18.35 + 2 x 40 = 1498.35
    text = words(render(written(code, KINDS["notice"]), key=KEY).content)
    for part in (*parts, "Bonnet Metal", "SIREN 823 456 789", "Linden", "Claire Bonnet",
                 "FR76 3000 6000 0112 3456 7890 189"):  # fmt: skip
        assert part in text, part


@pytest.mark.parametrize(
    ("code", "starts", "free"),
    [
        ("nl", "interesten tegen de wettelijke rentevoet (2,62 % per jaar) op de hoofdsom",
         "Er worden u geen invorderingskosten aangerekend."),
        ("de", "Zinsen zum gesetzlichen Zinssatz (2,62 % pro Jahr) auf die Hauptforderung",
         "Beitreibungskosten werden von Ihnen nicht verlangt."),
        ("en", "interest at the statutory rate of interest (2.62% a year) on the principal",
         "No recovery costs are claimed from you."),
    ],
)  # fmt: skip
def test_a_consumer_notice_starts_legal_interest_and_no_cost(
    written: Writer, words: Reader, code: str, starts: str, free: str
) -> None:
    order = NOTICE | {"rate": Decimal("0.0262"), "deadline_days": 15}
    text = words(render(written(code, order, "FR-B2C"), key=KEY).content)
    assert starts in text
    assert "1231-6" in text
    assert free in text


@pytest.mark.parametrize(
    ("code", "law"),
    [
        ("nl", "artikelen 5 en 6 van de wet van 2 augustus 2002 betreffende de bestrijding van de"
         " betalingsachterstand bij handelstransacties"),
        ("de", "Gesetzes vom 2. August 2002 zur Bekämpfung von Zahlungsverzug im Geschäftsverkehr"),
        ("en", "Belgian Law of 2 August 2002 on combating late payment"),
    ],
)  # fmt: skip
def test_a_belgian_firm_s_notice_names_the_law_of_2002(
    written: Writer, words: Reader, code: str, law: str
) -> None:
    text = words(render(written(code, KINDS["notice"], "BE-B2B"), key=KEY).content)
    assert law in text
    assert "1344" not in text


BELGIAN: dict[str, tuple[str, ...]] = {
    "nl": (
        "Betreft: eerste herinnering", "Deze eerste herinnering is kosteloos.",
        "Nog verschuldigde hoofdsom\n€ 820,00", "Vergoeding gevorderd na de termijn\n€ 81,00",
        "Ondernemingsnummer 0123.456.749", "14 kalenderdagen",
        "boek XIX van het Wetboek van economisch recht", "eindigt op 26 november 2026 (inbegrepen)",
        "artikel 7.2 van onze algemene voorwaarden",
        "118\nleveringen of diensten van deze factuur\n06/10/2026",
    ),
    "de": (
        "Betreff: erste Mahnung", "Diese erste Mahnung ist kostenlos.",
        "Noch geschuldete Hauptforderung\n820,00 €",
        "Nach der Frist verlangte Entschädigung\n81,00 €",
        "Unternehmensnummer 0123.456.749", "14 Kalendertagen",
        "Buch XIX des belgischen Wirtschaftsgesetzbuches", "am 26. November 2026"
                                                           " (einschließlich) endet",
        "Artikel 7.2 unserer Allgemeinen Geschäftsbedingungen",
        "118\nLieferungen oder Leistungen dieser Rechnung\n06.10.2026",
    ),
    "en": (
        "Subject: first reminder", "This first reminder is free of charge.",
        "Principal still owed\n€820.00", "Compensation after the period\n€81.00",
        "Company No. 0123.456.749", "14 calendar days",
        "Book XIX of the Belgian Code of Economic Law", "ends on 26 November 2026 inclusive",
        "article 7.2 of our general terms and conditions",
        "118\ngoods or services on this invoice\n",
    ),
}  # fmt: skip
STARTS = {
    "nl": ("op de derde werkdag na de verzending", "op de dag na de verzending"),
    "de": ("am dritten Werktag nach dem Versand", "am Tag nach dem Versand"),
    "en": ("on the third working day after", "on the day after"),
}
NOTHING_LATER = {
    "nl": "wordt van u geen vergoeding gevorderd",
    "de": "wird von Ihnen keine Entschädigung verlangt",
    "en": "no compensation will be claimed from you",
}


@pytest.fixture
def first_reminder(
    line: LineMaker, message: MessageMaker, plain_creditor: Creditor
) -> Callable[..., Message]:
    def make(code: str, **more: object) -> Message:
        by = replace(
            plain_creditor, registration="0123456749", vat_number="BE0123456749", country="BE",
            ibans=(("EUR", "BE68539007547034"),), consumer_clause=True,
        )  # fmt: skip
        lines = [line("118", "820", date(2026, 11, 5), regime="BE-B2C")]
        return message(lines, **{"by": by, "about": foreign(code)} | FIRST | more)

    return make


@pytest.mark.parametrize("code", OTHERS)
def test_the_belgian_first_reminder_has_its_four_contents(
    first_reminder: Writer, words: Reader, code: str
) -> None:
    text = words(render(first_reminder(code), key=KEY).content)
    for part in (*BELGIAN[code], STARTS[code][0]):
        assert part in text, part
    assert not re.search(r"\b0?1[./]12[./]2026|\b1\.? [Dd]e[cz]", text)  # one day only


@pytest.mark.parametrize("code", OTHERS)
def test_the_belgian_delay_starts_a_day_after_an_e_mail(first_reminder: Writer, code: str) -> None:
    sent = render(first_reminder(code, kind="email", channel="email"), key=KEY).content
    made = email.message_from_bytes(sent, policy=email.policy.default).get_body(("plain",))
    assert made is not None
    assert STARTS[code][1] in made.get_content().replace("\n", " ")


@pytest.mark.parametrize("code", OTHERS)
def test_no_language_but_french_has_a_space_before_a_colon(written: Writer, code: str) -> None:
    sent = render(written(code, KINDS["mail"] | BY_MAIL), key=KEY).content
    made = email.message_from_bytes(sent, policy=email.policy.default).get_body(("plain",))
    assert made is not None
    assert "IBAN: FR76" in made.get_content()
    assert not re.search(r"\s[:;!?]", made.get_content())


@pytest.mark.parametrize("code", OTHERS)
def test_without_a_clause_no_indemnity_is_announced(
    first_reminder: Writer, words: Reader, code: str
) -> None:
    text = words(render(first_reminder(code, indemnity=Decimal(0)), key=KEY).content)
    assert NOTHING_LATER[code] in text
    assert "7.2" not in text
    assert "81" not in text


# --- what French got after its first letters -------------------------------------------------


def plain(message: Message) -> str:
    """The text of an e-mail, on one line."""
    made = email.message_from_bytes(render(message, key=KEY).content, policy=email.policy.default)
    body = made.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("nl", ("Sinds ons bericht van 2 oktober 2026 en behoudens vergissing onzerzijds staan de",
                "Wanneer mogen wij uw betaling van € 1.400,00 verwachten?",
                "of ons een afbetalingsplan voor te stellen, uiterlijk op 1 december 2026",
                "12,40 % per jaar", "een korting", "Uw referentie: PO7")),
        ("de", ("weist auch nach unserer Nachricht vom 2. Oktober 2026, vorbehaltlich eines"
                " Irrtums",
                "Wann dürfen wir mit Ihrer Zahlung von 1.400,00 € rechnen?",
                "bis spätestens 1. Dezember 2026 oder schlagen Sie uns bis dahin einen"
                " Ratenplan vor",
                "zum Jahreszinssatz von 12,40 %", "ein Nachlass", "Ihr Zeichen: PO7")),
        ("en", ("Further to our message of 2 October 2026, and unless we are mistaken, the"
                " following",
                "When may we expect your payment of €1,400.00?",
                "Please pay, or propose a payment plan to us, by 1 December 2026 at the latest",
                "at a yearly rate of 12.40%", "a discount", "Your reference: PO7")),
    ],
)  # fmt: skip
def test_the_second_mail_asks_for_a_day_and_recalls_the_first(
    written: Writer, code: str, parts: tuple[str, ...]
) -> None:
    both = ("F1", "F2")
    first = Event(1, date(2026, 10, 2), "C0012", both, "mail-1", "email", "out", "sent")
    text = plain(written(code, KINDS["second"] | BY_MAIL, history=(first,)))
    for part in parts:
        assert part in text, part


@pytest.mark.parametrize(
    ("code", "since", "announced"),
    [
        ("nl",
         "is de volgende factuur, vervallen sinds 1 september 2026, nog niet volledig betaald",
         "Het bedrag van € 1.000,00 (factuur F1) wordt op 30 november 2026 via domiciliëring van uw"
         " rekening afgeschreven."),
        ("de", "die folgende, seit dem 1. September 2026 fällige Rechnung auf",
         "Der Betrag von 1.000,00 € (Rechnung F1) wird am 30. November 2026 per Lastschrift"
         " eingezogen."),
        ("en", "the following invoice, overdue since 1 September 2026, has not yet been paid",
         "The amount of €1,000.00 (invoice F1) will be taken from your account by direct debit on"
         " 30 November 2026."),
    ],
)  # fmt: skip
def test_an_old_item_is_called_old_and_a_debit_announced_without_a_request(
    line: LineMaker, message: MessageMaker, words: Reader, plain_creditor: Creditor, code: str,
    since: str, announced: str,
) -> None:  # fmt: skip
    asked = {"about": foreign(code), "by": plain_creditor}
    old = message([line(due=date(2026, 9, 1))], step="mail-1", phase=1, **asked)
    assert since in words(render(old, key=KEY).content)
    due = date(2026, 11, 30)
    debit = line(due=due, payment_method="direct_debit")
    text = words(render(message([debit], step="pre", phase=0, **asked), key=KEY).content)
    assert announced in text
    assert "IBAN" not in text
    assert FRENCH.findall(text) == []


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("fr", "impay", "les factures suivantes restent à régler"),
        ("nl", "onbetaald", "niet volledig betaald"),
        ("de", "unbezahlt", "folgende offene Rechnungen"),
        ("en", "unpaid", "not been paid in full"),
    ],
)
@pytest.mark.parametrize(
    ("kind", "regime"),
    [("letter", "FR-B2B"), ("urgent", "FR-B2B"), ("notice", "FR-B2B"), ("notice", "FR-B2C")],
)
def test_an_invoice_paid_in_part_is_not_called_unpaid(
    written: Writer, words: Reader, code: str, wrong: str, right: str, kind: str, regime: str
) -> None:
    # 100 of the 1000 of F1 came in; F2 is wholly open
    text = words(render(written(code, KINDS[kind], regime), key=KEY).content)
    assert right.lower() in text.lower()
    assert wrong not in text


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("kind", ["mail", "second", "letter", "urgent", "notice", "first"])
def test_a_message_follows_its_case(written: Writer, words: Reader, code: str, kind: str) -> None:
    promised = Reason("broken_promise", {"amount": Decimal(100), "currency": "EUR", "by": AS_OF})
    one = written(code, KINDS[kind] | {"circumstance": promised})
    text = plain(one) if kind == "second" else words(render(one, key=KEY).content)
    said = opening(TONGUES[code], promised.code, promised.facts)
    assert said.replace("\u00a0", " ") in text


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("nl", ("rekeningoverzicht op 23 november 2026", "Dit overzicht is geen factuur",
                "vervallen, 54 dagen", "nog niet vervallen", "betwist", "Van 31 tot 60 dagen",
                "Meer dan 90 dagen", "Saldo van de rekening\n\n\n\n\n€ 1.570,00")),
        ("de", ("Kontoauszug zum 23. November 2026", "Dieser Kontoauszug ist keine Rechnung",
                "fällig seit 54 Tagen", "noch nicht fällig", "strittig", "Seit 31 bis 60 Tagen",
                "Seit mehr als 90 Tagen", "Saldo des Kontos\n\n\n\n\n1.570,00 €")),
        ("en", ("statement of account at 23 November 2026", "This statement is not an invoice",
                "54 days overdue", "not yet due", "in dispute", "31 to 60 days",
                "More than 90 days", "Balance of the account\n\n\n\n\n€1,570.00")),
    ],
)  # fmt: skip
def test_a_statement_says_where_each_item_stands(
    line: LineMaker, message: MessageMaker, words: Reader, plain_creditor: Creditor, code: str,
    parts: tuple[str, ...],
) -> None:  # fmt: skip
    disputed = replace(line("F3", "70"), blocked=(Reason("disputed", {}),))
    lines = [line(), line("F2", "500", date(2026, 12, 31)), disputed]
    one = message(lines, about=foreign(code), by=plain_creditor, **KINDS["statement"])
    text = words(render(one, key=KEY).content)
    for part in parts:
        assert part in text, part


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("nl", ("nota van nalatigheidsinteresten nr. NP-C0012-20261123", "€ 98,35 te betalen",
                "buiten het toepassingsgebied van de btw: deze nota is geen factuur.",
                "artikelen L441-10, II en D441-5")),
        ("de", ("Verzugsabrechnung Nr. NP-C0012-20261123", "98,35 € bis spätestens 1. Dezember"
                                                           " 2026",
                "unterliegen nicht der Mehrwertsteuer: Diese Abrechnung ist keine Rechnung.",
                "Artikel L441-10, II und D441-5")),
        ("en", ("statement of late-payment charges No. NP-C0012-20261123", "pay €98.35 by",
                "outside the scope of VAT: this statement is not an invoice.",
                "Articles L441-10, II and D441-5")),
    ],
)  # fmt: skip
def test_a_penalty_note_claims_interest_and_fixed_sum_alone(
    written: Writer, words: Reader, code: str, parts: tuple[str, ...]
) -> None:
    # 18.35 + 2 x 40 = 98.35
    text = words(render(written(code, KINDS["note"]), key=KEY).content)
    for part in parts:
        assert part in text, part


@pytest.mark.parametrize(
    ("code", "article"),
    [("nl", "artikel 28, 3° van het Btw-Wetboek"), ("de", "Artikel 28 Nr. 3 des belgischen"),
     ("en", "Article 28, 3° of the Belgian VAT Code")],
)  # fmt: skip
def test_a_belgian_note_names_the_article_of_its_vat_code(
    written: Writer, words: Reader, code: str, article: str
) -> None:
    assert article in words(render(written(code, KINDS["note"], "BE-B2B"), key=KEY).content)


@pytest.mark.parametrize(
    ("code", "plan", "settlement", "thanks"),
    [
        ("nl", "wordt het saldo opnieuw opeisbaar",
         "onder voorbehoud van de daadwerkelijke betaling van € 900,00 uiterlijk op die datum",
         "u hoeft niets te doen"),
        ("de", "der Restbetrag wird wieder fällig",
         "der tatsächlichen Zahlung von 900,00 € bis zu diesem Tag",
         "Sie brauchen nichts zu unternehmen"),
        ("en", "the balance becomes payable again", "subject to actual payment of €900.00",
         "there is nothing for you to do"),
    ],
)  # fmt: skip
def test_agreements_and_thanks_say_what_they_change(
    written: Writer, words: Reader, code: str, plan: str, settlement: str, thanks: str
) -> None:
    for kind, part in (("plan", plan), ("settlement", settlement), ("thanks", thanks)):
        text = words(render(written(code, KINDS[kind]), key=KEY).content)
        assert part in text, part
        assert "( )" not in text
        assert "()" not in text


@pytest.mark.parametrize(
    ("code", "one", "several"),
    [
        ("fr", "Cet échéancier remplace l'échéancier convenu le 5 octobre 2026.",
         "remplace les échéanciers convenus les 5 octobre 2026 et 2 novembre 2026."),
        ("nl", "Dit afbetalingsplan vervangt het afbetalingsplan dat op 5 oktober 2026 werd",
         "de afbetalingsplannen die op 5 oktober 2026 en 2 november 2026 werden overeengekomen."),
        ("de", "Dieser Ratenplan ersetzt den am 5. Oktober 2026 vereinbarten Ratenplan.",
         "die am 5. Oktober 2026 und 2. November 2026 vereinbarten Ratenpläne."),
        ("en", "This plan replaces the payment plan agreed on 5 October 2026.",
         "the payment plans agreed on 5 October 2026 and 2 November 2026."),
    ],
)  # fmt: skip
def test_a_plan_says_which_one_it_replaces(
    written: Writer, words: Reader, code: str, one: str, several: str
) -> None:
    days = (date(2026, 10, 5), date(2026, 11, 2))
    for told, sentence in ((days[:1], one), (days, several)):
        message = written(code, KINDS["plan"] | {"plans_replaced": told})
        text = words(render(message, key=KEY).content)
        assert sentence in text.replace("\u00a0", " ").replace("’", "'")


# --- whose language --------------------------------------------------------------------------

SALUTES = {"fr": "Madame, Monsieur", "nl": "Geachte", "de": "Sehr geehrte", "en": "Dear Sir"}


@pytest.mark.parametrize(
    ("debtor_s", "creditor_s", "code"),
    [
        ("nl", "fr", "nl"),
        ("de", "fr", "de"),
        ("en", "nl", "en"),
        ("", "nl", "nl"),
        ("", "", "fr"),
        ("fr", "nl", "fr"),
        ("es", "nl", "fr"),  # an unknown one: French
    ],
)
def test_the_debtor_s_language_decides_then_the_creditor_s(
    written: Writer, words: Reader, plain_creditor: Creditor, debtor_s: str, creditor_s: str,
    code: str,
) -> None:  # fmt: skip
    by = replace(plain_creditor, language=creditor_s)
    text = words(render(written(debtor_s, {}, by=by), key=KEY).content)
    assert SALUTES[code] in text


def test_a_payer_is_written_to_in_their_own_language(written: Writer, words: Reader) -> None:
    payer = Debtor("P1", "Gruppe Rhein", "business", "DE", language="de")
    text = words(render(written("nl", {}, payer=payer), key=KEY).content)
    assert "Sie erhalten dieses Schreiben als Zahler für Rechnung von Linden." in text


def test_a_call_sheet_is_in_french_for_its_caller(written: Writer, words: Reader) -> None:
    past = Event(2, date(2026, 10, 9), "C0012", ("F1",), "call-1", "phone", "out", "done")
    order: Order = {"kind": "call_sheet", "step": "call-1", "channel": "phone", "history": (past,)}
    text = words(render(written("nl", order), key=KEY).content)
    assert "Fiche d'appel – Linden" in text
    assert "1 400,00 €" in text
    assert "09/10/2026\npremier appel" in text
    assert "Betreft" not in text


def test_the_country_is_named_for_the_sender_s_post(
    written: Writer, words: Reader, plain_creditor: Creditor
) -> None:
    assert "2000 ANTWERPEN\nBELGIQUE" in words(render(written("nl", {}), key=KEY).content)
    by = replace(plain_creditor, language="nl")
    assert "2000 ANTWERPEN\nBELGIE" in words(render(written("de", {}, by=by), key=KEY).content)


# --- the files -------------------------------------------------------------------------------


@pytest.mark.parametrize("code", TONGUES)
def test_word_and_browsers_are_told_the_language(code: str) -> None:
    locale = TONGUES[code].locale
    name = "rappel" if code == "fr" else f"rappel.{code}"
    parts = unpack("x.docx", shipped(f"{name}.docx"))
    styles, settings = (parts[f"word/{part}.xml"].decode() for part in ("styles", "settings"))
    assert re.findall(r'<w:lang w:val="([^"]+)"', styles) == [locale]
    assert f'<w:themeFontLang w:val="{locale}"/>' in settings
    assert f'<html lang="{locale}">' in shipped(f"{name}.html").decode()
    assert not any(b"<!--" in part for part in parts.values())


def test_a_user_s_template_stands_for_that_of_its_language_alone(
    written: Writer, words: Reader
) -> None:
    own = {
        "relance-1.docx": shipped("rappel.docx"),
        "Relance-1.NL.docx": shipped("rappel.nl.docx"),
    }
    dutch = words(render(written("nl", {}), own, key=KEY).content)
    german = words(render(written("de", {}), own, key=KEY).content)
    assert "vervallen facturen" in dutch
    assert "Zahlungserinnerung" in german


def test_the_name_of_a_file_stays_french_for_whoever_files_it(written: Writer) -> None:
    made = render(written("nl", KINDS["notice"]), key=KEY)
    assert made.name == "2026-11-23_mise-en-demeure_linden-abcdef.docx"


def test_every_letter_exists_in_every_language() -> None:
    for code in OTHERS:
        for name in set(LETTERS) - set(WITHOUT_WORDS):
            assert read(f"bodies/{name}", code)


@pytest.mark.parametrize("code", OTHERS)
def test_a_french_administration_is_written_its_claim_in_french(
    written: Writer, words: Reader, code: str
) -> None:
    made = render(written(code, KINDS["notice"], "FR-PUB"), key=KEY)
    assert made.name.startswith("2026-11-23_reclamation_")
    text = words(made.content)
    assert "Nous vous demandons de faire mandater la somme de 1 498,35 €" in text
    assert "mille quatre cent nonante-huit euros" in text  # its address is in Belgium


@pytest.mark.parametrize("code", OTHERS)
def test_a_name_with_marks_is_printed_as_it_is(written: Writer, words: Reader, code: str) -> None:
    odd = replace(foreign(code), name='<b>R&D "Ä" {{ total }}</b>', payables=Contact())
    assert '<b>R&D "Ä" {{ total }}</b>' in words(
        render(written(code, {}, about=odd), key=KEY).content
    )
