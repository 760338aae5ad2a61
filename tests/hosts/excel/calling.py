"""The calling workbook as the server of our macros has it, through xlwings as it is; runs apart."""

import sys
from collections.abc import Callable
from typing import Any

import xlwings
from tests.tools.fake_dynamic import PyIDispatch, dispatch
from tests.tools.fake_excel import Excel, Picture, Range

from relance.core.errors import BookError
from relance.hosts.excel import native
from relance.hosts.excel.refusals import asking
from relance.hosts.excel.selection import selected_cells

FOR_EVER = 10**9


def answers() -> dict[str, Any]:
    """Return what the workbook answers, bare and patient."""
    excel = Excel()
    sys.modules["xlwings._xlwindows"].__dict__["BOOK_CALLER"] = dispatch(excel.book)
    bare = xlwings.Book.caller()
    book = native.patient(bare)
    return {
        "bare is bare": type(bare.api).__name__,
        "patient": type(book.api).__name__,
        "twice": type(getattr(native.patient(book).api, "_inner", None)).__name__,
        "asked twice": attempts(book, 3),
        "asked for ever": attempts(book, FOR_EVER),
        "selected": _selections(excel, book),
        "bare refused": {name: refused(ask) for name, ask in _questions(bare).items()},
        "refused": {name: refused(ask) for name, ask in _questions(book).items()},
    }


def _questions(book: xlwings.Book) -> dict[str, Callable[[], Any]]:
    app = book.app
    sheets = book.sheets
    return {
        "get": lambda: book.api.FullName,
        "set": lambda: setattr(app, "status_bar", "x"),
        "call": lambda: sheets[0],
        "selection": lambda: selected_cells("a", book),
    }


def attempts(book: xlwings.Book, rejections: int) -> tuple[object, int]:
    """Return the name of a workbook in a busy Excel, or the refusal, and how often it said no."""
    PyIDispatch.rejections = rejections
    try:
        with asking("a"):
            answer: object = native.full_name(book)
    except BookError as error:
        answer = error.facts["reason"]
    spent = rejections - PyIDispatch.rejections
    PyIDispatch.rejections = 0
    return answer, spent


def refused(ask: Callable[[], Any]) -> object:
    """Return the reason that is told when Excel is busy for ever."""
    PyIDispatch.rejections = FOR_EVER
    try:
        with asking("a"):
            ask()
    except BookError as error:
        return error.facts["reason"]
    finally:
        PyIDispatch.rejections = 0
    return None


def _selections(excel: Excel, book: xlwings.Book) -> dict[str, object]:
    selections = {
        "nothing": None,
        "picture": Picture(),
        "cells": Range(excel.book.sheet, 2, 1, 3, 2),
        "sheet": Range(excel.book.sheet, 1, 1, 1_048_576, 16_384),
    }
    found: dict[str, object] = {}
    for name, selection in selections.items():
        excel.Selection = selection
        found[name] = _shape(book)
    return found


def _shape(book: xlwings.Book) -> object:
    """Return the size of what is selected, None when it is no cells, or the refusal."""
    try:
        cells = selected_cells("a", book)
    except BookError as error:
        return error.facts["reason"]
    return None if cells is None else cells.shape
