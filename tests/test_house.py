"""The rules of the house that no linter knows."""

import ast
import doctest
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.tools import literals, tree

import relance
from relance.cli import LISTED
from relance.core.errors import RelanceError
from relance.wording.sentences import SENTENCES
from relance.wording.tongues import FRENCH

SOURCES = sorted(tree.PACKAGE.rglob("*.py"))
PROJECT: dict[str, Any] = tomllib.loads((tree.ROOT / "pyproject.toml").read_text("utf-8"))

REQUIRED = {"addin", "pyproject.toml", "tests"}  # fixed by the customer, like the next two
EXPECTED = REQUIRED | {
    *("macros", "workbook_template.xlsm"),
    *("README.md", "CONTEXT.md", "CHANGELOG.md", "LICENSE", "THIRD_PARTY.md"),
    *("constraints.txt", "docs", "bench"),
    *(".ci", ".github", ".gitignore", ".gitattributes"),
}

LONGEST = 250
# Files that are longer, and why that is better than cutting them.
LONG: dict[str, str] = {
    "core/decide.py": "one decision from question to answer, followed from top to bottom",
    "core/records.py": "one list of records, read as a whole",
    "workbook/schema.py": "one list of headings, read as a whole",
}

# Where French may stand: what users read, and the words that readers look for.
FRENCH_ROOMS = ("wording/", "data/", "workbook/schema.py", "hosts/functions.py")
FRENCH_WORDS = re.compile(
    r"\b(le|la|les|des|une|est|sont|vous|votre|pas|sur|dans|pour|avec|cette|ce|du|au|aux)\b"
)
ACCENTS = re.compile("[àâäçéèêëîïôöùûüœÀÂÇÉÈÊËÎÏÔÙÛŒ«»]")

# Written in two parts, so that this file does not hold what it forbids.
REGISTRIES = [
    "pypi" + ".org", "pypi" + ".python", "python" + "hosted", "npm" + "js", "yarn" + "pkg",
    "crates" + ".io", "rubygems" + ".org", "anaconda" + ".org", "conda" + "-forge.org",
    "proxy.golang" + ".org", "maven" + ".org", "nuget" + ".org", "deb.debian" + ".org",
    "debian" + ".org", "ubuntu" + ".com", "docker" + ".io", "ghcr" + ".io",
]  # fmt: skip
MACHINE = re.compile(r"(?<![\w.:/])(/" + r"(home|root|work|Users)/\w|[A-Z]:\\+Users\\+\w)")


def sentence_like(text: str) -> bool:
    """Tell whether a string reads as a French sentence (a word or two is a key, not a sentence)."""
    is_pattern = "(?" in text or "\\b" in text
    if is_pattern or len(re.findall(r"[^\W\d_]{2,}", text)) < 4:
        return False
    return bool(ACCENTS.search(text)) or len(FRENCH_WORDS.findall(text)) > 1


def test_the_top_level_holds_what_people_expect_and_no_more() -> None:
    found = {path.name for path in tree.entries()}
    assert found <= EXPECTED
    assert found >= REQUIRED


def test_no_file_names_a_package_registry() -> None:
    named = [
        (tree.name(path), host) for path, text in tree.texts() for host in REGISTRIES
        if host in text.lower()
    ]  # fmt: skip
    assert named == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert [tree.name(path) for path, text in tree.texts() if MACHINE.search(text)] == []


@pytest.mark.parametrize("text", ["see /" + "work/tmp/x", "'/" + "root/x'", "C:" + "\\Users\\x"])
def test_a_place_on_one_machine_is_seen(text: str) -> None:
    assert MACHINE.search(text)


def test_no_tool_passes_over_a_folder_of_ours() -> None:
    # Tools leave out folders named `build` by themselves; ours holds code.
    files = [path for path in tree.files() if path.suffix == ".py"]
    assert set(files) >= set(SOURCES)
    command = [sys.executable, "-m", "ruff", "check", "--show-files", "."]
    shown = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True, check=True)
    assert {Path(line) for line in shown.stdout.splitlines()} >= set(files)
    passed_over = PROJECT["tool"]["pytest"]["ini_options"]["norecursedirs"]
    folders = {name for path in files for name in path.relative_to(tree.ROOT).parts[:-1]}
    assert [name for name in folders for one in passed_over if fnmatch(name, one)] == []


