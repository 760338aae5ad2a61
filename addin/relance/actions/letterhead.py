"""What a document needs of `Paramètres`: who claims, and settings that can be read.

What would leave a letter without a creditor, or change what it claims behind the user's back,
refuses every document. What a letter can be worded without is told, and the letter goes.
"""

from collections.abc import Iterator

from ..core.errors import BadSettingsError, CreditorIncompleteError, RelanceError
from ..core.findings import Finding, Reason
from ..core.meaning import BELGIAN_CONSUMER
from ..core.records import Creditor, Decision
from .desk import Desk
from .parameters import LABELS, parameter, settings

# What a letter claims, or who sends it: read as blank, it would claim or say something else.
DECISIVE = {
    *("CreancierPays", "Pme", "Imputation", "TauxContractuel"),
    *("ClausePenale", "ClausePenaleMinimum", "ClausePenaleMaximum", "ClauseIndemnitaire"),
    *("Expediteur", "MandatDate"),
}


def check_settings(desk: Desk) -> None:
    """Refuse documents that would have no creditor, or claim what the settings do not say.

    Raises:
        CreditorIncompleteError: the creditor's name or address is blank.
        BadSettingsError: a setting that changes a claim or its sender can't be read.
    """
    for fault in faults(desk):
        raise fault


def faults(desk: Desk) -> Iterator[RelanceError]:
    """Yield what refuses every document."""
    missing = tuple(LABELS[name] for name in _unnamed(desk.setting.creditor))
    if missing:
        yield CreditorIncompleteError(parameters=missing)
    wrong = [one for one in settings(desk.findings) if parameter(one) in DECISIVE]
    if wrong:
        yield BadSettingsError(settings=tuple(f"{one.column} : {_typed(one)}" for one in wrong))


def _unnamed(creditor: Creditor) -> Iterator[str]:
    """The parameters without which nobody would know who claims."""
    address = creditor.address
    given = {
        "CreancierNom": creditor.name,
        "CreancierAdresse": address.street,
        "CreancierCodePostal": address.postcode,
        "CreancierVille": address.city,
    }
    return (name for name, value in given.items() if not value)


def _typed(finding: Finding) -> str:
    return str(finding.facts.get("value", ""))


def unnumbered(creditor: Creditor, decision: Decision) -> tuple[Reason, ...]:
    """Return why a Belgian consumer is not written to: the law wants the creditor's number.

    Source: Code de droit économique, art. XIX.2 (contents of the first reminder).
    """
    consumer = any(line.claim.regime == BELGIAN_CONSUMER for line in decision.demanded)
    if not consumer or creditor.registration or decision.document == "call_sheet":
        return ()
    return (Reason("registration_missing", {"debtor": decision.debtor.code}),)
