"""The states of orders, shipments, parcels, returns, pick tasks, pick lists and pick-ups, as tables.

A flow's moves say from which states a verb leads where, and which permission it takes. The same tables fill `flow_transition`,
which a trigger checks in the database: a state that no table names cannot be written by any program.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class Move:
    """One step: `verb` leads from any of `sources` to `target`, for people who hold `permission`."""

    verb: str
    sources: tuple[str, ...]
    target: str
    permission: Permission


@dataclass(frozen=True, slots=True)
class Flow:
    """All steps of one kind of thing; `name` is the table whose `state` column it rules."""

    name: str
    initial: tuple[str, ...]
    moves: tuple[Move, ...]

    @property
    def states(self) -> frozenset[str]:
        """Every state that the flow knows."""
        found = set(self.initial)
        for move in self.moves:
            found.update(move.sources)
            found.add(move.target)
        return frozenset(found)

    def move(self, verb: str) -> Move:
        """The step called `verb`.

        Raises:
            KeyError: the flow has no such verb (a programming error).
        """
        for move in self.moves:
            if move.verb == verb:
                return move
        raise KeyError(f"{self.name} has no step {verb!r}")

    @property
    def transitions(self) -> frozenset[tuple[str, str, Permission]]:
        """Every allowed (source, target, permission)."""
        return frozenset(
            (source, move.target, move.permission) for move in self.moves for source in move.sources
        )


ORDER = Flow(
    "sales_order",
    ("quote", "draft", "closed"),
    (
        Move("accept", ("quote",), "draft", Permission.ORDER_ENTER),
        Move("confirm", ("draft",), "confirmed", Permission.ORDER_CONFIRM),
        Move("amend", ("confirmed",), "draft", Permission.ORDER_ENTER),
        Move("close", ("confirmed",), "closed", Permission.SHIPMENT_SHIP),
        Move("reopen", ("closed",), "confirmed", Permission.SHIPMENT_SHIP),
        Move("cancel", ("quote", "draft", "confirmed"), "cancelled", Permission.ORDER_CANCEL),
        Move("revive", ("cancelled",), "draft", Permission.ORDER_CANCEL),
        # The rest of a partly shipped order was cancelled, or that was taken back: no packer is there to close it.
        Move("settle", ("confirmed",), "closed", Permission.ORDER_CANCEL),
        Move("unsettle", ("closed",), "confirmed", Permission.ORDER_CANCEL),
        # The last of its goods that were asked back are in their bins.
        Move("put_back", ("confirmed",), "cancelled", Permission.SHIPMENT_PICK),
        Move("put_back_rest", ("confirmed",), "closed", Permission.SHIPMENT_PICK),
    ),
)

SHIPMENT = Flow(
    "shipment",
    ("planned", "shipped"),
    (
        Move("reserve", ("planned",), "reserved", Permission.STOCK_RESERVE),
        Move("unreserve", ("reserved",), "planned", Permission.STOCK_RESERVE),
        Move("release", ("reserved",), "released", Permission.SHIPMENT_RELEASE),
        Move("recall", ("released", "picking"), "reserved", Permission.SHIPMENT_RELEASE),
        Move("call_back", ("released", "picking"), "reserved", Permission.ORDER_CANCEL),
        Move("start_pick", ("released",), "picking", Permission.SHIPMENT_PICK),
        Move("give_up", ("released", "picking"), "planned", Permission.SHIPMENT_PICK),
        Move("finish_pick", ("released", "picking"), "picked", Permission.SHIPMENT_PICK),
        Move("reopen_pick", ("picked",), "picking", Permission.SHIPMENT_PICK),
        Move("restart_pick", ("picking",), "released", Permission.SHIPMENT_PICK),
        Move("start_pack", ("picked",), "packing", Permission.SHIPMENT_PACK),
        Move("unpack", ("packing",), "picked", Permission.SHIPMENT_PACK),
        Move("finish_pack", ("picked", "packing"), "packed", Permission.SHIPMENT_PACK),
        Move("reopen_pack", ("packed",), "packing", Permission.SHIPMENT_PACK),
        # Goods were found wrong at the bench: the shipment waits for others, or a backorder goes back into it.
        Move("short_pack", ("picked", "packing"), "picking", Permission.SHIPMENT_PACK),
        Move("unshort_pack", ("picking",), "picked", Permission.SHIPMENT_PACK),
        Move("rejoin", ("planned",), "cancelled", Permission.SHIPMENT_PACK),
        # Its goods were asked back, all of them: nothing is left of it.
        Move("put_back", ("planned",), "cancelled", Permission.SHIPMENT_PICK),
        Move("ship", ("packed",), "shipped", Permission.SHIPMENT_SHIP),
        Move("unship", ("shipped",), "packed", Permission.SHIPMENT_SHIP),
        Move("deliver", ("shipped",), "delivered", Permission.SHIPMENT_DELIVER),
        Move("undeliver", ("delivered",), "shipped", Permission.SHIPMENT_DELIVER),
        # Fetched at the counter: gone and arrived in one step, and back, by whoever hands goods over.
        Move("collect", ("packed",), "delivered", Permission.SHIPMENT_SHIP),
        Move("uncollect", ("delivered",), "packed", Permission.SHIPMENT_SHIP),
        Move("cancel", ("planned",), "cancelled", Permission.ORDER_CANCEL),
        Move("revive", ("cancelled",), "planned", Permission.ORDER_CANCEL),
    ),
)

PACKAGE = Flow(
    "package",
    ("open", "closed"),
    (
        Move("close", ("open",), "closed", Permission.SHIPMENT_PACK),
        Move("reopen", ("closed", "labelled"), "open", Permission.SHIPMENT_PACK),
        Move("label", ("closed",), "labelled", Permission.SHIPMENT_PACK),
        Move("load", ("closed", "labelled"), "loaded", Permission.SHIPMENT_SHIP),
        Move("unload", ("loaded",), "labelled", Permission.SHIPMENT_SHIP),
        Move("unload_plain", ("loaded",), "closed", Permission.SHIPMENT_SHIP),
        Move("collect", ("closed", "labelled"), "delivered", Permission.SHIPMENT_SHIP),
        Move("uncollect", ("delivered",), "labelled", Permission.SHIPMENT_SHIP),
        Move("uncollect_plain", ("delivered",), "closed", Permission.SHIPMENT_SHIP),
        Move("deliver", ("loaded",), "delivered", Permission.SHIPMENT_DELIVER),
        Move("undeliver", ("delivered",), "loaded", Permission.SHIPMENT_DELIVER),
        Move("lose", ("loaded",), "lost", Permission.SHIPMENT_DELIVER),
        Move("find", ("lost",), "loaded", Permission.SHIPMENT_DELIVER),
    ),
)

PICK_TASK = Flow(
    "pick_task",
    ("open",),
    (
        Move("pick", ("open",), "done", Permission.SHIPMENT_PICK),
        Move("short", ("open",), "short", Permission.SHIPMENT_PICK),
        Move("undo", ("done", "short"), "open", Permission.SHIPMENT_PICK),
        Move("cancel", ("open",), "cancelled", Permission.SHIPMENT_RELEASE),
        Move("call_back", ("open",), "cancelled", Permission.ORDER_CANCEL),
        # Nobody wants them any more; a picker says that they stay where they lie, or are back there.
        Move("put_back", ("open",), "cancelled", Permission.SHIPMENT_PICK),
    ),
)

WAVE = Flow(
    "wave",
    ("open",),
    (
        Move("finish", ("open",), "done", Permission.SHIPMENT_PICK),
        Move("reopen", ("done",), "open", Permission.SHIPMENT_PICK),
        Move("resume", ("done",), "open", Permission.SHIPMENT_RELEASE),
        Move("cancel", ("open",), "cancelled", Permission.SHIPMENT_RELEASE),
        Move("call_back", ("open",), "cancelled", Permission.ORDER_CANCEL),
    ),
)

RETURN = Flow(
    "return_order",
    ("requested",),
    (
        Move("authorise", ("requested",), "authorised", Permission.RETURN_AUTHORISE),
        Move("refuse", ("requested", "authorised"), "refused", Permission.RETURN_AUTHORISE),
        Move("cancel", ("requested", "authorised"), "cancelled", Permission.RETURN_AUTHORISE),
        Move("receive", ("authorised",), "received", Permission.RETURN_RECEIVE),
        Move("unreceive", ("received",), "authorised", Permission.RETURN_RECEIVE),
        Move("inspect", ("received",), "inspected", Permission.RETURN_INSPECT),
        Move("reinspect", ("inspected",), "received", Permission.RETURN_INSPECT),
        Move("settle", ("inspected",), "settled", Permission.RETURN_SETTLE),
    ),
)

MANIFEST = Flow(
    "manifest",
    ("open",),
    (
        Move("close", ("open",), "closed", Permission.SHIPMENT_SHIP),
        Move("reopen", ("closed",), "open", Permission.SHIPMENT_SHIP),
        Move("hand_over", ("closed",), "handed_over", Permission.SHIPMENT_SHIP),
        Move("take_back", ("handed_over",), "closed", Permission.SHIPMENT_SHIP),
        Move("cancel", ("open",), "cancelled", Permission.SHIPMENT_SHIP),
    ),
)

FLOWS: tuple[Flow, ...] = (ORDER, SHIPMENT, PACKAGE, PICK_TASK, WAVE, RETURN, MANIFEST)
