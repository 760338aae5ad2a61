Attribute VB_Name = "RelanceFonctions"
Option Explicit
' The functions of the workbook's cells, each handed to the call cache. Written from the functions
' of Python by relance.hosts.excel.build.wrappers: change those instead.

Public Function DUNNING_DUE_DATE(invoice_date As Variant, terms As Variant, Optional country As Variant) As Variant
Attribute DUNNING_DUE_DATE.VB_Description = "Echeance d'une facture d'apres ses conditions de reglement."
    DUNNING_DUE_DATE = RelanceCache.ParLigne("DUNNING_DUE_DATE", UN_NOMBRE, Array(invoice_date, terms, country))
End Function

Public Function DUNNING_DAYS(due_date As Variant, as_of As Variant, Optional paid_on As Variant) As Variant
Attribute DUNNING_DAYS.VB_Description = "Jours de retard : 0 le jour de l'echeance, negatif avant."
    DUNNING_DAYS = RelanceCache.ParLigne("DUNNING_DAYS", UN_NOMBRE, Array(due_date, as_of, paid_on))
End Function

Public Function DUNNING_BUCKET(due_date As Variant, as_of As Variant, Optional limits As Variant) As Variant
Attribute DUNNING_BUCKET.VB_Description = "Tranche d'anciennete, par exemple ""2 De 31 a 60 j""."
    DUNNING_BUCKET = RelanceCache.ParLigne("DUNNING_BUCKET", UN_TEXTE, Array(due_date, as_of, limits))
End Function

Public Function DUNNING_PHASE_BY_AGE(due_date As Variant, as_of As Variant, Optional regime As Variant, Optional rules As Variant) As Variant
Attribute DUNNING_PHASE_BY_AGE.VB_Description = "Phase ou la seule anciennete place la creance : 0 prevention, 1 rappel, 2 relance, 3 mise en demeure, 4 transmission."
    DUNNING_PHASE_BY_AGE = RelanceCache.ParLigne("DUNNING_PHASE_BY_AGE", UN_NOMBRE, Array(due_date, as_of, regime, rules))
End Function

Public Function DUNNING_PHASE(due_date As Variant, as_of As Variant, Optional last_phase As Variant, Optional last_date As Variant, Optional status As Variant, Optional regime As Variant, Optional rules As Variant) As Variant
Attribute DUNNING_PHASE.VB_Description = "Phase de l'etape a faire maintenant, vide s'il n'y a rien a faire : 0 prevention, 1 rappel, 2 relance, 3 mise en demeure, 4 transmission."
    DUNNING_PHASE = RelanceCache.ParLigne("DUNNING_PHASE", UN_NOMBRE, Array(due_date, as_of, last_phase, last_date, status, regime, rules))
End Function

Public Function DUNNING_STEP(due_date As Variant, as_of As Variant, Optional last_step As Variant, Optional last_date As Variant, Optional last_channel As Variant, Optional status As Variant, Optional profile As Variant, Optional regime As Variant, Optional rules As Variant) As Variant
Attribute DUNNING_STEP.VB_Description = "Code de l'etape a faire maintenant, vide s'il n'y a rien a faire."
    DUNNING_STEP = RelanceCache.ParLigne("DUNNING_STEP", UN_TEXTE, Array(due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules))
End Function

Public Function DUNNING_ACTION(due_date As Variant, as_of As Variant, Optional last_step As Variant, Optional last_date As Variant, Optional last_channel As Variant, Optional status As Variant, Optional profile As Variant, Optional regime As Variant, Optional rules As Variant) As Variant
Attribute DUNNING_ACTION.VB_Description = "Etape a faire maintenant, en clair ; vide s'il n'y a rien a faire."
    DUNNING_ACTION = RelanceCache.ParLigne("DUNNING_ACTION", UN_TEXTE, Array(due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules))
End Function

Public Function DUNNING_NEXT_DATE(due_date As Variant, as_of As Variant, Optional last_step As Variant, Optional last_date As Variant, Optional last_channel As Variant, Optional status As Variant, Optional profile As Variant, Optional regime As Variant, Optional rules As Variant) As Variant
Attribute DUNNING_NEXT_DATE.VB_Description = "Jour de la prochaine etape, passe si elle est a faire."
    DUNNING_NEXT_DATE = RelanceCache.ParLigne("DUNNING_NEXT_DATE", UN_NOMBRE, Array(due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules))
End Function

Public Function DUNNING_WHY(due_date As Variant, as_of As Variant, Optional last_step As Variant, Optional last_date As Variant, Optional last_channel As Variant, Optional status As Variant, Optional profile As Variant, Optional regime As Variant, Optional rules As Variant) As Variant
Attribute DUNNING_WHY.VB_Description = "Regle et dates qui expliquent la prochaine etape."
    DUNNING_WHY = RelanceCache.ParLigne("DUNNING_WHY", UN_TEXTE, Array(due_date, as_of, last_step, last_date, last_channel, status, profile, regime, rules))
End Function

