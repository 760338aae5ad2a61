"""What no letter may claim, threaten or take back, in whatever words; and what is none of it."""

import pytest
from tests.tools.word_edits import PARAGRAPH, edited, typed

from relance.core.findings import Finding
from relance.documents.asked import altered
from relance.documents.by_hand import amounts, rates
from relance.documents.check import check_template
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.shipped import shipped
from relance.documents.words import claimed_as_costs, not_to_pay, refused
from relance.wording.letter_costs import COSTS
from relance.wording.letter_negated import NEGATED
from relance.wording.letter_pressure import PRESSURE
from relance.wording.letter_threats import THREATS
from relance.wording.sentences import sentence

NAME = "relance-2.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def faults(language: str, said: str) -> list[tuple[int, str]]:
    """What is wrong with a paragraph of a letter, the second of two."""
    texts = ["Madame,", said]
    return [
        *refused(texts, "relance-2", language),
        *claimed_as_costs(texts, language),
        *not_to_pay(texts, "relance-2", language),
        *amounts(texts),
        *rates(texts),
    ]


BAD = [
    ('fr', 'Un agent passera à votre domicile demain matin.'),
    ('fr', 'Nos agents passeront vous voir.'),
    ('nl', 'Onze medewerkers zullen u bezoeken.'),
    ('de', 'Unser Mitarbeiter wird Sie aufsuchen.'),
    ('en', 'Our agents will visit you.'),
    ('fr', 'Nous ferons saisir votre voiture.'),
    ('fr', 'Vos comptes bancaires seront saisis.'),
    ('fr', 'Vos comptes seront bloqués sous 48 heures.'),
    ('nl', 'Onze medewerker komt morgen bij u thuis langs.'),
    ('de', 'Unser Mitarbeiter kommt morgen bei Ihnen vorbei.'),
    ('en', 'We will seize your car.'),
    ('en', 'Our agent will visit your home tomorrow.'),
    ('fr', 'Une majoration de 15 % sera appliquée.'),
    ('fr', 'Majoration : 15%'),
    ('fr', 'Nous appliquerons une pénalité de 10 pour cent.'),
    ('fr', 'Vos factures seront majorées de quinze pour cent.'),
    ('fr', "Les sommes dues seront augmentées de 8 % l'an."),
    ('fr', 'Nous ajouterons 12 % au montant.'),
    ('fr', 'INTÉRÊTS DE RETARD AU TAUX DE 1,5 % PAR MOIS'),
    ('fr', 'des frais de 75,00'),
    ('fr', 'Des frais de 75 vous seront comptés.'),
    ('fr', 'Frais forfaitaires : 75.'),
    ('fr', 'une indemnité de 75,00'),
    ('fr', 'Un forfait de 60 est prévu.'),
    ('fr', "Nos honoraires d'avocat seront à votre charge."),
    ('fr', 'Les honoraires de recouvrement sont à votre charge.'),
    ('fr', 'Honoraires à votre charge.'),
    ('fr', 'Les frais de recouvrement seront à votre charge.'),
    ('fr', 'LES FRAIS SERONT À VOTRE CHARGE EXCLUSIVE'),
    ('fr', 'Tous les frais vous seront refacturés.'),
    ('fr', "Vous supporterez l'ensemble des frais."),
    ('fr', 'Les dépens vous incomberont.'),
    ('fr', 'Les débours seront mis à votre charge.'),
    ('fr', "Les coûts de recouvrement s'ajouteront à la somme due."),
    ('fr', 'Vous encourez une peine de prison.'),
    ('fr', "Vous risquez l'emprisonnement."),
    ('fr', 'Nous préviendrons la police.'),
    ('fr', 'Nous alerterons la gendarmerie.'),
    ('fr', 'Nous saisirons le procureur.'),
    ('fr', 'Nous informerons votre banque.'),
    ('fr', "Nous serons contraints d'informer votre banque de cette situation."),
    ('fr', 'Votre banquier sera averti.'),
    ('fr', 'Nous prendrons contact avec vos clients.'),
    ('fr', 'Vos fournisseurs seront informés de vos impayés.'),
    ('fr', 'Nous avertirons vos voisins.'),
    ('fr', 'Nous rendrons publique cette affaire dans la presse.'),
    ('fr', 'Nous informerons la presse.'),
    ('fr', 'Nous contacterons les journaux.'),
    ('fr', 'Nous en parlerons sur les réseaux sociaux.'),
    ('fr', "Vous n'avez pas à payer."),
    ('fr', 'Ne payez pas.'),
    ('fr', 'Ne réglez rien.'),
    ('fr', 'Il est inutile de régler.'),
    ('fr', 'Vous ne devez rien.'),
    ('fr', "Aucun paiement n'est attendu."),
    ('fr', "Vous n'êtes pas tenu de payer cette somme."),
    ('fr', 'NOUS INFORMERONS VOS CLIENTS DE VOTRE SITUATION'),
    ('fr', "Une clause penale de 10 % s'applique."),
    ('fr', 'Nous communiquerons votre dossier à vos partenaires.'),
    ('fr', 'Nous allons faire part de votre dette à votre famille.'),
    ('fr', 'Faute de paiement, 15 % du montant seront réclamés en sus.'),
    ('fr', 'Une pénalité de 50 par jour sera due.'),
    ('fr', 'Nous nous rapprocherons de votre banque.'),
    ('fr', 'Un signalement sera fait auprès de votre banque.'),
    ('fr', 'Votre situation sera signalée à vos clients.'),
    ('fr', 'Vous irez en prison.'),
    ('fr', "Le montant dû sera majoré d'un supplément de 15\xa0%."),
    ('fr', "Une MAJORATION de 15\u202f% s'appliquera à défaut."),
    ('fr', '15 % de pénalités seront exigibles.'),
    ('fr', 'Pénalité forfaitaire : dix pour cent du principal.'),
    ('fr', 'À titre de clause pénale, 20 % seront dus.'),
    ('fr', 'un intérêt de 1 % par mois de retard'),
    ('fr', 'Taux de pénalité : 9,5%'),
    ('fr', "frais d'impayé : 20,50"),
    ('fr', 'Indemnité : 40'),
    ('fr', 'frais fixes de 15.00'),
    ('fr', 'une somme complémentaire de 150'),
    ('fr', 'Majoration de 1 500,00'),
    ('fr', 'Vous paierez également 75 de frais.'),
    ('fr', 'Les honoraires de notre conseil vous seront imputés.'),
    ('fr', "L'intégralité des frais engagés vous sera réclamée."),
    ('fr', 'Nous mettrons à votre charge tous les frais.'),
    ('fr', "Nos frais d'huissier"),
    ('fr', 'Vous aurez à rembourser les frais de procédure.'),
    ('fr', 'Le coût du recouvrement sera supporté par vous.'),
    ('fr', "Le défaut de paiement peut conduire à l'incarcération."),
    ('fr', 'Un dépôt de plainte suivra.'),
    ('fr', 'Nous avons averti les services de police.'),
    ('fr', 'Vos partenaires commerciaux seront mis au courant.'),
    ('fr', 'Nous allons prévenir votre employeur et votre banque.'),
    ('fr', "Nous nous réservons le droit d'en informer votre établissement bancaire."),
    ('fr', 'Votre établissement de crédit sera prévenu.'),
    ('fr', 'Votre clientèle en sera informée.'),
    ('fr', 'Un article de presse paraîtra.'),
    ('fr', 'Nous ferons connaître votre situation à la presse locale.'),
    ('fr', 'Nous posterons un commentaire sur internet.'),
    ('fr', 'Nous vous ferons une mauvaise publicité auprès de vos clients.'),
    ('fr', "Il n'y a rien à payer."),
    ('fr', "Vous n'avez rien à régler."),
    ('fr', 'Merci de ne pas payer.'),
    ('fr', 'Veuillez ne rien régler.'),
    ('fr', "Cette lettre n'appelle aucun paiement."),
    ('fr', 'Vous pouvez ignorer cette demande.'),
    ('fr', "Cette facture n'est pas à payer."),
    ('fr', 'Nul besoin de régler.'),
    ('nl', 'Een verhoging van 15 % wordt toegepast.'),
    ('nl', 'Wij rekenen 10 procent extra aan.'),
    ('nl', 'een schadebeding van tien procent'),
    ('nl', 'kosten van 75,00'),
    ('nl', 'De kosten bedragen 75.'),
    ('nl', 'Het ereloon van onze advocaat valt te uwen laste.'),
    ('nl', 'Alle kosten zijn te uwen laste.'),
    ('nl', 'De kosten worden u aangerekend.'),
    ('nl', 'U riskeert een gevangenisstraf.'),
    ('nl', 'Wij verwittigen de politie.'),
    ('nl', 'Wij zullen uw bank inlichten.'),
    ('nl', 'Wij zullen uw klanten op de hoogte brengen.'),
    ('nl', 'Uw bank wordt verwittigd.'),
    ('nl', 'Wij stappen naar de pers.'),
    ('nl', 'U hoeft niet te betalen.'),
    ('nl', 'Betaal niet.'),
    ('nl', 'U bent niets verschuldigd.'),
    ('nl', 'Invorderingskosten worden op u verhaald.'),
    ('nl', 'Een boete van 12,5% is verschuldigd.'),
    ('nl', 'Een opslag van vijftien procent is verschuldigd.'),
    ('nl', 'Intrest van 12 % per jaar.'),
    ('nl', 'Forfaitaire schadevergoeding van 10%, minimum 50.'),
    ('nl', 'De kosten van onze advocaat worden u doorgerekend.'),
    ('nl', 'Alle invorderingskosten komen ten laste van u.'),
    ('nl', 'Uw klanten zullen worden ingelicht.'),
    ('nl', 'We contacteren uw leveranciers.'),
    ('nl', 'Wij dienen klacht in bij de politie.'),
    ('nl', 'U gaat naar de gevangenis.'),
    ('nl', 'Wij maken dit bekend in de krant.'),
    ('nl', 'Er is geen betaling nodig.'),
    ('nl', 'U moet niet betalen.'),
    ('nl', 'Er valt niets te betalen.'),
    ('de', 'Ein Zuschlag von 15 % wird erhoben.'),
    ('de', 'Wir berechnen 10 Prozent Aufschlag.'),
    ('de', 'zuzüglich Kosten von 75,00'),
    ('de', 'Die Gebühr beträgt 75.'),
    ('de', 'Die Anwaltshonorare gehen zu Ihren Lasten.'),
    ('de', 'Die Kosten tragen Sie.'),
    ('de', 'Alle Kosten werden Ihnen in Rechnung gestellt.'),
    ('de', 'Ihnen droht eine Gefängnisstrafe.'),
    ('de', 'Wir werden die Polizei einschalten.'),
    ('de', 'Wir werden Ihre Bank informieren.'),
    ('de', 'Wir informieren Ihre Kunden.'),
    ('de', 'Ihre Hausbank wird benachrichtigt.'),
    ('de', 'Wir gehen an die Presse.'),
    ('de', 'Sie müssen nicht zahlen.'),
    ('de', 'Zahlen Sie nicht.'),
    ('de', 'Eine Vertragsstrafe von zehn Prozent fällt an.'),
    ('de', 'Es werden 15 % Verzugszinsen berechnet.'),
    ('de', 'Mahnspesen von 25'),
    ('de', 'Pauschale: 50,-'),
    ('de', 'Sämtliche Kosten gehen zu Ihren Lasten.'),
    ('de', 'Die Inkassokosten sind von Ihnen zu tragen.'),
    ('de', 'Wir erstatten Anzeige bei der Polizei.'),
    ('de', 'Sie kommen ins Gefängnis.'),
    ('de', 'Ihr Kreditinstitut wird unterrichtet.'),
    ('de', 'Wir werden uns an Ihre Kunden wenden.'),
    ('de', 'Wir werden Ihre Nachbarn informieren.'),
    ('de', 'Sie haben nichts zu zahlen.'),
    ('de', 'Es ist keine Zahlung nötig.'),
    ('de', 'Sie brauchen diesen Betrag nicht zu begleichen.'),
    ('en', 'A surcharge of 15 % applies.'),
    ('en', 'We will add a penalty of ten per cent.'),
    ('en', 'Late fee: 75.00'),
    ('en', 'Collection costs will be charged to you.'),
    ('en', "The solicitors' costs are at your expense."),
    ('en', 'You will bear all costs.'),
    ('en', 'You may go to prison.'),
    ('en', 'We will call the police.'),
    ('en', 'We will inform your bank.'),
    ('en', 'Your customers will be informed.'),
    ('en', 'We will go to the press.'),
    ('en', 'Do not pay.'),
    ('en', 'You do not have to pay.'),
    ('en', 'No payment is required.'),
    ('en', 'A fee of 75 applies.'),
    ('en', 'We shall be contacting your clients.'),
    ('en', 'Interest of 8% per annum will accrue.'),
    ('en', 'A 15% late payment charge applies.'),
    ('en', 'an uplift of fifteen percent'),
    ('en', "Our lawyers' fees will be added to your debt."),
    ('en', 'All costs incurred shall be borne by you.'),
    ('en', 'Imprisonment may follow.'),
    ('en', 'We intend to notify your bank and your customers.'),
    ('en', 'We reserve the right to inform the press.'),
    ('en', 'Your suppliers will be told.'),
    ('en', 'We will report you to the police.'),
    ('en', 'You need not pay.'),
    ('en', 'Please do not settle this invoice.'),
    ('en', 'There is nothing to pay.'),
    ('fr', 'Nous vous inscrirons au fichier des impayés.'),
    ('fr', 'Nous savons où vous habitez.'),
    ('fr', 'Nous passerons chez vous.'),
    ('fr', 'À défaut, vos machines seront enlevées.'),
    ('fr', "Votre dirigeant s'expose à des suites personnelles."),
    ('fr', "Vos voisins l'apprendront."),
    ('nl', 'Uw buren zullen dit vernemen.'),
    ('nl', 'Wij weten waar u woont.'),
    ('nl', 'Wij komen bij u langs.'),
    ('nl', 'Uw machines worden weggehaald.'),
    ('de', 'Ihre Nachbarn werden davon erfahren.'),
    ('de', 'Wir wissen, wo Sie wohnen.'),
    ('de', 'Ihre Maschinen werden abgeholt.'),
    ('en', 'Your neighbours will hear about this.'),
    ('en', 'We know where you live.'),
    ('en', 'We will come to your home.'),
    ('en', 'Your machines will be removed.'),
    ('en', 'Please add ten percent to the amount.'),
    ('de', 'Bitte zahlen Sie zehn Prozent mehr.'),
    ('nl', 'Gelieve tien procent meer te betalen.'),
]  # fmt: skip
GOOD = [
    ('fr', 'Votre compte client sera bloqué à la livraison suivante.'),
    ('fr', 'Notre représentant passera chez vous mardi, comme convenu.'),
    ('nl', 'Onze medewerker komt dinsdag bij u langs, zoals afgesproken.'),
    ('en', 'Our representative will call you tomorrow.'),
    ('fr', 'Chère Madame, cher Monsieur,'),
    ('fr', 'Bonjour,'),
    ('fr', 'Escompte pour paiement anticipé : néant.'),
    ('fr', 'Escompte pour paiement anticipé : 0 %.'),
    ('fr', "Pas d'escompte pour paiement anticipé."),
    ('fr', 'Votre contact : Mme Dupont, au 04 78 12 34 56, du lundi au vendredi de 9 h à 12 h 30.'),
    ('fr', 'Les pénalités courent {{ taux_texte }}.'),
    ('fr', 'Le taux applicable est le taux de la BCE majoré de 10 points.'),
    ('fr', 'Imprimé sur papier 100 % recyclé.'),
    ('fr', 'Aucun frais de recouvrement ne vous est réclamé.'),
    ('fr', 'Aucun frais ne sera mis à votre charge.'),
    ('fr', "L'indemnité pour frais de recouvrement, {{ indemnite_unitaire }}, est à votre charge."),
    ('fr', 'Indemnité pour frais de recouvrement (article D441-5 du code de commerce).'),
    ('fr', "Merci d'informer votre banque de ce virement."),
    ('fr', 'Nous vous invitons à contacter votre banque.'),
    ('fr', 'Votre banque a rejeté le prélèvement.'),
    ('fr', 'Les frais bancaires du virement restent à votre charge.'),
    ('fr', "Si vous avez déjà réglé, vous n'avez rien à payer."),
    ('fr', 'Ne payez pas par chèque.'),
    ('fr', 'Ne payez pas sur un autre compte que celui ci-dessous.'),
    ('fr', "Vous n'avez pas à payer de frais."),
    ('fr', 'Reste à payer : {{ total }}'),
    ('fr', "Pour régler {{ total }} par virement, utilisez l'IBAN ci-dessous."),
    ('fr', "La somme due s'élève à {{ total }}."),
    ('fr', 'Une remise de 2 % peut être étudiée.'),
    ('fr', 'Conformément aux articles L441-10 et D441-5 du code de commerce.'),
    ('fr', 'Nos honoraires de tenue comptable restent impayés.'),
    ('fr', "Notre facture d'honoraires est jointe."),
    ('fr', "Numéro de police d'assurance : {{ reference }}"),
    ('fr', 'En cas de difficulté, appelez-nous : nous trouverons une solution.'),
    ('fr', 'Nous restons à votre disposition et vous remercions de votre confiance.'),
    ('fr', 'Nous informerons notre client de votre réponse.'),
    ('fr', "La facture prévoit l'acompte de 30 % versé à la commande."),
    ('fr', "Vous n'avez peut-être pas pensé à régler."),
    ('fr', 'Aucun règlement ne nous est parvenu.'),
    ('fr', 'Nous vous remercions de nous contacter après avoir informé votre banque.'),
    ('fr', 'Vous pouvez payer en plusieurs fois : demandez-nous un échéancier.'),
    ('fr', 'Les intérêts sont arrêtés au 12 du mois, à parfaire.'),
    ('fr', 'Les pénalités sont calculées sur 365 jours.'),
    ('fr', "Membre d'une association agréée, le règlement des honoraires par chèque est accepté."),
    ('fr', 'Suivez-nous sur les réseaux sociaux.'),
    ('fr', 'Notre service clients est ouvert de 9 h à 18 h.'),
    ('fr', 'Si votre banque vous a signalé un rejet, merci de nous le dire.'),
    ('fr', 'Nous vous communiquons ci-dessous nos coordonnées bancaires.'),
    ('fr', 'Le montant de 3 factures reste dû.'),
    ('fr', 'La somme de ces factures figure ci-dessus.'),
    ('fr', 'Siret 823 456 789 00012 – TVA FR45823456789'),
    ('fr', 'Madame la Directrice, Monsieur le Directeur,'),
    ('fr', 'Notre comptable, Mme Martin, est à votre disposition au 01 42 00 00 00 ou par e-mail.'),
    ('fr', 'Vous pouvez régler par virement, par chèque ou en ligne.'),
    ('fr', 'Votre espace client : consultez vos factures à tout moment.'),
    ('fr', "Notre cabinet est membre de l'Ordre des experts-comptables."),
    ('fr', 'Les frais de port figurent sur la facture.'),
    ('fr', 'Les intérêts de retard ont été calculés jour par jour.'),
    ('fr', 'Nous tenons à conserver de bonnes relations avec votre entreprise.'),
    ('fr', 'Sauf erreur ou omission de notre part.'),
    ('fr', "Le taux d'intérêt légal est publié au Journal officiel."),
    ('fr', 'Nous avons bien pris note de votre règlement partiel.'),
    ('fr', 'Le présent courrier vaut {{ total_en_lettres }} de principal.'),
    ('fr', 'Vous trouverez en pièce jointe 3 factures.'),
    ('fr', 'Les indemnités de 3 factures sont comprises dans le total.'),
    ('fr', "{{ total }}, dont {{ total_penalites }} de pénalités et {{ total_indemnites }}."),
    ('fr', 'Merci de préciser la référence {{ reference }} lors de votre règlement.'),
    ('fr', 'Nous vous rappelons que le solde de {{ total }} est exigible.'),
    ('fr', 'Nous avons contacté votre service comptable le mois dernier.'),
    ('fr', 'Nous nous rapprocherons de votre service comptable.'),
    ('fr', 'Nous appellerons votre comptable cette semaine.'),
    ('fr', 'Nous vous contacterons la semaine prochaine.'),
    ('fr', "N'hésitez pas à contacter notre service client."),
    ('fr', 'Nous informons nos clients de la fermeture du cabinet en août.'),
    ('fr', 'Nos prix ont augmenté de 3 % au 1er janvier.'),
    ('fr', "Le crédit d'impôt de 50 % reste acquis."),
    ('fr', 'Nous restons disponibles pour étudier avec vous des facilités de paiement.'),
    ('fr', "Le montant comprend les pénalités et l'indemnité."),
    ('fr', 'Ce courrier annule et remplace le précédent.'),
    ('fr', 'Votre paiement a peut-être croisé ce courrier.'),
    ('fr', 'Un numéro de suivi 24 h/24 figure sur la facture.'),
    ('fr', 'La prestation est achevée à 100 %.'),
    ('fr', "Notre banque a changé : l'IBAN figure ci-dessous."),
    ('fr', 'Vous avez réglé 50 % de la facture ; le solde reste dû.'),
    ('fr', 'Nous saisirons la juridiction compétente.'),
    ('fr', 'Nous vous communiquons les coordonnées de notre banque.'),
    ('fr', 'Votre contact est la responsable clients, Mme Lopez.'),
    ('fr', 'Merci de nous informer si votre banque a changé.'),
    ('fr', 'Nous aimerions connaître les raisons de ce retard.'),
    ('fr', 'Votre dirigeant peut nous appeler.'),
    ('fr', 'La liste des factures est jointe ; le fichier est au format PDF.'),
    ('fr', 'Nous passerons votre règlement en compte dès réception.'),
    ('fr', 'Vos marchandises ont été livrées le mois dernier.'),
    ('nl', 'Beste klant,'),
    ('nl', 'Bij vragen kunt u ons bereiken op 02 123 45 67.'),
    ('nl', 'De interesten worden berekend {{ taux_texte }}.'),
    ('nl', 'Er worden u geen kosten aangerekend.'),
    ('nl', 'Wij verzoeken u contact op te nemen met uw bank.'),
    ('nl', 'Indien u al betaald heeft, hoeft u niets te betalen.'),
    ('nl', 'Te betalen bedrag: {{ total }}'),
    ('nl', 'Korting voor contante betaling: geen.'),
    ('nl', 'Gedrukt op 100 % gerecycleerd papier.'),
    ('nl', 'Betaal niet op een ander rekeningnummer.'),
    ('nl', 'Wij danken u voor uw vertrouwen.'),
    ('nl', 'Op kosten van de overschrijving betaalt u zelf.'),
    ('nl', 'Geachte klant,'),
    ('nl', 'Heeft u vragen, neem gerust contact op met onze klantendienst.'),
    ('nl', 'Wij behouden ons het recht voor de bevoegde rechtbank te vatten.'),
    ('nl', 'Wij informeren u graag over een betalingsplan.'),
    ('nl', 'De nalatigheidsinteresten zijn wettelijk bepaald.'),
    ('nl', 'De vergoeding voor invorderingskosten bedraagt {{ indemnite_unitaire }} per factuur.'),
    ('nl', 'Uw bank kan deze overschrijving onmiddellijk uitvoeren.'),
    ('de', 'Guten Tag,'),
    ('de', 'Bei Fragen erreichen Sie uns unter 02 123 45 67.'),
    ('de', 'Der Zinssatz beträgt {{ taux_texte }}.'),
    ('de', 'Beitreibungskosten werden von Ihnen nicht verlangt.'),
    ('de', 'Bitte informieren Sie Ihre Bank.'),
    ('de', 'Falls Sie bereits gezahlt haben, brauchen Sie nicht zu zahlen.'),
    ('de', 'Zahlen Sie nicht rechtzeitig, behalten wir uns weitere Schritte vor.'),
    ('de', 'Kein Skonto.'),
    ('de', 'Zu zahlender Betrag: {{ total }}'),
    ('de', 'Wir danken Ihnen für Ihr Vertrauen.'),
    ('de', 'Gedruckt auf 100 % Recyclingpapier.'),
    ('de', 'Sehr geehrte Damen und Herren,'),
    ('de', 'Bei Rückfragen wenden Sie sich bitte an unsere Kundenabteilung.'),
    ('de', 'Die Verzugszinsen sind gesetzlich geregelt.'),
    ('de', 'Wir informieren Sie gern über eine Ratenzahlung.'),
    ('de', 'Wir behalten uns vor, das zuständige Gericht anzurufen.'),
    ('de', 'Die Pauschale für Beitreibungskosten beträgt {{ indemnite_unitaire }} je Rechnung.'),
    ('de', 'Ihre Bank kann diese Überweisung sofort ausführen.'),
    ('de', 'Wir bitten um Mitteilung, falls Ihre Bankverbindung sich geändert hat.'),
    ('en', 'Dear customer,'),
    ('en', 'If you have any questions, call us on 02 123 45 67.'),
    ('en', 'Interest runs {{ taux_texte }}.'),
    ('en', 'No recovery costs are claimed from you.'),
    ('en', 'Please inform your bank.'),
    ('en', 'If you have already paid, you do not have to pay.'),
    ('en', 'Amount to pay: {{ total }}'),
    ('en', 'We thank you for your business.'),
    ('en', 'Do not pay by cheque.'),
    ('en', 'Printed on 100 % recycled paper.'),
    ('en', 'No discount for early payment.'),
    ('en', 'Bank charges for the transfer are at your expense.'),
    ('en', 'Please contact your bank if the transfer fails.'),
    ('en', 'Dear Sirs,'),
    ('en', 'Please call our customer service if anything is unclear.'),
    ('en', 'The late payment interest is set by law.'),
    ('en', 'We will contact you next week.'),
    ('en', 'We reserve the right to apply to the competent court.'),
    ('en', 'The fixed sum for recovery costs is {{ indemnite_unitaire }} per invoice.'),
    ('en', 'Your bank can carry out this transfer immediately.'),
    ('en', 'We look forward to hearing from you.'),
    ('en', 'Your goods were delivered last month.'),
    ('en', 'More than 50 % of the invoice is paid.'),
    ('de', 'Mehr als 50 % der Rechnung sind bezahlt.'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), BAD)
