"""Pictures of every document: `python -m tests.tools.letter_pictures [NAME…]` writes them.

Letters by LibreOffice, e-mails by Chromium, as small PNG files in docs/pictures: the first page.
Letters are set in the shipped typeface, which has the widths of Word's, wherever they are drawn.
"""

import email
import email.policy
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

from tests.tools import office, tree
from tests.tools.letter_samples import documents

from relance.data import place
from relance.documents.render import Rendered

PICTURES = tree.ROOT / "docs" / "pictures"
DPI, COLOURS = "70", "64"
SCREEN = "--window-size=740,{height}"
OF_USER = ".local/share/fonts"  # below the office's home, which is its profile
LARGEST = 150_000  # bytes


def main(names: list[str]) -> int:
    """Write the pictures of some documents, of all when none is named."""
    with office.open_folder() as folder:
        for name, made in documents().items():
            if not names or name in names:
                _draw(made, PICTURES / f"{name}.png", folder)
                print(name, (PICTURES / f"{name}.png").stat().st_size)
    return 0


def _draw(made: Rendered, picture: Path, folder: Path) -> None:
    drawn = folder / "drawn.png"
    draw = _message if made.name.endswith(".eml") else _letter
    draw(made, folder, drawn)
    _run("convert", drawn, "-colors", COLOURS, "-define", "png:exclude-chunks=date,time", drawn)
    assert drawn.stat().st_size < LARGEST, picture.name
    shutil.copyfile(drawn, picture)


def _letter(made: Rendered, folder: Path, drawn: Path) -> None:
    document, profile = folder / "lettre.docx", folder / "profile"
    document.write_bytes(made.content)
    shutil.copytree(place("fonts"), profile / OF_USER, dirs_exist_ok=True)
    office.convert(document, folder, profile)
    _run("pdftoppm", "-r", DPI, "-png", "-singlefile", "-f", "1",
         document.with_suffix(".pdf"), drawn.with_suffix(""))  # fmt: skip


def _message(made: Rendered, folder: Path, drawn: Path) -> None:
    parts = email.message_from_bytes(made.content, policy=email.policy.default)
    body = parts.get_body(("html",))
    assert body is not None
    page = folder / "message.html"
    page.write_text(_with_headers(parts, body.get_content()), "utf-8")
    _run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--user-data-dir={folder / 'browser'}", SCREEN.format(height=1400),
         f"--screenshot={drawn}", page.as_uri())  # fmt: skip
    _run("convert", drawn, "-trim", "-bordercolor", "white", "-border", "18", "+repage", drawn)


def _with_headers(parts: email.message.EmailMessage, html: str) -> str:
    """The message under who writes, to whom and about what, as a reader sees it."""
    rows = "".join(
        f'<div><span style="color:#777">{label}</span> {escape(str(parts[name] or ""))}</div>'
        for label, name in (("De", "From"), ("À", "To"), ("Objet", "Subject"))
    )
    head = (
        '<div style="max-width:680px;margin:0 auto 8px;padding-bottom:8px;'
        f'border-bottom:1px solid #ccc;font:14px/1.5 Calibri,sans-serif">{rows}</div>'
    )
    before, mark, after = html.partition("<body")
    tag, end, rest = after.partition(">")
    return before + mark + tag + end + head + rest


def _run(*command: object) -> None:
    subprocess.run([str(one) for one in command], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
