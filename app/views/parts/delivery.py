"""What was counted of a delivery before it is taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.queries.goods_in import OrderedLine
from app.services.stock import ReceiptLine


@dataclass(frozen=True)
class Counted:
    """Pieces of a line, of one lot; a numbered piece comes alone."""

    line: OrderedLine
    qty: int
    lot: str = ""
    expires_on: date | None = None
    serial: str = ""


class Delivery:
    """Counts in the order they came, the last of which can be taken back."""

    def __init__(self) -> None:
        self._counts: list[Counted] = []

    def __bool__(self) -> bool:
        return bool(self._counts)

    @property
    def pieces(self) -> int:
        """All that was counted."""
        return sum(one.qty for one in self._counts)

    def of(self, line_id: int) -> int:
        """How many of a line were counted."""
        return sum(one.qty for one in self._counts if one.line.id == line_id)

    def lot_of(self, line_id: int) -> Counted | None:
        """The count whose lot the next pieces of a line are taken to be of: the last one."""
        return next((one for one in reversed(self._counts) if one.line.id == line_id and one.lot), None)

    def has_serial(self, product_id: int, serial: str) -> bool:
        """Whether a numbered piece was counted."""
        return any(one.serial == serial and one.line.product_id == product_id for one in self._counts)

    def lots(self, line_id: int) -> tuple[str, ...]:
        """The lots that were counted of a line."""
        return tuple(dict.fromkeys(one.lot for one in self._counts if one.line.id == line_id and one.lot))

    def add(self, counted: Counted) -> None:
        """Count something."""
        self._counts.append(counted)

    def take_back(self) -> Counted | None:
        """Forget the last count."""
        return self._counts.pop() if self._counts else None

    def clear(self) -> None:
        """Forget everything."""
        self._counts.clear()

    def lines(self) -> tuple[ReceiptLine, ...]:
        """What is to be taken in: one line for each purchase line, lot and expiry date."""
        kept: dict[tuple[int, str, date | None], list[Counted]] = {}
        for one in self._counts:
            kept.setdefault((one.line.id, one.lot, one.expires_on), []).append(one)
        return tuple(
            ReceiptLine(
                counts[0].line.product_id,
                sum(one.qty for one in counts),
                lot,
                expires_on,
                None,
                line_id,
                tuple(one.serial for one in counts if one.serial),
            )
            for (line_id, lot, expires_on), counts in kept.items()
        )
