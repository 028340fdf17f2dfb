"""Three hundred days of thirty steps on both engines; the small run and the planted faults are in tests/services."""

from __future__ import annotations

import pytest

from tests.rig.mirror import Ground
from tests.services.test_machine import ground, run

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1500)]
__all__ = ["ground"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_hundred_days_on_both_engines(ground: Ground, seed: int) -> None:
    run(ground, examples=100, steps=30, seed=seed)