def test_what_the_law_refuses_is_found_in_other_words(language: str, said: str) -> None:
    assert {row for row, _ in faults(language, said)} == {2}


@pytest.mark.parametrize(("language", "said"), GOOD)
def test_the_sound_edits_of_an_accountant_are_let_be(language: str, said: str) -> None:
    assert faults(language, said) == []


@pytest.mark.parametrize("family", [THREATS, PRESSURE, COSTS, NEGATED])
def test_each_word_is_found_as_it_is_listed(family: dict[str, dict[str, str]]) -> None:
    for language, words in family.items():
        for word in words:
            assert (2, word) in faults(language, f"x {word} y"), word


def test_a_letter_that_asks_for_nothing_may_say_so() -> None:
    assert not list(not_to_pay(["Vous n'avez rien à payer."], "remerciement", "fr"))


# --- the same sum asked for twice ------------------------------------------------------------


def found(content: bytes, name: str = NAME) -> Finding:
    (one,) = [one for one in check_template(name, content) if one.code == "template_fault"]
    return one


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (NAME, "Nous vous remercions de payer {{ total }}."),
        (NAME, "Réglez {{ total }}."),
        ("relance-2.nl.docx", "Gelieve {{ total }} te betalen."),
        ("relance-2.de.docx", "Bitte überweisen Sie {{ total }}."),
        ("relance-2.en.docx", "Please pay {{ total }}."),
    ],
)
def test_the_sum_is_asked_for_once(name: str, said: str) -> None:
    one = found(typed(name, said), name)
    assert (one.facts["reason"], one.column) == ("asked_twice", "total")
    assert f"« {said} »" in sentence(one.code, one.facts)


