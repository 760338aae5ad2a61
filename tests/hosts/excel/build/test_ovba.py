"""Compressed streams: what goes in comes out, chunk by chunk."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tools.vba_reader import decompress

from relance.core.errors import BuildError
from relance.hosts.excel.build.ovba import compress
from relance.hosts.excel.build.ovba import decompress as ours

CHUNK = 4096
EDGES = [0, 1, 2, 3, 4, 15, 16, 17, 18, 33, 4094, 4095, 4096, 4097, 4098, 8191, 8192, 8193]
MOST_LITERALS = 3640  # in a chunk: 3640 + 455 bytes of flags = 4095; one more makes 4097 > 4096

# Two bytes, one low and one high, never twice the same pair: no run of three is repeated.
NO_REPETITION = bytes(
    byte for low in range(128) for high in range(128, 256) for byte in (low, high)
)


@given(st.binary(max_size=300))
def test_any_bytes_come_back(data: bytes) -> None:
    assert decompress(compress(data)) == data


@given(st.binary(min_size=1, max_size=40), st.sampled_from(EDGES))
def test_repeated_bytes_come_back_at_the_edges_of_a_chunk(pattern: bytes, size: int) -> None:
    data = (pattern * (size // len(pattern) + 1))[:size]
    assert decompress(compress(data)) == data


@given(st.integers(0), st.integers(1, 256), st.sampled_from(EDGES))
def test_mixtures_come_back_at_the_edges_of_a_chunk(seed: int, symbols: int, size: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - any mixture will do
    data = bytes(chance.choices(range(symbols), k=size))
    try:
        container = compress(data)
    except BuildError:
        assert size % CHUNK > MOST_LITERALS
    else:
        assert decompress(container) == data


def test_an_empty_stream_is_a_signature() -> None:
    assert compress(b"") == b"\x01"


def test_a_run_is_told_once() -> None:
    # b0 03 is the header of 6 bytes: flags 0b10, the letter, then 4095 more of it, 1 back. At
    # position 1 an offset takes 4 bits, the length 12: (1 - 1) << 12 | 4095 - 3 = 0x0ffc.
    assert compress(b"a" * CHUNK) == bytes.fromhex("01 03 b0 02 61 fc 0f")


def test_the_nearest_of_equal_runs_is_copied() -> None:
    # "abc" at 0 and at 4: from position 8 the nearest is 4 back; (4 - 1) << 12 | 3 - 3 = 0x3000.
    # From position 4 the run "abc" is 4 back as well.
    assert compress(b"abc-abc+abc") == bytes.fromhex("01 09 b0 50 61 62 63 2d 00 30 2b 00 30")


def test_chunks_do_not_know_one_another() -> None:
    chunk = NO_REPETITION[: CHUNK // 2] * 2
    once, twice = compress(chunk), compress(chunk * 2)
    assert twice == once + once[1:]


def test_a_whole_chunk_without_repetition_is_kept_plain() -> None:
    container = compress(NO_REPETITION[:CHUNK])
    assert container == b"\x01\xff\x3f" + NO_REPETITION[:CHUNK]
    assert decompress(compress(NO_REPETITION[: 2 * CHUNK])) == NO_REPETITION[: 2 * CHUNK]


def test_a_short_end_without_repetition_is_refused_rather_than_padded() -> None:
    longest = NO_REPETITION[:MOST_LITERALS]
    assert decompress(compress(longest)) == longest
    with pytest.raises(BuildError) as refused:
        compress(NO_REPETITION[: MOST_LITERALS + 1])
    assert refused.value.facts == {"reason": "incompressible"}
    with pytest.raises(BuildError):
        compress(NO_REPETITION[: CHUNK - 1])


# --- and back


@given(st.binary(max_size=300))
def test_what_was_compressed_is_read_back(data: bytes) -> None:
    assert ours(compress(data), 300) == data


@given(st.integers(0), st.sampled_from(EDGES))
def test_our_reader_and_the_strict_one_agree(seed: int, size: int) -> None:
    data = bytes(random.Random(seed).choices(range(4), k=size))  # noqa: S311 - any mixture
    container = compress(data)
    assert ours(container, size) == decompress(container) == data


def test_a_plain_chunk_is_read() -> None:
    container = b"\x01\xff\x3f" + NO_REPETITION[:CHUNK]
    assert ours(container, CHUNK) == NO_REPETITION[:CHUNK]


@pytest.mark.parametrize(
    "container",
    [
        "",
        "02 11 b0 00 61",  # not the signature
        "01 01",  # half a header
        "01 05 b0 00 61",  # the chunk is longer than the stream
        "01 03 a0 00 61 62 63",  # not the signature of a chunk
        "01 02 b0 01 00 00",  # a copy before anything
        "01 03 b0 02 61 00 10",  # a copy of 2 back, after one byte
        "01 02 b0 02 61 00",  # half a copy
        "01 05 b0 06 61 fc 0f fd 0f",  # 1 + 4095 bytes fill a chunk, and 4096 more
    ],
)
def test_what_is_no_container_is_refused(container: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        ours(bytes.fromhex(container), 10_000)


def test_more_than_was_expected_is_refused() -> None:
    container = compress(b"a" * 5000)
    assert ours(container, 5000) == b"a" * 5000
    with pytest.raises(ValueError, match="4999"):
        ours(container, 4999)
