"""Compound files: every stream is found again, whatever its size and its neighbours."""

import io

import olefile  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tools.cfb_reader import streams

from relance.core.errors import BuildError
from relance.hosts.excel.build.cfb import compound_file

SIZES = [0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097]
NAMES = st.lists(
    st.text("abcXYZ01", min_size=1, max_size=31).filter(lambda name: name.upper() != "VBA"),
    unique_by=str.upper,
    max_size=40,
)


@given(NAMES, NAMES, st.integers(0, 10))
def test_streams_of_any_size_come_back(inside: list[str], beside: list[str], turn: int) -> None:
    paths = [*(f"VBA/{name}" for name in inside), *beside]
    content = {path: bytes([at]) * SIZES[(at + turn) % len(SIZES)] for at, path in enumerate(paths)}
    assert streams(compound_file(content)) == content


@pytest.mark.parametrize("size", SIZES)
def test_another_reader_finds_the_same(size: int) -> None:
    content = {"VBA/dir": b"d" * size, "PROJECT": b"p" * 70, "A/B/C": b"c" * 5000}
    file = olefile.OleFileIO(io.BytesIO(compound_file(content)), raise_defects=30)
    assert {"/".join(path) for path in file.listdir()} == set(content)
    assert {path: file.openstream(path).read() for path in content} == content


@pytest.mark.parametrize(
    ("sectors", "size"),
    [
        # 3 sectors are the directory and no mini sector: header + data + directory + FAT.
        (1, 8 * 512),  # the smallest stream out of the mini sectors
        (125, 125 * 512),  # with the directory 126 of the 127 that one FAT sector tells of
        (126, 126 * 512),  # 127: the FAT is full
        (127, 127 * 512),  # 128: the FAT takes a second sector
    ],
)
def test_the_table_of_sectors_grows_when_it_must(sectors: int, size: int) -> None:
    raw = compound_file({"S": b"s" * size})
    fat = 1 if sectors < 127 else 2
    assert len(raw) == 512 * (1 + size // 512 + 1 + fat)
    assert streams(raw) == {"S": b"s" * size}


def test_the_order_of_siblings_is_by_length_then_capitals() -> None:
    # The tree of three is complete, so all are black, and the second in order is at the top:
    # "b" < "A2" < "aa" ("A2" before "AA").
    raw = compound_file({"aa": b"", "b": b"", "A2": b""})
    at = 512 * (1 + int.from_bytes(raw[48:52], "little"))
    root, first, second, third = (raw[at + 128 * n : at + 128 * (n + 1)] for n in range(4))
    assert root[76:80] == (3).to_bytes(4, "little")
    assert [entry[67] for entry in (first, second, third)] == [1, 1, 1]
    assert third[68:76] == (2).to_bytes(4, "little") + (1).to_bytes(4, "little")


def test_the_same_streams_give_the_same_bytes() -> None:
    content = {"VBA/dir": b"d" * 5000, "PROJECT": b"p"}
    assert compound_file(content) == compound_file(dict(content))


def test_more_than_a_plain_header_can_tell_of_is_refused() -> None:
    # 109 FAT sectors tell of 109 x 127 = 13,843 others; the directory takes one of them.
    most = 13_842 * 512
    assert len(compound_file({"S": bytes(most)})) == 512 * (1 + 13_843 + 109)
    with pytest.raises(BuildError) as refused:
        compound_file({"S": bytes(most + 1)})
    assert refused.value.facts["reason"] == "too_large"
