"""What an import did, and every row it refused, however many they are."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import IO

import msgspec

from app.domain import money
from app.integrations.channels.base import Kind, Rejected

IN_MEMORY = 2 * 1024 * 1024
"""Bytes of refusals held in memory; a file in which every row is bad goes to a temporary file beyond that."""
_LINE_BITS, _PLACE_BITS = 40, 48
_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(tuple[str, int, str, str])


class RejectedRows:
    """Refused rows in the order of the files and lines, in little memory.

    Args:
        names: The names of the import's files, in order.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._rank = {name: index for index, name in enumerate(names)}
        self._spool: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - see below
        self._finalizer = weakref.finalize(self, self._spool.close)
        self._keys: list[int] = []
        self._end = 0

    def add(self, row: Rejected) -> None:
        """Keep one more."""
        text = _ENCODER.encode((row.file, row.line, row.column, row.reason)) + b"\n"
        rank = self._rank.get(row.file, len(self._rank))
        self._keys.append(((rank << _LINE_BITS | row.line) << _PLACE_BITS) | self._end)
        self._spool.seek(self._end)
        self._spool.write(text)
        self._end += len(text)

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Rejected]:
        self._keys.sort()
        for key in self._keys:
            self._spool.seek(key & ((1 << _PLACE_BITS) - 1))
            yield Rejected(*_DECODER.decode(self._spool.readline()))

    def lines(self) -> Iterator[tuple[int, int]]:
        """File (from 0) and line of each refused row."""
        for key in sorted(self._keys):
            place = key >> _PLACE_BITS
            yield place >> _LINE_BITS, place & ((1 << _LINE_BITS) - 1)

    def close(self) -> None:
        """Let the temporary file go; it also goes with the object."""
        self._finalizer()


@dataclass(slots=True)
class Imported:
    """What an import did, or with a dry run would do.

    Attributes:
        kind: What the files held.
        orders: New orders, open or closed history; cancelled ones and returns are not sold and not counted.
        lines: Their lines; for products, customers and stock the rows that made or changed something.
        gross: Quantity times price of these lines before discounts, summed exactly and rounded once.
        freight: Charges for transport of these orders.
        returns: Documents with at least one line that came back.
        unchanged: Orders (products, customers, rows of stock) that were here already, just as the file says.
        rejected: Every row that was refused.
        created: New products or customers, or pieces of stock received.
        changed: Products or customers that the file changed.
        done: Whether the database has it now (not after a dry run or a refusal).
        notes: What people should know besides, such as a warehouse that was made.
    """

    kind: Kind
    rejected: RejectedRows
    orders: int = 0
    lines: int = 0
    gross: str = "0.00"
    freight: str = "0.00"
    returns: int = 0
    unchanged: int = 0
    created: int = 0
    changed: int = 0
    done: bool = False
    notes: tuple[str, ...] = ()

    def take(self, created: int, changed: int, unchanged: int) -> None:
        """Put down what became of products or customers."""
        self.created, self.changed, self.unchanged = created, changed, unchanged
        self.lines = created + changed


@dataclass(slots=True)
class Sums:
    """Sums over many orders, exact, in any currency.

    Prices are in millionths, amounts in minor units; currencies are added up as plain numbers, since a file in several currencies
    has no sum in one.
    """

    gross_micro: dict[str, int]
    freight_minor: dict[str, int]

    def __init__(self) -> None:
        self.gross_micro = {}
        self.freight_minor = {}

    def add(self, currency: str, gross_micro: int, freight_minor: int) -> None:
        """Add one order: quantity times price in millionths, freight in minor units."""
        self.gross_micro[currency] = self.gross_micro.get(currency, 0) + gross_micro
        self.freight_minor[currency] = self.freight_minor.get(currency, 0) + freight_minor

    def gross(self, currency: str) -> str:
        """The gross as a decimal string with the decimals of `currency` where there was no order."""
        amounts = {name: Decimal(micro).scaleb(-6) for name, micro in self.gross_micro.items()}
        return _as_text(amounts, currency)

    def freight(self, currency: str) -> str:
        """The freight, likewise."""
        amounts = {
            name: Decimal(minor).scaleb(-money.digits(name)) for name, minor in self.freight_minor.items()
        }
        return _as_text(amounts, currency)


def _as_text(amounts: dict[str, Decimal], currency: str) -> str:
    places = max((money.digits(name) for name in (amounts or [currency]) if name), default=2)
    total = sum(amounts.values(), Decimal(0))
    return str(total.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))
