"""How the tour's parcels leave: each gets a carrier by the rules, is scanned onto its pick-up, and the driver signs by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.cli.stage import Stage, TourFailed
from app.views.dispatch import DispatchBench

DRIVER = "R. Perrin"
Rows = Callable[..., list[Any]]
_PARCELS = (
    "SELECT p.sscc, c.carrier_id, a.name AS carrier FROM package AS p JOIN shipment AS s ON s.id = p.shipment_id"
    " JOIN carrier_service AS c ON c.id = s.carrier_service_id JOIN carrier AS a ON a.id = c.carrier_id"
    " WHERE s.state = 'packed' ORDER BY c.carrier_id, p.id"
)


def choose_carriers(stage: Stage, numbers: Sequence[str]) -> None:
    """Let the rules choose a carrier for shipments that have none yet; where no rule does, they go by own delivery."""
    stage.go("shipments")
    for number in numbers:
        stage.robot.scan(number)
        stage.command("shipment.rules")
    stage.tab("ship")


def load_pick_ups(stage: Stage, rows: Rows) -> list[str]:
    """Load every packed parcel that has a carrier, close its pick-up and hand it over; a line for people about each pick-up.

    Raises:
        TourFailed: a parcel is not on its pick-up, or a pick-up is not handed over.
    """
    robot = stage.robot
    told: list[str] = []
    parcels = rows(_PARCELS)
    stage.go("dispatch")
    stage.picture("dispatch-list", bench=True)
    trucks: dict[int, list[Any]] = {}
    for parcel in parcels:
        trucks.setdefault(parcel.carrier_id, []).append(parcel)
    for carrier_id, mine in sorted(trucks.items(), key=lambda truck: -len(truck[1])):
        first = not told
        _open(stage, carrier_id)
        for parcel in mine:
            robot.scan(parcel.sscc)
        if first:
            stage.picture("dispatch-loading", bench=True)
        robot.press("F10")
        robot.type(DRIVER)
        if first:
            stage.picture("dispatch-signing", bench=True)
        robot.press("Return")
        (pick_up,) = rows(
            "SELECT m.number, m.state, m.driver, (SELECT count(*) FROM package WHERE manifest_id = m.id) AS parcels"
            " FROM manifest AS m WHERE m.carrier_id = :carrier ORDER BY m.id DESC LIMIT 1",
            carrier=carrier_id,
        )
        if (pick_up.state, pick_up.parcels) != ("handed_over", len(mine)):
            raise TourFailed(
                f"{pick_up.number} is {pick_up.state} with {pick_up.parcels} of {len(mine)} parcels.",
                hint=stage.waiting(),
            )
        if first:
            stage.picture("dispatch-gone", bench=True)
        robot.press("Return")
        told.append(
            f"{pick_up.driver} takes {pick_up.number} for {mine[0].carrier}, parcels: {pick_up.parcels}."
        )
    return told


def _open(stage: Stage, carrier_id: int) -> None:
    """Choose the carrier in the list by arrow keys and open its pick-up."""
    bench = stage.work.widget.current
    assert isinstance(bench, DispatchBench)
    for _ in bench.state.rows:
        chosen = bench.state.chosen
        if getattr(chosen, "carrier_id", None) == carrier_id:  # a pallet in the list has none
            break
        stage.robot.press("Down")
    stage.robot.press("Return")
