"""What each document must say, and what none may say."""

import email
import email.policy
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from relance.core.errors import BadArgumentError
from relance.core.findings import Reason
from relance.core.records import Address, Contact, Creditor, Debtor, Event, Line, Message, Procedure
from relance.documents.render import render
from relance.wording.amounts import long_day

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
Reader = Callable[[bytes], str]
KEY = "abcdef0123"


def said(message: Message, words: Reader) -> str:
    return words(render(message, key=KEY).content)


@pytest.fixture
def consumer() -> Debtor:
    address = Address("27 chemin des Œillets", "", "01000", "Bourg-en-Bresse", "FR")
    return Debtor("P031", "Jean-Baptiste Lefèvre", "consumer", "FR", address=address)


@pytest.fixture
def belgian(creditor: Creditor) -> Creditor:
    return replace(
        creditor,
        name="Chauffage Lambert SRL",
        registration="0123456749",
        vat_number="BE0123456749",
        country="BE",
        ibans=(("EUR", "BE68539007547034"),),
        clause_article="7.2",
        consumer_clause=True,
    )


# --- reminders -------------------------------------------------------------------------------


def test_the_first_mail_is_courteous_and_claims_nothing_more(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(message([line(fee="40", interest="9.99")], step="mail-1", phase=1), words)
    assert "Sauf erreur ou omission de notre part, la facture suivante" in text
    assert "régler 1 000,00 € au plus tard le 1er décembre 2026." in text
    assert "premier rappel" not in text.lower()
    assert "40,00" not in text
    assert "9,99" not in text


def test_before_the_due_date_nothing_is_called_late(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    due = date(2026, 11, 30)
    text = said(message([line(due=due)], step="pre", phase=0, reply_by=due), words)
    assert "l'échéance prochaine de la facture suivante" in text
    assert "avant le 30 novembre 2026" in text
    assert "impay" not in text


@pytest.mark.parametrize(("days", "old"), [(30, False), (31, True)])
def test_a_first_mail_about_an_old_item_speaks_of_the_time_that_has_passed(
    line: LineMaker, message: MessageMaker, words: Reader, days: int, old: bool
) -> None:
    due = date(2026, 11, 23) - timedelta(days=days)
    text = said(message([line(due=due)], step="mail-1", phase=1), words)
    since = long_day(due).replace("\u00a0", " ")
    assert (f"échue depuis le {since}, reste à régler" in text) is old
    assert ("Nous aurions souhaité vous en parler plus tôt" in text) is old
    assert ("arrivée à échéance, reste à régler" in text) is not old


def test_the_oldest_of_several_old_items_is_named(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F1", due=date(2026, 11, 20)), line("F2", due=date(2026, 9, 1))]
    text = said(message(lines, step="mail-1", phase=1), words)
    assert "la plus ancienne est échue depuis le 1er septembre 2026" in text


def mail(message: Message) -> str:
    parts = email.message_from_bytes(
        render(message, key=KEY).content, policy=email.policy.default
    )  # fmt: skip
    body = parts.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\u00a0", " ")


def test_the_second_mail_asks_for_a_day_and_recalls_the_first(
    line: LineMaker, message: MessageMaker
) -> None:
    first = Event(1, date(2026, 10, 2), "C0012", ("F1",), "mail-1", "email", "out", "sent")
    one = message(
        [line(fee="40", order_number="4500123")], kind="email", channel="email",
        claims="announced", rate=Decimal("0.124"), history=(first,),
    )  # fmt: skip
    text = mail(one)
    assert (
        "Depuis notre message du 2 octobre 2026, et sauf erreur de notre part, la facture" in text
    )
    assert "Quel jour partira votre règlement de 1 000,00 € ?" in text
    assert "au taux annuel de 12,40 %" in text
    assert "Vos références : 4500123" in text
    assert text.count("1er décembre 2026") == 1
    assert "Sauf erreur ou omission" not in text  # the first one's opening


@pytest.mark.parametrize(("claims", "court"), [("claimed", False), ("none", True)])
def test_a_mail_that_claims_or_warns_is_the_letter_s(
    line: LineMaker, message: MessageMaker, claims: str, court: bool
) -> None:
    one = message([line()], kind="email", channel="email", claims=claims, warn_court=court)
    assert "Quel jour partira" not in mail(one)


@pytest.mark.parametrize(
    ("method", "sentence"),
    [
        ("direct_debit", "Le montant de 1 000,00 € (facture F1) sera prélevé le 30 novembre 2026."),
        (
            "bill",
            "Le montant de 1 000,00 € (facture F1) sera présenté à votre banque le 30 novembre 2026"
            " (effet, LCR).",
        ),
    ],
)
def test_a_debit_is_announced_without_a_request_nor_bank_details(
    line: LineMaker, message: MessageMaker, words: Reader, method: str, sentence: str
) -> None:
    due = date(2026, 11, 30)
    order = {"step": "pre", "phase": 0, "reply_by": due}
    text = said(message([line(due=due, payment_method=method)], **order), words)
    assert sentence in text
    assert "Vous n'avez aucune démarche à effectuer" in text
    for wrong in ("IBAN", "FR76", "Virement", "confirmer", "coordonnées bancaires"):
        assert wrong not in text, wrong


@pytest.mark.parametrize(
    ("method", "due", "sentence"),
    [
        ("direct_debit", date(2026, 11, 28), "sera prélevé le 30 novembre 2026"),  # a Saturday
        ("direct_debit", date(2027, 5, 6), "sera prélevé le 6 mai 2027"),  # Ascension Day
        ("bill", date(2027, 5, 6), "sera présenté à votre banque le 7 mai 2027"),  # L511-81
    ],
)
def test_a_debit_is_announced_for_a_day_on_which_a_bank_takes_it(
    line: LineMaker, message: MessageMaker, words: Reader, method: str, due: date, sentence: str
) -> None:
    order = {"step": "pre", "phase": 0, "reply_by": due}
    assert sentence in said(message([line(due=due, payment_method=method)], **order), words)


def test_beside_a_transfer_a_debit_is_not_asked_for(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    due = date(2026, 11, 30)
    lines = [line("F1", due=due, payment_method="direct_debit"), line("F2", "500", due=due)]
    text = said(message(lines, step="pre", phase=0, reply_by=due), words)
    assert "(facture F1) sera prélevé le 30 novembre 2026" in text
    assert "Référence à rappeler\nC0012 F2\n" in text
    assert "confirmer, avant le 30 novembre 2026" in text


def test_a_debit_that_did_not_go_through_is_asked_for_like_any_sum(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(message([line(payment_method="direct_debit")]), words)
    assert "IBAN" in text
    assert "prélevé" not in text


@pytest.mark.parametrize(
    ("step", "phase", "more"),
    [
        ("mail-1", 1, {}),
        ("letter-1", 2, {}),
        ("letter-2", 2, {"warn_court": True}),
        ("notice", 3, {"kind": "formal_notice", "deadline_days": 8}),
    ],
)
def test_the_sentence_of_the_case_follows_the_opening(
    line: LineMaker, message: MessageMaker, words: Reader, step: str, phase: int, more: object
) -> None:
    talk = Reason("after_call", {"day": date(2026, 11, 18)})
    order = {"circumstance": talk} | dict(more)  # type: ignore[call-overload]
    text = said(message([line()], step=step, phase=phase, **order), words)
    opening = text.index("Madame, Monsieur,\n")
    assert text[opening:].startswith(
        "Madame, Monsieur,\nNous faisons suite à notre échange du 18 novembre 2026.\n"
    )


def test_the_first_letter_encloses_the_duplicate(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    one = message([line(copy="F1.pdf")], attachments=("F1.pdf",))
    text = said(one, words)
    assert "Vous trouverez ci-joint, à titre de duplicata : copie de la facture F1." in text
    assert "Pièces jointes : copie de la facture F1" in text


def test_the_first_letter_announces_rate_and_fixed_sum_without_claiming_them(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(
        message(
            [line("F1", "1000", interest="18.35", fee="40"), line("F2", "500", fee="40")],
            claims="announced",
            rate=Decimal("0.124"),
        ),
        words,
    )
    assert "les factures suivantes restent à régler" in text
    assert "au taux annuel de 12,40 %" in text
    assert "40,00 € par facture (articles L441-10, II et D441-5 du code de commerce)" in text
    assert "régler 1 500,00 € " in text
    assert "18,35" not in text


@pytest.mark.parametrize(
    ("claims", "regime", "rates", "shown"),
    [
        ("claimed", "FR-PUB", ("0.1015",), "(au taux annuel de 10,15 %)"),  # frozen
        ("claimed", "FR-B2B", ("0.1215", "0.124"), "(aux taux annuels de 12,15 % et 12,40 %)"),
        ("announced", "FR-PUB", ("0.1015",), "moratoires au taux annuel de 10,15 %"),
        ("announced", "FR-B2B", ("0.1215", "0.124"), "retard au taux annuel de 12,40 %"),
    ],
)
def test_the_rates_told_are_those_that_were_counted(
    claims: str, regime: str, rates: tuple[str, ...], shown: str,
    line: LineMaker, message: MessageMaker, words: Reader,
) -> None:  # fmt: skip
    one = line(regime=regime, interest="15.39", fee="40")
    parts = tuple(replace(one.claim.segments[0], rate=Decimal(rate)) for rate in rates)
    ends = [replace(part, last=part.first) for part in parts[:-1]]
    counted = replace(one, claim=replace(one.claim, segments=(*ends, parts[-1])))
    day = Decimal("0.104") if regime == "FR-PUB" else Decimal("0.124")
    assert shown in said(message([counted], claims=claims, rate=day), words)


def test_fixed_sums_that_differ_are_announced_without_a_figure(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F1", fee="40"), line("F2", fee="90")]
    text = said(message(lines, claims="announced", rate=Decimal("0.124")), words)
    assert "12,40 %" in text
    assert "par facture" not in text


def test_a_rate_that_is_not_on_record_is_announced_without_a_figure(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(message([line(fee="40")], claims="announced", rate_unknown=True), words)
    assert "au taux prévu par la loi" in text
    assert "%" not in text


def test_the_second_letter_claims_item_by_item_and_warns_once(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(
        message(
            [line("F1", "1000", interest="18.35", fee="40"), line("F2", "500", fee="40")],
            step="letter-2",
            claims="claimed",
            rate=Decimal("0.124"),
            warn_court=True,
        ),
        words,
    )
    # 1000 + 500 + 18.35 + 2 x 40 = 1598.35
    assert "régler 1 598,35 € au plus tard le 1er décembre 2026" in text
    assert "Pénalités de retard : 18,35 €, somme arrêtée au 23 novembre 2026, à parfaire" in text
    assert text.count("nous nous réservons la faculté de saisir la juridiction compétente") == 1


def test_no_court_is_named_unless_the_policy_says_so(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(message([line()], step="letter-2", claims="claimed"), words)
    assert "juridiction" not in text


def test_a_consumer_is_asked_for_the_principal_only(
    line: LineMaker, message: MessageMaker, words: Reader, consumer: Debtor
) -> None:
    text = said(
        message(
            [line(regime="FR-B2C")], step="letter-2", policy="fr-b2c", about=consumer,
            warn_court=True,
        ),
        words,
    )  # fmt: skip
    assert "régler 1 000,00 €" in text
    assert "Elle fera courir les intérêts au taux légal (articles 1231-6 et 1344-1" in text
    assert "forfaitaire" not in text
    assert "Pénalités" not in text


# --- formal notices --------------------------------------------------------------------------


def notice(message: MessageMaker, lines: list[Line], **more: object) -> Message:
    order: dict[str, object] = {
        "kind": "formal_notice", "step": "notice", "phase": 3, "channel": "registered_letter",
        "claims": "claimed", "deadline_days": 8, "reply_by": None, "rate": Decimal("0.124"),
        "warn_court": True,
    }  # fmt: skip
    return message(lines, **order | more)


def test_a_notice_says_all_that_the_law_asks(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    # Mixed levels: A demanded with 55.04 and 40; B never reminded, shown for information only
    other = replace(
        line("B", "1000", date(2026, 11, 20), demanded=False),
        informed=True,
        blocked=(Reason("due_estimated"),),
    )
    demanded = line("A", "3000", date(2026, 9, 30), interest="55.04", fee="40")
    text = said(notice(message, [demanded, other]), words)
    for part in (
        "Lettre recommandée avec avis de réception",
        "mise en demeure",
        "Menuiserie du Rhône",
        "SIREN 823 456 789",
        "Hôtel des Tilleuls SAS",
        "mettons en demeure, au sens de l'article 1344 du code civil,",
        "3 095,04 €",  # 3000 + 55.04 + 40
        "8 jours à compter de la première présentation de cette lettre",
        "articles L441-10, II et D441-5 du code de commerce",
        "12,40 %",
        "FR76 3000 6000 0112 3456 7890 189",
        "saisir la juridiction compétente",
        "Claire Bonnet, Responsable comptable",
        "Réf. journal : 3fa9c04be1d2",
    ):
        assert part in text, part
    information = text[text.index("Autres sommes échues, pour information") :]
    assert "B\n21/10/2026\n20/11/2026\n1 000,00 €" in information
    assert "L441-10\n" not in text  # the keys of the record's sources stay inside


def test_interest_that_stops_with_the_record_is_said_to_be_completed(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F9", "10000", date(2026, 11, 30), interest="105.32", fee="40")]
    until = date(2026, 12, 31)
    text = said(notice(message, lines, interest_until=until, rate_unknown=True), words)
    assert "105,32 €, somme arrêtée au 31 décembre 2026, à parfaire" in text


def test_a_consumer_notice_starts_legal_interest_without_a_figure(
    line: LineMaker, message: MessageMaker, words: Reader, consumer: Debtor
) -> None:
    text = said(
        notice(
            message, [line("F77", "1200", regime="FR-B2C")], policy="fr-b2c", about=consumer,
            deadline_days=15, rate=None, rate_unknown=True,
        ),
        words,
    )  # fmt: skip
    assert "15 jours à compter de la première présentation" in text
    assert "les intérêts au taux d'intérêt légal sur le principal" in text
    assert "articles 1231-6 et 1344-1 du code civil" in text
    assert "Aucun frais de recouvrement ne vous est réclamé." in text
    assert "1 200,00 €" in text
    assert "%" not in text


def test_a_consumer_notice_names_the_legal_rate_when_it_is_known(
    line: LineMaker, message: MessageMaker, words: Reader, consumer: Debtor
) -> None:
    text = said(
        notice(
            message, [line(regime="FR-B2C")], policy="fr-b2c", about=consumer, deadline_days=15,
            rate=Decimal("0.0262"),
        ),
        words,
    )  # fmt: skip
    assert "au taux d'intérêt légal (2,62 % l'an)" in text


def test_a_notice_without_a_delay_is_not_written(line: LineMaker, message: MessageMaker) -> None:
    with pytest.raises(BadArgumentError) as refused:
        render(notice(message, [line()], deadline_days=None), key=KEY)
    assert refused.value.facts["argument"] == "deadline_days"


def test_a_letter_without_a_day_is_not_written(line: LineMaker, message: MessageMaker) -> None:
    with pytest.raises(BadArgumentError) as refused:
        render(message([line()], reply_by=None), key=KEY)
    assert refused.value.facts["argument"] == "reply_by"


def test_a_public_buyer_reads_of_its_order_and_its_code(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line(regime="FR-PUB", interest="20", fee="40", rate="0.104", order_number="ENG-451")]
    text = said(message(lines, policy="fr-pub", claims="claimed", rate=Decimal("0.104")), words)
    assert "F1 (cde ENG-451)" in text
    assert "Vos références : ENG-451" in text
    assert "Intérêts moratoires" in text
    assert "R2192-31" in text
    assert "40,00 €" in text


def public_claim(message: MessageMaker, lines: list[Line], **more: object) -> Message:
    order: dict[str, object] = {
        "policy": "fr-pub", "deadline_days": 15, "rate": Decimal("0.104"), "warn_court": False,
    }  # fmt: skip
    return notice(message, lines, **order | more)


def test_a_public_buyer_is_not_put_in_default_but_asked_to_order_the_payment(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [
        line(regime="FR-PUB", interest="15.39", fee="40", rate="0.104", order_number="ENG-451")
    ]
    text = said(public_claim(message, lines), words)
    for part in (
        "Lettre recommandée avec avis de réception",
        "À l'attention de l'ordonnateur",
        "réclamation – facture échue et intérêts moratoires",
        "au titre de l'engagement ou de la commande ENG-451",
        "faire mandater la somme de 1 055,39 € (mille cinquante-cinq euros et trente-neuf"
        " centimes) dans un délai de 15 jours à compter de la première présentation",
        "comptable public assignataire",
        "Intérêts moratoires : 15,39 €, somme arrêtée au 23 novembre 2026",
        "au taux annuel de 10,40 %",
        "Indemnité forfaitaire pour frais de recouvrement : 40,00 €",
        "articles L2192-13, R2192-31 et D2192-35 du code de la commande publique",
        "médiateur",
    ):
        assert part in text, part
    for wrong in ("demeure", "1344", "juridiction", "D441", "Pénalités"):
        assert wrong not in text, wrong


def test_a_public_buyer_who_paid_a_part_is_not_told_that_nothing_came(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F1", "5000", paid="2000", regime="FR-PUB", rate="0.104")]
    sent = Event(1, date(2026, 11, 3), "C0012", ("F1",), "letter-1", "letter", "out", "sent")
    text = said(public_claim(message, lines, history=(sent,)), words)
    assert (
        "est dépassé et, sauf erreur de notre part, cette facture reste à régler malgré notre"
        " message du 3 novembre 2026 :" in text
    )
    assert "3 000,00 €" in text  # 5000 - 2000
    assert "aucun règlement" not in text
    assert "impay" not in text


def test_a_public_buyer_without_an_order_number_is_asked_for_it(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(public_claim(message, [line(regime="FR-PUB")]), words)
    assert "au titre de votre commande, est dépassé" in text
    assert "un numéro d'engagement vous manque" in text


def test_beside_a_private_debt_a_public_one_gets_the_usual_notice(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F1", regime="FR-PUB"), line("F2", regime="FR-B2B")]
    assert "mettons en demeure" in said(public_claim(message, lines), words)


# --- Belgium ---------------------------------------------------------------------------------


def first_belgian(message: MessageMaker, line: LineMaker, by: Creditor, **more: object) -> Message:
    order: dict[str, object] = {
        "step": "mail-1", "phase": 1, "policy": "be-b2c", "by": by, "free_reminder": True,
        "claim_from": date(2026, 11, 27), "indemnity": Decimal(81), "reply_by": date(2026, 12, 1),
    }  # fmt: skip
    return message([line("118", "820", date(2026, 11, 5), regime="BE-B2C")], **order | more)


def test_the_belgian_first_reminder_has_its_four_contents(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor
) -> None:
    # 820 with a clause: 65 + 5 % of 320 = 81; claims from 27 Nov, so the delay ends on the 26th
    text = said(first_belgian(message, line, belgian), words)
    assert "Ce premier rappel est gratuit." in text
    assert "Somme restant due en principal\n820,00 €" in text
    assert "Indemnité réclamée après le délai\n81,00 €" in text
    assert "Chauffage Lambert SRL, N° d'entreprise 0123.456.749" in text
    assert "118\nprestations ou fournitures de cette facture\n06/10/2026\n05/11/2026" in text
    assert "14 jours calendrier" in text
    assert "le troisième jour ouvrable qui suit l'envoi" in text
    assert "s'achève le 26 novembre 2026 inclus" in text
    assert "article 7.2 de nos conditions générales" in text
    assert not re.search(r"01/12/2026|1er décembre", text)  # one date only


def test_the_first_reminder_describes_what_was_sold(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor
) -> None:
    # Book XIX: a description of the product, and the day on which it was due.
    due = date(2026, 11, 5)
    lines = [
        line("118", "820", due, regime="BE-B2C", description="Entretien de la chaudière"),
        line("119", "80", due, regime="BE-B2C"),
    ]
    text = said(replace(first_belgian(message, line, belgian), decision=message(
        lines, step="mail-1", phase=1, policy="be-b2c", by=belgian,
    ).decision), words)  # fmt: skip
    assert "118\nEntretien de la chaudière\n06/10/2026" in text
    assert "119\nprestations ou fournitures de cette facture\n06/10/2026" in text


@pytest.mark.parametrize(
    ("seat", "regime", "home", "policy", "cited"),
    [
        ("FR", "FR-B2B", "FR", "fr-b2b", True),
        ("FR", "FR-B2C", "FR", "fr-b2c", True),
        ("FR", "FR-B2B", "BE", "fr-b2b", True),  # between firms the creditor's law
        ("FR", "FR-PUB", "FR", "fr-pub", False),
        ("FR", "BE-B2C", "BE", "be-b2c", False),
        ("BE", "BE-B2B", "FR", "be-b2b", False),
        ("BE", "FR-B2C", "FR", "fr-b2c", True),
        ("FR", "", "FR", "fr-b2c", True),  # an association: no regime
        ("FR", "", "", "fr-b2c", True),
        ("FR", "", "BE", "fr-b2c", False),
    ],
)
def test_the_article_of_a_notice_is_that_of_the_debt(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor, debtor: Debtor,
    seat: str, regime: str, home: str, policy: str, cited: bool,
) -> None:  # fmt: skip
    text = said(
        notice(
            message, [line(regime=regime)], policy=policy, by=replace(creditor, country=seat),
            about=replace(debtor, country=home), deadline_days=15,
        ),
        words,
    )  # fmt: skip
    assert ("au sens de l'article 1344 du code civil" in text) is cited
    assert ("code civil français" in text) is (cited and seat == "BE")
    assert ("mettons en demeure" in text) is (regime != "FR-PUB")


def test_without_a_clause_no_indemnity_is_announced(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor
) -> None:
    bare = replace(belgian, consumer_clause=False)
    text = said(first_belgian(message, line, bare, indemnity=Decimal(0)), words)
    assert "Passé ce délai, aucune indemnité ne vous sera réclamée." in text
    assert "article 7.2" not in text
    assert "81,00" not in text


def test_belgian_firms_are_claimed_under_the_law_of_2002(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor
) -> None:
    lines = [line(regime="BE-B2B", interest="98.38", fee="40", rate="0.105")]
    text = said(
        message(lines, policy="be-b2b", by=belgian, claims="claimed", rate=Decimal("0.105")), words
    )
    assert "articles 5 et 6 de la loi du 2 août 2002" in text
    assert "Intérêts de retard : 98,38 €" in text
    assert "au taux annuel de 10,50 %" in text
    assert "L441" not in text.replace("L441-10.", "")  # the given source of the segment


def test_a_belgian_firm_s_notice_rests_on_the_law_of_2002(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor, debtor: Debtor
) -> None:
    lines = [line("F1", "1095", regime="BE-B2B", interest="5", fee="40", rate="0.105")]
    one = notice(
        message, lines, policy="be-b2b", by=belgian, about=replace(debtor, country="BE"),
        rate=Decimal("0.105"),
    )  # fmt: skip
    text = said(one, words)
    for part in (
        "mettons en demeure de nous régler la somme de 1 140,00 € (mille cent quarante euros)",
        "8 jours à compter de la première présentation",
        "Intérêts de retard : 5,00 €, somme arrêtée au 23 novembre 2026, à parfaire (au taux annuel"
        " de 10,50 %)",
        "Indemnité : 40,00 €",
        "articles 5 et 6 de la loi du 2 août 2002",
        "N° d'entreprise 0123.456.749",
        "saisir la juridiction compétente",
    ):
        assert part in text, part
    for wrong in ("1344", "D441", "gratuit"):
        assert wrong not in text, wrong


def test_a_belgian_consumer_s_notice_rests_on_book_xix_and_the_free_reminder(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor, consumer: Debtor
) -> None:
    lines = [line("F1", "820", regime="BE-B2C", interest="3.10", fee="81")]
    one = notice(
        message, lines, policy="be-b2c", by=belgian, about=replace(consumer, country="BE"),
        deadline_days=15, rate=Decimal("0.105"),
    )  # fmt: skip
    text = said(one, words)
    for part in (
        # 820 + 3.10 + 81
        "mettons en demeure de nous régler la somme de 904,10 € (neuf cent quatre euros et dix"
        " centimes) dans un délai de 15 jours",
        "Intérêts de retard : 3,10 €, somme arrêtée au 23 novembre 2026, à parfaire. Indemnité :"
        " 81,00 €",
        "Fondement, après le rappel gratuit prévu par la loi : livre XIX du Code de droit"
        " économique ; article 7.2 de nos conditions générales",
    ):
        assert part in text, part
    for wrong in ("1344", "1231-6", "loi du 2 août 2002", "40,00"):
        assert wrong not in text, wrong


def test_without_a_clause_a_belgian_consumer_is_asked_for_the_principal(
    line: LineMaker, message: MessageMaker, words: Reader, belgian: Creditor, consumer: Debtor
) -> None:
    bare = replace(belgian, consumer_clause=False)
    one = notice(
        message, [line("F1", "820", regime="BE-B2C")], policy="be-b2c", by=bare,
        about=replace(consumer, country="BE"), deadline_days=15,
    )  # fmt: skip
    text = said(one, words)
    assert "la somme de 820,00 € (huit cent vingt euros)" in text
    for wrong in ("indemnité", "ntérêts", "livre XIX"):
        assert wrong not in text, wrong


@pytest.mark.parametrize(
    ("seat", "home", "said_as"),
    [
        ("FR", "FR", "soixante-quinze"),
        ("FR", "BE", "septante-cinq"),
        ("BE", "FR", "soixante-quinze"),
        ("BE", "", "septante-cinq"),
    ],
)
def test_the_amount_of_a_notice_is_written_out_as_its_reader_counts(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor, debtor: Debtor,
    seat: str, home: str, said_as: str,
) -> None:  # fmt: skip
    one = notice(
        message, [line(amount="75")], by=replace(creditor, country=seat),
        about=replace(debtor, country=home),
    )  # fmt: skip
    assert f"75,00 € ({said_as} euros)" in said(one, words)


# --- who sends, and to whom ------------------------------------------------------------------


def test_an_accountant_writes_in_the_name_of_the_creditor(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor
) -> None:
    by = replace(
        creditor, sender="accountant", sender_name="Cabinet Martin",
        sender_registration="399999999", mandate_reference="LM-18", mandate_date=date(2026, 1, 15),
    )  # fmt: skip
    text = said(message([line()], by=by), words)
    assert text.index("Cabinet Martin") < text.index("au nom et pour le compte de :")
    assert "au nom et pour le compte de Menuiserie du Rhône" in text
    assert "(mandat LM-18 du 15 janvier 2026)" in text
    assert "par mandat, Cabinet Martin" in text
    assert "L111-8" not in text


def test_de_is_elided_before_a_name_that_begins_with_a_vowel(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor, debtor: Debtor
) -> None:
    by = replace(
        creditor, name="Ateliers d'Art", sender="accountant", sender_name="Cabinet Martin",
        mandate_reference="LM-18",
    )  # fmt: skip
    text = said(message([line()], by=by), words)
    assert "au nom et pour le compte d'Ateliers d'Art" in text
    to = replace(debtor, name="Éditions du Port")
    text = said(message([line()], about=to, payer=GROUP), words)
    assert "en qualité de payeur, pour le compte d'Éditions du Port." in text
    call: dict[str, object] = {"kind": "call_sheet", "step": "call-1", "channel": "phone"}
    text = said(message([line()], about=to, **call), words)
    assert "suivez les règlements du compte Éditions du Port ?" in text


def test_a_caller_for_another_says_in_whose_name(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor
) -> None:
    call: dict[str, object] = {"kind": "call_sheet", "step": "call-1", "channel": "phone"}
    by = replace(creditor, sender="accountant", sender_name="Cabinet Martin")
    assert (
        "Se présenter : nom, Cabinet Martin, au nom et pour le compte du créancier, Menuiserie du"
        " Rhône, et demander" in said(message([line()], by=by, **call), words)
    )
    own = said(message([line()], **call), words)
    assert "Se présenter : nom, Menuiserie du Rhône, et demander" in own


def test_another_third_party_prints_what_r124_4_asks(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor
) -> None:
    by = replace(creditor, sender="third_party", sender_name="Alpha", mandate_reference="M1")
    text = said(message([line()], by=by), words)
    assert "Nous exerçons une activité de recouvrement amiable." in text
    assert "Menuiserie du Rhône, 14 rue de la République, 69002 Lyon" in text
    assert "restent à la charge du créancier" in text
    assert "demander au juge de l'exécution" in text


def test_a_third_party_splits_the_debt_and_gives_its_own_address(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor
) -> None:
    by = replace(
        creditor, sender="third_party", sender_name="Alpha", mandate_reference="M1",
        sender_address=Address("8 rue du Palais", "", "13001", "Marseille"),
    )  # fmt: skip
    text = said(message([line(interest="18.35", fee="40")], by=by, claims="claimed"), words)
    assert "Alpha\n8 rue du Palais\n13001 Marseille\nau nom et pour le compte de :" in text
    assert "Marseille, le 23 novembre 2026" in text
    assert (
        "Somme due : principal 1 000,00 €, pénalités de retard 18,35 €, autres accessoires"
        " 40,00 €, hors frais restant à la charge du créancier. Fondement : facture ci-dessus ;"
        " articles L441-10, II et D441-5 du code de commerce."
    ) in text
    text = said(message([line(interest="18.35", fee="40")], by=by), words)
    assert "Somme due : principal 1 000,00 €, hors frais restant à la charge du créancier." in text
    assert "Fondement : facture ci-dessus." in text


def test_nobody_signs_as_a_bailiff(
    line: LineMaker, message: MessageMaker, creditor: Creditor
) -> None:
    by = replace(creditor, signatory_role="Huissier de justice")
    with pytest.raises(BadArgumentError):
        render(message([line()], by=by), key=KEY)


def test_a_follow_up_recalls_the_letter_before(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    history = (
        Event(1, date(2026, 10, 2), "C0012", ("F1",), "mail-1", "email", "out", "sent"),
        Event(2, date(2026, 10, 9), "C0012", ("F1",), "call-1", "phone", "out", "done"),
        Event(3, date(2026, 10, 20), "C0012", ("F1",), "letter-1", "letter", "out", "draft"),
    )
    text = said(message([line()], history=history), words)
    assert "notre précédent message du 2 octobre 2026" in text
    assert "réf. C0012-" not in text


def test_the_letter_before_is_named_by_its_reference(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    # Drafted on the 20th, sent on the 21st: the letter bears the 20th, a mailbox shows the 21st.
    name = "2026-10-20_relance-1_hotel-abcdef.docx"
    sent = Event(
        1, date(2026, 10, 21), "C0012", ("F1",), "letter-1", "letter", "out", "sent", name
    )  # fmt: skip
    text = said(message([line()], history=(sent,)), words)
    assert "notre précédent message du 20 octobre 2026 (réf. C0012-20261020)" in text
    mailed = replace(sent, channel="email")
    text = said(message([line()], history=(mailed,)), words)
    assert "message du 21 octobre 2026 (réf. C0012-20261020)" in text
    called = replace(sent, step="confirmation", document=name.replace("relance-1", "confirmation"))
    assert "(réf. CA-C0012-20261020)" in said(message([line()], history=(called,)), words)
    mail = message([line()], kind="email", channel="email", history=(sent,))
    assert "C0012-20261020" in render(mail, key=KEY).content.decode().replace("=\r\n", "")


def test_a_letter_of_before_the_due_date_is_no_reminder_though_it_left_after_it(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    item = line()
    due = item.item.due
    assert due is not None
    sent = Event(
        1, due + timedelta(days=3), "C0012", ("F1",), "before-due", "letter", "out", "sent",
        f"{due - timedelta(days=1)}_avant-echeance_hotel-abcdef.docx",
    )  # fmt: skip
    assert "notre précédent message" not in said(message([item], history=(sent,)), words)


def test_the_letter_before_is_of_the_day_it_was_sent_and_not_of_a_later_entry(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    letter = ("C0012", ("F1",), "notice", "registered_letter", "out")
    history = (
        Event(1, date(2026, 10, 2), *letter, "sent"),  # type: ignore[arg-type]
        Event(2, date(2026, 10, 9), *letter, "delivered"),  # type: ignore[arg-type]
    )
    text = said(message([line()], history=history), words)
    assert "notre précédent message du 2 octobre 2026" in text


@pytest.mark.parametrize(
    ("day", "item"),
    [
        (date(2026, 9, 23), "F1"),  # before it was due: prevention is no reminder
        (date(2026, 9, 30), "F1"),
        (date(2026, 10, 2), "F2"),  # about another invoice
        (date(2026, 11, 23), "F1"),  # this very letter
    ],
)
def test_what_reminded_of_nothing_is_not_recalled(
    line: LineMaker, message: MessageMaker, words: Reader, day: date, item: str
) -> None:
    history = (Event(1, day, "C0012", (item,), "bonjour", "email", "out", "sent"),)
    assert "précédent" not in said(message([line()], history=history), words)


def test_a_letter_recalls_the_last_one_that_named_all_that_it_asks_for(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    both = Event(1, date(2026, 10, 2), "C0012", ("F1", "F2"), "l-1", "letter", "out", "sent")
    one = replace(both, number=2, day=date(2026, 10, 20), items=("F1",))
    lines = [line(), line("F2")]
    assert "précédent message du 2 octobre" in said(message(lines, history=(both, one)), words)
    assert "précédent" not in said(message(lines, history=(one,)), words)
    alone = message([line()], history=(both, one))
    assert "précédent message du 20 octobre 2026" in said(alone, words)


@pytest.mark.parametrize("kind", ["conciliation", "mandat_ad_hoc"])
def test_profiles_and_confidential_procedures_are_never_printed(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor, kind: str
) -> None:
    watched = replace(debtor, profile="evades", procedure=Procedure(kind, date(2026, 1, 1)))
    for order in (
        {"kind": "call_sheet", "step": "call-1", "channel": "phone"},
        {"kind": "letter", "step": "letter-1"},
    ):
        text = said(message([line()], about=watched, **order), words).lower()
        for word in (kind, kind.replace("_", " "), "evades", "à vérifier", "profil"):
            assert word not in text


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("fr", "Destinataire :"), ("nl", "Geadresseerde:"), ("de", "Empfänger:"),
        ("en", "Addressee:"),
    ],
)  # fmt: skip
def test_a_name_that_the_window_cuts_stands_whole_below_it(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor,
    language: str, label: str,
) -> None:  # fmt: skip
    long = "Syndicat des copropriétaires de la résidence Les Hauts de Seine, bâtiments A à F " * 3
    about = replace(debtor, language=language)
    text = said(message([line()], about=replace(about, name=long)), words)
    assert f"\n{label} {long.strip()}" in text
    text = said(message([line()], about=replace(about, name=long[:80])), words)
    assert label not in text  # its lines have all of it


# --- items, credits, currencies --------------------------------------------------------------


def test_credits_and_unmatched_payments_are_shown_and_netted(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [
        line("F1", "1000", paid="250"),
        line("A7", "-100", kind="credit_note", demanded=False),
        line("VIR", "-50", kind="payment", demanded=False),
    ]
    text = said(message(lines), words)
    assert "Avoir A7" in text
    assert "Règlement du 31/08/2026" in text
    assert "régler 600,00 € " in text  # 1000 - 250 - 100 - 50


@pytest.mark.parametrize(
    ("language", "named", "undated"),
    [
        ("fr", "Règlement du 31/08/2026", "Règlement"),
        ("nl", "Betaling van 31/08/2026", "Betaling"),
        ("de", "Zahlung vom 31.08.2026", "Zahlung"),
        ("en", "Payment of 31 Aug 2026", "Payment"),
    ],
)
@pytest.mark.parametrize("kind", ["letter", "statement"])
def test_a_payment_is_named_by_its_day_and_not_by_a_number_of_our_books(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor,
    kind: str, language: str, named: str, undated: str,
) -> None:  # fmt: skip
    paid = line("REG-20260831-12", "-50", kind="payment", demanded=False)
    about = replace(debtor, language=language)
    text = said(message([line("F1"), paid], kind=kind, about=about), words)
    assert f"\n{named}\n" in text
    assert "REG" not in text
    without = replace(paid, item=replace(paid.item, issued=None))
    assert f"\n{undated}\n" in said(message([line("F1"), without], kind=kind, about=about), words)


def test_an_item_that_is_held_back_is_not_another_sum_due(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    held = line("F2", demanded=False)
    assert "F2" not in said(message([line("F1"), held]), words)
    assert "F2" in said(message([line("F1"), replace(held, informed=True)]), words)


def test_an_item_not_yet_due_is_not_another_sum_due(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    later = line("F2", due=date(2026, 12, 31), demanded=False)
    assert "Autres sommes" not in said(message([line("F1"), later]), words)


def test_each_currency_has_its_table_its_total_and_its_iban(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F1", "1000"), line("F2", "4500.50", currency="USD")]
    text = said(message(lines), words)
    assert "régler 1 000,00 € et 4 500,50 USD au plus tard" in text
    assert "IBAN (EUR)\nFR76 3000 6000 0112 3456 7890 189" in text
    assert "IBAN (USD)\nFR76 3000 6000 0198 7654 3210 187" in text


def test_a_currency_without_an_iban_points_to_the_invoice(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(message([line("F1", currency="CHF")]), words)
    assert "IBAN" not in text
    assert "Vous trouverez nos coordonnées bancaires sur nos factures" in text


@pytest.mark.parametrize(
    ("suspends", "sentence"),
    [
        (True, "les pénalités de retard ne courent pas pendant ce délai"),
        (False, "les pénalités de retard courent depuis l'échéance d'origine"),
    ],
)
def test_an_extension_says_whether_interest_runs_meanwhile(
    line: LineMaker, message: MessageMaker, words: Reader, suspends: bool, sentence: str
) -> None:
    item = line("F1", extended_to=date(2026, 10, 31), extension_suspends=suspends)
    text = said(message([item]), words)
    assert "F1 : un délai vous a été accordé jusqu'au 31 octobre 2026" in text
    assert sentence in text


@pytest.mark.parametrize(("rule", "first"), [("interest", "les intérêts"), ("principal", "le")])
def test_part_payments_say_how_they_are_allocated(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor, rule: str, first: str
) -> None:
    by = replace(creditor, allocation=rule)  # type: ignore[arg-type]
    lines = [line("F1", paid="100", interest="5")]
    text = said(message(lines, step="letter-2", claims="claimed", by=by), words)
    assert f"imputés d'abord sur {first}" in text


def test_the_breakdown_gives_period_days_rate_and_source(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line("F1", "1000", interest="18.35", fee="40")]
    text = said(message(lines, step="letter-2", claims="claimed"), words)
    breakdown = text[text.index("Annexe") :]
    assert "F1\n01/10/2026\n23/11/2026\n54\n1 000,00 €\n12,40 %\n18,35 €" in breakdown
    assert "Source des taux : L441-10." in breakdown


def test_a_plan_and_a_discount_are_offered_only_when_asked(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    offered = said(message([line()], offer_plan=True, offer_discount=True), words)
    assert (
        "ou de nous proposer par écrit un échéancier au plus tard le 1er décembre 2026" in offered
    )
    assert "une remise peut être étudiée" in offered
    plain = said(message([line()]), words)
    assert "échéancier" not in plain
    assert "remise" not in plain


def test_a_stale_bank_statement_is_the_caller_s_business_only(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    stale = {"bank_stale_since": date(2026, 11, 16)}
    sheet = message([line()], kind="call_sheet", step="call-1", channel="phone", **stale)
    assert "Relevés bancaires saisis jusqu'au 16 novembre 2026" in said(sheet, words)
    assert "Relevés" not in said(message([line()], **stale), words)


def test_the_call_sheet_puts_the_wanted_person_first(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor
) -> None:
    history = (Event(2, date(2026, 10, 9), "C0012", ("F1",), "call-1", "phone", "out", "done"),)
    text = said(
        message(
            [line()], kind="call_sheet", step="call-2", channel="phone", history=history,
            contact=debtor.decision_maker, claims="announced", rate=Decimal("0.124"),
        ),
        words,
    )  # fmt: skip
    assert text.index("Paul Durand") < text.index("Service fournisseurs")
    assert "09/10/2026\npremier appel\ntéléphone\nfait\nF1" in text
    assert "ni à un répondeur" in text
    assert "Ne jamais menacer" in text
    assert "☐ Désaccord" in text


@pytest.mark.parametrize(
    ("plan", "asked", "not_asked"),
    [
        (
            False,
            "« Pouvez-vous faire partir le virement de 1 000,00 € aujourd'hui ? »",
            "chéancier",
        ),
        (True, "proposer un premier versement tout de suite et un échéancier écrit", "aujourd'hui"),
    ],
)
def test_a_small_sum_is_asked_for_now_and_a_large_one_may_come_by_instalments(
    line: LineMaker, message: MessageMaker, words: Reader, plan: bool, asked: str, not_asked: str
) -> None:
    sheet = message([line()], kind="call_sheet", step="call-1", channel="phone", offer_plan=plan)
    text = said(sheet, words)
    spoken = text[text.index("Ce qu'on dit") : text.index("Réponse")]
    assert asked in spoken
    assert not_asked not in spoken


def test_a_call_checks_who_speaks_then_the_delivery_then_the_invoice(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    sheet = message([line()], kind="call_sheet", step="call-1", channel="phone")
    text = said(sheet, words)
    order = [
        "Se présenter", "S'assurer de l'interlocuteur", "La livraison d'abord",
        "La facture ensuite", "Convenir", "Reformuler", "Si l'on vous répond", "Réponse",
    ]  # fmt: skip
    assert sorted(order, key=text.index) == order
    for heard in ("pas reçu la facture", "validation", "pas d'accord", "trésorerie", "chèque"):
        assert f"{heard}" in text[text.index("Si l'on vous répond") :], heard


def test_a_call_about_a_balance_speaks_of_the_account(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    owed = line("SOLDE", "1440")
    owed = replace(owed, item=replace(owed.item, due=None, issued=None), days_overdue=0)
    history = (Event(2, date(2026, 10, 9), "C0012", ("SOLDE",), "call-1", "phone", "out", "done"),)
    text = said(
        message(
            [owed], kind="call_sheet", step="call-2", channel="phone", history=history,
            claims="announced", rate=Decimal("0.124"),
        ),
        words,
    )  # fmt: skip
    assert "Solde du compte, sans détail de factures" in text
    assert "Votre compte présente dans nos livres un solde de 1 440,00 €." in text
    assert "☐ Relevé de compte demandé" in text
    assert "Parler du principal seul" in text  # since when it is late, nobody knows
    for wrong in ("SOLDE", "Notre facture", "Facture non reçue", "À annoncer"):
        assert wrong not in text


def test_a_name_with_marks_is_printed_as_it_is(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor
) -> None:
    odd = replace(debtor, name='<b>R&D "L\'Art" {{ total }}</b>', payables=Contact())
    assert '<b>R&D "L\'Art" {{ total }}</b>' in said(message([line()], about=odd), words)


# --- someone who pays in the debtor's place ------------------------------------------------------

GROUP = Debtor(
    "P1", "Groupe Bellecour", "business", "FR",
    payables=Contact("Mme Roy", "roy@groupe.example", "04 11"),
    address=Address("9 quai Vert", "", "33000", "Bordeaux", "FR"),
)  # fmt: skip


def test_a_letter_to_a_payer_has_their_address_and_says_for_whom(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    text = said(message([line()], payer=GROUP, contact=GROUP.payables), words)
    assert "Groupe Bellecour\nMme Roy\n9 QUAI VERT\n33000 BORDEAUX" in text
    assert "en qualité de payeur, pour le compte de Hôtel des Tilleuls SAS." in text
    assert "compte client C0012" in text


def test_a_letter_to_who_owes_speaks_of_no_payer(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    assert "payeur" not in said(message([line()]), words)


def test_a_call_sheet_says_whom_to_ask_for(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    sheet = message(
        [line()], kind="call_sheet", step="call-1", channel="phone", payer=GROUP,
        contact=GROUP.payables,
    )  # fmt: skip
    text = said(sheet, words)
    assert "Demander Groupe Bellecour, qui règle pour le compte de Hôtel des Tilleuls SAS." in text
    assert "Mme Roy\n04 11 – roy@groupe.example" in text
    assert "Service fournisseurs" not in text
    assert "Fiche d'appel – Hôtel des Tilleuls SAS" in text


def test_a_call_sheet_without_a_number_says_so(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor
) -> None:
    bare = replace(
        debtor, payables=Contact(), decision_maker=Contact(), phone="", emails=()
    )  # fmt: skip
    sheet = message(
        [line()], about=bare, kind="call_sheet", step="call-1", channel="phone"
    )  # fmt: skip
    assert "Aucun numéro de téléphone : cherchez-le avant d'appeler" in said(sheet, words)


def test_a_person_without_a_number_is_listed_by_their_address(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor
) -> None:
    known = replace(debtor, payables=Contact("Mme Roy", "roy@tilleuls.example"))
    sheet = message([line()], about=known, kind="call_sheet", step="call-1", channel="phone")
    assert "Mme Roy\nroy@tilleuls.example\n" in said(sheet, words)


def test_a_call_without_a_step_is_told_as_a_contact_and_of_many_invoices_the_first(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    lines = [line(f"F{number:02}") for number in range(60)]
    numbers = tuple(one.item.number for one in lines)
    called = Event(2, date(2026, 10, 9), "C0012", numbers, "", "phone", "out", "done")
    sheet = message(lines, kind="call_sheet", step="", channel="phone", history=(called,))
    text = said(sheet, words)
    assert "09/10/2026\ncontact\ntéléphone\nfait\nF00, F01, F02 et 57 autres" in text
    assert "512 345 678 – fiche du 23 novembre 2026" in text  # no "étape" of no name


def test_a_public_buyer_is_asked_when_the_payment_will_be_ordered(
    line: LineMaker, message: MessageMaker, words: Reader, debtor: Debtor
) -> None:
    town = replace(debtor, kind="public")
    sheet = message([line()], about=town, kind="call_sheet", step="call-1", channel="phone")
    text = said(sheet, words)
    assert "Quel jour le mandat de 1 000,00 € part-il au comptable ?" in text
    assert "aujourd'hui ?" not in text


def test_a_call_sheet_announces_nothing_without_a_law(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    sheet = message(
        [line(regime="")], kind="call_sheet", step="call-1", channel="phone", claims="announced"
    )
    text = said(sheet, words)
    assert "()" not in text
    assert "Parler du principal seul" in text


def test_a_call_sheet_tells_facts_in_french(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    heard = Event(
        1, date(2026, 11, 20), "C0012", ("F1",), "said_promise", direction="in", outcome="done"
    )
    sheet = message([line()], kind="call_sheet", step="call-1", channel="phone", history=(heard,))
    text = said(sheet, words)
    assert "promesse annoncée" in text
    assert "said_promise" not in text


def test_a_page_to_pay_on_is_printed_with_the_reference(
    line: LineMaker, message: MessageMaker, words: Reader, creditor: Creditor
) -> None:
    by = replace(creditor, payment_link="https://pay.example/{reference}")
    for ibans in (creditor.ibans, ()):
        said = message([line("F1")], by=replace(by, ibans=ibans))
        assert "https://pay.example/C0012%20F1" in words(render(said, key=KEY).content)
    assert "en ligne" not in words(render(message([line("F1")]), key=KEY).content)
