"""Statement, thanks, penalty note, plan, settlement and posting slip: what each must say."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from typing import cast

import pytest

from relance.core.findings import Reason
from relance.core.records import (
    Address,
    Creditor,
    Debtor,
    Instalment,
    Line,
    Message,
    PaymentPlan,
)
from relance.documents.context import fields
from relance.documents.render import render
from relance.documents.slip import Packet, render_slip
from relance.wording.letter_accounts import extras
from relance.wording.tongues import TONGUES

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
Reader = Callable[[bytes], str]
KEY = "abcdef0123"
AS_OF = date(2026, 11, 23)
DEMANDS = ("Nous vous remercions de bien vouloir régler", "mettons en demeure", "au plus tard le")


def said(message: Message, words: Reader) -> str:
    return words(render(message, key=KEY).content)


def statement(message: MessageMaker, lines: list[Line], **more: object) -> Message:
    order: dict[str, object] = {"kind": "statement", "step": "statement", "phase": None}
    return message(lines, **order | {"reply_by": None} | more)


# --- statement -------------------------------------------------------------------------------


def test_a_statement_lists_all_that_is_open_and_says_that_it_is_no_invoice(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    disputed = replace(line("F3", "70"), blocked=(Reason("disputed", {}),))
    lines = [
        line("F1", "1000", order_number="4500"),
        line("F2", "500", date(2026, 12, 31)),
        disputed,
        line("A7", "-100", kind="credit_note", demanded=False),
    ]
    text = said(statement(message, lines), words)
    assert "relevé de compte au 23 novembre 2026 – compte client C0012" in text
    assert "Ce relevé n'est pas une facture" in text
    assert "F1 (cde 4500)\n31/08/2026\n30/09/2026\néchue, 54 jours" in text
    assert "F2\n01/12/2026\n31/12/2026\nnon échue" in text
    assert "en litige" in text
    assert "Avoir A7" in text
    assert "Solde du compte\n\n\n\n\n1 470,00 €" in text  # 1000 + 500 + 70 - 100
    for wrong in (*DEMANDS, "Pénalités", "reportée", "Indemnité", "relance", "Objet : facture"):
        assert wrong not in text, wrong


def test_a_statement_counts_the_days_from_the_day_that_was_granted(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    # due on 30 September, put off to 19 November: 4 days late on the 23rd; the other runs until it
    late = line("F1", "1000", extended_to=date(2026, 11, 19))
    runs = line("F2", "500", extended_to=AS_OF)
    lines = [replace(late, days_overdue=4), replace(runs, days_overdue=0)]
    text = said(statement(message, lines), words)
    assert "30/09/2026\nreportée au 19/11/2026, échue, 4 jours" in text
    assert "30/09/2026\nreportée au 23/11/2026\n" in text
    blank = replace(late, item=replace(late.item, due=None), days_overdue=4)
    assert "reportée au 19/11/2026, échue, 4 jours" in said(statement(message, [blank]), words)


def test_a_statement_shows_no_account_for_what_will_be_collected_or_is_ours_to_pay_back(
    message: MessageMaker, line: LineMaker, words: Reader
) -> None:
    """A transfer beside a debit would pay twice; the credit of F1 is more than F1."""
    later = date(2026, 12, 31)
    debited = line("F1", "160", later, payment_method="direct_debit")
    credit = line("A1", "-200", kind="credit_note")
    for lines, credits_, shown in (
        ([line("F1", "160", later)], (), True),
        ([debited], (), False),
        ([line("F1", "160", later)], (credit,), False),
    ):
        text = said(statement(message, lines, credits=credits_), words)
        assert ("IBAN" in text) is shown


@pytest.mark.parametrize(
    ("language", "stands", "to_transfer"),
    [
        ("fr", "sera prélevé le 31/12/2026", "Somme à virer\n300,00 €"),
        ("nl", "wordt geïnd op 31/12/2026", "Over te schrijven\n€ 300,00"),
        ("de", "Einzug am 31.12.2026", "Zu überweisen\n300,00 €"),
        ("en", "to be debited on 31 Dec 2026", "Amount to transfer\n€300.00"),
    ],
)
def test_a_statement_asks_by_transfer_for_what_no_debit_takes(
    language: str, stands: str, to_transfer: str,
    message: MessageMaker, line: LineMaker, words: Reader, debtor: Debtor,
) -> None:  # fmt: skip
    later = date(2026, 12, 31)
    lines = [
        line("F1", "160", later, payment_method="direct_debit"),
        line("F2", "300", later),
        line("F3", "70", later, payment_method="direct_debit", currency="USD"),
    ]
    one = statement(message, lines, about=replace(debtor, language=language))
    text = said(one, words)
    assert stands in text
    assert to_transfer in text
    assert text.count("IBAN") == 1  # nothing is to be transferred in dollars
    tables = cast(list[dict[str, str]], fields(one)["tables"])
    assert ["EUR300.00" in table["qr"] for table in tables] == [True, False]


AGREED = {
    "agreed_on": date(2026, 10, 9), "by": date(2026, 12, 15), "numbers": ("F1", "F8"),
    "amount": Decimal(800), "paid": Decimal(0), "currency": "EUR",
}  # fmt: skip


def stated(message: MessageMaker, line: LineMaker, code: str, language: str = "fr") -> Message:
    """A statement of F1 that tells an agreement, as a reason says it."""
    bare = statement(message, [line("F1", "1000")])
    debtor = replace(bare.decision.debtor, language=language)
    return replace(
        bare, decision=replace(bare.decision, debtor=debtor, why=(Reason(code, AGREED),))
    )


@pytest.mark.parametrize(
    ("language", "part"),
    [
        ("fr", "Un accord de règlement du 9 octobre 2026 est en cours : 800,00 € jusqu'au"),
        ("en", "A settlement agreement of 9 October 2026 is running: €800.00 by 15 December 2026"),
        ("nl", "Er loopt een betalingsakkoord van 9 oktober 2026: € 800,00 tot en met"),
        ("de", "Eine Zahlungsvereinbarung vom 9. Oktober 2026 läuft: 800,00 € bis"),
    ],
)
def test_a_statement_tells_the_settlement_that_runs_and_asks_for_nothing_beside_it(
    line: LineMaker, message: MessageMaker, words: Reader, language: str, part: str
) -> None:
    text = said(stated(message, line, "settlement", language), words).replace("\u00a0", " ")
    assert part in text.replace("\u202f", " ")
    assert "IBAN" not in text
    assert "QR" not in text


@pytest.mark.parametrize("code", ["planned", "settlement", "settlement_unsure"])
def test_a_statement_has_no_account_while_an_agreement_runs(
    line: LineMaker, message: MessageMaker, words: Reader, code: str
) -> None:
    one = stated(message, line, code)
    assert "IBAN" not in said(one, words)
    assert "en cours" in said(one, words)
    assert fields(one)["qr"] == ""


@pytest.mark.parametrize("code", ["planned", "settlement", "settlement_unsure"])
def test_a_statement_asks_beside_an_agreement_for_what_it_does_not_cover(
    line: LineMaker, message: MessageMaker, words: Reader, code: str
) -> None:
    lines = [line("F1", "1000"), line("F2", "300"), line("F3", "70", currency="USD")]
    free = replace(stated(message, line, code), credits=(line("A1", "-50"),))
    one = replace(free, decision=replace(free.decision, lines=tuple(lines)))
    text = said(one, words)
    assert "Somme à virer\n250,00 €" in text  # F2 less the credit
    assert text.count("IBAN (") == 2
    eur, usd = cast(list[dict[str, str]], fields(one)["tables"])
    assert ("EUR250.00" in eur["qr"], eur["reference"]) == (True, "C0012 F2")
    assert (usd["a_virer"], usd["reference"]) == ("", "C0012 F3")  # its balance is the sum


def test_a_credit_that_a_settlement_has_taken_pays_nothing_else(
    line: LineMaker, message: MessageMaker
) -> None:
    bare = replace(stated(message, line, "settlement"), credits=(line("A1", "-50"),))
    left = Reason("settlement", {**AGREED, "open": Decimal(960)})  # F1 less 40 of the credit
    lines = (line("F1", "1000"), line("F2", "300"))
    one = replace(bare, decision=replace(bare.decision, lines=lines, why=(left,)))
    (table,) = cast(list[dict[str, str]], fields(one)["tables"])
    assert table["a_virer"].startswith("290,00")


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_a_statement_tells_what_has_come_of_a_settlement_that_runs(
    line: LineMaker, message: MessageMaker, words: Reader, language: str
) -> None:
    one = stated(message, line, "settlement", language)
    part = Reason("settlement", {**AGREED, "paid": Decimal(300)})
    text = said(replace(one, decision=replace(one.decision, why=(part,))), words)
    assert "300" in text.split("F1, F8")[1]
    assert "500" in text.split("F1, F8")[1]


def test_a_statement_tells_the_settlement_that_was_kept_and_asks_for_the_rest(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(stated(message, line, "settlement_kept"), words)
    assert "Soldé par l'accord du 9 octobre 2026 : F1, F8." in text.replace("\u00a0", " ")
    assert "IBAN" in text


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (0, "Non échu"),
        (1, "De 1 à 30 jours"),
        (30, "De 1 à 30 jours"),
        (31, "De 31 à 60 jours"),
        (61, "De 61 à 90 jours"),
        (91, "Plus de 90 jours"),
    ],
)
def test_a_statement_sums_what_is_open_by_age(
    line: LineMaker, message: MessageMaker, words: Reader, days: int, bucket: str
) -> None:
    due = date.fromordinal(AS_OF.toordinal() - days)
    text = said(statement(message, [line("F1", "12.34", due)]), words)
    aged = text[text.index("Ancienneté") : text.index("Si votre comptabilité")]
    assert f"{bucket}\n12,34 €" in aged
    assert aged.count("\n0,00 €") == 4


def test_a_statement_by_mail_names_the_copies_that_go_with_it(
    line: LineMaker, message: MessageMaker
) -> None:
    one = statement(
        message, [line(copy="F1.pdf")], channel="email",
        attachments=("F1.pdf",), attachment_contents=(("F1.pdf", b"%PDF"),),
    )  # fmt: skip
    mail = render(one, key=KEY)
    assert mail.name.startswith("2026-11-23_releve_")
    joined = "Pièces jointes à ce relevé, pour mémoire\u00a0: copie de la facture F1."
    assert joined in _text_of(mail.content)
    assert b"F1.pdf" in mail.content
    bare = render(replace(one, attachments=(), attachment_contents=()), key=KEY).content
    assert "joint" not in _text_of(bare)


def _text_of(mail: bytes) -> str:
    body = message_from_bytes(mail, policy=default).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


# --- thanks ----------------------------------------------------------------------------------


def test_thanks_say_what_was_received_and_ask_for_nothing(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    paid = [line("F1", "1000", paid="1000"), line("F2", "250.50", paid="250.50")]
    one = message(paid, kind="thanks", step="thanks", phase=None, reply_by=None)
    text = said(one, words)
    assert "Nous avons bien reçu le règlement des factures suivantes" in text
    assert "F1\n31/08/2026\n30/09/2026\n1 000,00 €" in text
    assert "250,50 €" in text
    assert "vous n'avez rien à faire" in text
    for wrong in (*DEMANDS, "IBAN", "Reste dû", "impay"):
        assert wrong not in text, wrong


# --- penalty note ----------------------------------------------------------------------------


def note(message: MessageMaker, lines: list[Line], **more: object) -> Message:
    order: dict[str, object] = {
        "kind": "penalty_note", "step": "penalty_note", "phase": None, "claims": "claimed",
        "rate": Decimal("0.124"), "number": "NP-C0012-20261123",
    }  # fmt: skip
    return message(lines, **order | more)


def test_a_penalty_note_claims_interest_and_fixed_sum_and_never_the_principal(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [
        line("F1", "1000", paid="1000", interest="18.35", fee="40"),
        line("F2", "500", interest="9.17", fee="40"),
    ]
    text = said(note(message, lines), words)
    for part in (
        "note de pénalités n° NP-C0012-20261123",
        "articles L441-10, II et D441-5 du code de commerce",
        "F1\n31/08/2026\n30/09/2026\n1 000,00 €\n18,35 €\n40,00 €",
        "Total de la note, sans TVA\n107,52 €",  # 18.35 + 9.17 + 2 x 40
        "régler 107,52 € au plus tard le 1er décembre 2026",
        "Référence à rappeler\nNP-C0012-20261123",
        "hors du champ de la TVA : cette note n'est pas une facture.",
        "ne comprend pas le principal encore dû",
        "arrêté au 23 novembre 2026",
        "Annexe – Décompte : pénalités de retard",
        "12,40 %",
    ):
        assert part in text, part
    assert "1 607,52" not in text  # the principal is asked for elsewhere
    assert "500,00 €\n9,17" in text  # as the invoice's amount


@pytest.mark.parametrize(
    ("paid", "open_", "said_of_them"),
    [
        (1, 0, "La facture suivante a été réglée après son échéance. Ce retard"),
        (2, 0, "Les factures suivantes ont été réglées après leur échéance. Ce retard"),
        (0, 1, "La facture suivante est échue et reste à régler. Ce retard"),
        (0, 2, "Les factures suivantes sont échues et restent à régler. Ce retard"),
        (1, 1, "ont été réglées après leur échéance, ou sont échues et restent à régler. Ce"),
    ],
)
def test_a_note_says_what_is_the_case_of_its_invoices(
    line: LineMaker, message: MessageMaker, words: Reader, paid: int, open_: int, said_of_them: str
) -> None:
    lines = [line(f"P{n}", "10", paid="10", interest="1", fee="40") for n in range(paid)]
    lines += [line(f"O{n}", "10", interest="1", fee="40") for n in range(open_)]
    text = said(note(message, lines), words)
    assert said_of_them in text


@pytest.mark.parametrize("language", ["nl", "de", "en"])
def test_a_note_on_paid_invoices_names_no_open_one_in_any_language(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor, language: str
) -> None:
    lines = [line("F1", "10", paid="10", interest="1", fee="40")]
    one = note(message, lines)
    whom = replace(one.decision.debtor, language=language)
    text = said(replace(one, decision=replace(one.decision, debtor=whom)), words)
    for wrong in ("nog open", "noch offen", "still open"):
        assert wrong not in text, wrong


def test_a_note_says_what_it_replaces_and_what_it_includes(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    """Two papers side by side: nobody may add them up."""
    received = Reason("paid_on_note", {"amount": Decimal(40), "currency": "EUR"})
    one = line("F1", "1000", interest="18.35")
    one = replace(one, claim=replace(one.claim, withheld=(received,)))
    text = said(
        note(
            message, [one], notes=(("NP-C0012-20261102", date(2026, 11, 2)),),
            claimed_on=date(2026, 11, 10), thanked_on=date(2026, 11, 12),
        ),
        words,
    )  # fmt: skip
    for part in (
        "Cette note remplace la note de pénalités n° NP-C0012-20261102 du 2 novembre 2026",
        "notre message du 10 novembre 2026 demandait en plus du principal est compris",
        "Notre message du 12 novembre 2026 vous remerciait du règlement du principal",
        "(40,00 €) est déduit des sommes ci-dessus",
    ):
        assert part in text, part


def test_thanks_name_the_note_that_is_left_to_be_paid(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    paid = [line("F1", "1000", paid="1000")]
    one = message(
        paid, kind="thanks", step="thanks", phase=None, reply_by=None,
        notes=(("NP-C0012-20261123", AS_OF),),
    )  # fmt: skip
    text = said(one, words)
    assert "Ce message ne porte que sur le principal ci-dessus. Reste à régler" in text
    assert "la note de pénalités n° NP-C0012-20261123 du 23 novembre 2026" in text
    assert "vous n'avez rien à faire" not in text


def test_a_letter_says_that_the_sums_of_a_note_are_not_added(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    notes = (("NP-C0012-20261102", date(2026, 11, 2)),)
    lines = [line("F1", "1000", interest="18.35", fee="40")]
    for claims, is_said in (("claimed", True), ("announced", False)):
        text = said(message(lines, claims=claims, notes=notes), words)
        assert (
            "par la note de pénalités n° NP-C0012-20261102 du 2 novembre 2026 est compris" in text
        ) is (is_said)


def test_a_note_about_paid_invoices_speaks_of_no_open_one(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(note(message, [line(paid="1000", interest="18.35", fee="40")]), words)
    assert "principal encore dû" not in text


def test_a_belgian_note_names_the_article_of_its_vat_code(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor
) -> None:
    by = replace(creditor, country="BE")
    one = note(message, [line(regime="BE-B2B", interest="5", fee="40")], policy="be-b2b", by=by)
    text = said(one, words)
    assert "hors du champ de la TVA (article 28, 3° du Code de la TVA)" in text
    assert "articles 5 et 6 de la loi du 2 août 2002" in text


def test_a_consumer_s_note_has_no_fixed_sum_of_firms(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(note(message, [line(regime="FR-B2C", interest="2.10")], policy="fr-b2c"), words)
    assert "articles 1231-6 et 1344-1 du code civil" in text
    assert "D441-5" not in text
    assert "40,00" not in text


# --- plan and settlement ---------------------------------------------------------------------


def test_a_plan_is_confirmed_with_its_dates_and_what_ends_it(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    plan = PaymentPlan(
        "C0012", date(2026, 11, 2),
        (
            Instalment(1, date(2026, 11, 10), Decimal(500), Decimal(500)),
            Instalment(2, date(2026, 12, 10), Decimal(500), Decimal(100)),
        ),
    )  # fmt: skip
    one = message(
        [line()], kind="plan", step="plan_letter", phase=None, reply_by=None, plan=plan
    )  # fmt: skip
    text = said(one, words)
    for part in (
        "l'échéancier convenu le 2 novembre 2026",
        "1\n10/11/2026\n500,00 €\n500,00 €",
        "2\n10/12/2026\n500,00 €\n100,00 €",
        "Total\n\n1 000,00 €",
        "Le prochain versement, de 400,00 €, est attendu le 10 décembre 2026.",
        "l'échéancier prend fin et le solde redevient exigible",
        "ne vaut ni remise ni novation",
        "Pour accord",
    ):
        assert part in text, part


def test_a_settlement_holds_until_a_day_and_only_if_it_is_paid(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    one = message(
        [line()], kind="settlement", step="settlement", phase=None, settled_for=Decimal(800),
        reply_by=date(2026, 12, 15),
    )  # fmt: skip
    text = said(one, words)
    for part in (
        "recevoir 800,00 € (huit cents euros) en règlement de la somme de 1 000,00 €",
        "vaut jusqu'au 15 décembre 2026, sous réserve du paiement effectif de 800,00 €",
        "À défaut de paiement effectif et intégral au plus tard à cette date, l'accord est caduc",
        "la totalité reste due, déduction faite des versements reçus",
        "n'emporte pas novation",
    ):
        assert part in text, part
    assert "juridiction" not in text


@pytest.mark.parametrize(
    ("amount", "interest", "fee", "parts", "absent"),
    [
        ("800", "12.30", "40",
         ["en principal et de ses accessoires (pénalités de retard et indemnité forfaitaire :"
          " 52,30 € à ce jour)",
          "plus rien sur cette facture : ni solde, ni accessoires (pénalités de retard et indemnité"
          " forfaitaire).",
          "la totalité reste due, avec ses accessoires (pénalités de retard et indemnité"
          " forfaitaire), déduc"],
         ["nous renonçons"]),
        ("1000", "12.30", "40", ["À cette condition, nous renonçons aux accessoires ("], []),
        ("800", "0", "40",
         ["de ses accessoires (sommes dues à titre d'indemnité forfaitaire : 40,00 € à ce jour)"],
         ["pénalités"]),
        ("800", "12.30", "0", ["de ses accessoires (pénalités de retard : 12,3"], ["indemnités"]),
        ("800", "0", "0", ["1 000,00 € en principal :", "la totalité reste due, déduction"],
         ["pénalités", "indemnités", "ni solde"]),
    ],
)  # fmt: skip
def test_a_settlement_says_what_it_covers_beside_the_principal(
    line: LineMaker, message: MessageMaker, words: Reader, amount: str, interest: str, fee: str,
    parts: list[str], absent: list[str],
) -> None:  # fmt: skip
    """A formal notice may have claimed penalties: the debtor must know that they are in it."""
    one = message(
        [line(interest=interest, fee=fee)], kind="settlement", step="settlement_letter",
        phase=None, settled_for=Decimal(amount), reply_by=date(2026, 12, 15),
    )  # fmt: skip
    text = said(one, words)
    for part in parts:
        assert part in text, part
    for part in absent:
        assert part not in text, part


def test_a_settlement_names_the_one_that_it_replaces(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    one = message(
        [line()], kind="settlement", step="settlement_letter", phase=None,
        settled_for=Decimal(800), reply_by=date(2026, 12, 15), replaces=date(2026, 11, 20),
    )  # fmt: skip
    assert "Il remplace notre accord du 20 novembre 2026." in said(one, words)
    assert "remplace" not in said(replace(one, replaces=None), words)


# --- posting slip ----------------------------------------------------------------------------


def test_the_slip_lists_each_letter_with_its_reader_and_leaves_room_for_its_number(
    creditor: Creditor, debtor: Debtor, words: Reader
) -> None:
    abroad = Debtor(
        "B1", "Nuée & Fils", address=Address("1 rue Haute", "", "1000", "Bruxelles", "BE")
    )
    packets = [Packet(debtor, "C0012", AS_OF), Packet(abroad, "B1", date(2026, 11, 20))]
    slip = render_slip(creditor, packets, AS_OF, key=KEY)
    text = words(slip.content)
    assert slip.name == "2026-11-23_bordereau_menuiserie-du-rhone-abcdef.docx"
    assert "Déposant : Menuiserie du Rhône – 2 plis – bordereau du 23 novembre 2026" in text
    assert (
        "1\nHôtel des Tilleuls SAS – 3 place Bellecour, Bâtiment C, 69002 Lyon\nC0012-20261123\n"
    ) in text
    assert "2\nNuée & Fils – 1 rue Haute, 1000 Bruxelles, BELGIQUE\nB1-20261120\n" in text
    assert "N° de suivi" in text
    assert render_slip(creditor, packets, AS_OF, key=KEY) == slip


def test_the_head_of_the_slips_second_page_names_no_client(
    creditor: Creditor, debtor: Debtor
) -> None:
    """It is about several, and the code of none of them stood there: that of an example did."""
    content = render_slip(creditor, [Packet(debtor, "C0012", AS_OF)] * 45, AS_OF, key=KEY).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        head = re.sub(r"<[^>]+>", "", package.read("word/header1.xml").decode())
    assert " ".join(head.split()) == "Menuiserie du Rhône – 23 novembre 2026"


def test_what_is_added_to_a_principal_is_named_by_how_much_of_it_there_is() -> None:
    said = {
        (code, interest, fees): extras(TONGUES[code], "FR-B2B", interest=interest, fees=fees)
        for code in TONGUES
        for interest in (True, False)
        for fees in (1, 2)
    }
    assert said["fr", True, 1] == "pénalités de retard et indemnité forfaitaire"
    assert said["fr", True, 2] == "pénalités de retard et indemnités forfaitaires"
    assert said["fr", False, 2] == "indemnités forfaitaires"
    assert said["nl", False, 1] == "forfaitaire vergoeding"
    assert said["de", True, 1] == "Verzugszinsen und Pauschale"
    assert said["en", True, 1] == "late-payment interest and fixed compensation"