def test_pip_and_uv_install_the_same_pinned_versions() -> None:
    lines = (tree.ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert PROJECT["tool"]["uv"]["constraint-dependencies"] == pins
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+", pin) for pin in pins)
    assert pins == sorted(pins, key=lambda pin: pin.split("=="))


def test_every_declared_dependency_is_pinned_and_accounted_for() -> None:
    pins = (tree.ROOT / "constraints.txt").read_text("utf-8").lower()
    account = (tree.ROOT / "THIRD_PARTY.md").read_text("utf-8").lower()
    decisions = (tree.ROOT / "docs/adr/0002-dependencies.md").read_text("utf-8").lower()
    extras = PROJECT["project"]["optional-dependencies"].values()
    for line in [*PROJECT["project"]["dependencies"], *(one for extra in extras for one in extra)]:
        library = re.split("[<>=]", line)[0].lower()
        assert f"\n{library}==" in pins
        assert f"| {library} |" in account
        assert f"| {library} |" in decisions


def test_no_source_file_is_long_without_a_reason() -> None:
    lengths = {
        path.relative_to(tree.PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in SOURCES
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {
        name: lengths[name] for name in LONG
    }


def test_the_changelog_tells_of_this_version() -> None:
    text = (tree.ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(relance.__version__)}\]", text, re.MULTILINE)


def test_french_sentences_stand_where_a_translator_looks() -> None:
    strays = []
    for path in SOURCES:
        place = path.relative_to(tree.PACKAGE).as_posix()
        if not place.startswith(FRENCH_ROOMS):
            found = literals.strings(ast.parse(path.read_text("utf-8")))
            strays += [(place, line, text) for line, text in found if sentence_like(text)]
    assert strays == []


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("Le classeur est ouvert dans Excel", True),
        ("Aucune échéance sur cette ligne", True),
        ("échéance", False),
        ("fin de mois", False),
        ("the day is not in the file", False),
    ],
)
def test_a_french_sentence_is_told_from_a_word(text: str, french: bool) -> None:
    assert sentence_like(text) is french


@pytest.mark.parametrize(
    "path", SOURCES, ids=lambda path: path.relative_to(tree.PACKAGE).as_posix()
)
def test_every_code_has_its_sentence(path: Path) -> None:
    source = ast.parse(path.read_text("utf-8"))
    made = {*literals.codes(source), *literals.error_codes(source)}
    said = {*SENTENCES, *FRENCH.openings}  # of a user, of a debtor
    assert made - {*said, RelanceError.code} == set()  # the base class is never raised


def test_codes_are_found_in_calls_and_classes() -> None:
    source = ast.parse(
        "class E(Exception):\n    code = 'a'\n"
        "Reason('b', {}); Finding(1, 'col', 'c'); Finding(row=1, column='x', code='d')\n"
        "Reason('e' if x else 'f'); Reason(code)"
    )
    assert list(literals.error_codes(source)) == ["a"]
    assert set(literals.codes(source)) == {"b", "c", "d", "e", "f"}


def test_the_readme_gives_the_two_commands_and_the_jobs_run_the_same() -> None:
    tests = "pip install uv && uv run python -m tests"
    readme = (tree.ROOT / "README.md").read_text("utf-8")
    assert "pip install uv && uv run relance demo\n" in readme
    assert f"{tests}\n" in readme
    script = (tree.ROOT / ".ci/run").read_text("utf-8")
    assert "pip install uv" in script
    assert script.endswith("\nuv run python -m tests\n")
    jobs = yaml.safe_load((tree.ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]
    runs = [step["run"] for step in jobs["tests"]["steps"] if "run" in step]
    assert runs == [tests, "uv run python -m tests.windows"]


def test_the_examples_of_the_readme_give_what_it_says() -> None:
    run = doctest.testfile(str(tree.ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert run.attempted > 1
    assert run.failed == 0


def test_the_readme_shows_what_the_command_line_answers() -> None:
    readme = (tree.ROOT / "README.md").read_text("utf-8")
    ((line, shown),) = re.findall(r"^\$ relance (.+)\n([^`]+)", readme, re.MULTILINE)
    command = [sys.executable, "-m", "relance", *line.split()]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert " ".join(told.split()).endswith(" ".join(shown.split()))


@pytest.mark.parametrize("document", ["README.md", "docs/guide/prise-en-main.md"])
def test_the_documents_name_every_command_and_no_other(document: str) -> None:
    text = (tree.ROOT / document).read_text("utf-8")
    named = set(re.findall(r"(?:^|`|run )relance ([a-z]+(?:-[a-z]+)?)", text, re.MULTILINE))
    assert named <= set(LISTED)
    assert document != "README.md" or named == set(LISTED)


def test_the_continuous_tests_cover_both_systems_and_every_python() -> None:
    # YAML 1.1 reads the key `on` as true.
    workflow = yaml.safe_load((tree.ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "windows-latest"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert workflow[True]["schedule"][0]["cron"].split()[-1] == "1"


def test_links_between_the_documents_lead_somewhere() -> None:
    for path in tree.files():
        if path.suffix == ".md":
            for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
                assert (path.parent / target).exists(), f"{tree.name(path)} -> {target}"
