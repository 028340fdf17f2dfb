"""The states of orders, shipments, parcels, returns, pick tasks and pick lists, as tables.

A flow's moves say from which states a verb leads where, and which permission it takes. The same tables fill `flow_transition`,
which a trigger checks in the database: a state that no table names cannot be written by any program.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.permissions import Permission as P


@dataclass(frozen=True, slots=True)
class Move:
    """One step: `verb` leads from any of `sources` to `target`, for people who hold `permission`."""

    verb: str
    sources: tuple[str, ...]
    target: str
    permission: P


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
    def transitions(self) -> frozenset[tuple[str, str, P]]:
        """Every allowed (source, target, permission)."""
        return frozenset(
            (source, move.target, move.permission) for move in self.moves for source in move.sources
        )


ORDER = Flow(
    "sales_order",
    ("quote", "draft", "closed"),
    (
        Move("accept", ("quote",), "draft", P.ORDER_ENTER),
        Move("confirm", ("draft",), "confirmed", P.ORDER_CONFIRM),
        Move("amend", ("confirmed",), "draft", P.ORDER_ENTER),
        Move("close", ("confirmed",), "closed", P.SHIPMENT_SHIP),
        Move("reopen", ("closed",), "confirmed", P.SHIPMENT_SHIP),
        Move("cancel", ("quote", "draft", "confirmed"), "cancelled", P.ORDER_CANCEL),
        Move("revive", ("cancelled",), "draft", P.ORDER_CANCEL),
        # The rest of a partly shipped order was cancelled, or that was taken back: no packer is there to close it.
        Move("settle", ("confirmed",), "closed", P.ORDER_CANCEL),
        Move("unsettle", ("closed",), "confirmed", P.ORDER_CANCEL),
    ),
)

SHIPMENT = Flow(
    "shipment",
    ("planned", "shipped"),
    (
        Move("reserve", ("planned",), "reserved", P.STOCK_RESERVE),
        Move("unreserve", ("reserved",), "planned", P.STOCK_RESERVE),
        Move("release", ("reserved",), "released", P.SHIPMENT_RELEASE),
        Move("recall", ("released", "picking"), "reserved", P.SHIPMENT_RELEASE),
        Move("call_back", ("released", "picking"), "reserved", P.ORDER_CANCEL),
        Move("start_pick", ("released",), "picking", P.SHIPMENT_PICK),
        Move("give_up", ("released", "picking"), "planned", P.SHIPMENT_PICK),
        Move("finish_pick", ("released", "picking"), "picked", P.SHIPMENT_PICK),
        Move("reopen_pick", ("picked",), "picking", P.SHIPMENT_PICK),
        Move("restart_pick", ("picking",), "released", P.SHIPMENT_PICK),
        Move("start_pack", ("picked",), "packing", P.SHIPMENT_PACK),
        Move("unpack", ("packing",), "picked", P.SHIPMENT_PACK),
        Move("finish_pack", ("picked", "packing"), "packed", P.SHIPMENT_PACK),
        Move("reopen_pack", ("packed",), "packing", P.SHIPMENT_PACK),
        Move("ship", ("packed",), "shipped", P.SHIPMENT_SHIP),
        Move("unship", ("shipped",), "packed", P.SHIPMENT_SHIP),
        Move("deliver", ("shipped",), "delivered", P.SHIPMENT_DELIVER),
        Move("undeliver", ("delivered",), "shipped", P.SHIPMENT_DELIVER),
        Move("cancel", ("planned",), "cancelled", P.ORDER_CANCEL),
        Move("revive", ("cancelled",), "planned", P.ORDER_CANCEL),
    ),
)

PACKAGE = Flow(
    "package",
    ("open", "closed"),
    (
        Move("close", ("open",), "closed", P.SHIPMENT_PACK),
        Move("reopen", ("closed", "labelled"), "open", P.SHIPMENT_PACK),
        Move("label", ("closed",), "labelled", P.SHIPMENT_PACK),
        Move("load", ("closed", "labelled"), "loaded", P.SHIPMENT_SHIP),
        Move("unload", ("loaded",), "labelled", P.SHIPMENT_SHIP),
        Move("unload_plain", ("loaded",), "closed", P.SHIPMENT_SHIP),
        Move("deliver", ("loaded",), "delivered", P.SHIPMENT_DELIVER),
        Move("undeliver", ("delivered",), "loaded", P.SHIPMENT_DELIVER),
        Move("lose", ("loaded",), "lost", P.SHIPMENT_DELIVER),
        Move("find", ("lost",), "loaded", P.SHIPMENT_DELIVER),
    ),
)

PICK_TASK = Flow(
    "pick_task",
    ("open",),
    (
        Move("pick", ("open",), "done", P.SHIPMENT_PICK),
        Move("short", ("open",), "short", P.SHIPMENT_PICK),
        Move("undo", ("done", "short"), "open", P.SHIPMENT_PICK),
        Move("cancel", ("open",), "cancelled", P.SHIPMENT_RELEASE),
        Move("call_back", ("open",), "cancelled", P.ORDER_CANCEL),
    ),
)

WAVE = Flow(
    "wave",
    ("open",),
    (
        Move("finish", ("open",), "done", P.SHIPMENT_PICK),
        Move("reopen", ("done",), "open", P.SHIPMENT_PICK),
        Move("resume", ("done",), "open", P.SHIPMENT_RELEASE),
        Move("cancel", ("open",), "cancelled", P.SHIPMENT_RELEASE),
        Move("call_back", ("open",), "cancelled", P.ORDER_CANCEL),
    ),
)

RETURN = Flow(
    "return_order",
    ("requested",),
    (
        Move("authorise", ("requested",), "authorised", P.RETURN_AUTHORISE),
        Move("refuse", ("requested", "authorised"), "refused", P.RETURN_AUTHORISE),
        Move("cancel", ("requested", "authorised"), "cancelled", P.RETURN_AUTHORISE),
        Move("receive", ("authorised",), "received", P.RETURN_RECEIVE),
        Move("unreceive", ("received",), "authorised", P.RETURN_RECEIVE),
        Move("inspect", ("received",), "inspected", P.RETURN_INSPECT),
        Move("reinspect", ("inspected",), "received", P.RETURN_INSPECT),
        Move("settle", ("inspected",), "settled", P.RETURN_SETTLE),
    ),
)

FLOWS: tuple[Flow, ...] = (ORDER, SHIPMENT, PACKAGE, PICK_TASK, WAVE, RETURN)
