"""English as it is written in Britain. A day names its month: 05/11 is read in two ways."""

from ..figures import NBSP, Figures
from . import asked, debits
from .countries import countries
from .openings import ENGLISH_OPENINGS
from .tongue import Accounts, Delays, Items, Law, Parties, Rates, Tongue

FIGURES = Figures(
    thousands=",",
    decimal=".",
    euro="{2}€{0}",
    other=f"{{1}}{NBSP}{{2}}{{0}}",
    percentage="{0}%",
    day_in_figures=f"{{2}}{NBSP}{{3}}{NBSP}{{0}}",
    day_in_words=f"{{2}}{NBSP}{{1}}{NBSP}{{0}}",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    short_months=(
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
)  # fmt: skip

LAW = Law(
    basis={
        "FR-B2B": "Articles L441-10, II and D441-5 of the French Commercial Code",
        "FR-B2C": "Articles 1231-6 and 1344-1 of the French Civil Code",
        "FR-PUB": (
            "Articles L2192-13, R2192-31 and D2192-35 of the French Public Procurement Code"
        ),
        "BE-B2B": (
            "Articles 5 and 6 of the Belgian Law of 2 August 2002 on combating late payment in"
            " commercial transactions"
        ),
        "BE-B2C": "Book XIX of the Belgian Code of Economic Law",
        "LU-B2B": (
            "Luxembourg Law of 18 April 2004, as amended, on payment periods and late-payment"
            " interest"
        ),
    },
    records={
        "L441-10 II du code de commerce": "Article L441-10, II of the French Commercial Code",
        "R2192-31 du code de la commande publique": "Article R2192-31 of the French Public"
        " Procurement Code",
        "L313-2 et D313-1-A du code monétaire et financier": "Articles L313-2 and D313-1-A of the"
        " French Monetary and Financial Code",
        "Loi du 2 août 2002, art. 5": "Belgian Law of 2 August 2002, Art. 5",
        "Loi du 22 novembre 2013": "Belgian Law of 22 November 2013",
        "Loi du 5 mai 1865, art. 2, par. 1": "Belgian Law of 5 May 1865, Art. 2, § 1",
        "Arrêté royal du 14 janvier 2013, art. 69": "Belgian Royal Decree of 14 January 2013,"
        " Art. 69",
        "Loi du 18 avril 2004, modifiée le 29 mars 2013": "Luxembourg Law of 18 April 2004,"
        " amended on 29 March 2013",
        "BGB, par. 288 (1)": "German Civil Code, § 288 (1)",
        "BGB, par. 288 (2)": "German Civil Code, § 288 (2)",
        "BW 6:119a et 6:120": "Dutch Civil Code, 6:119a and 6:120",
        "BW 6:119 et 6:120": "Dutch Civil Code, 6:119 and 6:120",
        "D.Lgs. 231/2002, art. 2 et 5": "D.Lgs. 231/2002, Art. 2 and 5",
        "Code des obligations, art. 104": "Swiss Code of Obligations, Art. 104",
        "(contrat)": "contract",
    },
    between="; ",
    interest="Late-payment interest",
    interest_short="Interest",
    interest_of={},
    interest_short_of={},
)

RATES = Rates(
    law="at the rate laid down by law",
    law_at="at a yearly rate of {rate}",
    law_at_both="at yearly rates of {rates}",
    law_between="at yearly rates of {least} to {most}, as broken down",
    contract="at the contractual yearly rate",
    contract_at="at the contractual yearly rate of {rate}",
    legal="at the statutory rate of interest",
    legal_at="at the statutory rate of interest ({rate} a year)",
)

PARTIES = Parties(
    countries=countries("en"),
    on_behalf_of="in the name and on behalf of:",
    phone="Tel. {phone}",
    vat="VAT No. {number}",
    company_number="Company No. {number}",
    mandate="mandate {reference}",
    mandate_since="{mandate} of {since}",
    intervention="We are writing to you in the name and on behalf of {creditor} ({mandate}).",
    collector="Our business is the amicable recovery of debts.",
    to_payer="We are writing to you as the payer, on behalf of {debtor}.",
    at_the_home_of="c/o {name}",
)

ITEMS = Items(
    prefixes={
        "credit_note": "Credit note ",
        "down_payment": "Down payment ",
        "retention": "Retention ",
    },
    payment="Payment",
    payment_of="Payment of {day}",
    balance="Account balance, not itemised by invoice",
    order="order {number}",
    see_table="see table",
    sold="goods or services on this invoice",
    copy="copy of invoice {numbers}",
    copies="copies of invoices {numbers}",
    copies_of_table="copies of the {count} invoices in the table",
    statement=(
        "A statement of your account is attached for information: it lists everything that is"
        " open today."
    ),
    statement_file="statement-of-account",
    extension="{number}: you were given until {day} to pay",
    extension_suspends="{said}; no {interest} accrues in the meantime.",
    extension_runs="{said}; {interest} accrues from the original due date.",
    allocation={
        "interest": "Part payments are applied first to interest, then to the principal.",
        "principal": "Part payments are applied first to the principal.",
    },
)

DELAYS = Delays(
    day="{count}\u00a0day",
    days="{count}\u00a0days",
    calendar_day="{count}\u00a0calendar day",
    calendar_days="{count}\u00a0calendar days",
)

ACCOUNTS = Accounts(
    debited=(
        "The amount of {amount} (invoice {invoice}) will be taken from your account by direct debit"
        " {when}."
    ),
    presented=(
        "The amount of {amount} (invoice {invoice}) will be presented to your bank {when} (bill of"
        " exchange, LCR)."
    ),
    on_day="on {day}",
    on_due="on its due date",
    disputed="in dispute",
    overdue="{days} overdue",
    not_due="not yet due",
    put_off="deferred to {day}",
    to_be_debited="to be debited on {day}",
    to_be_presented="bill presented on {day}",
    bucket_not_due="Not yet due",
    bucket="{first} to {last}\u00a0days",
    bucket_beyond="More than {last}\u00a0days",
    without_vat=(
        "Late-payment interest and the fixed compensation are outside the scope of VAT{article}:"
        " this statement is not an invoice."
    ),
    fixed_sums="fixed sums",
    fixed_sum="fixed compensation",
    fixed_sum_alone="fixed compensation",
    belgian_vat=" (Article 28, 3° of the Belgian VAT Code)",
    note_named="the statement of late-payment charges No. {number} of {day}",
    note_replaces=(
        "This statement replaces {notes}: what it asked for is included in the sums above and is"
        " not added to them."
    ),
    note_included=(
        "What was already asked for by {notes} is included in the sums above and is not added to"
        " them."
    ),
    letter_included=(
        "What our message of {day} asked for beside the principal is included in the sums above and"
        " is not added to them."
    ),
    note_paid=(
        "What you have already paid on a statement of late-payment charges ({amount}) is deducted"
        " from the sums above; in the appendix, each period is shown before that deduction."
    ),
    note_after_thanks=(
        "Our message of {day} thanked you for paying the principal; this statement is only about"
        " the delay of that payment."
    ),
    settled="Settled by the agreement of {day}: {invoices}.",
    settling=(
        "A settlement agreement of {day} is running: {amount} by {by} inclusive, the only sum"
        " expected for {invoices}, to the account that the agreement gives."
    ),
    settling_left=" {paid} of it has already come: {left} is left to pay.",
    checking=(
        "The payment under the agreement of {day}, for {invoices}, is being checked: nothing else"
        " is expected for it."
    ),
    interest_first=(
        "Your payments were applied to interest first, for {amount}: that sum remains due as"
        " principal, on top of this balance."
    ),
    note_beside=(
        "Our statement of late-payment charges No. {number} of {day} remains to be paid, for"
        " {amount}: it is paid separately and is not included in this balance."
    ),
    note_claimed="Our letter of {day} already includes it: it is owed only once.",
    planned=(
        "A payment plan agreed on {day} is running, for {invoices}: only its instalments are"
        " expected, on their dates."
    ),
    promised=(
        "A payment of {amount} has been announced for {by}, for {invoices}: this statement asks"
        " for nothing else for it."
    ),
    left_to_pay=("This message is only about the principal above. Still to be paid: {left}."),
    note_rest=" (balance: {amount})",
    letter_left="{amount} for the late payment ({extras}, up to the payment)",
    after_letter=", further to our letter of {day}",
    credit_held=(
        "A credit of {amount} (credit note or payment to be allocated) also stands on your account."
    ),
    credit_apart=(
        "A credit of {amount} (credit note or payment to be allocated) also stands on your account;"
        " it has not been deducted from this."
    ),
)

ENGLISH = Tongue(
    code="en",
    locale="en-GB",
    figures=FIGURES,
    both=" and ",
    colon=": ",
    subject="{creditor} – your account {code}",
    clause="{article} of our general terms and conditions",
    article="article {number}",
    law=LAW,
    rates=RATES,
    parties=PARTIES,
    items=ITEMS,
    delays=DELAYS,
    accounts=ACCOUNTS,
    asked=asked.ENGLISH,
    debits=debits.ENGLISH,
    openings=ENGLISH_OPENINGS,
)
