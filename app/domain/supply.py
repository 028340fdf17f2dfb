"""Which goods serve which line: the allocation plan, as a pure function of demands and supplies.

The caller reads demands and supplies under its locks and posts the picks as ledger moves; nothing here reads
or writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Strategy(StrEnum):
    """How goods are chosen where more than one lot or bin could serve.

    FEFO: first expiry first, then first received, then the shorter walk.
    FIFO: first received first, then first expiry, then the shorter walk.
    LEAST_BINS: the fewest bins to visit; a bin that is emptied goes before one that is only opened.
    """

    FEFO = "fefo"
    FIFO = "fifo"
    LEAST_BINS = "least_bins"


@dataclass(frozen=True, slots=True)
class Demand:
    """What one line still wants, in base units of its product.

    Raises:
        ValueError: the quantity is negative.
    """

    line_id: int
    product_id: int
    owner_id: int
    qty: int

    def __post_init__(self) -> None:
        if self.qty < 0:
            raise ValueError(f"line {self.line_id}: a demand of {self.qty} is negative")


@dataclass(frozen=True, slots=True)
class Supply:
    """Goods of one lot in one place that nobody holds yet (`free`, base units; zero or less is ignored).

    `expires_on` is None for goods that keep; they go after every dated lot. `received_order` grows with the
    time of receipt, `walk_seq` along the picker's walk.
    """

    product_id: int
    lot_id: int
    location_id: int
    owner_id: int
    free: int
    expires_on: date | None
    received_order: int
    walk_seq: int
    location_kind: str


@dataclass(frozen=True, slots=True, order=True)
class Pick:
    """Take `qty` base units of this lot from this place for this line."""

    line_id: int
    product_id: int
    lot_id: int
    location_id: int
    qty: int


@dataclass(frozen=True, slots=True, order=True)
class Short:
    """A line that cannot be covered: it wanted `wanted`, and `free` were left for it (less than wanted)."""

    line_id: int
    product_id: int
    wanted: int
    free: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What to pick and what is short, both sorted: the same input in any order gives the same plan."""

    picks: tuple[Pick, ...]
    short: tuple[Short, ...]

    @property
    def complete(self) -> bool:
        """Whether every line is covered in full."""
        return not self.short


_SortKey = Callable[[Supply], tuple[int | date, ...]]


def plan(
    demands: Iterable[Demand],
    supplies: Iterable[Supply],
    strategy: Strategy,
    *,
    prefer_kinds: Sequence[str] = ("pick",),
) -> Plan:
    """Tell what to take from where for every line, and which lines fall short.

    Goods serve only demands of the same product and owner. Lines of one product are served in the order of
    their ids; a line that falls short still takes what is left, so that the caller can ship in part or
    refuse all.

    Args:
        demands: What the lines want.
        supplies: What is free, one row for a lot in a place.
        strategy: How to choose.
        prefer_kinds: Kinds of location to empty first among goods of the same expiry and receipt, best first.
    """
    wanted: dict[tuple[int, int], list[Demand]] = defaultdict(list)
    for demand in demands:
        wanted[demand.product_id, demand.owner_id].append(demand)
    free: dict[tuple[int, int], list[Supply]] = defaultdict(list)
    for supply in supplies:
        if supply.free > 0:
            free[supply.product_id, supply.owner_id].append(supply)

    key = _sort_key(strategy, prefer_kinds)
    picks: dict[tuple[int, int, int, int], int] = defaultdict(int)
    short: list[Short] = []
    for goods, lines in wanted.items():
        lines.sort(key=lambda d: (d.line_id, d.qty))
        rows = sorted(free[goods], key=key)
        if strategy is Strategy.LEAST_BINS:
            rows = _fewest_bins(rows, sum(line.qty for line in lines))
        _serve(lines, rows, picks, short)
    return Plan(
        picks=tuple(sorted(Pick(*place, qty) for place, qty in picks.items())),
        short=tuple(sorted(short)),
    )


