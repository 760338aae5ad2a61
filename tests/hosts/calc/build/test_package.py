"""The extension as a file: complete, small, the same each time, and true to functions and verbs."""

import ast
import io
import re
import struct
import zipfile
from inspect import signature
from xml.etree import ElementTree

import pytest
from tests.tools import tree

from relance import __version__
from relance.hosts.calc.build.icons import SIZES
from relance.hosts.calc.build.package import COMPONENT, TYPES, extension
from relance.hosts.calc.build.vendored import LIBRARIES
from relance.hosts.calc.names import FUNCTION_SERVICE as SERVICE
from relance.hosts.calc.names import TOOLBARS
from relance.hosts.functions import FUNCTIONS
from relance.hosts.functions_answers import BLOCKS
from relance.hosts.libreoffice import LOWEST
from relance.hosts.verbs import VERBS
from relance.wording.functions import SUMMARIES
from relance.wording.verbs import words

LARGEST = 1_500_000
OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MANIFEST = "{http://openoffice.org/2001/manifest}"
CONFIGURATION = ("CalcAddIns.xcu", "Addons.xcu", "ProtocolHandler.xcu", "CalcWindowState.xcu")


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    """Return the extension, opened."""
    return zipfile.ZipFile(io.BytesIO(extension()))


def tree_of(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(package.read(name))  # noqa: S314  our own


def texts(node: ElementTree.Element, name: str) -> dict[str, str]:
    """Return the values of a property by language."""
    values = node.findall(f"prop[@{OOR}name='{name}']/value")
    return {value.get(LANG, ""): value.text or "" for value in values}


def node(parent: ElementTree.Element, *names: str) -> ElementTree.Element:
    for name in names:
        found = parent.find(f"node[@{OOR}name='{name}']")
        assert found is not None, name
        parent = found
    return parent


def test_the_same_sources_give_the_same_bytes() -> None:
    assert extension() == extension()


def test_it_is_small_enough_to_be_sent() -> None:
    assert len(extension()) <= LARGEST


def test_what_the_manifest_names_is_there(package: zipfile.ZipFile) -> None:
    entries = tree_of(package, "META-INF/manifest.xml")
    named = {entry.get(f"{MANIFEST}full-path") for entry in entries}
    assert named == {TYPES, COMPONENT, *CONFIGURATION}
    assert named <= set(package.namelist())


def test_the_component_is_python_that_an_office_of_2025_reads(package: zipfile.ZipFile) -> None:
    """Python 3.10 comes with LibreOffice 25.2: no newer syntax anywhere."""
    for name in package.namelist():
        if name.endswith(".py") and ("/relance/" in name or name == COMPONENT):
            ast.parse(package.read(name), name, feature_version=(3, 10))


def test_no_module_needs_what_came_after_python_3_10(package: zipfile.ZipFile) -> None:
    later = re.compile(
        r"^(import tomllib|from typing import .*\bSelf\b|from enum import .*StrEnum)"
    )
    for name in package.namelist():
        if name.endswith(".py") and "/relance/" in name:
            lines = package.read(name).decode().splitlines()
            assert not [line for line in lines if later.match(line)], name


def test_facts_are_json_and_templates_are_there(package: zipfile.ZipFile) -> None:
    inside = [name.removeprefix("pythonpath/relance/data/") for name in package.namelist()]
    assert "law/fr.json" in inside
    assert "policies/be-b2c.json" in inside
    assert not [name for name in inside if name.endswith(".toml")]
    assert [name for name in inside if name.startswith("templates/")]


def test_other_doors_stay_outside(package: zipfile.ZipFile) -> None:
    ours = [name for name in package.namelist() if name.startswith("pythonpath/relance/")]
    assert not [name for name in ours if re.search(r"relance/(cli|hosts/(excel|file))/", name)]
    assert not [name for name in ours if "/build/" in name]


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_comes_with_its_licence(package: zipfile.ZipFile, library: str) -> None:
    names = package.namelist()
    assert [name for name in names if name.startswith(f"licenses/{library}/")]
    folder = library.replace("-", "_")
    assert f"pythonpath/{folder}/__init__.py" in names


def test_libraries_are_pure_python(package: zipfile.ZipFile) -> None:
    assert not [name for name in package.namelist() if name.endswith((".so", ".pyd", ".dll"))]


def test_every_function_is_declared_with_its_arguments(package: zipfile.ZipFile) -> None:
    text = package.read(TYPES).decode()
    declared = re.findall(
        r"^ +(any|sequence< sequence< any > >) (\w+)\((.*)\);$", text, re.MULTILINE
    )
    assert [name for _, name, _ in declared] == [one.__name__ for one in FUNCTIONS]
    for (result, name, given), function in zip(declared, FUNCTIONS, strict=True):
        assert given.count("[in] any ") == len(signature(function).parameters), name
        assert result.startswith("sequence") == (name in BLOCKS)
        assert "_" not in given  # UNO refuses it in the names of arguments


def test_every_function_has_help_in_both_languages(package: zipfile.ZipFile) -> None:
    added = node(tree_of(package, "CalcAddIns.xcu"), "AddInInfo", SERVICE, "AddInFunctions")
    assert [one.get(f"{OOR}name") for one in added] == [one.__name__ for one in FUNCTIONS]
    for one, function in zip(added, FUNCTIONS, strict=True):
        name = function.__name__
        assert texts(one, "Description")["fr"] == SUMMARIES[name]
        assert texts(one, "Description")["en"]
        assert texts(one, "DisplayName") == texts(one, "CompatibilityName") == {"en": name}
        for argument in node(one, "Parameters"):
            helps = texts(argument, "Description")
            assert helps["fr"]
            assert helps["en"]
            assert helps["fr"] != helps["en"]


def test_menu_and_toolbar_offer_every_verb_in_its_order(package: zipfile.ZipFile) -> None:
    addons = node(tree_of(package, "Addons.xcu"), "AddonUI")
    menu = node(addons, "OfficeMenuBar", "org.relance.menu")
    bars = [node(addons, "OfficeToolBar", name) for name in TOOLBARS]
    for parts in ([node(menu, "Submenu")], bars):
        entries = [entry for part in parts for entry in part]
        urls = [texts(entry, "URL")[""] for entry in entries]
        verbs = [url for url in urls if url != "private:separator"]
        assert verbs == [f"relance:{verb.id}" for verb in VERBS]
        assert urls.count("private:separator") == len({verb.group for verb in VERBS}) - len(parts)
        titles = [texts(entry, "Title") for entry in entries if texts(entry, "Title")]
        assert [title["fr"] for title in titles] == [words(one.id, "fr").label for one in VERBS]
        assert [title["en"] for title in titles] == [words(one.id, "en").label for one in VERBS]


def test_every_verb_has_an_icon_in_two_sizes(package: zipfile.ZipFile) -> None:
    images = node(tree_of(package, "Addons.xcu"), "AddonUI", "Images")
    for image, verb in zip(images, VERBS, strict=True):
        assert texts(image, "URL") == {"": f"relance:{verb.id}"}
        for kind, size in zip(("ImageSmallURL", "ImageBigURL"), SIZES, strict=True):
            place = texts(node(image, "UserDefinedImages"), kind)[""]
            picture = package.read(place.removeprefix("%origin%/"))
            assert picture.startswith(b"\x89PNG")
            assert struct.unpack(">II", picture[16:24]) == (size, size)


def test_icons_differ(package: zipfile.ZipFile) -> None:
    small = [package.read(f"icons/{verb.id}_16.png") for verb in VERBS]
    assert len(set(small)) == len(VERBS)


def test_the_toolbar_is_docked(package: zipfile.ZipFile) -> None:
    states = node(tree_of(package, "CalcWindowState.xcu"), "UIElements", "States")
    named = [state.get(f"{OOR}name") for state in states]
    assert named == [f"private:resource/toolbar/addon_{name}" for name in TOOLBARS]
    state = states[0]
    assert texts(state, "Docked") == {"": "true"}


def test_it_says_its_version_and_refuses_an_older_office(package: zipfile.ZipFile) -> None:
    description = package.read("description.xml").decode()
    assert f'<version value="{__version__}"/>' in description
    assert 'minimal-version value="25.2"' in description
    assert LOWEST == (25, 2)
    for name in re.findall(r'xlink:href="([^"]+)"', description):
        assert package.read(name).decode().strip()


def test_the_component_is_the_one_of_the_package(package: zipfile.ZipFile) -> None:
    source = tree.PACKAGE / "hosts" / "calc" / "component.py"
    assert package.read(COMPONENT) == source.read_bytes()
