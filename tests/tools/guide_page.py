"""The guide as one page that any browser shows: `python -m tests.tools.guide_page` writes it.

The guide is written in Markdown, which a click would open as bare text. With `--check` the page
is only compared with the texts.
"""

import re
import sys

from markdown_it import MarkdownIt
from tests.tools import tree

GUIDE = tree.ROOT / "docs" / "guide"
PAGE = GUIDE / "index.html"
TEXTS = ("prise-en-main", "installation", "libreoffice", "modeles")
HEAD = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Guide de Relance</title>
<style>
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Calibri, sans-serif; }
h1, h2 { color: #1f4e5f; }
section + section { border-top: 1px solid #ccc; margin-top: 3rem; }
code { background: #f2f2f2; font-family: Consolas, monospace; }
pre { background: #f2f2f2; padding: .6rem; overflow-x: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid #ccc; padding: .2rem .6rem; text-align: left; }
</style>
</head>
<body>
"""


def page() -> str:
    """Return the page: its texts one after the other, their links among themselves kept."""
    parts = (f'<section id="{name}">\n{_html(name)}</section>\n' for name in TEXTS)
    return HEAD + "".join(parts) + "</body>\n</html>\n"


def _html(name: str) -> str:
    text = (GUIDE / f"{name}.md").read_text("utf-8")
    html: str = MarkdownIt("commonmark").enable("table").render(text)
    # Pictures are not installed, and the marks of what is written by a tool say nothing to readers.
    html = re.sub(r"<p><img[^>]*></p>\n|<!-- \w+ -->\n", "", html)
    html = re.sub(r'<a href="\.\./pictures/[^"]*">(.*?)</a>', r"\1", html)
    return re.sub(r'href="([\w-]+)\.md"', r'href="#\1"', html)


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is that of the texts."""
    if "--check" not in arguments:
        PAGE.write_text(page(), "utf-8", newline="\n")
        return 0
    return 0 if PAGE.read_text("utf-8") == page() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
