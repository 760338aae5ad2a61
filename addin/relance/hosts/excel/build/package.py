"""Parts added to a workbook's package, and a package written the same way each time.

XlsxWriter writes the sheets and takes the VBA project; what it can't do is done here on its bytes.
"""

import io
import re
import zipfile
from collections.abc import Mapping

from ....core.errors import BuildError

RIBBON = "customUI/customUI14.xml"

_TYPES = "[Content_Types].xml"
_ARROWS = "_rels/.rels"
_FIRST = (_TYPES, _ARROWS)
_XML_IS_KNOWN = b'<Default Extension="xml" '
_END = b"</Relationships>"
# The type of 2007 goes with the ribbon's namespace of 2009: both say "Office 2010 and later".
_ARROW = (
    b'<Relationship Id="rIdRibbon"'
    b' Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"'
    b' Target="' + RIBBON.encode() + b'"/>'
)
_SHEETS = "xl/worksheets/sheet"
_BLANK_RESULT = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)(><f[^>]*>[^<]*</f><v></v></c>)')
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can tell


def with_ribbon(package: bytes, ribbon: bytes) -> bytes:
    """Return a workbook that shows a ribbon.

    Args:
        package: an .xlsx or .xlsm.
        ribbon: the part customUI14.xml, in UTF-8.

    Raises:
        BuildError: the package is not whole, or has a ribbon already.
    """
    found = parts(package)
    if RIBBON in found:
        raise BuildError(reason="ribbon_twice")
    if _XML_IS_KNOWN not in found.get(_TYPES, b""):
        raise BuildError(reason="broken_package", value=_TYPES)
    before, end, after = found.get(_ARROWS, b"").rpartition(_END)
    if not end:
        raise BuildError(reason="broken_package", value=_ARROWS)
    return archive({**found, _ARROWS: before + _ARROW + end + after, RIBBON: ribbon})


def with_blank_texts(package: bytes) -> bytes:
    """Return a workbook whose formulas of blank result say that it is a text.

    XlsxWriter writes such a result as a number without digits, which is not valid.

    Args:
        package: an .xlsx or .xlsm that XlsxWriter wrote.

    Raises:
        BuildError: the package can't be read.
    """
    return archive(
        {
            name: _BLANK_RESULT.sub(rb'\1 t="str"\2', part) if name.startswith(_SHEETS) else part
            for name, part in parts(package).items()
        }
    )


def parts(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name.

    Two packages are compared by their parts: how a part is compressed depends on the machine.

    Raises:
        BuildError: the package can't be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as file:
            return {name: file.read(name) for name in file.namelist()}
    except zipfile.BadZipFile as error:
        raise BuildError(reason="broken_package", value=str(error)) from error


def archive(found: Mapping[str, bytes]) -> bytes:
    """Return a package: parts in a fixed order, under a fixed date, as from a fixed system."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in (*_FIRST, *sorted(found.keys() - {*_FIRST})):
            if name in found:
                entry = zipfile.ZipInfo(name, _BEGINNING)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                file.writestr(entry, found[name])
    return target.getvalue()
