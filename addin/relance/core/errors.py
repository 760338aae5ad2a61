"""Errors that a broken question raises on purpose.

One base, one class per cause. An error carries facts, never a sentence: `wording` makes
French of `code` and `facts`. A broken *row* is not an error: see `findings`.
"""


class RelanceError(Exception):
    """Base class; a door that catches it never hides a bug."""

    code = "relance"

    def __init__(self, **facts: object) -> None:
        """Keep the facts that the sentence needs."""
        super().__init__(f"{self.code}: {facts}")
        self.facts = facts


class UnknownValueError(RelanceError):
    """No legal value is recorded for that day (facts: `name`, `day`)."""

    code = "unknown_value"


class UnknownRegimeError(RelanceError):
    """The regime is blank or not one of ours (facts: `regime`)."""

    code = "unknown_regime"


class BadLawError(RelanceError):
    """A law record is not usable: a hole, no source, no unit (facts: `name`, `reason`, `day`)."""

    code = "bad_law"


class BadAmountError(RelanceError):
    """The text is not an amount of money (facts: `value`)."""

    code = "bad_amount"


class BadDateError(RelanceError):
    """The value is not a usable civil day (facts: `value`)."""

    code = "bad_date"


class BadArgumentError(RelanceError):
    """An argument is out of its range (facts: `argument`, `value`)."""

    code = "bad_argument"


class UnknownStatusError(RelanceError):
    """The status text is not one of the list (facts: `value`)."""

    code = "unknown_status"


class UnknownStepError(RelanceError):
    """The step is not one of the policy (facts: `step`)."""

    code = "unknown_step"


class BadPolicyError(RelanceError):
    """A policy contradicts itself (facts: `where` = line or cell, `reason`, `value`)."""

    code = "bad_policy"


class BadTermsError(RelanceError):
    """The payment terms can't be read (facts: `terms`)."""

    code = "bad_terms"


class BadReferenceError(RelanceError):
    """No payment reference can be made of that number (facts: `number`, `kind`)."""

    code = "bad_reference"


class BookError(RelanceError):
    """The workbook can't be used (facts: `path`, `reason`, sometimes `detail`)."""

    code = "book"


class MissingTableError(RelanceError):
    """A table of ours is not in the workbook (facts: `table`, `sheet`, `path`)."""

    code = "missing_table"


class MissingColumnError(RelanceError):
    """A heading of ours is not in its table (facts: `table`, `column`, `found`)."""

    code = "missing_column"


class BookLockedError(RelanceError):
    """Someone else holds the workbook (facts: `path`, `holder`, `remedy`)."""

    code = "book_locked"


class BookChangedError(RelanceError):
    """The workbook changed on disk while we worked (facts: `path`)."""

    code = "book_changed"


class IntakeError(RelanceError):
    """A file brought by the user can't be read (facts: `path`, `reason`)."""

    code = "intake"


class TemplateFaultError(RelanceError):
    """A template has a fault (facts: `file`, `paragraph`, `field`, `reason`)."""

    code = "template_fault"


class OutputFolderError(RelanceError):
    """The output folder can't be written (facts: `path`, `reason`)."""

    code = "output_folder"


class OtherBookError(RelanceError):
    """The output folder serves another workbook (facts: `path`, `folder`, `other`, `reason`)."""

    code = "other_book"


class FileRefusedError(OutputFolderError):
    """One file can't be written, and the next may be (facts: `path`, `reason`)."""


class JournalBrokenError(RelanceError):
    """The chain of the journal does not hold (facts: `number`, `reason`)."""

    code = "journal_broken"


class DayBeforeJournalError(RelanceError):
    """The day is before the journal's last (facts: `day`, `last`, `lines`, the later ones)."""

    code = "day_before_journal"


class CreditorIncompleteError(RelanceError):
    """Nobody would know who claims (facts: `parameters`, the labels of what is blank)."""

    code = "creditor_incomplete"


class BadSettingsError(RelanceError):
    """Settings that change a claim or its sender can't be read (facts: `settings`)."""

    code = "bad_settings"


class TakeoverNeededError(RelanceError):
    """The first import has not been confirmed (facts: `path`)."""

    code = "takeover_needed"


class UnknownDebtorError(RelanceError):
    """No debtor has that code (facts: `debtor`, `near`)."""

    code = "unknown_debtor"


class UnknownInvoiceError(RelanceError):
    """No open item has that number (facts: `invoice`, `debtor`, `near` when there is one)."""

    code = "unknown_invoice"


class NothingToRecordError(RelanceError):
    """There is nothing to record (facts: `reason`, `debtor`)."""

    code = "nothing_to_record"


class AlreadyNotedError(RelanceError):
    """The same fact is there already (facts: `line`; `day` of the journal's, or `reason` "row")."""

    code = "already_noted"


class NothingSelectedError(RelanceError):
    """No selected row leads to an open item (facts: `kind_` or `reason`)."""

    code = "nothing_selected"


class OneDebtorError(RelanceError):
    """The verb is for one debtor, and rows of several are selected (facts: `debtors`)."""

    code = "one_debtor"


class ReasonNeededError(RelanceError):
    """A document goes faster than the policy and nobody said why (facts: `steps`)."""

    code = "reason_needed"


class OfficeError(RelanceError):
    """LibreOffice can't take our extension (facts: `reason`, often `version`, `detail`)."""

    code = "office"


class PdfError(RelanceError):
    """No PDF can be made of Word documents (facts: `reason`, often `detail`)."""

    code = "pdf"


class MissingExtraError(RelanceError):
    """A part of Relance that is installed on request is not there (facts: `extra`)."""

    code = "missing_extra"


class NotPrintableError(RelanceError):
    """No typeface has a sign for a letter of the document (facts: `signs`, sometimes none)."""

    code = "not_printable"


class BuildError(RelanceError):
    """The macro workbook can't be built (facts: `reason`, often `module`, `line`, `value`)."""

    code = "build"
