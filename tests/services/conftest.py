"""Every use case that a test of services runs on PostgreSQL must announce what it writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.rig import announced


@pytest.fixture(autouse=True)
def everything_is_announced() -> Iterator[None]:
    """Fail a test whose use case leaves a written table unannounced (DESIGN section 4, point 4)."""
    with pytest.MonkeyPatch.context() as patch, announced.watched(patch):
        yield