Public Function DUNNING_RATE(on_date As Variant, Optional regime As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_RATE.VB_Description = "Taux annuel des penalites de retard ce jour-la (fraction : 0,124 = 12,4 %)."
    DUNNING_RATE = RelanceCache.ParLigne("DUNNING_RATE", UN_NOMBRE, Array(on_date, regime, rates))
End Function

Public Function DUNNING_FLOOR(on_date As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_FLOOR.VB_Description = "Taux contractuel minimum en France : 3 fois l'interet legal (fraction : 0,0786 = 7,86 %)."
    DUNNING_FLOOR = RelanceCache.ParLigne("DUNNING_FLOOR", UN_NOMBRE, Array(on_date, rates))
End Function

Public Function DUNNING_INTEREST(amount As Variant, due_date As Variant, as_of As Variant, Optional regime As Variant, Optional rate As Variant, Optional claim_from As Variant, Optional claim_until As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_INTEREST.VB_Description = "Penalites de retard courues a la date d'arrete, arrondies une fois."
    DUNNING_INTEREST = RelanceCache.ParLigne("DUNNING_INTEREST", UN_NOMBRE, Array(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates))
End Function

Public Function DUNNING_FEE(amount As Variant, due_date As Variant, as_of As Variant, Optional regime As Variant, Optional rate As Variant, Optional claim_from As Variant, Optional claim_until As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_FEE.VB_Description = "Indemnite forfaitaire de recouvrement d'une facture payee en retard."
    DUNNING_FEE = RelanceCache.ParLigne("DUNNING_FEE", UN_NOMBRE, Array(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates))
End Function

Public Function DUNNING_TOTAL(amount As Variant, due_date As Variant, as_of As Variant, Optional regime As Variant, Optional rate As Variant, Optional claim_from As Variant, Optional claim_until As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_TOTAL.VB_Description = "Montant, penalites de retard et indemnite forfaitaire."
    DUNNING_TOTAL = RelanceCache.ParLigne("DUNNING_TOTAL", UN_NOMBRE, Array(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates))
End Function

Public Function DUNNING_EXPLAIN(amount As Variant, due_date As Variant, as_of As Variant, Optional regime As Variant, Optional rate As Variant, Optional claim_from As Variant, Optional claim_until As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_EXPLAIN.VB_Description = "Detail des penalites : du, au, jours, taux, interets, source."
    DUNNING_EXPLAIN = RelanceCache.EnBloc("DUNNING_EXPLAIN", UN_TEXTE, Array(amount, due_date, as_of, regime, rate, claim_from, claim_until, rates))
End Function

Public Function DUNNING_CLAIM_FROM(sent_on As Variant, channel As Variant, regime As Variant) As Variant
Attribute DUNNING_CLAIM_FROM.VB_Description = "Premier jour ou un particulier peut devoir interets ou indemnite, d'apres le rappel ou la mise en demeure ; vide entre professionnels."
    DUNNING_CLAIM_FROM = RelanceCache.ParLigne("DUNNING_CLAIM_FROM", UN_NOMBRE, Array(sent_on, channel, regime))
End Function

Public Function DUNNING_LIMITATION(performed_on As Variant, Optional regime As Variant, Optional acknowledged_on As Variant, Optional nature As Variant) As Variant
Attribute DUNNING_LIMITATION.VB_Description = "Dernier jour pour agir en justice (prescription)."
    DUNNING_LIMITATION = RelanceCache.ParLigne("DUNNING_LIMITATION", UN_NOMBRE, Array(performed_on, regime, acknowledged_on, nature))
End Function

Public Function DUNNING_REFERENCE(number As Variant, Optional kind As Variant) As Variant
Attribute DUNNING_REFERENCE.VB_Description = "Reference de paiement : RF (ISO 11649) ou communication structuree OGM."
    DUNNING_REFERENCE = RelanceCache.ParLigne("DUNNING_REFERENCE", UN_TEXTE, Array(number, kind))
End Function

Public Function DUNNING_PLAN(amount As Variant, instalments As Variant, first_date As Variant, Optional rate As Variant, Optional payment As Variant) As Variant
Attribute DUNNING_PLAN.VB_Description = "Echeancier : numero, date, montant, solde."
    DUNNING_PLAN = RelanceCache.EnBloc("DUNNING_PLAN", UN_TEXTE, Array(amount, instalments, first_date, rate, payment))
End Function

Public Function DUNNING_HOLIDAYS(year As Variant, Optional country As Variant) As Variant
Attribute DUNNING_HOLIDAYS.VB_Description = "Jours feries d'une annee, pour NB.JOURS.OUVRES."
    DUNNING_HOLIDAYS = RelanceCache.EnBloc("DUNNING_HOLIDAYS", UN_NOMBRE, Array(year, country))
End Function

Public Function DUNNING_TABLE(receivables As Variant, as_of As Variant, Optional rules As Variant, Optional rates As Variant) As Variant
Attribute DUNNING_TABLE.VB_Description = "Toutes les colonnes calculees d'un tableau de factures avec ses titres."
    DUNNING_TABLE = RelanceCache.EnBloc("DUNNING_TABLE", UN_TEXTE, Array(receivables, as_of, rules, rates))
End Function