@pytest.mark.parametrize(
    "said",
    [
        "Reste à payer : {{ total }}",
        "Pour régler {{ total }} par virement, utilisez l'IBAN ci-dessous.",
        "{{ total }}, dont {{ total_penalites }} de pénalités et {{ total_indemnites }}.",
    ],
)
def test_a_sum_that_is_told_is_not_asked_for(said: str) -> None:
    assert check_template(NAME, typed(NAME, said)) == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("releve-de-compte.docx", "Merci de payer {{ total }} sans délai."),
        ("remerciement.docx", "Merci de régler le reste."),
        ("remerciement.en.docx", "Please pay the rest."),
    ],
)
def test_a_statement_and_thanks_ask_for_nothing(name: str, said: str) -> None:
    one = found(typed(name, said), name)
    assert one.facts["reason"] == "asks"
    assert check_template(name, shipped(name)) == ()


def test_a_loop_is_not_inside_a_loop_on_the_same_list() -> None:
    said = "{% for a in tables %}{% for b in tables %}{{ total }}{% endfor %}{% endfor %}"
    one = found(typed("relance-2.docx", said))
    assert (one.facts["reason"], one.column) == ("looped", "tables")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("{% for a in tables %}Total : {{ total }}{% endfor %}", "total"),
        ("{% for a in historique %}{{ a.date }} {{ total|upper }}{% endfor %}", "total"),
        (
            "{% for a in tables %}{% for b in a.lignes %}{{ total_penalites }}{% endfor %}"
            "{% endfor %}",
            "total_penalites",
        ),
        ("{% for a in historique %}{% if annonce %}{{ total }}{% endif %}{% endfor %}", "total"),
        (
            "{% for a in tables %}{% for b in a.lignes %}{{ a.total }}{% endfor %}{% endfor %}",
            "a.total",
        ),
        (
            "{% for a in tables %}{% for b in a.lignes %}{% if loop.last %}{{ total }}{% endif %}"
            "{% endfor %}{% endfor %}",
            "total",
        ),
    ],
)
def test_a_total_is_not_printed_by_a_loop_that_repeats_it(said: str, field: str) -> None:
    one = found(typed(NAME, said))
    assert (one.facts["reason"], one.column) == ("repeated", field)
    assert f"le total « {field} » est dans une boucle" in sentence(one.code, one.facts)


