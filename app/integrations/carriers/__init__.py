"""Carriers: who sells labels, takes them back, says where parcels are, and comes to fetch them.

`CARRIERS` holds one line a kind, as `carrier.kind` names it. A live carrier is a class with the methods of `base.Carrier` in a
file of its own, and one more line.
"""

from __future__ import annotations

from collections.abc import Callable

from app.errors import BadInput
from app.integrations.carriers.base import Account, Carrier
from app.integrations.carriers.files import FileCarrier
from app.integrations.carriers.table import TableCarrier

CARRIERS: tuple[tuple[str, Callable[[Account], Carrier]], ...] = (
    ("table", TableCarrier),
    ("file", FileCarrier),
)


def carrier_of(kind: str, account: Account) -> Carrier:
    """The carrier of a kind.

    Raises:
        BadInput: there is no such kind, or the account lacks what it takes.
    """
    for name, make in CARRIERS:
        if name == kind:
            return make(account)
    raise BadInput(
        f"There is no kind of carrier {kind!r}.",
        hint=f"Choose one of {', '.join(name for name, _ in CARRIERS)}.",
        kind=kind,
    )


__all__ = ["CARRIERS", "Account", "Carrier", "carrier_of"]
