"""`relance.oxt`: one zip file that LibreOffice installs; the same sources give the same bytes."""

import io
import zipfile
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from .... import __version__
from ....wording.extension import DESCRIPTION, DISPLAY_NAME
from ...libreoffice import LOWEST
from ..names import EXTENSION
from .functions_config import functions_config
from .icons import icons
from .interface import interface
from .vendored import vendored
from .verbs_config import addons_config, protocol_config, window_config

_LOWEST = ".".join(map(str, LOWEST))
COMPONENT = "relance_component.py"
TYPES = "relance.idl"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_CONFIGURATION = "application/vnd.sun.star.configuration-data"
_MANIFEST = "META-INF/manifest.xml"


def extension() -> bytes:
    """Return the extension."""
    configuration = {
        "CalcAddIns.xcu": functions_config(),
        "Addons.xcu": addons_config(),
        "ProtocolHandler.xcu": protocol_config(),
        "CalcWindowState.xcu": window_config(),
    }
    kinds = {
        # LibreOffice compiles a type description that ends in .idl by itself.
        TYPES: "application/vnd.sun.star.uno-typelibrary;type=RDB",
        COMPONENT: "application/vnd.sun.star.uno-component;type=Python",
        **dict.fromkeys(configuration, _CONFIGURATION),
    }
    texts = {
        _MANIFEST: _manifest(kinds),
        "description.xml": _description(),
        TYPES: interface(),
        COMPONENT: files(__package__).joinpath("..", "component.py").read_text("utf-8"),
        **configuration,
        **{f"description_{language}.txt": text for language, text in DESCRIPTION.items()},
    }
    parts = {name: text.encode() for name, text in texts.items()}
    return _zipped({**parts, **icons(), **vendored()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return target.getvalue()


def _manifest(kinds: dict[str, str]) -> str:
    entries = "\n".join(
        f"<manifest:file-entry manifest:full-path={quoteattr(name)}"
        f" manifest:media-type={quoteattr(kind)}/>"
        for name, kind in kinds.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">\n'
        f"{entries}\n</manifest:manifest>\n"
    )


def _description() -> str:
    names = "".join(
        f'<name lang="{language}">{escape(DISPLAY_NAME)}</name>' for language in DESCRIPTION
    )
    described = "".join(
        f'<src xlink:href="description_{language}.txt" lang="{language}"/>'
        for language in DESCRIPTION
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
 xmlns:d="http://openoffice.org/extensions/description/2006"
 xmlns:lo="http://libreoffice.org/extensions/description/2011"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<identifier value="{EXTENSION}"/>
<version value="{__version__}"/>
<display-name>{names}</display-name>
<extension-description>{described}</extension-description>
<dependencies>
<lo:LibreOffice-minimal-version value="{_LOWEST}" d:name="LibreOffice {_LOWEST}"/>
</dependencies>
</description>
"""
