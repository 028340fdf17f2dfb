"""The tour's part at the ramp: a carrier's parcels are scanned onto its truck, and the driver signs with a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.cli.stage import Stage, TourFailed

PACKED_PARCELS = (
    "SELECT p.sscc, c.name AS carrier FROM package AS p JOIN shipment AS s ON s.id = p.shipment_id"
    " JOIN carrier_service AS v ON v.id = s.carrier_service_id JOIN carrier AS c ON c.id = v.carrier_id"
    " WHERE s.state = 'packed' AND p.state = 'labelled' AND NOT v.collected"
    " ORDER BY count(*) OVER (PARTITION BY c.id) DESC, c.name, p.id"
)
"""Parcels that wait for a carrier, those of the busiest one first."""
DRIVER = "Karim Benali"


def load_truck(stage: Stage, parcels: Sequence[Any]) -> str:
    """Load the busiest carrier's truck and hand it over; one parcel of another carrier stops everything. Gives the story's line.

    Raises:
        TourFailed: the carrier took nothing.
    """
    from app.views.dispatch import DispatchBench

    robot = stage.robot
    stage.go("dispatch")
    bench = stage.work.widget.current
    assert isinstance(bench, DispatchBench)
    carrier = parcels[0].carrier
    stage.picture("dispatch", bench=True)
    for _ in bench.state.rows:
        if bench.state.chosen is not None and bench.state.chosen.carrier == carrier:
            break
        robot.press("Down")
    robot.press("Return")
    mine = [parcel.sscc for parcel in parcels if parcel.carrier == carrier]
    robot.scan(mine[0])
    stage.picture("dispatch-loading", bench=True)
    for foreign in [parcel.sscc for parcel in parcels if parcel.carrier != carrier][:1]:
        robot.scan(foreign)
        stage.picture("dispatch-stop", bench=True)
        robot.press("Space")
    robot.scan(*mine[1:])
    robot.press("F10")
    robot.type(DRIVER)
    stage.picture("dispatch-signing", bench=True)
    robot.press("Return")
    if bench.state.question:  # parcels of a shipment stay here
        robot.press("Return")
    stage.picture("dispatch-gone", bench=True)
    if bench.state.handed is None:
        raise TourFailed(f"{carrier} took nothing.", hint=stage.waiting())
    return f"{carrier} takes {bench.state.handed.parcels} parcels, signed by {DRIVER}."
