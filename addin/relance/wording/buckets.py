"""French label of an ageing bucket, for any limits.

>>> bucket_label(2)
'2 De 31 à 60 j'
"""

from ..core.ageing import NOT_DUE, USUAL_LIMITS, bounds


def bucket_label(index: int, limits: tuple[int, ...] = USUAL_LIMITS) -> str:
    """Return the label of a bucket; its leading figure sorts it, and no sign fools SUMIFS.

    Raises:
        BadArgumentError: there is no such bucket.
    """
    if index == NOT_DUE:
        return f"{NOT_DUE} Non échu"
    first, last = bounds(index, limits)
    if last is None:
        return f"{index} Plus de {first - 1} j"
    return f"{index} De {first} à {last} j"
