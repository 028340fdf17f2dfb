"""Quantities in packs, as a hand takes them from a shelf."""

from __future__ import annotations

from collections.abc import Iterable


def split_packs(qty: int, pack_sizes: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """A quantity as packs, largest first: 27 in packs of 12 is ((12, 2), (1, 3)).

    Args:
        qty: Base units, 1 or more.
        pack_sizes: What a product is packed in, base units a pack; 1 is always possible.

    Returns:
        Pairs of pack size and number of packs; the products add up to `qty`.

    Raises:
        ValueError: a quantity or a pack below 1.
    """
    sizes = sorted({1, *pack_sizes}, reverse=True)
    if qty < 1 or sizes[-1] < 1:
        raise ValueError("quantities and packs are 1 or more")
    rest, found = qty, []
    for size in sizes:
        count, rest = divmod(rest, size)
        if count:
            found.append((size, count))
    return tuple(found)
