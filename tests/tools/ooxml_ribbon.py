"""What makes Excel drop a ribbon, or show a hole in it, and no validator sees."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.tools.ooxml_parts import VBA, Parts
from tests.tools.vba_reader import Project, read_project

RIBBON = "customUI/customUI14.xml"
CALLBACK = re.compile("on[A-Z]|get[A-Z]")
IMAGES = ("image", "imageMso", "getImage")

PICTURES = Path(__file__).with_name("images_mso.txt").read_text("utf-8").splitlines()
IMAGES_MSO = {line for line in PICTURES if not line.startswith("#")}


def faults(package: bytes) -> list[str]:
    """Return what these rules find in a workbook's package; one without ribbon has none."""
    parts = Parts(package)
    if RIBBON not in parts.contents:
        return []
    root = parts.xml(RIBBON)
    project = read_project(parts.contents[VBA]) if VBA in parts.contents else None
    return [
        *(f"ribbon id {name} twice" for name in twice_in(root)),
        *(fault for element in root.iter() for fault in element_faults(element)),
        *(f"nobody answers {name}" for name in unanswered(root, project)),
    ]


def twice_in(root: Element) -> list[str]:
    """Return the ids that two elements have."""
    ids = Counter(element.attrib["id"] for element in root.iter() if "id" in element.attrib)
    return [name for name, count in ids.items() if count > 1]


def element_faults(element: Element) -> Iterator[str]:
    """Give what is said twice of an element, and the picture that Excel does not have."""
    name = element.get("id", "")
    for attribute in element.attrib:
        if attribute.startswith("get"):
            fixed = attribute[3].lower() + attribute[4:]
            if fixed in element.attrib:
                yield f"{name}: {fixed} and {attribute}"
    if sum(image in element.attrib for image in IMAGES) > 1:
        yield f"{name}: two pictures"
    image = element.get("imageMso")
    if image is not None and image not in IMAGES_MSO:
        yield f"{name}: picture {image}"


def unanswered(root: Element, project: Project | None) -> list[str]:
    """Return the callbacks that are not the public Sub of a module that they name."""
    texts = project.texts() if project else {}
    called = {
        value
        for element in root.iter()
        for attribute, value in element.attrib.items()
        if CALLBACK.match(attribute)
    }
    missing = []
    for name in sorted(called):
        module, _, sub = name.rpartition(".")
        # The editor sets the case of a name everywhere as it was typed last.
        line = rf"^\s*(Public\s+)?Sub\s+{re.escape(sub)}\s*\("
        if not re.search(line, texts.get(module, ""), re.MULTILINE | re.IGNORECASE):
            missing.append(name)
    return missing