@pytest.mark.parametrize(
    "said",
    [
        "{% for a in tables %}{% if loop.last %}Total : {{ total }}{% endif %}{% endfor %}",
        "{% for a in tables %}{{ a.devise }} : {{ a.total }}{% endfor %} Total : {{ total }}",
        "{% for a in tables %}{% if total %}{{ a.principal }}{% endif %}{% endfor %}",
    ],
)
def test_a_total_that_a_loop_prints_once_is_let_be(said: str) -> None:
    assert check_template(NAME, typed(NAME, said)) == ()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Somme due : {{ total }} plus {{ total_penalites }}.", "total_penalites"),
        ("{{ total }}, auquel s’ajoutent {{ total_penalites }}.", "total_penalites"),
        ("Soit {{ total }} à payer, plus {{ total }}.", "total"),
        ("Soit {{ total }} et encore {{ total }}.", "total"),
    ],
)
def test_nothing_is_added_to_a_total_that_has_it_inside(said: str, field: str) -> None:
    one = found(typed(NAME, said))
    assert (one.facts["reason"], one.column) == ("added_to", field)
    assert "le comprend déjà" in sentence(one.code, one.facts)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Soit {{ total }} HT.", "{{ total }} ht"),
        ("Soit {{ total }} par mois.", "{{ total }} par mois"),
        ("Soit {{ total }} et 20 de port.", "{{ total }} et 20"),
        ("Soit {{ total }} chacun.", "{{ total }} chacun"),
        ("Soit la moitié de {{ total }}.", "la moitie de {{ total }}"),
        ("Soit le double de {{ total }}.", "le double de {{ total }}"),
        ("Soit deux fois {{ total }}.", "deux fois {{ total }}"),
        ("Soit au moins {{ total }}.", "au moins {{ total }}"),
        ("Soit {{ total }}0.", "{{ total }}0"),
        ("Soit 9{{ total }}.", "9{{ total }}"),
        ("Betaal {{ total }} per maand.", "{{ total }} per maand"),
        ("Die Hälfte von {{ total }}.", "die halfte von {{ total }}"),
        ("That is twice {{ total }}.", "twice {{ total }}"),
        ("Sous {{ delai }} (48 heures).", "{{ delai }} (48 heures"),
        ("Sous {{ delai }} ouvrés.", "{{ delai }} ouvres"),
    ],
)
def test_words_beside_a_field_do_not_change_what_it_says(said: str, words: str) -> None:
    assert list(altered([said])) == [(1, words)]
    one = next(
        one for one in check_template(NAME, typed(NAME, said)) if one.facts["reason"] == "altered"
    )
    assert one.column == words
    assert "demande autre chose que ce que Relance a calculé" in sentence(one.code, one.facts)


