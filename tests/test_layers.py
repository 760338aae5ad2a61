"""The rooms of the house: who may import whom, and what stays in one place."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.tools.imports import UNREADABLE, Import, dotted, imports

SOURCE = Path(__file__).parents[1] / "addin"
FILES = sorted((SOURCE / "relance").rglob("*.py"))

BOTTOM = {"data", "core", "wording"}
SIBLINGS = {"workbook", "documents", "intake"}
SHARED = BOTTOM | SIBLINGS | {"actions"}
DOORS = {"hosts.excel", "hosts.calc", "hosts.file"}
BELOW: dict[str, set[str]] = {
    "data": set(),
    "core": {"data"},
    "wording": {"data", "core"},
    **dict.fromkeys(SIBLINGS, BOTTOM),
    "actions": BOTTOM | SIBLINGS,
    "hosts": SHARED,
    **dict.fromkeys(DOORS, SHARED | {"hosts"}),
    "cli": SHARED | {"hosts"} | DOORS,
    "__main__": {"cli"},
    "": set(),  # relance/__init__.py: the version
}

# Modules that LibreOffice's Python runs too: the standard library and jinja2, no more.
EVERYWHERE = [
    "core",
    "wording",
    "workbook.schema",
    "workbook.rows",
    "actions",
    "documents.docx",
    "documents.eml",
    "documents.qr",
]
LIBRARIES_EVERYWHERE = {"jinja2"}

# Each library is imported by one module, so that it can be replaced by changing one place;
# those of a whole room are named here.
HOMES = {
    "numpy": ("core.bulk", "core.columns"),
    "click": ("cli",),
    "jinja2": ("documents",),
    "rich": ("cli",),
    "xlwings": ("hosts.excel",),
    **dict.fromkeys(("uno", "unohelper", "com", "org"), ("hosts.calc",)),
}
# Not packages of this machine: an office has them, and xlwings brings the last on Windows.
OF_THE_OFFICE = {"uno", "unohelper", "com", "org", "win32com"}
NAMES = {path: dotted(path, SOURCE) for path in FILES}
CLOCKS = {"today", "now", "utcnow"}
CLOCK_OWNERS = {"date", "datetime", "dt"}
TIMES = {"time", "time_ns", "localtime", "gmtime", "ctime", "strftime"}


def room_of(module: str) -> str | None:
    """Return the room of a module of ours, "" for the package itself, None for others."""
    head, *rest = module.split(".")
    if head != "relance":
        return None
    if rest[:1] == ["hosts"] and ".".join(rest[:2]) in DOORS:
        return ".".join(rest[:2])
    return rest[0] if rest and rest[0] in BELOW else ""


def faults(path: Path, source: Path) -> list[str]:
    """Return the upward arrows and the unreadable imports of a file."""
    here = room_of(dotted(path, source)) or ""
    allowed = BELOW[here] | {here, "", None}
    return [
        f"{path.relative_to(source)}:{found.line} ({here}) imports {found.module}"
        for found in imports(path, source)
        if found.module == UNREADABLE or room_of(found.module) not in allowed
    ]


def inside(path: Path, places: Iterable[str]) -> bool:
    """Tell whether a file is one of the places, or stands under one of them."""
    name = NAMES[path].removeprefix("relance.")
    return any(name == place or name.startswith(f"{place}.") for place in places)


def third_party(path: Path) -> Iterator[tuple[str, Import]]:
    """Give the imports that are neither ours nor of the standard library."""
    for found in imports(path, SOURCE):
        top = found.module.partition(".")[0]
        if top not in {"relance", UNREADABLE, *sys.stdlib_module_names}:
            yield top, found


def clock_reads(tree: ast.AST) -> list[int]:
    """Return the lines that read the clock: `date.today`, `datetime.now`, `time.time`..."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (
            (node.attr in CLOCKS and last_name(node.value) in CLOCK_OWNERS)
            or (node.attr in TIMES and last_name(node.value) == "time")
        )
    ]


