"""LibreOffice's configuration files (.xcu), a node or a property at a time."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

Texts = Mapping[str, str]  # by language

_FILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' oor:name="{name}" oor:package="{package}">\n{body}\n</oor:component-data>\n'
)


def file(name: str, package: str, body: str) -> str:
    """Return a whole file: the component of a package that it adds to."""
    return _FILE.format(name=name, package=package, body=body)


def node(name: str, *parts: str, adds: bool = False) -> str:
    """Return a node with what it holds; `adds` for one that is new in a set."""
    adding = ' oor:op="replace"' if adds else ""
    return f"<node oor:name={quoteattr(name)}{adding}>{''.join(parts)}</node>"


def text(name: str, value: str) -> str:
    """Return a property that is the same in every language."""
    return _property(name, "xs:string", f"<value>{escape(value)}</value>")


def texts(name: str, values: Texts) -> str:
    """Return a property with a value for each language."""
    each = (
        f"<value xml:lang={quoteattr(language)}>{escape(value)}</value>"
        for language, value in values.items()
    )
    return _property(name, "xs:string", "".join(each))


def flag(name: str, value: bool) -> str:
    """Return a property that is true or false."""
    return _property(name, "xs:boolean", f"<value>{str(value).lower()}</value>")


def number(name: str, value: int) -> str:
    """Return a property that is a whole number."""
    return _property(name, "xs:int", f"<value>{value}</value>")


def words(name: str, *values: str) -> str:
    """Return a property that is a list of texts without blanks."""
    return _property(name, "oor:string-list", f"<value>{escape(' '.join(values))}</value>")


def _property(name: str, kind: str, values: str) -> str:
    return f"<prop oor:name={quoteattr(name)} oor:type={quoteattr(kind)}>{values}</prop>"
