"""The ribbon and the macros that answer it: the same verbs, every callback there, plain text."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest
from tests.tools import tree

from relance.hosts.excel.build.ribbon_xml import MODULE, SEPARATOR, ribbon_xml
from relance.hosts.verbs import GROUPS, VERBS
from relance.wording.verbs import words

MACROS = tree.ROOT / "macros"
COMMITTED = MACROS / "ribbon/customUI14.xml"
SOURCE = (MACROS / f"{MODULE}.bas").read_bytes()
TEXT = SOURCE.decode("ascii")
SPACE = "{http://schemas.microsoft.com/office/2009/07/customui}"
CALLBACK = re.compile("on[A-Z]|get[A-Z]")

CONTROL = "ByVal control As IRibbonControl"
SIGNATURES = {
    "onLoad": "ByVal ruban As IRibbonUI",
    "onAction": CONTROL,
    **dict.fromkeys(
        ("getLabel", "getScreentip", "getSupertip", "getEnabled"),
        f"{CONTROL}, ByRef returnedVal As Variant",
    ),
}


@pytest.fixture(scope="module")
def root() -> Element:
    return fromstring(ribbon_xml())  # noqa: S314  our own text


def test_the_ribbon_is_the_one_that_is_committed() -> None:
    assert COMMITTED.read_text("utf-8") == ribbon_xml()


def test_its_buttons_are_the_verbs(root: Element) -> None:
    groups = [group.get("id") for group in root.iter(f"{SPACE}group")]
    assert groups == list(GROUPS)
    buttons = [button.get("id") for button in root.iter(f"{SPACE}button")]
    assert buttons == [verb.id for verb in VERBS]


def test_ids_are_unique_and_keys_short(root: Element) -> None:
    ids = [element.get("id") for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    keys = [element.get("keytip", "") for element in root.iter()]
    assert all(len(key) <= 3 for key in keys)


def test_every_callback_is_a_public_sub_of_its_module_with_the_right_signature(
    root: Element,
) -> None:
    called = {
        (attribute, value)
        for element in root.iter()
        for attribute, value in element.attrib.items()
        if CALLBACK.match(attribute)
    }
    assert {attribute for attribute, _ in called} == set(SIGNATURES)
    for attribute, name in called:
        module, _, sub = name.partition(".")
        assert module == MODULE
        assert f"Public Sub {sub}({SIGNATURES[attribute]})\n" in TEXT
    assert "Option Private Module" not in TEXT


def test_nothing_is_said_twice_of_a_control(root: Element) -> None:
    for element in root.iter():
        fixed = {name[3:].lower() for name in element.attrib if name.startswith("get")}
        assert not fixed & set(element.attrib)


def test_a_tag_holds_what_enables_a_button_and_its_words(root: Element) -> None:
    tags = {element.get("id"): element.get("tag", "") for element in root.iter()}
    for verb in VERBS:
        french, english = words(verb.id, "fr"), words(verb.id, "en")
        assert tags[verb.id].split(SEPARATOR) == [
            verb.needs, french.label, english.label, french.screentip, english.screentip,
            french.supertip, english.supertip,
        ]  # fmt: skip
    assert tags["support"].split(SEPARATOR) == ["", "Aide", "Help"]
    assert max(map(len, tags.values())) <= 1024  # what a tag can hold


def test_the_macros_know_what_a_verb_may_need() -> None:
    known = re.findall('Case "([a-z]+)"', TEXT)
    assert {verb.needs for verb in VERBS} - {"nothing"} == set(known)


# --- the module


def test_the_macros_are_plain_text_that_vba_takes() -> None:
    lines = TEXT.split("\n")
    assert lines[:2] == [f'Attribute VB_Name = "{MODULE}"', "Option Explicit"]
    assert b"\r" not in SOURCE
    assert TEXT.endswith("\n")
    assert max(map(len, lines)) <= 120
    names = re.findall(r"(?:Sub|Function) (\w+)", TEXT)
    assert all(len(name) <= 31 for name in names)


def test_the_command_to_python_passes_through_the_shell_unharmed() -> None:
    found = re.findall(r'RunPython\("(.*?)" & verbe & "(.*?)"\)', TEXT)
    assert found == [("import relance.hosts.excel.ribbon as r; r.dispatch('", "')")]
    assert not set("%&|^<>") & set("".join(found[0]))


@pytest.mark.parametrize(
    ("name", "arguments", "answer"),
    [("Saisir", 3, "Variant"), ("Choisir", 3, "Long"), ("Fichiers", 1, "String")],
)
def test_python_finds_its_dialogs(name: str, arguments: int, answer: str) -> None:
    declared = re.search(rf"^Public Function {name}\((.*)\) As (\w+)$", TEXT, re.MULTILINE)
    assert declared is not None
    assert (declared[1].count("ByVal "), declared[2]) == (arguments, answer)


def test_what_makes_python_fail_without_a_word_is_looked_at_first() -> None:
    body = TEXT[TEXT.index("Function Empechement") : TEXT.index("Function EstFichier")]
    for looked_at in ("Application.Ready", "ThisWorkbook.Path", "INTERPRETER_WIN"):
        assert looked_at in body
    launched = TEXT[TEXT.index("Sub Lancer") : TEXT.index("Function Empechement")]
    assert launched.index("Empechement()") < launched.index("RunPython(")
    assert launched.index("RunPython(") < launched.index("Rafraichir")
