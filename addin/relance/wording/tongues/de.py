"""German; Belgian laws bear the name of their official German translation."""

from ..figures import NBSP, Figures
from . import asked, debits
from .countries import countries
from .openings import GERMAN_OPENINGS
from .tongue import Accounts, Delays, Items, Law, Parties, Rates, Tongue

FIGURES = Figures(
    thousands=".",
    decimal=",",
    euro=f"{{2}}{{0}}{NBSP}€",
    other=f"{{2}}{{0}}{NBSP}{{1}}",
    percentage=f"{{0}}{NBSP}%",
    day_in_figures="{2:02d}.{1:02d}.{0:04d}",
    day_in_words=f"{{2}}.{NBSP}{{1}}{NBSP}{{0}}",
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ),
)  # fmt: skip

LAW = Law(
    basis={
        "FR-B2B": "Artikel L441-10, II und D441-5 des französischen Handelsgesetzbuchs",
        "FR-B2C": "Artikel 1231-6 und 1344-1 des französischen Zivilgesetzbuchs",
        "FR-PUB": (
            "Artikel L2192-13, R2192-31 und D2192-35 des französischen Gesetzbuchs über das"
            " öffentliche Auftragswesen"
        ),
        "BE-B2B": (
            "Artikel 5 und 6 des belgischen Gesetzes vom 2. August 2002 zur Bekämpfung von"
            " Zahlungsverzug im Geschäftsverkehr"
        ),
        "BE-B2C": "Buch XIX des belgischen Wirtschaftsgesetzbuches",
        "LU-B2B": (
            "abgeändertes luxemburgisches Gesetz vom 18. April 2004 über Zahlungsfristen und"
            " Verzugszinsen"
        ),
    },
    records={
        "L441-10 II du code de commerce": "Artikel L441-10, II des französischen"
        " Handelsgesetzbuchs",
        "R2192-31 du code de la commande publique": "Artikel R2192-31 des französischen Gesetzbuchs"
        " über das öffentliche Auftragswesen",
        "L313-2 et D313-1-A du code monétaire et financier": "Artikel L313-2 und D313-1-A des"
        " französischen Währungs- und Finanzgesetzbuchs",
        "Loi du 2 août 2002, art. 5": "belgisches Gesetz vom 2. August 2002, Art. 5",
        "Loi du 22 novembre 2013": "belgisches Gesetz vom 22. November 2013",
        "Loi du 5 mai 1865, art. 2, par. 1": "belgisches Gesetz vom 5. Mai 1865, Art. 2, § 1",
        "Arrêté royal du 14 janvier 2013, art. 69": "belgischer Königlicher Erlass vom"
        " 14. Januar 2013, Art. 69",
        "Loi du 18 avril 2004, modifiée le 29 mars 2013": "luxemburgisches Gesetz vom"
        " 18. April 2004, abgeändert am 29. März 2013",
        "BGB, par. 288 (1)": "§ 288 Abs. 1 BGB",
        "BGB, par. 288 (2)": "§ 288 Abs. 2 BGB",
        "BW 6:119a et 6:120": "BW 6:119a und 6:120",
        "BW 6:119 et 6:120": "BW 6:119 und 6:120",
        "D.Lgs. 231/2002, art. 2 et 5": "D.Lgs. 231/2002, Art. 2 und 5",
        "Code des obligations, art. 104": "Schweizerisches Obligationenrecht, Art. 104",
        "(contrat)": "Vertrag",
    },
    between="; ",
    interest="Verzugszinsen",
    interest_short="Zinsen",
    interest_of={},
    interest_short_of={},
    nouns_in_capitals=True,
)

RATES = Rates(
    law="zum gesetzlich vorgesehenen Zinssatz",
    law_at="zum Jahreszinssatz von {rate}",
    law_at_both="zu Jahreszinssätzen von {rates}",
    law_between="zu Jahreszinssätzen von {least} bis {most}, wie berechnet",
    contract="zum vertraglichen Jahreszinssatz",
    contract_at="zum vertraglichen Jahreszinssatz von {rate}",
    legal="zum gesetzlichen Zinssatz",
    legal_at="zum gesetzlichen Zinssatz ({rate} pro Jahr)",
)

