"""Payment terms as people write them, and the longest that the law lets firms agree on.

"45 fin de mois" adds 45 days, then goes to the end of the month; "fin de mois 45" does it the
other way round. Both readings are accepted, so the order of the words decides.

>>> due_date(date(2026, 3, 10), "45 jours fin de mois")
datetime.date(2026, 4, 30)
>>> due_date(date(2026, 3, 10), "fin de mois + 45 jours")
datetime.date(2026, 5, 15)
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from .calendar import next_worked
from .errors import BadTermsError
from .findings import Reason
from .law import fact
from .months import add_months, month_end
from .records import Receivable

CAPS = {"FR-B2B": "fr_terms_max_days", "BE-B2B": "be_terms_max_days"}  # regime -> fact of law
IMMEDIATE = re.compile(
    r"(?:au )?comptant|(?:a )?reception(?: de (?:la )?facture)?|immediat(?:ement)?"
    r"|cash|contant|(?:due |payable )?on receipt"
)
WORDS = (  # what means the same, longest first; a word that is not here is not understood
    (r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " "),
    (r"\bjour ouvre suivant\b|\bnext (?:business|working) day\b", " WORKED "),
    (r"\bmois suivant\b|\b(?:next|following) month\b|\bm ?\+ ?1\b", " "),
    (r"\bfin (?:de |du )?mois(?: civil)?\b|\bj?fdm\b|\bf\. ?d\. ?m\b\.?", " END "),
    (r"\bend of (?:the )?month\b|\bmonth end\b|\beom\b|\beinde maand\b", " END "),
    (r"\bd'", " "),
    (r"\b(?:jours?|jrs|j|days?|d|dagen)\b\.?", " D "),
    (r"\b(?:mois|months?|maanden|maand)\b", " M "),
    (r"\b(?:nets?|netto|calendaires|civils|paiement|payment|factur(?:e|ation)|invoice)\b", " "),
    (r"\b(?:date|dater|compter|partir|apres|after|from|reception|receipt|emission)\b", " "),
    (r"\b(?:a|au|de|du|la|of|the|ou|or|within)\b|[+,;()]", " "),
)
SHAPE = re.compile(
    r"(?:(?P<before>\d{1,3})(?P<unit> [DM])?)?"
    r"(?P<end> ?END(?: (?P<after>\d{1,3})(?: D)?)?(?: le (?P<day>\d{1,2}))?)?"
    r"(?P<worked> WORKED)?"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms once read, in the order in which they are applied."""

    days: int = 0
    months: int = 0
    end_of_month: bool = False
    days_after: int = 0
    day_of_month: int = 0  # 0 when none is named
    next_worked: bool = False

    def due(self, invoice_date: date, country: str) -> date:
        """Return the due date of an invoice; `country` names the worked days."""
        day = add_months(invoice_date, self.months) + timedelta(days=self.days)
        if self.end_of_month:
            day = month_end(day) + timedelta(days=self.days_after)
        if self.day_of_month:
            day = _next_day_number(day, self.day_of_month)
        return next_worked(day, country) if self.next_worked else day


def _next_day_number(day: date, number: int) -> date:
    """The next day with that number after a month end; a short month gives its last day."""
    following = add_months(day.replace(day=1), 1)
    return following.replace(day=min(number, month_end(following).day))


def due_date(invoice_date: date, terms: str, country: str = "FR") -> date:
    """Return the due date of an invoice.

    Args:
        invoice_date: date of the invoice.
        terms: "30", "30 jours nets", "45 fin de mois", "fin de mois 45", "30 fin de mois le 10",
            "comptant"; "ou jour ouvré suivant" moves a day that is not worked. No text of law
            does that by itself.
        country: whose holidays count for "jour ouvré suivant".

    Raises:
        BadTermsError: the terms can't be read (facts: terms).
    """
    try:
        return read_terms(terms).due(invoice_date, country)
    except (OverflowError, ValueError) as fault:
        raise BadTermsError(terms=terms) from fault


@lru_cache(maxsize=1024)
def read_terms(text: str) -> Terms:
    """Read payment terms, whatever their case, accents and spelling.

    Raises:
        BadTermsError: they can't be read (facts: terms).
    """
    plain = _fold(text)
    if IMMEDIATE.fullmatch(plain.rstrip(". ")):
        return Terms()
    for pattern, word in WORDS:
        plain = re.sub(pattern, word, plain)
    found = SHAPE.fullmatch(" ".join(plain.split()))
    if found is None or not (found["before"] or found["end"]):
        raise BadTermsError(terms=text)
    before, day = int(found["before"] or 0), int(found["day"] or 0)
    if day > 31 or found["day"] == "0":
        raise BadTermsError(terms=text)
    in_months = found["unit"] == " M"
    return Terms(
        days=0 if in_months else before,
        months=before if in_months else 0,
        end_of_month=bool(found["end"]),
        days_after=int(found["after"] or 0),
        day_of_month=day,
        next_worked=bool(found["worked"]),
    )


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join(plain.encode("ascii", "ignore").decode().lower().split())


def too_long(item: Receivable, regime: str) -> Reason | None:
    """Return what is wrong with the terms of an invoice between two firms, None when nothing is.

    Args:
        item: an invoice; without a due date, its `terms` give one.
        regime: code of its regime. Only firms of France and Belgium have a cap on record;
            consumers have none, and a public buyer's delay is the law's own.

    Returns:
        A reason `terms_too_long` (facts: number, due, latest, law; `end_of_month` where 45 days
        end of month, if agreed, would give later, with the reason of that name).

    Source: L441-10 I du code de commerce; Belgium, loi du 14 août 2021 (60 days, absolute).
    """
    name, due = CAPS.get(regime), _agreed_due(item, regime)
    if name is None or item.issued is None or due is None:
        return None
    cap = fact(name)
    latest = item.issued + timedelta(days=cap.whole)
    end_of_month = latest
    if regime == "FR-B2B":
        end_of_month = max(latest, *_end_of_month_readings(item.issued))
        latest = _end_of_month_cap(item.issued, due, item.terms, latest)
    if due <= latest or item.issued < cap.first:
        return None
    facts = {"number": item.number, "due": due, "latest": latest, "law": cap.law}
    if end_of_month > latest:
        facts |= {"end_of_month": end_of_month, "reason": "end_of_month"}
    return Reason("terms_too_long", facts)


def _agreed_due(item: Receivable, regime: str) -> date | None:
    """The due date that was agreed: as given, else as the terms say; an estimate is not agreed."""
    if item.kind != "invoice" or item.due_is_estimated:
        return None
    if item.due or item.issued is None or not item.terms:
        return item.due
    try:
        return due_date(item.issued, item.terms, regime[:2])
    except BadTermsError:
        return None


def _end_of_month_cap(invoice_date: date, due: date, terms: str, latest: date) -> date:
    """The later of 60 days and, when an end of month was agreed, both readings of 45 days.

    Terms that nobody gave are believed to be an end of month where the due date fits.
    """
    readings = _end_of_month_readings(invoice_date)
    if due in readings if not terms else _says_end_of_month(terms):
        return max(latest, *readings)
    return latest


def _end_of_month_readings(invoice_date: date) -> tuple[date, date]:
    """The due dates of the longest terms at the end of a month, in both orders of the words."""
    days = timedelta(days=fact("fr_terms_max_days_end_of_month").whole)
    return month_end(invoice_date + days), month_end(invoice_date) + days


def _says_end_of_month(terms: str) -> bool:
    try:
        return read_terms(terms).end_of_month
    except BadTermsError:
        return False
