"""The record of steps at the bench, from which they are undone: written by each step, crossed off by what takes it back."""

from __future__ import annotations

from app.database import Transaction
from app.queries.bench_steps import BenchStep, bench_steps
from app.services.scanning import Verdict, answer

UNDO = "CMD-UNDO"


def keep_step(tx: Transaction, shipment_id: int, did: str, message: str, **facts: object) -> None:
    """Record a step that no scan made: a box, a parcel closed or begun, a shipment parked."""
    answer(tx, "bench", shipment_id, f"CMD-{did.upper()}", Verdict.INFO, message, did=did, kept=facts)


def step_to_undo(
    tx: Transaction, shipment_id: int, did: str, *, key: str = "", package_id: int = 0
) -> BenchStep | None:
    """The latest such step that is not undone, by its operation or its parcel where that is known; None where none is kept."""
    for step in bench_steps(tx.connection, shipment_id):
        if step.did == did and key in ("", step.key) and package_id in (0, step.package_id):
            return step
    return None


def cross_off(tx: Transaction, shipment_id: int, did: str, message: str, *, package_id: int = 0) -> None:
    """Record that such a step was taken back, where it is kept: then it is not undone again."""
    cross_off_step(tx, step_to_undo(tx, shipment_id, did, package_id=package_id), message)


def cross_off_step(tx: Transaction, step: BenchStep | None, message: str) -> None:
    """Record that this step was taken back; None for one that is not kept. What was about an article is listed with the scans."""
    if step is None:
        return
    context = "bench" if step.product_id is None else "packing"
    answer(
        *(tx, context, step.shipment_id, UNDO, Verdict.INFO, message),
        product_id=step.product_id,
        undoes_id=step.id or None,
    )
