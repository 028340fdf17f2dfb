"""A piece is moved from one open parcel into another: it is scanned, then the parcel is, or the parcel's figure is pressed."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.scan import Scan
from app.qt.format import count
from app.qt.words import tr
from app.services.parcel_items import Moved, Piece, move_scanned, piece_to_move
from app.views.parts.packing_state import Question
from app.views.parts.packing_trouble import PackingTrouble
from app.views.parts.packing_words import Mode


class PackingMoving(PackingTrouble):
    """Moving pieces between the parcels of a shipment."""

    def answers_by_scan(self) -> dict[str, Callable[[Scan], None]]:
        """The piece, and then the parcel, besides what is asked when something is wrong."""
        return super().answers_by_scan() | {"move": self._piece_scanned, "into": self._parcel_scanned}

    def move_into(self, number: int) -> None:
        """Move it into the parcel of that number; the number after the last begins another one."""
        parcels = self.state.scene.parcels if self.state.scene is not None else ()
        found = next((one for one in parcels if one.position == number), None)
        if found is not None:
            self.line.add(lambda: self._move(to_package_id=found.package_id))
        elif number == len(parcels) + 1:
            self.line.add(self._move)

    def next_one(self) -> None:
        """Go on in another parcel; asked where a piece goes, it begins one for that piece, and this one stays open."""
        question = self.state.question
        if question is not None and question.kind == "into":
            self._move()
        else:
            self.close_open_parcel()

    def _piece_scanned(self, scan: Scan) -> None:
        state = self.state
        assert state.scene is not None

        def found(piece: Piece) -> None:
            item = next((one for one in scene.items if one.product_id == piece.product_id), None)
            name = item.name if item is not None else piece.sku
            state.product = piece.product_id
            state.question = Question(
                "into", code=scan.raw, number=name, qty=piece.qty, positions=piece.positions
            )
            self.shell.sounds.play("good")
            sources = ", ".join(map(str, piece.positions))
            state.say(lambda: (tr("In parcel {source}", source=sources), "info"))
            self.end_step()

        scene = state.scene
        self.read(piece_to_move, scene.shipment_id, scan.raw, state.quantity, then=found, failed=self.refused)

    def _parcel_scanned(self, scan: Scan) -> None:
        self._move(to_code=scan.raw)

    def _move(self, to_package_id: int = 0, to_code: str = "") -> None:
        state, question, parcel = self.state, self.state.question, self.state.parcel
        if state.scene is None or question is None or question.kind != "into":
            self.end_step()
            return
        shipment_id, qty = state.scene.shipment_id, state.quantity
        at_hand = parcel.package_id if parcel is not None else 0

        def moved(found: Moved) -> None:
            if state.mode is Mode.CLOSING:
                state.into = at_hand  # its weight is asked for, also where another one was begun
            elif found.opened:
                state.into = found.package_id
            state.question, state.quantity = None, 1
            self.shell.sounds.play("good")
            sources = ", ".join(map(str, found.sources))
            state.say(
                lambda: (tr("Moved: {pieces} {sku}", pieces=count(found.qty), sku=found.sku), "good"),
                lambda: tr(
                    "From parcel {source} into parcel {target}.", source=sources, target=found.position
                ),
            )
            self.lay(found.shipment_id)

        self.work(
            lambda ctx: move_scanned(
                *(ctx, shipment_id, question.code, qty),
                to_package_id=to_package_id,
                to_code=to_code,
                first_from=at_hand,
            ),
            moved,
        )
