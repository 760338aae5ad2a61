"""What the ribbon and the toolbar say in English: label, screentip and supertip of each verb."""

TAB = "Reminders"

GROUPS: dict[str, str] = {
    "data": "Data",
    "today": "Today",
    "selection": "Selection",
    "follow_up": "Follow-up",
    "analysis": "Analysis",
    "support": "Help",
}

VERBS: dict[str, tuple[str, str, str]] = {
    "import": (
        "Import",
        "Import exports",
        "Reads exports of open items, shows what was understood and the difference with their"
        " total, then updates the invoices.",
    ),
    "check": (
        "Check the data",
        "Check the workbook",
        "Checks the tables, the journal and each row; fills the column Anomalie.",
    ),
    "stamp": (
        "As of...",
        "Set the day of the figures",
        "Asks for a day and computes delays, interest and the queue on it.",
    ),
    "agenda": (
        "Today's queue",
        "See whom to remind today",
        "Refreshes and shows the sheet Agenda: what to do, for whom and why.",
    ),
    "preview": (
        "Preview",
        "See what would be written",
        "Tells which documents the day asks for and who is left out; writes nothing.",
    ),
    "run": (
        "Prepare reminders",
        "Write the documents of the day",
        "Writes the day's drafts, letters and call sheets and logs them. Nothing is sent. Escape"
        " stops between two debtors.",
    ),
    "email": (
        "E-mail",
        "E-mail for the selection",
        "Writes one draft e-mail for each selected debtor (Factures, Clients or Agenda). Nothing"
        " is sent.",
    ),
    "call_sheet": (
        "Call sheet",
        "Call sheet for the selection",
        "Writes one sheet for each selected debtor: facts, sums, questions.",
    ),
    "letter": (
        "Letter",
        "Letter for the selection",
        "Writes one letter for each selected debtor. If it skips steps, a reason is asked.",
    ),
    "notice": (
        "Formal notice",
        "Formal notice for the selection",
        "Writes a notice to be sent by registered letter. If it skips steps, a reason is asked and"
        " logged.",
    ),
    "pdf": (
        "Letters as PDF",
        "Make a PDF of the waiting letters",
        "Makes a PDF of each waiting letter or formal notice (of the selection, else all), as it"
        " stands in Word: to print, to post.",
    ),
    "statement": (
        "Statement",
        "Statement of account for the selection",
        "Writes a statement for each selected debtor: all that is open, by age, with the copies."
        " It asks for nothing and counts as no reminder.",
    ),
    "penalty_note": (
        "Penalty note",
        "Penalty note for the selection",
        "Writes a note for each selected debtor: penalties and fixed sums of invoices paid late or"
        " still open, without VAT and without the principal.",
    ),
    "thanks": (
        "Thanks",
        "Thank for a payment",
        "Writes to each selected debtor who has paid all that the last reminder asked for.",
    ),
    "slip": (
        "Posting slip",
        "Slip of the registered letters to post",
        "Writes the list of the registered letters that wait, with a column for their numbers.",
    ),
    "sent": (
        "Confirm sending",
        "Confirm that drafts have gone",
        "Asks for the day and the tracking numbers; this is what moves the steps on.",
    ),
    "call": (
        "Call report",
        "Record a call and its outcome",
        "For the debtor of the selected row: the outcome and a note, in the journal.",
    ),
    "promise": (
        "Promise to pay",
        "Record a promise",
        "For the debtor of the selected row: an amount and a day. Reminders wait for it.",
    ),
    "payment": (
        "Payment received",
        "Record a payment",
        "For the debtor of the selected row: the invoice, the amount, the value date.",
    ),
    "dispute": (
        "Dispute",
        "Open or resolve a dispute",
        "For the selected invoice: no reminder while the dispute is open.",
    ),
    "hold": (
        "Suspend",
        "Suspend invoices",
        "No reminder of the selected invoices until they are released; the reason is logged.",
    ),
    "release": (
        "Release",
        "Make invoices payable again",
        "The suspended invoices of the selection are reminded of again.",
    ),
    "reverse": (
        "Undo an entry",
        "Reverse a line of the journal",
        "The line stays, another one voids it; what it had written elsewhere is taken back.",
    ),
    "aged_balance": (
        "Aged balance",
        "See the aged balance",
        "Refreshes and shows what is open, by debtor and age.",
    ),
    "doctor": (
        "Diagnosis",
        "Check the installation and the workbook",
        "Python, xlwings, known rates, then the workbook: what works, what does not, the remedy.",
    ),
    "upgrade": (
        "Upgrade",
        "Bring this workbook up to date",
        "Tells whether this workbook is of an older release, and how to upgrade it.",
    ),
    "guide": (
        "Guide",
        "Open the guide",
        "First steps and installation, in French.",
    ),
}
