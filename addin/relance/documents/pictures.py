"""The QR code in a Word file: a picture that the user places, drawn anew for each letter.

In a template the code is any picture whose alternative text (right click, « Texte de
remplacement ») names the field: `table.qr` inside the loop over the tables, `qr` elsewhere. It can
be moved and resized like any other. Where the field is blank the picture is left out; elsewhere
its file is the code of the letter's payment, and nothing else of the document changes.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from ..wording.letters import QR_ALTERNATIVE
from .qr import png
from .relations import relations

DRAWING = re.compile(r"<w:drawing>.*?</w:drawing>", re.DOTALL)
NAMED = re.compile(r'(<wp:docPr\s[^>]*?descr=")((?:[a-z_]+\.)?qr)(")')
EMBEDDED = re.compile(r'<a:blip\s[^>]*?r:embed="([^"]+)"')


def guarded(xml: str) -> str:
    """Return a part whose codes are left out where their field is blank."""
    return DRAWING.sub(lambda found: _guarded(found[0]), xml)


def _guarded(drawing: str) -> str:
    named = NAMED.search(drawing)
    if named is None:
        return drawing
    shown = NAMED.sub(lambda found: f"{found[1]}{QR_ALTERNATIVE}{found[3]}", drawing)
    return f"{{% if {named[2]} %}}{shown}{{% endif %}}"


def places(parts: Mapping[str, bytes], tagged: list[str]) -> tuple[str, ...]:
    """Return the names of the picture files that a letter's code replaces.

    Args:
        parts: the parts of the template.
        tagged: the names of those in which tags are looked for.
    """
    found = {place for part in tagged for place in _places(part, parts)}
    return tuple(sorted(found & set(parts)))


def _places(part: str, parts: Mapping[str, bytes]) -> Iterator[str]:
    """The picture files behind the codes of one part."""
    folder, _, name = part.rpartition("/")
    listed = parts.get(f"{folder}/_rels/{name}.rels", b"").decode("utf-8", "replace")
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations(listed)}
    for drawing in DRAWING.findall(parts[part].decode("utf-8", "replace")):
        embedded = EMBEDDED.search(drawing)
        if NAMED.search(drawing) and embedded and targets.get(embedded[1]):
            place = posixpath.normpath(posixpath.join("/", folder, targets[embedded[1]]))
            yield place.lstrip("/")


def picture(payload: object) -> bytes:
    """Return the picture of a letter's code, b"" when it has none."""
    return png(payload) if isinstance(payload, str) and payload else b""
