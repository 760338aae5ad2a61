"""The QR code of a payment: read by a bank's app, it fills in the transfer.

Nothing is printed that a bank would refuse: what the standard asks for is checked before.

Source: EPC069-12 version 2.1 (SEPA credit transfer QR code); EPC217-08 for the characters.
"""

import re
import struct
import zlib
from decimal import Decimal
from functools import lru_cache

from ..core.banks import may_hold
from ..core.parse import is_iban
from ..core.reference import is_ogm, is_rf
from .names import plain

Matrix = tuple[tuple[bool, ...], ...]

NAME_LENGTH = 70
TEXT_LENGTH = 140
LEAST, MOST = Decimal("0.01"), Decimal("999999999.99")
# Inside the European Economic Area an account is found by its IBAN alone.
WITHOUT_BIC = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
    "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
# What stands for a sign that SEPA does not carry; any other becomes a full stop.
SEPA = str.maketrans(
    {"&": "+", "_": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "`": "'", "´": "'", ";": ",",
     "[": "(", "{": "(", "]": ")", "}": ")", "\\": "/", "|": "/", "~": "-", "€": "EUR"}
)  # fmt: skip
FOREIGN = re.compile(r"[^A-Za-z0-9/?:().,'+ -]")
LETTER = re.compile(r"[A-Za-z0-9]")
MASK = 2  # any of the eight reads well; looking for the best takes five times as long
QUIET = 4  # modules left white around the code, by the standard of QR codes
SCALE = 8  # pixels a module: sharp where a program enlarges the picture


def epc_payload(
    name: str,
    iban: str,
    bic: str,
    amount: Decimal,
    currency: str,
    reference_rf: str = "",
    text: str = "",
) -> str:
    """Return what the code says, "" when a bank would refuse it (see `obstacle`).

    Args:
        name: whom to pay.
        iban: their account.
        bic: their bank; left out unless it is one of the account's country.
        amount: what to pay, in euros and cents.
        currency: only EUR can be paid so.
        reference_rf: an RF reference (ISO 11649); passed over when its check digits are wrong.
        text: what the transfer says when there is no RF reference, e.g. a Belgian +++ reference.
    """
    account = "".join(iban.split()).upper()
    bank = _bank(bic, account)
    if obstacle(name, account, bank, amount, currency):
        return ""
    reference = "".join(reference_rf.split()).upper() if is_rf(reference_rf) else ""
    said = "" if reference else sepa(_free(text), TEXT_LENGTH)
    lines = (
        "BCD", "002", "1", "SCT", bank, sepa(name, NAME_LENGTH), account, f"EUR{amount:.2f}",
        "", reference, said,
    )  # fmt: skip
    return "\n".join(lines).rstrip("\n")


def obstacle(name: str, iban: str, bic: str, amount: Decimal, currency: str) -> str:
    """Return why a payment has no code: currency, amount, iban, bic, name; "" when it has one."""
    account = "".join(iban.split()).upper()
    if currency != "EUR":
        return "currency"
    if not LEAST <= amount <= MOST:
        return "amount"
    if not is_iban(account):
        return "iban"
    if account[:2] not in WITHOUT_BIC and not _bank(bic, account):
        return "bic"
    return "" if LETTER.search(sepa(name, NAME_LENGTH)) else "name"


def _bank(bic: str, account: str) -> str:
    """A BIC of another country than the account's is not its bank's."""
    return "".join(bic.split()).upper() if may_hold(bic, account) else ""


def sepa(text: str, length: int) -> str:
    """Return a text in the characters that every bank of SEPA carries.

    >>> sepa("Bâti & Cie – «\u00a0lot n°\u00a01\u00a0»", 70)
    'Bati + Cie - . lot n. 1 .'
    """
    blanks = " ".join(text.split()).translate(SEPA)  # of any width, no-break ones too
    known = "".join(plain(sign) or "." for sign in blanks)
    return FOREIGN.sub(".", known)[:length].strip()


def _free(text: str) -> str:
    """A Belgian structured communication goes in the free text, between its plus signs."""
    return text.replace("*", "+") if is_ogm(text) else text


@lru_cache(maxsize=16)
def matrix(payload: str) -> Matrix:
    """Return the modules of a code row by row, dark ones True, without the quiet zone.

    A letter and its print copy show the same code, one after the other: it is made once.
    """
    import segno  # the extension and the documents without a code start without it

    code = segno.make(payload, error="m", boost_error=False, micro=False, mask=MASK)
    return tuple(tuple(map(bool, row)) for row in code.matrix)


def png(payload: str) -> bytes:
    """Return the code as a picture with its quiet zone: the same bytes for the same payload."""
    rows = matrix(payload)
    side = (len(rows) + 2 * QUIET) * SCALE
    blank = b"\x00" + b"\xff" * (side // 8)  # a module is 8 points of one bit: one byte
    edge = b"\xff" * QUIET
    lines = [
        (b"\x00" + edge + bytes(0 if dark else 255 for dark in row) + edge) * SCALE for row in rows
    ]
    margin = blank * (QUIET * SCALE)
    data = zlib.compress(margin + b"".join(lines) + margin)
    header = struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", data)
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