def shortages(demands: Iterable[Demand], free_by_product: Mapping[int, int]) -> tuple[Short, ...]:
    """Tell which lines could not be promised from these free quantities, without choosing lots or bins.

    Lines of one product compete in the order of their ids; each sees what the earlier ones left.

    Args:
        demands: What the lines want, all of one owner.
        free_by_product: Promisable base units of that owner; a product not named has none, a negative number
            (more promised than there is) counts as none.

    Raises:
        ValueError: the demands belong to more than one owner.
    """
    lines = sorted(demands, key=lambda d: (d.line_id, d.product_id, d.qty))
    if len({line.owner_id for line in lines}) > 1:
        raise ValueError("the demands belong to more than one owner, the free quantities to one")
    left: dict[int, int] = {}
    short: list[Short] = []
    for line in lines:
        here = left.setdefault(line.product_id, max(0, free_by_product.get(line.product_id, 0)))
        if here < line.qty:
            short.append(Short(line.line_id, line.product_id, wanted=line.qty, free=here))
        left[line.product_id] = max(0, here - line.qty)
    return tuple(sorted(short))


def _sort_key(strategy: Strategy, prefer_kinds: Sequence[str]) -> _SortKey:
    """Give the order in which goods are taken; the ids at its end make it total, the plan repeatable."""
    rank = {kind: place for place, kind in reversed(list(enumerate(prefer_kinds)))}
    fifo = strategy is Strategy.FIFO

    def key(row: Supply) -> tuple[int | date, ...]:
        expiry = row.expires_on or date.max
        kept = int(row.expires_on is None)  # a lot dated 9999-12-31 still goes before goods that keep
        age: tuple[int | date, ...] = (
            (row.received_order, kept, expiry) if fifo else (kept, expiry, row.received_order)
        )
        kind = rank.get(row.location_kind, len(rank))
        return (*age, kind, row.walk_seq, row.location_id, row.lot_id, row.free)

    return key


def _fewest_bins(rows: Sequence[Supply], wanted: int) -> list[Supply]:
    """Keep the goods of the fewest bins that hold `wanted`; all of them if they hold less.

    Taking the fullest bin as long as no single bin holds the rest gives the fewest bins; for the rest the
    least full bin that holds it is taken, so that an exact fit empties a bin and full bins stay full.
    """
    bins: dict[int, list[Supply]] = defaultdict(list)
    for row in rows:
        bins[row.location_id].append(row)
    # Rows come sorted and sorting is stable: equally full bins keep the strategy's order of their best rows.
    content = {location: sum(row.free for row in held) for location, held in bins.items()}
    fullest_first = sorted(content, key=lambda location: -content[location])
    emptied: set[int] = set()
    opened: list[int] = []
    for place, location in enumerate(fullest_first):
        if content[location] >= wanted:
            enough = [other for other in fullest_first[place:] if content[other] >= wanted]
            opened = [min(enough, key=lambda other: content[other])]
            break
        emptied.add(location)
        wanted -= content[location]
    # The bin that may keep a rest serves last, else a bin before it would be the one left open.
    return [row for location in [*(b for b in bins if b in emptied), *opened] for row in bins[location]]


def _serve(
    lines: Iterable[Demand],
    rows: Sequence[Supply],
    picks: dict[tuple[int, int, int, int], int],
    short: list[Short],
) -> None:
    """Hand the rows out to the lines, both in their order, and note the lines that fall short."""
    stock = [(row, row.free) for row in reversed(rows)]  # the next to take from stands at the end
    for line in lines:
        wanted = line.qty
        while wanted and stock:
            row, left = stock.pop()
            taken = min(wanted, left)
            picks[line.line_id, line.product_id, row.lot_id, row.location_id] += taken
            wanted -= taken
            if taken < left:
                stock.append((row, left - taken))
        if wanted:
            short.append(Short(line.line_id, line.product_id, wanted=line.qty, free=line.qty - wanted))
