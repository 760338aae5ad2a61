"""Letters as LibreOffice Writer shows them: the QR code is read from the page."""

import subprocess
from pathlib import Path

from tests.tools import office
from tests.tools.pictures import codes, of_pgm

from relance.documents.context import fields
from relance.documents.render import render
from relance.documents.sample import message

DOTS = 150  # an inch, half of what a usual printer gives


def test_the_code_is_read_from_its_page(grounds: Path, place: Path) -> None:
    letter = place / "lettre.docx"
    letter.write_bytes(render(message(), key="abcdef").content)
    office.convert(letter, place, grounds / "writer")
    command = ["pdftoppm", "-gray", "-r", str(DOTS), "lettre.pdf", "page"]
    subprocess.run(command, cwd=place, check=True)
    pages = sorted(place.glob("page-*.pgm"))
    read = [code for page in pages for code in codes(of_pgm(page.read_bytes()))]
    assert read == [fields(message())["qr"]]
