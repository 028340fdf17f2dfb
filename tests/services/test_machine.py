"""The same day on SQLite and PostgreSQL, step by step at random; and faults planted on purpose, which must be noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.rig.cluster import Server
from tests.rig.day import Day
from tests.rig.faults import FAULTS, Fault
from tests.rig.machine import furnish
from tests.rig.mirror import Ground


@pytest.fixture(scope="module")
def ground(
    cluster: Server, tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, postgresql_template: str
) -> Iterator[Ground]:
    """The furnished shop on both engines."""
    made = Ground(cluster, tmp_path_factory.mktemp("ground"), sqlite_template, postgresql_template)
    made.prepare(furnish)
    yield made
    made.close()


def run(ground: Ground, examples: int, steps: int, *, seed: int = 0) -> None:
    """Run the machine; the same steps each time, and without shrinking: a step is dear."""
    day = hypothesis.seed(seed)(type("Day", (Day,), {"ground": ground}))
    run_state_machine_as_test(
        day,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            database=None,
            phases=(Phase.generate,),
            report_multiple_bugs=False,
        ),
    )


def test_both_engines_answer_alike_and_stay_right(ground: Ground) -> None:
    run(ground, examples=10, steps=15)


@pytest.mark.soak
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault.__name__))
def test_a_planted_fault_is_noticed(ground: Ground, fault: Fault) -> None:
    with (
        pytest.MonkeyPatch.context() as patch,
        fault(patch, ground),
        pytest.raises(AssertionError, match=FAULTS[fault]),
    ):
        run(ground, examples=60, steps=20)


def test_the_faults_are_gone_again(ground: Ground) -> None:
    run(ground, examples=2, steps=10, seed=1)