PARTIES = Parties(
    countries=countries("de"),
    on_behalf_of="im Namen und für Rechnung von:",
    phone="Tel. {phone}",
    vat="USt-IdNr. {number}",
    company_number="Unternehmensnummer {number}",
    mandate="Vollmacht {reference}",
    mandate_since="{mandate} vom {since}",
    intervention=(
        "Sie erhalten dieses Schreiben im Namen und für Rechnung von {creditor} ({mandate})."
    ),
    collector="Wir sind in der gütlichen Einziehung von Forderungen tätig.",
    to_payer="Sie erhalten dieses Schreiben als Zahler für Rechnung von {debtor}.",
    at_the_home_of="c/o {name}",
)

ITEMS = Items(
    prefixes={
        "credit_note": "Gutschrift ",
        "down_payment": "Anzahlung ",
        "retention": "Einbehalt ",
    },
    payment="Zahlung",
    payment_of="Zahlung vom {day}",
    balance="Kontosaldo ohne Aufstellung der einzelnen Rechnungen",
    order="Best. {number}",
    see_table="siehe Tabelle",
    sold="Lieferungen oder Leistungen dieser Rechnung",
    copy="Kopie der Rechnung {numbers}",
    copies="Kopien der Rechnungen {numbers}",
    copies_of_table="Kopien der {count} Rechnungen der Tabelle",
    statement="Ein Kontoauszug ist zur Information beigefügt: Er führt auf, was heute offen ist.",
    statement_file="kontoauszug",
    extension="{number}: Ihnen wurde ein Zahlungsaufschub bis zum {day} gewährt",
    extension_suspends="{said}; während dieser Zeit fallen keine {interest} an.",
    extension_runs="{said}; die {interest} laufen ab der ursprünglichen Fälligkeit.",
    allocation={
        "interest": (
            "Teilzahlungen werden zuerst auf die Zinsen und danach auf die Hauptforderung"
            " angerechnet."
        ),
        "principal": "Teilzahlungen werden zuerst auf die Hauptforderung angerechnet.",
    },
)

# In the dative, as "von", "innerhalb von" and "mit" want them.
DELAYS = Delays(
    day="{count}\u00a0Tag",
    days="{count}\u00a0Tagen",
    calendar_day="{count}\u00a0Kalendertag",
    calendar_days="{count}\u00a0Kalendertagen",
)

