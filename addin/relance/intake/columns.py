"""What each column of an export holds, understood from its heading.

Whole headings are believed first, then words that mean little by themselves ("Client", "N°"),
then words inside a longer heading. A key goes to one column, a column to one key.
"""

from collections.abc import Iterator, Mapping, Sequence

from .vocabulary import headings, headings_of_ledger, is_bucket, ledger_columns, phrase

LEAST_BUCKETS = 2  # one heading like "Current" alone is no ageing
TOTALS = ("total", "totaal")

Phrases = Sequence[Sequence[str]]  # for each column, what its heading may say, the surest first


def understand(
    phrases: Phrases, texts: Sequence[str], forced: Mapping[str, int]
) -> tuple[dict[str, int], tuple[int, ...]]:
    """Give each key its column.

    Args:
        phrases: for each column, its heading in comparable words (see `vocabulary.phrase`).
        texts: the headings themselves; ageing buckets are told by their figures.
        forced: columns that a person chose.

    Returns:
        key -> place of its column, and the places of the ageing buckets.
    """
    if not forced and headings_of_ledger("all") <= {one for said in phrases for one in said}:
        return _ledger(phrases), ()
    columns = dict(forced)
    buckets = _buckets(texts, set(forced.values()))
    taken = set(forced.values()) | set(buckets)
    for claims in (_whole(phrases), _weak(phrases), _within(phrases)):
        for key, at in claims:
            if key not in columns and at not in taken:
                columns[key] = at
                taken.add(at)
    if buckets and "open" not in columns and phrase(texts[columns.get("amount", 0)]) in TOTALS:
        columns["open"] = columns.pop("amount")
    return columns, buckets


def _ledger(phrases: Phrases) -> dict[str, int]:
    """Read the headings of a ledger of all accounts, which the law has fixed."""
    places = {said[0]: at for at, said in reversed(list(enumerate(phrases)))}
    return {key: places[one] for key, one in ledger_columns().items() if one in places}


def _buckets(texts: Sequence[str], taken: set[int]) -> tuple[int, ...]:
    found = [at for at, text in enumerate(texts) if text and at not in taken and is_bucket(text)]
    return tuple(found) if len(found) >= LEAST_BUCKETS else ()


def _whole(phrases: Phrases) -> list[tuple[str, int]]:
    """Return (key, column) claims of whole headings, the surest heading of each key first."""
    known = headings().strong
    claims = []
    for at, said in enumerate(phrases):
        meaning = next((known[one] for one in said if one in known), None)
        if meaning:
            claims.append((meaning[1], at, meaning[0]))
    return [(key, at) for _, at, key in sorted(claims)]


def _weak(phrases: Phrases) -> Iterator[tuple[str, int]]:
    for key, known in headings().weak:
        for word in known:
            for at, said in enumerate(phrases):
                if word in said:
                    yield key, at


def _within(phrases: Phrases) -> Iterator[tuple[str, int]]:
    for key, known in headings().within:
        for at, said in enumerate(phrases):
            if any(f" {word} " in f" {said[0]} " for word in known):
                yield key, at
