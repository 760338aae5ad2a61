"""English help of the DUNNING_* functions, for an office in English; cells answer in French."""

SUMMARIES: dict[str, str] = {
    "DUNNING_DUE_DATE": "Due date of an invoice from its payment terms.",
    "DUNNING_DAYS": "Days overdue: 0 on the due date, negative before.",
    "DUNNING_BUCKET": "Ageing bucket, for example “2 De 31 à 60 j”.",
    "DUNNING_PHASE_BY_AGE": (
        "Phase where age alone puts the item: 0 prevention, 1 reminder, 2 dunning,"
        " 3 formal notice, 4 hand-over."
    ),
    "DUNNING_PHASE": (
        "Phase of the step to do now, blank when there is none: 0 prevention, 1 reminder,"
        " 2 dunning, 3 formal notice, 4 hand-over."
    ),
    "DUNNING_STEP": "Code of the step to do now, blank when there is none.",
    "DUNNING_ACTION": "Step to do now, in words; blank when there is none.",
    "DUNNING_NEXT_DATE": "Day of the next step, past when it is to be done.",
    "DUNNING_WHY": "Rule and dates behind the next step.",
    "DUNNING_RATE": "Yearly rate of late-payment interest on that day (fraction: 0.124 = 12.4%).",
    "DUNNING_FLOOR": (
        "Lowest contractual rate in France: 3 times the legal rate (fraction: 0.0786 = 7.86%)."
    ),
    "DUNNING_INTEREST": "Late-payment interest up to the closing day, rounded once.",
    "DUNNING_FEE": "Fixed recovery fee of an invoice paid late.",
    "DUNNING_TOTAL": "Amount, late-payment interest and fixed fee.",
    "DUNNING_EXPLAIN": "Details of the interest: from, to, days, rate, interest, source.",
    "DUNNING_CLAIM_FROM": (
        "First day on which a consumer may owe interest or indemnity, from the reminder or the"
        " formal notice; blank between professionals."
    ),
    "DUNNING_LIMITATION": "Last day to sue (limitation).",
    "DUNNING_REFERENCE": "Payment reference: RF (ISO 11649) or Belgian OGM.",
    "DUNNING_PLAN": "Payment plan: number, date, amount, balance.",
    "DUNNING_HOLIDAYS": "Public holidays of a year, for NETWORKDAYS.",
    "DUNNING_TABLE": "Every computed column of a table of invoices with its headings.",
}

ARGUMENTS: dict[str, str] = {
    "invoice_date": "Date of the invoice.",
    "terms": "Terms: “30”, “45 fin de mois”, “fin de mois 45”, “comptant”...",
    "country": "Country: FR (omitted) or BE.",
    "due_date": "Due date.",
    "as_of": "Closing day (AsOf).",
    "paid_on": "Day of payment, if the invoice is paid.",
    "limits": "Limits of the buckets in days. Omitted: 30;60;90.",
    "regime": "Regime: FR-B2B, FR-B2C, FR-PUB, BE-B2B, BE-B2C, LU-B2B... Omitted: FR-B2B.",
    "rules": "Rules of the workbook (Regles). Omitted: the policy as shipped.",
    "last_phase": "Last step done: its code, or n when phase n is done. Blank: nothing.",
    "last_step": "Code of the last step done, or n when phase n is done. Blank: nothing.",
    "last_date": "Day of the last step.",
    "last_channel": "Channel of the last contact: e-mail, lettre, téléphone...",
    "status": "Status: blank or “à régler”; litige, suspendue, promesse...: nothing to do.",
    "profile": "Profile: oubli, difficulté, retardataire, à vérifier. Blank: unknown.",
    "on_date": "Day of the rate.",
    "rates": "Rates of the workbook (TauxLocaux). Omitted: rates as shipped.",
    "amount": "Amount due, VAT included.",
    "rate": "Contractual rate (0.12 or 12%). Blank: the legal rate of the regime.",
    "claim_from": "First day counted. Blank: the day after the due date; consumers: none.",
    "claim_until": "Last day counted. Blank: the closing day.",
    "sent_on": "Day on which the reminder was sent or the notice presented.",
    "channel": "Channel: e-mail, lettre, recommandé (LRAR).",
    "performed_on": "Day on which the service was completed or the goods delivered.",
    "acknowledged_on": "Last acknowledgement of the debt, or last part payment.",
    "nature": "FR: transport. BE: general, periodic, care, goods. Blank: the shortest.",
    "number": "Number of the invoice or of the customer.",
    "kind": "RF (omitted) or OGM.",
    "instalments": "Number of instalments; blank when the payment is given.",
    "first_date": "Day of the first instalment.",
    "payment": "Payment wished for. Blank: equal instalments.",
    "year": "Year.",
    "receivables": "Table of the invoices, headings included.",
}


def argument_help(function: str, argument: str) -> str:
    """Return the English help of one argument of a function."""
    if function == "DUNNING_PLAN" and argument == "rate":
        return "Yearly rate (0.05 or 5%). Omitted: no interest."
    if function == "DUNNING_PLAN" and argument == "amount":
        return "Amount to be spread."
    return ARGUMENTS[argument]
