"""The one list of verbs: what the ribbon of Excel and the toolbar of Calc offer, in their order.

Words stand in `wording.verbs`, under the same ids. A verb that does not exist yet is not here.
"""

from dataclasses import dataclass
from typing import Literal

from ..actions.clicks import (
    beside,
    data,
    day,
    documents,
    heard,
    holding,
    press,
    sending,
    support,
)  # fmt: skip
from ..actions.clicks.click import Action

Size = Literal["large", "normal"]
# What enables a verb: always; a workbook that can be written; a selection in Factures, Clients or
# Agenda besides.
Needs = Literal["nothing", "book", "rows"]

GROUPS: tuple[str, ...] = ("data", "today", "selection", "follow_up", "analysis", "support")


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its id, its group, its key after Alt, its picture in Office, and what it does."""

    id: str
    group: str
    keytip: str
    image: str
    size: Size
    needs: Needs
    action: Action


VERBS: tuple[Verb, ...] = (
    Verb("import", "data", "I", "GetExternalDataFromText", "large", "book", data.import_),
    Verb("check", "data", "K", "ErrorChecking", "large", "book", data.check),
    Verb("stamp", "today", "D", "HeaderFooterCurrentDate", "normal", "book", day.stamp),
    Verb("agenda", "today", "J", "RefreshAll", "normal", "book", day.agenda),
    Verb("preview", "today", "V", "FilePrintPreview", "normal", "nothing", documents.preview),
    Verb("run", "today", "R", "FileStartWorkflow", "large", "book", documents.run),
    Verb("email", "selection", "E", "FileSendAsAttachment", "normal", "rows", documents.email),
    Verb("call_sheet", "selection", "F", "ReviewNewComment", "normal", "rows",
         documents.call_sheet),
    Verb("letter", "selection", "L", "FilePrintQuick", "normal", "rows", documents.letter),
    Verb("notice", "selection", "M", "SignatureLineInsert", "large", "rows", documents.notice),
    Verb("statement", "selection", "Y", "DataFormExcel", "normal", "rows", beside.statement),
    Verb("penalty_note", "selection", "N", "PercentStyle", "normal", "rows", beside.penalty_note),
    Verb("thanks", "selection", "H", "FileSendMenu", "normal", "rows", beside.thanks),
    Verb("slip", "follow_up", "1", "FilePrint", "normal", "book", beside.slip),
    Verb("pdf", "follow_up", "X", "FileSaveAsPdfOrXps", "normal", "book", press.pdf),
    Verb("sent", "follow_up", "C", "ReviewAcceptOrRejectChangeDialog", "large", "book",
         sending.sent),
    Verb("call", "follow_up", "A", "ReviewShowAllComments", "normal", "rows", heard.call),
    Verb("promise", "follow_up", "P", "FunctionsDateTimeInsertGallery", "normal", "rows",
         heard.promise),
    Verb("payment", "follow_up", "T", "AccountingFormat", "normal", "rows", heard.payment),
    Verb("dispute", "follow_up", "W", "TraceError", "normal", "rows", heard.dispute),
    Verb("hold", "follow_up", "S", "Lock", "normal", "rows", holding.hold),
    Verb("release", "follow_up", "O", "ReviewAllowUsersToEditRanges", "normal", "rows",
         holding.release),
    Verb("reverse", "follow_up", "Z", "Undo", "normal", "book", holding.reverse),
    Verb("aged_balance", "analysis", "B", "ChartTypeColumnInsertGallery", "large", "book",
         day.aged_balance),
    Verb("doctor", "support", "Q", "AccessibilityChecker", "normal", "nothing", support.doctor),
    Verb("upgrade", "support", "U", "FileUpdate", "normal", "nothing", support.upgrade),
    Verb("guide", "support", "G", "Help", "normal", "nothing", support.guide),
)  # fmt: skip


def verb(name: str) -> Verb:
    """Return a verb by its id. Raises KeyError: the door calls one that does not exist."""
    return {one.id: one for one in VERBS}[name]
