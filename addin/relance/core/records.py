"""The frozen records of dunning: who owes what to whom, and what was done about it.

Money is `Decimal` in units of the currency, VAT included; positive is owed to the creditor.
Days are civil days. A blank text means "not given". Names are those of CONTEXT.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from .findings import Reason
from .money import ZERO

ItemKind = Literal["invoice", "credit_note", "down_payment", "retention", "payment"]
DebtorKind = Literal["", "business", "consumer", "public", "other"]
Status = Literal[
    "open", "disputed", "on_hold", "refused", "assigned", "doubtful", "closed",
    "promised", "planned", "insolvent", "handed_over",
]  # fmt: skip
PaymentMethod = Literal["", "transfer", "direct_debit", "bill", "cheque", "card"]
Channel = Literal["", "email", "letter", "registered_letter", "phone", "visit"]
Profile = Literal["", "forgot", "cannot", "delays", "evades"]
Outcome = Literal[
    "prepared", "draft", "sent", "done", "delivered", "bounced", "replaced", "cancelled", "reversed"
]
Direction = Literal["", "out", "in"]
Allocation = Literal["principal", "interest"]
DocumentKind = Literal[
    "", "email", "letter", "formal_notice", "call_sheet", "statement", "confirmation", "plan",
    "settlement", "thanks", "slip", "penalty_note", "dossier",
]  # fmt: skip
Claims = Literal["none", "announced", "claimed"]
Sender = Literal["creditor", "accountant", "third_party"]
Enclosing = Literal["never", "useful", "always"]

ITEM_KINDS: tuple[str, ...] = get_args(ItemKind)
DEBTOR_KINDS: tuple[str, ...] = get_args(DebtorKind)
STATUSES: tuple[str, ...] = get_args(Status)
PAYMENT_METHODS: tuple[str, ...] = get_args(PaymentMethod)
CHANNELS: tuple[str, ...] = get_args(Channel)
PROFILES: tuple[str, ...] = get_args(Profile)
OUTCOMES: tuple[str, ...] = get_args(Outcome)
WRITTEN: tuple[str, ...] = ("email", "letter", "registered_letter")
SPOKEN: tuple[str, ...] = ("phone", "visit")
CREDITS: tuple[ItemKind, ...] = ("credit_note", "payment")
CONFIDENTIAL = ("conciliation", "mandat_ad_hoc")  # procedures that nobody must learn of from us


@dataclass(frozen=True, slots=True)
class Receivable:
    """One item of a debtor's account; `amount` and `paid` are signed (a credit note is negative).

    `due` is never overwritten: an extension stands beside it in `extended_to`. `kind` "payment"
    is a payment not matched to an invoice yet (`amount` negative). `row` is the sheet's row.
    """

    number: str
    debtor: str
    kind: ItemKind = "invoice"
    issued: date | None = None
    performed_on: date | None = None
    due: date | None = None
    extended_to: date | None = None
    extension_suspends: bool = False  # the letter said that interest waits for `extended_to`
    due_is_estimated: bool = False
    amount: Decimal = ZERO
    paid: Decimal = ZERO
    currency: str = "EUR"
    vat: Decimal | None = None
    payment_method: PaymentMethod = ""
    status: Status = "open"
    regime: str = ""
    last_step: str = ""
    last_step_date: date | None = None
    reference: str = ""
    order_number: str = ""
    terms: str = ""
    description: str = ""  # what was sold, as a letter may say it
    copy: str = ""
    row: int = 0

    @property
    def open(self) -> Decimal:
        """Reste dû TTC: amount - paid, signed."""
        return self.amount - self.paid

    @property
    def payable_on(self) -> date | None:
        """Day from which a reminder is fair: the extension, else the due date."""
        return self.extended_to or self.due

    @property
    def is_due_before_issue(self) -> bool:
        """Tell whether a claim is due before its invoice was made: one of the two days is wrong."""
        if self.kind in CREDITS or self.amount <= 0 or self.due is None or self.issued is None:
            return False
        return self.due < self.issued


@dataclass(frozen=True, slots=True)
class Contact:
    """One person to reach at the debtor's."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address, as it is printed in the window."""

    street: str = ""
    extra: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """An insolvency or a court-supervised plan; `confidential` ones are never printed."""

    kind: str = ""  # a code of wording.labels, family "procedure"
    opened_on: date | None = None
    published_on: date | None = None
    officer: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Debtor:
    """Client débiteur: who owes, how to reach them, and what bends the policy for them."""

    code: str
    name: str = ""
    kind: DebtorKind = ""
    country: str = ""
    language: str = ""
    payables: Contact = Contact()
    decision_maker: Contact = Contact()
    emails: tuple[str, ...] = ()
    phone: str = ""
    address: Address = Address()
    registration: str = ""  # SIREN, numéro d'entreprise
    payer: str = ""
    procedure: Procedure = Procedure()
    profile: Profile = ""
    policy: str = ""
    first_channel: Channel = ""
    minimum_interval: int | None = None  # days between messages
    do_not_contact: bool = False
    evasion_confirmed: bool = False  # a person ticked the short path
    insurance: str = ""
    surety: str = ""
    credit_limit: Decimal | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Creditor:
    """The firm that claims (sheet `Paramètres`), and who signs and sends for it."""

    name: str = ""
    legal_form: str = ""
    registration: str = ""  # SIREN (FR) or numéro d'entreprise (BE)
    vat_number: str = ""
    country: str = "FR"
    language: str = "fr"  # of the letters to a debtor whose own is not given
    address: Address = Address()
    email: str = ""
    phone: str = ""
    ibans: tuple[tuple[str, str], ...] = ()  # (currency, IBAN)
    bic: str = ""  # as typed, one or several: `core.banks` tells which is whose
    payment_link: str = ""  # a page over https; {reference} stands for the payment's reference
    contract_rate: Decimal | None = None  # fraction a year: 0.15
    penalty_clause_percent: Decimal | None = None  # clause pénale, fraction of the amount
    penalty_clause_min: Decimal | None = None
    penalty_clause_max: Decimal | None = None
    clause_article: str = ""  # article of the terms that is quoted
    retention_of_title: bool = False  # clause de réserve de propriété
    consumer_clause: bool = False  # clause indemnitaire réciproque (BE-B2C)
    is_sme: bool = True
    sender: Sender = "creditor"
    mandate_reference: str = ""
    mandate_date: date | None = None
    sender_name: str = ""
    sender_registration: str = ""
    sender_address: Address = Address()
    signatory: str = ""
    signatory_role: str = ""
    caller: str = ""
    allocation: Allocation = "principal"
    bank_data_until: date | None = None
    confirmed_facts: tuple[str, ...] = ()  # rates and rules "from memory" that the user ticked
    encloses: Enclosing = "useful"  # a statement of account with its e-mails

    def iban(self, currency: str) -> str:
        """Return the IBAN for a currency, "" when none is given."""
        return dict(self.ibans).get(currency, "")


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment received; a blank `invoice` is not matched yet. `amount` is positive."""

    debtor: str
    amount: Decimal
    value_date: date
    invoice: str = ""
    currency: str = "EUR"
    note: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """Promesse de règlement: the debtor said that `amount` comes `by` a day."""

    debtor: str
    amount: Decimal
    by: date
    made_on: date
    items: tuple[str, ...] = ()
    kept: bool | None = None  # None while pending
    currency: str = "EUR"
    row: int = 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """Litige on one invoice, open until resolved."""

    debtor: str
    invoice: str
    reason: str
    opened_on: date
    resolved_on: date | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Instalment:
    """One line of a payment plan."""

    number: int
    day: date
    amount: Decimal
    paid: Decimal = ZERO
    row: int = 0
    untold: Decimal = field(default=ZERO, compare=False)  # what has come and the sheet tells not

    @property
    def came(self) -> Decimal:
        """What has come for it, told or not."""
        return self.paid + self.untold

    @property
    def is_paid(self) -> bool:
        """Tell whether all of it has come."""
        return self.came >= self.amount


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """Échéancier agreed with a debtor over some items."""

    debtor: str
    agreed_on: date
    instalments: tuple[Instalment, ...]
    items: tuple[str, ...] = ()
    cancelled: bool = False

    @property
    def untold(self) -> Decimal:
        """What has come for its instalments and the sheet does not tell."""
        return sum((line.untold for line in self.instalments), ZERO)

    def as_told(self) -> "PaymentPlan":
        """Return the plan as the sheet tells it."""
        return replace(self, instalments=tuple(replace(x, untold=ZERO) for x in self.instalments))


@dataclass(frozen=True, slots=True)
class Settlement:
    """Accord de règlement: `amount` by a day, in the place of what is `owed`."""

    debtor: str
    agreed_on: date
    by: date
    amount: Decimal
    owed: Decimal  # the principal when it was agreed on, credits netted
    items: tuple[str, ...]
    currency: str = "EUR"
    number: int = 0  # of its line


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that can't be counted as it is written, and whose items it may be about.

    `code` is that of the reason, with its `facts`. It may mean the items `numbers`, and when
    `until` is given each that was there on that day: a row is about no later invoice.
    """

    code: str
    debtor: str
    about: Payment | Dispute | Promise | PaymentPlan | None  # None of one that can't be read
    facts: Mapping[str, object]
    numbers: tuple[str, ...] = ()
    until: date | None = None

    def may_mean(self, item: Receivable) -> bool:
        """Tell whether the row may be about an item of its debtor."""
        if item.number in self.numbers:
            return True
        return self.until is not None and (item.issued is None or item.issued <= self.until)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal; see `core.journal` for its hash."""

    number: int
    day: date
    debtor: str
    items: tuple[str, ...] = ()
    step: str = ""
    channel: Channel = ""
    direction: Direction = ""
    outcome: Outcome = "done"
    document: str = ""
    sha256: str = ""
    note: str = ""
    entered_at: str = ""
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of days at one rate (a fraction a year); `interest` is rounded for show."""

    first: date
    last: date
    days: int
    principal: Decimal
    rate: Decimal
    interest: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Case:
    """One debtor's open items and history on a day: all that a decision rests on."""

    debtor: Debtor
    items: tuple[Receivable, ...]
    events: tuple[Event, ...] = ()
    payments: tuple[Payment, ...] = ()
    promises: tuple[Promise, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    plans: tuple[PaymentPlan, ...] = ()
    settled: int = 0  # invoices of this debtor that the book knows as paid
    payer: Debtor | None = None  # whom messages reach when someone pays in the debtor's place
    strays: tuple[Stray, ...] = ()  # rows that may be about its items

    def reached(self, document: str) -> Debtor:
        """Return whom a document goes to: the payer, but a formal notice to who owes.

        A notice puts in default the one to whom it is served, so the payer gets none.
        """
        if self.payer is None or document == "formal_notice":
            return self.debtor
        return self.payer


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be claimed for one item on a day; `withheld` says why the rest is left out."""

    principal: Decimal
    interest: Decimal
    fee: Decimal
    regime: str  # code, "" when none applies
    segments: tuple[Segment, ...] = ()
    withheld: tuple[Reason, ...] = ()
    first_day: date | None = None  # first and last day that bear interest, both counted
    last_day: date | None = None

    @property
    def total(self) -> Decimal:
        """Principal, interest and fee together."""
        return self.principal + self.interest + self.fee


@dataclass(frozen=True, slots=True)
class Line:
    """One item in a decision: where it stands, what comes next and what it may bear."""

    item: Receivable
    claim: Claim
    days_overdue: int  # negative before the due date
    position: str = ""  # highest step sent or done, "" when none
    position_date: date | None = None
    next_step: str = ""
    next_date: date | None = None
    demanded: bool = False
    informed: bool = False  # late, free and not demanded: listed "pour information"
    granted_to: date | None = None  # the last day that a notice or a free reminder of ours leaves
    blocked: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of a debtor in one currency; `claim` = demanded items + all credits."""

    currency: str
    open: Decimal
    claim: Decimal
    interest: Decimal
    fee: Decimal

    @property
    def total(self) -> Decimal:
        """Claim, interest and fees together."""
        return self.claim + self.interest + self.fee


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about one debtor on a day, and why; `step` is "" when nothing is to do."""

    debtor: Debtor
    as_of: date
    step: str = ""
    phase: int | None = None
    proposed_step: str = ""
    channel: Channel = ""
    document: DocumentKind = ""
    lines: tuple[Line, ...] = ()
    totals: tuple[Totals, ...] = ()  # one a currency, euros first, then by code
    next_date: date | None = None
    why: tuple[Reason, ...] = ()
    blocked_by: tuple[Reason, ...] = ()

    @property
    def demanded(self) -> tuple[Line, ...]:
        """The lines that the message demands, in the order of the case."""
        return tuple(line for line in self.lines if line.demanded)

    @property
    def asked(self) -> tuple[Totals, ...]:
        """The sums that are asked for: credits beyond what is owed in a currency are none."""
        return tuple(sums for sums in self.totals if sums.claim > 0)


@dataclass(frozen=True, slots=True)
class Message:
    """Everything that one document says: documents render it and decide nothing.

    `claims` tells whether interest and fee are left unsaid, announced or claimed;
    `consumer` under which consumers' law the debtor is written to, "" for all others;
    `free_reminder` that this is a Belgian consumer's free first reminder (livre XIX);
    `reply_by` is the one date that the message asks for; `claim_from` the first day on which a
    Belgian consumer may owe the indemnity; `indemnity` the amount announced to them;
    `interest_until` the day at which interest stops in the figures ("arrêtés au");
    `rate_unknown` when a rate is not on record ("à parfaire", "au taux légal" without a figure);
    `head` the first 12 hex of the journal's head; `attachments` the invoice copies (paths);
    `payer` who is written to when it is not the debtor; `number` a penalty note's own, or the
    reference of an agreement; `notes` the number and day of earlier notes: those whose sums this
    document includes, or that a thanks leaves to be paid; `claimed_on` the day of the letter that
    claimed them before a note or a thanks; `left_claimed` what of it a thanks leaves to be paid, a
    currency each, and `note_rests` what is left of notes that were paid in part (number, currency,
    sum); `in_favour` what a thanks says that we hold of the debtor; `noted` the demanded items
    whose interest and fixed sum a note has claimed, where a message only announces them;
    `asked_before` the items listed for information that an earlier message has demanded, its day,
    and whether it was an e-mail; `thanked_on` the day of a thanks for what a note is about.
    """

    kind: DocumentKind
    creditor: Creditor
    decision: Decision
    policy: str  # fr-b2b, be-b2c, ...
    contact: Contact
    claims: Claims = "none"
    consumer: str = ""
    free_reminder: bool = False
    reply_by: date | None = None
    deadline_days: int | None = None
    claim_from: date | None = None
    indemnity: Decimal = ZERO
    interest_until: date | None = None
    rate_unknown: bool = False
    floor_rate: Decimal | None = None
    rate: Decimal | None = None
    offer_plan: bool = False
    offer_discount: bool = False
    warn_court: bool = False
    bank_stale_since: date | None = None
    history: tuple[Event, ...] = ()
    credits: tuple[Line, ...] = ()
    promises: tuple[Promise, ...] = ()
    came: Mapping[Promise, Decimal] = field(default_factory=dict)  # of those of a confirmation
    payments: tuple[Payment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    plans: tuple[PaymentPlan, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    attachments: tuple[str, ...] = ()
    attachment_contents: tuple[tuple[str, bytes], ...] = ()
    head: str = ""
    payer: Debtor | None = None
    circumstance: Reason | None = None  # what `core.circumstances` found particular
    plan: PaymentPlan | None = None  # the one that a document confirms
    settled_for: Decimal | None = None  # what a settlement accepts in the place of the demand
    number: str = ""
    notes: tuple[tuple[str, date], ...] = ()
    claimed_on: date | None = None
    thanked_on: date | None = None
    left_claimed: tuple[tuple[str, Decimal], ...] = ()
    note_rests: tuple[tuple[str, str, Decimal], ...] = ()
    in_favour: tuple[tuple[str, Decimal], ...] = ()
    noted: tuple[str, ...] = ()
    asked_before: tuple[tuple[str, date, bool], ...] = ()
    replaces: date | None = None  # the day of the settlement that this one takes the place of
    plans_replaced: tuple[date, ...] = ()  # the days of the plans that this one took the place of
    with_statement: bool = False  # a statement of account is among the attached files
    enclosed: bool = False  # this statement goes with a message, which asks for what is to be paid

    @property
    def addressed(self) -> Debtor:
        """Whom the document goes to: the payer, else who owes."""
        return self.payer or self.decision.debtor
