"""What a language gives for the documents: its sentences, as data that `wording.letters` fills.

Names between braces are filled in. A language has every sentence, or Python refuses to start.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..figures import Figures
from .asked import Asked
from .debits import Debits


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The texts of law, and how interest is called under each regime."""

    basis: Mapping[str, str]  # regime -> the texts behind interest and fixed sum
    records: Mapping[str, str]  # text of a rate, as `data/law` has it -> the same in this language
    between: str  # two texts of law
    interest: str
    interest_short: str  # heading of a narrow column
    interest_of: Mapping[str, str]  # regime -> its own word
    interest_short_of: Mapping[str, str]
    nouns_in_capitals: bool = False  # within a sentence as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How a yearly rate is said: by law, by contract, or the legal rate of consumers."""

    law: str
    law_at: str
    law_at_both: str  # two or three rates, as the breakdown has them
    law_between: str  # more of them: the lowest and the highest
    contract: str
    contract_at: str
    legal: str
    legal_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who writes, in whose name, and to whom."""

    countries: Mapping[str, str]  # in capitals, as the post reads them
    on_behalf_of: str
    phone: str
    vat: str
    company_number: str  # of a Belgian firm
    mandate: str
    mandate_since: str
    intervention: str
    collector: str  # said by a third party that collects
    to_payer: str
    at_the_home_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """What stands in the tables and beside them."""

    prefixes: Mapping[str, str]  # kind of an item that is no invoice -> in front of its number
    payment: str
    payment_of: str
    balance: str
    order: str
    see_table: str  # instead of many order numbers
    sold: str
    copy: str
    copies: str
    copies_of_table: str
    statement: str
    statement_file: str
    extension: str
    extension_suspends: str
    extension_runs: str
    allocation: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delays:
    """A delay in days: one or several, plain or counted on the calendar."""

    day: str
    days: str
    calendar_day: str
    calendar_days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """What tells an account: debits to come, where an item stands, why a note bears no VAT."""

    debited: str
    presented: str  # a bill, to the debtor's bank
    on_day: str  # when, of both
    on_due: str
    disputed: str
    overdue: str
    not_due: str
    put_off: str  # until a day that was granted
    to_be_debited: str
    to_be_presented: str
    bucket_not_due: str
    bucket: str
    bucket_beyond: str
    without_vat: str
    fixed_sums: str  # within a sentence, after a plural article, as a settlement names them
    fixed_sum: str  # the same of one invoice, beside interest
    fixed_sum_alone: str  # and by itself
    belgian_vat: str  # the article of Belgium's VAT code, between brackets
    note_named: str
    note_replaces: str  # said by a penalty note
    note_included: str  # said by a letter or a notice
    letter_included: str
    note_paid: str
    note_after_thanks: str
    settled: str  # said by a statement, as the seven others
    settling: str
    settling_left: str
    checking: str
    interest_first: str
    note_beside: str
    note_claimed: str  # after it, when a letter has claimed it since
    planned: str
    promised: str
    left_to_pay: str  # said by thanks, as what follows
    note_rest: str  # after a note that was paid in part
    letter_left: str
    after_letter: str
    credit_held: str
    credit_apart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language; `code` is also the folder of its templates."""

    code: str
    locale: str  # for Word and for HTML
    figures: Figures
    both: str  # between two amounts
    colon: str  # between a label and its value
    subject: str
    clause: str
    article: str
    law: Law
    rates: Rates
    parties: Parties
    items: Items
    delays: Delays
    accounts: Accounts
    asked: Asked
    debits: Debits
    openings: Mapping[str, str]  # what is particular about a case -> what a message says of it
    in_words: bool = False  # notices and settlements write amounts out: a custom, asked by no law
