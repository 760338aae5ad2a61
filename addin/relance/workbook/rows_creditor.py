"""The named cells of `Paramètres` -> the creditor."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ..core.banks import unfit
from ..core.errors import RelanceError
from ..core.findings import Finding
from ..core.links import is_payment_link
from ..core.parse import has_iban_shape, is_blank, is_iban
from ..core.records import Address, Creditor
from .reading import FAULTS
from .schema import PARAMETERS
from .values import currency, items, parser

Getter = Callable[[str], object]

# Defined name -> field of Creditor.
FIELDS = {
    "CreancierNom": "name",
    "CreancierForme": "legal_form",
    "CreancierImmatriculation": "registration",
    "CreancierTVA": "vat_number",
    "CreancierPays": "country",
    "CreancierEmail": "email",
    "CreancierTelephone": "phone",
    "Langue": "language",
    "Pme": "is_sme",
    "Ibans": "ibans",
    "Bic": "bic",
    "LienPaiement": "payment_link",
    "BanqueJusquau": "bank_data_until",
    "Imputation": "allocation",
    "TauxContractuel": "contract_rate",
    "ClausePenale": "penalty_clause_percent",
    "ClausePenaleMinimum": "penalty_clause_min",
    "ClausePenaleMaximum": "penalty_clause_max",
    "ClauseArticle": "clause_article",
    "ClauseIndemnitaire": "consumer_clause",
    "ReservePropriete": "retention_of_title",
    "Expediteur": "sender",
    "ReleveJoint": "encloses",
    "MandatReference": "mandate_reference",
    "MandatDate": "mandate_date",
    "ExpediteurNom": "sender_name",
    "ExpediteurImmatriculation": "sender_registration",
    "Signataire": "signatory",
    "SignataireQualite": "signatory_role",
    "Appelant": "caller",
    "RegimesValides": "confirmed_facts",
}
ADDRESS = {
    "CreancierAdresse": "street",
    "CreancierComplement": "extra",
    "CreancierCodePostal": "postcode",
    "CreancierVille": "city",
    "CreancierPays": "country",
}
SENDER_ADDRESS = {
    "ExpediteurAdresse": "street",
    "ExpediteurComplement": "extra",
    "ExpediteurCodePostal": "postcode",
    "ExpediteurVille": "city",
}
CLAUSE = {"ClausePenale", "ClausePenaleMinimum", "ClausePenaleMaximum"}
NAMES = FIELDS.keys() | ADDRESS.keys() | SENDER_ADDRESS.keys()


def creditor(get: Getter) -> tuple[Creditor, tuple[Finding, ...]]:
    """Read the creditor from the named cells; a cell that can't be read counts as blank.

    A penalty clause of which a figure can't be read gives nothing: blank, it would give more.

    Args:
        get: returns the value of a defined name, None when blank or not there.

    Returns:
        The creditor, and the findings (row 0; the column is the parameter's label).
    """
    values, findings = _values(get)
    if any(finding.facts["parameter"] in CLAUSE for finding in findings):
        values |= {"ClausePenale": Decimal(0), "ClausePenaleMinimum": None}
    if "Ibans" in values:
        values["Ibans"], wrong = _ibans(values["Ibans"])
        findings += wrong
    if not is_payment_link(values.get("LienPaiement", "https://a.example")):
        findings.append(_bad_link(values.pop("LienPaiement")))
    if "RegimesValides" in values:
        values["RegimesValides"] = items(values["RegimesValides"])
    fields = {field: values[name] for name, field in FIELDS.items() if name in values}
    read = Creditor(
        **fields,
        address=_address(values, ADDRESS),
        sender_address=_address(values, SENDER_ADDRESS),
    )
    return read, (*findings, *_bad_bics(read))


def _bad_bics(read: Creditor) -> Iterator[Finding]:
    """Yield the BICs that `core.banks` tells nobody."""
    for bic, iban in unfit(read):
        code = "bic_elsewhere" if iban else "bad_bic"
        yield Finding(0, "BIC", code, {"parameter": "Bic", "value": bic, "iban": iban})


def _bad_link(text: str) -> Finding:
    """Nobody is sent to a page that is not encrypted, nor to half an address."""
    (parameter,) = (one for one in PARAMETERS if one.name == "LienPaiement")
    return Finding(0, parameter.label, "bad_link", {"parameter": parameter.name, "value": text})


def _address(values: Mapping[str, str], names: Mapping[str, str]) -> Address:
    return Address(**{field: values.get(name, "") for name, field in names.items()})


def _values(get: Getter) -> tuple[dict[str, Any], list[Finding]]:
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for parameter in PARAMETERS:
        cell = get(parameter.name) if parameter.name in NAMES else None
        if is_blank(cell):
            continue
        try:
            values[parameter.name] = parser(parameter)(cell)
        except RelanceError as error:
            code = "bad_rate" if parameter.kind == "rate" else FAULTS[type(error)]
            facts = {"parameter": parameter.name, "value": cell}
            findings.append(Finding(0, parameter.label, code, facts))
    return values, findings


def _ibans(text: str) -> tuple[tuple[tuple[str, str], ...], list[Finding]]:
    """Read "EUR:FR76 ... ; USD:..."; a wrong one is left out, and a second one in a currency."""
    found, wrong = dict[str, str](), []
    for part in items(text):
        before, colon, after = part.partition(":")
        code = currency(before.strip()) if colon else "EUR"
        iban = "".join((after if colon else before).split()).upper()
        facts = {"parameter": "Ibans", "value": part}
        if not code or not is_iban(iban):
            reason = "bad_iban" if code and has_iban_shape(iban) else "no_iban"
            wrong.append(Finding(0, "IBAN", reason, facts))
        elif found.setdefault(code, iban) != iban:
            facts |= {"currency": code, "used": found[code]}
            wrong.append(Finding(0, "IBAN", "iban_twice", facts))
    return tuple(found.items()), wrong