def last_name(node: ast.expr) -> str:
    """Return the last name of `a.b.c`, "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_a_file_imports_only_rooms_below_its_own(path: Path) -> None:
    assert faults(path, SOURCE) == []


def test_every_room_on_disk_has_its_place_in_the_order() -> None:
    rooms = {path.name for path in (SOURCE / "relance").iterdir() if any(path.glob("*.py"))}
    assert rooms <= set(BELOW)


@pytest.mark.parametrize(
    "line",
    [
        "from relance.actions import book",
        "import relance.actions.book as b",
        "from ..actions.book import Book",
        "from .. import actions",
        "from relance import actions",
        "import importlib; importlib.import_module('relance.actions')",
        "from importlib import import_module as im; import_module('..actions', __package__)",
        "__import__('relance.actions')",
        "def late(name: str) -> object:\n    return __import__(name)",
        "import importlib; importlib.import_module(f'relance.{room}')",
        "import importlib; importlib.import_module(f'relance.actions.{verb}')",
        "import importlib; importlib.import_module(f'..{room}', __package__)",
        "def late() -> None:\n    from relance.hosts.file import book",
    ],
)
def test_an_upward_arrow_is_seen_however_it_is_written(tmp_path: Path, line: str) -> None:
    planted = tmp_path / "relance" / "core" / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(line + "\n", "utf-8")
    assert len({fault.partition(" ")[0] for fault in faults(planted, tmp_path)}) == 1


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("hosts/excel", "from ..file.book import FileBook"),
        ("hosts/file", "from relance.cli import main"),
        ("hosts", "from .file import book"),
        ("documents", "from ..workbook.schema import TABLES"),
        ("data", "from ..core import money"),
    ],
)
def test_doors_and_siblings_do_not_know_one_another(tmp_path: Path, room: str, line: str) -> None:
    planted = tmp_path / "relance" / room / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(line + "\n", "utf-8")
    assert faults(planted, tmp_path)


def test_a_downward_arrow_is_let_through(tmp_path: Path) -> None:
    planted = tmp_path / "relance" / "actions" / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(
        "import importlib\nfrom .. import __version__\nfrom ..core import money\n"
        "importlib.import_module(f'.{name}', __package__)\n",
        "utf-8",
    )
    assert faults(planted, tmp_path) == []


SHARED_FILES = [p for p in FILES if inside(p, EVERYWHERE) and not inside(p, HOMES["numpy"])]
TIMELESS_FILES = [path for path in FILES if not inside(path, ("hosts", "cli"))]


@pytest.mark.parametrize("path", SHARED_FILES, ids=NAMES.get)
def test_shared_modules_start_with_the_standard_library_and_jinja2(path: Path) -> None:
    assert {top for top, found in third_party(path) if not found.lazy} <= LIBRARIES_EVERYWHERE


def test_shared_modules_load_where_no_other_library_is_installed() -> None:
    allowed = {"relance", "markupsafe", "coverage", *LIBRARIES_EVERYWHERE}
    code = f"""
import importlib, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and top not in {allowed!r}:
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
for name in {[NAMES[path] for path in SHARED_FILES]!r}:
    importlib.import_module(name)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_library_is_imported_only_in_its_home() -> None:
    users: dict[str, set[Path]] = {}
    for path in FILES:
        for top, _ in third_party(path):
            users.setdefault(top, set()).add(path)
    for library, paths in users.items():
        if library in HOMES:
            assert all(inside(path, HOMES[library]) for path in paths), library
        else:
            assert len(paths) == 1, f"{library}: {sorted(NAMES[path] for path in paths)}"


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((SOURCE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    declared = {re.split("[<>=]", line)[0].strip().lower() for line in lines}
    provided = importlib.metadata.packages_distributions()
    tops = {top for path in FILES for top, _ in third_party(path)} - OF_THE_OFFICE
    assert {name.lower() for top in tops for name in provided[top]} == declared


@pytest.mark.parametrize("path", TIMELESS_FILES, ids=NAMES.get)
def test_only_doors_read_the_clock(path: Path) -> None:
    assert clock_reads(ast.parse(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "line", ["date.today()", "datetime.date.today()", "x = datetime.now", "time.time()"]
)
def test_a_clock_read_is_seen(line: str) -> None:
    assert clock_reads(ast.parse(line)) == [1]


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_the_paid_parts_of_xlwings_are_never_used(path: Path) -> None:
    paid = ("xlwings.pro", "xlwings.server", "xlwings.reports")
    assert not [found for found in imports(path, SOURCE) if found.module.startswith(paid)]
