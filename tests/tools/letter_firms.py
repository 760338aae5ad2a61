"""Invented firms and their customers, for the documents that the guide shows."""

from datetime import date

from relance.core.records import Address, Contact, Creditor, Debtor

ATELIER = Creditor(
    name="Atelier Vauban", legal_form="SARL au capital de 50 000 €", registration="812345674",
    vat_number="FR40812345674", address=Address("14 rue des Tanneurs", "", "59800", "Lille", "FR"),
    email="comptabilite@atelier-vauban.example", phone="03 20 00 00 14", bic="AGRIFRPP",
    ibans=(("EUR", "FR7630006000011234567890189"),), clause_article="article 7",
    signatory="Claire Vauban", signatory_role="Gérante", caller="Nadia Ferrand",
    bank_data_until=date(2026, 11, 20),
)  # fmt: skip
LAMBERT = Creditor(
    name="Chauffage Lambert SRL", registration="0123456749", vat_number="BE0123456749",
    country="BE", address=Address("Rue de Namur 41", "", "5000", "Namur", "BE"),
    email="comptabilite@lambert.example", phone="+32 81 00 00 41", bic="BPOTBEB1",
    ibans=(("EUR", "BE68539007547034"),), clause_article="article 7.2", consumer_clause=True,
    signatory="Hélène Lambert", signatory_role="Administratrice", caller="Marc Lambert",
)  # fmt: skip
HOTEL = Debtor(
    "C006", "Hôtel Beaurivage SAS", "business", "FR",
    payables=Contact("Mme Sylvie Aubert", "compta@beaurivage.example", "03 20 11 22 33"),
    decision_maker=Contact("M. Aubert, directeur", "dir@beaurivage.example", "03 20 99 88 77"),
    phone="03 20 11 22 00", registration="512345678",
    address=Address("12 quai du Wault", "", "59000", "Lille", "FR"),
)  # fmt: skip
PERRIN = Debtor(
    "P022", "M. Olivier Perrin", "consumer", "FR",
    payables=Contact("", "olivier.perrin@courriel.example", "06 00 00 00 22"),
    address=Address("7 rue des Lilas", "", "59130", "Lambersart", "FR"),
)  # fmt: skip
MAIRIE = Debtor(
    "M018", "Mairie de Saint-Aubin", "public", "FR",
    payables=Contact("Service des finances", "finances@saint-aubin.example", "03 27 00 00 18"),
    address=Address("1 place de la Mairie", "", "59570", "Saint-Aubin", "FR"),
)  # fmt: skip
BRASSEUR = Debtor(
    "B007", "Brasserie de la Sambre SA", "business", "BE",
    payables=Contact("Luc Dethier", "facturation@sambre.example", "+32 81 00 00 07"),
    address=Address("Quai de Meuse 18", "", "5100", "Jambes", "BE"), registration="0403170701",
)  # fmt: skip
LEJEUNE = Debtor(
    "P016", "Mme Anne Lejeune", "consumer", "BE",
    payables=Contact("", "anne.lejeune@courriel.example", "+32 69 00 00 12"),
    address=Address("Rue de la Station 12", "", "7500", "Tournai", "BE"),
)  # fmt: skip
ABROAD = {
    "nl": Debtor("P031", "Dhr. Pieter Maes", "consumer", "BE", language="nl",
                 address=Address("Kerkstraat 8", "", "8500", "Kortrijk", "BE")),
    "de": Debtor("C041", "Holzbau Reinhardt GmbH", "business", "FR", language="de",
                 address=Address("17 rue du Rhin", "", "67000", "Strasbourg", "FR")),
    "en": Debtor("C052", "Northsea Trading Ltd", "business", "FR", language="en",
                 payables=Contact("Accounts payable", "ap@northsea.example"),
                 address=Address("5 boulevard de la Liberté", "", "59000", "Lille", "FR")),
}  # fmt: skip