ACCOUNTS = Accounts(
    debited="Der Betrag von {amount} (Rechnung {invoice}) wird {when} per Lastschrift eingezogen.",
    presented=(
        "Der Betrag von {amount} (Rechnung {invoice}) wird {when} Ihrer Bank vorgelegt (Wechsel,"
        " LCR)."
    ),
    on_day="am {day}",
    on_due="bei Fälligkeit",
    disputed="strittig",
    overdue="fällig seit {days}",
    not_due="noch nicht fällig",
    put_off="aufgeschoben bis {day}",
    to_be_debited="Einzug am {day}",
    to_be_presented="Wechsel am {day}",
    bucket_not_due="Noch nicht fällig",
    bucket="Seit {first} bis {last}\u00a0Tagen",
    bucket_beyond="Seit mehr als {last}\u00a0Tagen",
    without_vat=(
        "Verzugszinsen und Pauschale unterliegen nicht der Mehrwertsteuer{article}: Diese"
        " Abrechnung ist keine Rechnung."
    ),
    fixed_sums="Pauschalen",
    fixed_sum="Pauschale",
    fixed_sum_alone="Pauschale",
    belgian_vat=" (Artikel 28 Nr. 3 des belgischen Mehrwertsteuergesetzbuches)",
    note_named="die Verzugsabrechnung Nr. {number} vom {day}",
    note_replaces=(
        "Diese Abrechnung ersetzt {notes}: Was darin verlangt wurde, ist in den obigen Beträgen"
        " enthalten und kommt nicht hinzu."
    ),
    note_included=(
        "Bereits ergangen: {notes}. Was darin verlangt wurde, ist in den obigen Beträgen enthalten"
        " und kommt nicht hinzu."
    ),
    letter_included=(
        "Was unsere Nachricht vom {day} neben der Hauptforderung verlangte, ist in den obigen"
        " Beträgen enthalten und kommt nicht hinzu."
    ),
    note_paid=(
        "Was Sie auf eine Verzugsabrechnung bereits gezahlt haben ({amount}), ist von den obigen"
        " Beträgen abgezogen; in der Anlage stehen die Zeiträume vor diesem Abzug."
    ),
    note_after_thanks=(
        "Mit unserer Nachricht vom {day} haben wir Ihnen für die Zahlung der Hauptforderung"
        " gedankt; diese Abrechnung betrifft allein die Verspätung dieser Zahlung."
    ),
    settled="Durch die Vereinbarung vom {day} erledigt: {invoices}.",
    settling=(
        "Eine Zahlungsvereinbarung vom {day} läuft: {amount} bis einschließlich {by}, als einziger"
        " für {invoices} erwarteter Betrag, auf das darin genannte Konto."
    ),
    settling_left=" Davon sind {paid} bereits eingegangen; es bleiben {left}.",
    checking=(
        "Die Zahlung gemäß der Vereinbarung vom {day}, für {invoices}, wird derzeit geprüft:"
        " Dafür wird nichts weiter erwartet."
    ),
    interest_first=(
        "Ihre Zahlungen wurden in Höhe von {amount} zuerst auf die Zinsen angerechnet: Dieser"
        " Betrag bleibt als Hauptforderung geschuldet, zusätzlich zu diesem Saldo."
    ),
    note_beside=(
        "Unsere Verzugsabrechnung Nr. {number} vom {day} ist noch in Höhe von {amount} zu zahlen;"
        " sie wird gesondert gezahlt und ist in diesem Saldo nicht enthalten."
    ),
    note_claimed="Unser Schreiben vom {day} enthält sie bereits: Sie ist nur einmal zu zahlen.",
    planned=(
        "Ein am {day} vereinbarter Ratenplan läuft, für {invoices}: Erwartet werden nur seine"
        " Raten zu ihren Terminen."
    ),
    promised=(
        "Eine Zahlung von {amount} ist zum {by} angekündigt, für {invoices}: Dieser Kontoauszug"
        " verlangt dafür nichts weiter."
    ),
    left_to_pay="Diese Nachricht betrifft nur die obige Hauptforderung. Noch zu zahlen: {left}.",
    note_rest=" (Restbetrag: {amount})",
    letter_left="{amount} wegen Verspätung ({extras}, bis zur Zahlung)",
    after_letter=", im Anschluss an unser Schreiben vom {day}",
    credit_held=(
        "Auf Ihrem Konto steht außerdem ein Guthaben von {amount} (Gutschrift oder noch"
        " zuzuordnende Zahlung)."
    ),
    credit_apart=(
        "Auf Ihrem Konto steht außerdem ein Guthaben von {amount} (Gutschrift oder noch"
        " zuzuordnende Zahlung); es ist davon nicht abgezogen."
    ),
)

GERMAN = Tongue(
    code="de",
    locale="de-DE",
    figures=FIGURES,
    both=" und ",
    colon=": ",
    subject="{creditor} – Ihr Kundenkonto {code}",
    clause="{article} unserer Allgemeinen Geschäftsbedingungen",
    article="Artikel {number}",
    law=LAW,
    rates=RATES,
    parties=PARTIES,
    items=ITEMS,
    delays=DELAYS,
    accounts=ACCOUNTS,
    asked=asked.GERMAN,
    debits=debits.GERMAN,
    openings=GERMAN_OPENINGS,
)