@pytest.mark.parametrize(
    "said",
    [
        "Merci de régler {{ total }} TTC sous {{ delai }}.",
        "Régler {{ total }} et nous écrire.",
        "Régler {{ total }} (dont TVA) par virement.",
        "Total : {{ total }} et 2 factures.",
        "Sous {{ delai }}, à compter de la première présentation.",
        "Avant le {{ date_limite }}, 17 rue des Lilas.",
        "Une fois {{ total }} reçu, nous n'écrirons plus.",
    ],
)
def test_words_beside_a_field_that_change_nothing_are_let_be(said: str) -> None:
    assert list(altered([said])) == []


# --- wherever it stands ----------------------------------------------------------------------


def paragraph(*runs: str) -> str:
    said = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{said}</w:p>"


def body(more: str) -> bytes:
    parts = unpack(NAME, shipped(NAME))
    xml = parts[MAIN].decode()
    first = PARAGRAPH.findall(xml)[-1]
    return pack(parts | {MAIN: xml.replace(first, first + more, 1).encode()})


def row(*cells: str) -> str:
    said = "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{said}</w:tr></w:tbl>"


def beside(kind: str, name: str, said: str) -> bytes:
    inside = paragraph(said)
    if kind == "footnotes":
        inside = f'<w:footnote w:id="1">{inside}</w:footnote>'
    xml = f"<w:{kind} {W}>{inside}</w:{kind}>"
    return pack(unpack(NAME, shipped(NAME)) | {name: xml.encode()})


