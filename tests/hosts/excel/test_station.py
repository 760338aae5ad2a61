"""What keeps Excel from calling Python on a machine, as `relance doctor` tells it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from relance.actions.create import copy_template
from relance.actions.doctor import PINNED_XLWINGS, Check
from relance.hosts.excel.station import CHILD_RULE, Station, is_from_internet, station, this_station
from relance.hosts.excel.station_checks import station_checks, workbook_checks
from relance.hosts.file.book import FileBook
from relance.workbook.schema import INTERPRETER

PYTHON = r"C:\Programmes\Python312\python.exe"
EXCEL = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"
APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
OFFICE = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
GROUP_RULES = (
    r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
)
LOCAL_RULES = r"SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
MANAGED = r"SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
GOOD = Station(
    is_windows=True, python=PYTHON, has_com=True, library="xlwings64-0.37.8.dll",
    has_library=True, excel=EXCEL, excel_bits=64,
)  # fmt: skip


def described(values: Mapping[tuple[str, str], object], python: str = PYTHON) -> Station:
    """Return the machine whose registry holds these values."""
    return station(lambda path, name: values.get((path, name)), python)


def faults(here: Station) -> list[str]:
    """Return what the doctor finds wrong with a machine."""
    return [check.code for check in station_checks(here) if check.state != "ok"]


def told(here: Station, book: Path) -> list[Check]:
    """Return what the doctor says of a workbook on a machine."""
    with FileBook(book) as opened:
        return [*workbook_checks(here, opened)]


def test_a_good_machine_has_only_ticks() -> None:
    """Five lines, each about one thing."""
    assert faults(GOOD) == []
    assert len([*station_checks(GOOD)]) == 5


def test_off_windows_one_line_says_what_works() -> None:
    """Nothing is wrong with a Mac: Excel does not call Python there."""
    (check,) = station_checks(Station(is_windows=False, python="/usr/bin/python3"))
    assert check.state == "ok"
    assert "sous Windows" in check.text


@pytest.mark.parametrize(
    ("here", "code"),
    [
        (
            replace(GOOD, python=r"C:\Local\Microsoft\WindowsApps\python.exe"),
            "doctor_python_store",
        ),
        (replace(GOOD, has_com=False), "doctor_no_com"),
        (replace(GOOD, has_library=False), "doctor_no_library"),
        (replace(GOOD, excel=""), "doctor_excel_absent"),
        (
            replace(GOOD, excel=r"C:\Program Files\WindowsApps\Microsoft.Office.Desktop\EXCEL.EXE"),
            "doctor_excel_store",
        ),
        (replace(GOOD, child_rule="1"), "doctor_children_blocked"),
        (replace(GOOD, child_rule="6"), "doctor_children_warned"),
    ],
)
def test_each_cause_is_named_alone_with_its_remedy(here: Station, code: str) -> None:
    """One thing wrong, one line, and no fact is missing in it."""
    assert faults(here) == [code]
    text = next(check.text for check in station_checks(here) if check.code == code)
    assert "?" not in text


def test_a_rule_that_only_reports_or_is_off_is_no_fault() -> None:
    """2 audits, 0 is off."""
    assert faults(replace(GOOD, child_rule="2")) == faults(replace(GOOD, child_rule="0")) == []


def test_an_excel_of_unknown_size_is_named_without_it() -> None:
    """An Excel of volume licence does not tell its bits where the others do."""
    texts = [check.text for check in station_checks(replace(GOOD, excel_bits=None))]
    assert f"Excel : {EXCEL}" in texts


def test_the_registry_tells_of_excel() -> None:
    """Its path is quoted in the registry; 32-bit Excel loads another library."""
    here = described({(APP_PATH, ""): f'"{EXCEL}"', (OFFICE, "Platform"): "x86"})
    assert (here.excel, here.excel_bits) == (EXCEL, 32)
    assert here.library == f"xlwings32-{PINNED_XLWINGS}.dll"


def test_an_empty_registry_is_no_error() -> None:
    """Nothing known: no Excel, no rule, and the library of the usual 64 bits."""
    here = described({})
    assert (here.excel, here.excel_bits, here.child_rule) == ("", None, "")
    assert here.library == f"xlwings64-{PINNED_XLWINGS}.dll"


@pytest.mark.parametrize(
    "values",
    [
        {(GROUP_RULES, CHILD_RULE): "1"},
        {(LOCAL_RULES, CHILD_RULE): 1},
        {(MANAGED, "ASRRules"): f"56a863a9-875e-4185-98a7-b882c64b5ce5=2|{CHILD_RULE.upper()}=1"},
    ],
    ids=["group policy", "this machine", "managed"],
)
def test_the_rule_is_found_wherever_it_is_set(values: Mapping[tuple[str, str], object]) -> None:
    """By the firm's policy, by hand or by the management of devices."""
    assert described(values).child_rule == "1"


def test_the_library_is_sought_where_the_macros_seek_it(tmp_path: Path) -> None:
    """Beside the interpreter, or one folder above it in a virtual environment."""
    name = f"xlwings64-{PINNED_XLWINGS}.dll"
    python = tmp_path / "venv" / "Scripts" / "python.exe"
    python.parent.mkdir(parents=True)
    assert not described({}, str(python)).has_library
    (tmp_path / name).touch()  # two folders above: the macros do not look there
    assert not described({}, str(python)).has_library
    (tmp_path / "venv" / name).touch()
    assert described({}, str(python)).has_library


def test_this_machine_is_looked_at() -> None:
    """Whatever it is, each of its checks is a full sentence."""
    assert all("?" not in check.text for check in station_checks(this_station()))


def test_a_book_from_the_internet_is_named(tmp_path: Path) -> None:
    """Windows keeps the mark beside the file, under a name of its own."""
    book = tmp_path / "relances.xlsm"
    copy_template(book)
    assert not is_from_internet(book)
    mark = Path(f"{book}:Zone.Identifier")
    mark.write_text("[ZoneTransfer]\nZoneId=3\n", "ascii")
    assert [check.code for check in told(GOOD, book)] == ["doctor_from_internet"]
    mark.write_text("[ZoneTransfer]\nZoneId=1\n", "ascii")
    assert told(GOOD, book) == []


def test_a_python_that_the_book_names_must_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path may hold a variable, as in xlwings' own settings."""
    book, python = tmp_path / "relances.xlsm", tmp_path / "pythonw.exe"
    copy_template(book)
    monkeypatch.setenv("RELANCE_HERE", str(tmp_path))
    with FileBook(book) as opened:
        opened.set(INTERPRETER, "$RELANCE_HERE/pythonw.exe")
        opened.save()
    (check,) = told(GOOD, book)
    assert (check.state, check.code) == ("fault", "doctor_interpreter_absent")
    assert "xlwings.conf" in check.text
    python.touch()
    (check,) = told(GOOD, book)
    assert (check.state, check.code) == ("ok", "doctor_interpreter")


def test_off_windows_nothing_is_said_of_the_book(tmp_path: Path) -> None:
    """A path of Windows can't be judged elsewhere."""
    book = tmp_path / "relances.xlsm"
    copy_template(book)
    with FileBook(book) as opened:
        opened.set(INTERPRETER, PYTHON)
        opened.save()
    assert told(Station(is_windows=False, python="/usr/bin/python3"), book) == []
