"""Scans on office screens: looked up and recorded in their order, then taken by the screen or shown where they are at home."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.notices import Notice
from app.qt.screen import Shell
from app.qt.words import tr
from app.services.looking_up import look_up
from app.services.resolver import Resolved
from app.views.base import View

HOMES = {
    "order": "orders",
    "product": "stock",
    "location": "stock",
    "shipment": "shipments",
    "parcel": "shipments",
    "pick_up": "dispatch",
    "pick_list": "pick-lists",
    "pick_task": "pick-lists",
    "return": "returns",
    "purchase_order": "goods-in",
    "receipt": "goods-in",
    "carton": "cartons",
}
"""Where each kind of thing that can be scanned is at home."""
PARTS = frozenset({"location", "parcel", "pick_task", "receipt"})
"""Things that are no row of the screen where they are at home: it is told their kind, too."""


def look_up_scan(view: View, scan: Scan, journal: int, take: Callable[[Resolved], bool]) -> None:
    """Look a scan up off the main thread and hand it to the screen.

    Args:
        view: The screen.
        scan: What was scanned.
        journal: Its number in the desk's journal.
        take: Does something with it; False when it means nothing here, and it is then shown where it is at home.
    """

    def found(what: Resolved) -> None:
        view.shell.answered(journal, what.kind)
        if not take(what):
            show_at_home(view.shell, what)

    year = date.today().year  # noqa: DTZ011 - the desk's own calendar
    view.do(look_up, scan.raw, year, then=found, key=view.shell.scan_key(journal), lane="scans")


def show_at_home(shell: Shell, found: Resolved) -> None:
    """Show a thing on its own screen; an unknown code is said until it is acknowledged, with the way to attach it."""
    home = HOMES.get(found.kind)
    if found.kind == "return" and not shell.allows(Permission.RETURN_INSPECT):
        home = "return-list"
    if home is not None:
        shell.go(home, (found.kind, found.id) if found.kind in PARTS else found.id)
        return
    if found.kind == "empty":
        return
    offer = found.kind == "unknown" and shell.allows(Permission.CATALOGUE_EDIT)
    words = (
        tr("Nobody knows the code {code}.", code=found.code[:60])
        if found.kind == "unknown"
        else tr("{code} means nothing here.", code=found.label[:60])
    )
    shell.notices.add(
        Notice(
            "warn",
            tr("Unknown code.") if found.kind == "unknown" else tr("Not for this screen."),
            words,
            tr("Attach to a product") if offer else "",
            (lambda: shell.go("products", ("attach", found.code))) if offer else None,
        )
    )