@pytest.mark.parametrize(
    ("content", "reason", "place"),
    [
        (body(row("Majoration", "15 %")), "rate", "ligne 1, colonne 2, « 15 % »"),
        (body(row("Frais", "75")), "amount", "colonne 2, « 75 »"),
        (
            body(paragraph("Nous infor", "merons v", "otre ban", "que.")),
            "threat",
            "« Nous informerons votre banque. »",
        ),
        (body(paragraph("ma{# x #}joration de 15 %")), "rate", "corps"),
        (beside("hdr", "word/header3.xml", "Frais de 75,00"), "amount", "en-tête, « Frais"),
        (beside("footnotes", "word/footnotes.xml", "Clause pénale de 15 %"), "rate", "note de bas"),
        (
            edited(
                NAME, "{{ mentions_pied }}", "Les frais sont à votre charge", "word/footer1.xml"
            ),
            "costs",
            "pied de page, « Les frais sont à votre charge »",
        ),
    ],
)
def test_it_is_found_wherever_it_stands(content: bytes, reason: str, place: str) -> None:
    one = found(content)
    assert one.facts["reason"] == reason
    assert place in sentence(one.code, one.facts)


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        (
            NAME,
            "Nous alerterons vos clients et vos voisins.",
            "Nous alerterons vos clients",
        ),
        ("relance-2.nl.docx", "Wij zullen uw naam publiceren.", "publiceren"),
        ("relance-1.en.docx", "We will sue you.", "sue you"),
    ],
)
def test_what_is_refused_is_quoted_as_it_is_typed(name: str, said: str, words: str) -> None:
    one = found(typed(name, f"A first sentence is read before. {said} And one more."), name)
    told = sentence(one.code, one.facts)
    assert f"corps, « {said} » : « {words}" in told
