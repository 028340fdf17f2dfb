"""Calls that may hang for ever (a share whose server is gone), given up after a time.

A hanging call cannot be ended from outside: its thread is left behind and ends when the system lets it. Until then the same place
is not asked again, so that one dead share holds one thread and no more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from app.integrations.carriers.base import CarrierTrouble

T = TypeVar("T")
_turns: dict[str, threading.Lock] = {}
"""Whose turn it is at a place; who hangs there keeps it."""


def within(seconds: float, place: str, work: Callable[[], T], silent: Callable[[], CarrierTrouble]) -> T:
    """Give what `work` gives, if it does so within a time.

    Args:
        seconds: How long it may take, and how long it waits for its turn before.
        place: What it asks; one call at a time asks there.
        work: What may hang.
        silent: Makes the refusal for when it does, or when an earlier call there still hangs.
    """
    turn = _turns.setdefault(place, threading.Lock())
    if not turn.acquire(timeout=seconds):
        raise silent()
    answer: list[T] = []
    trouble: list[BaseException] = []

    def run() -> None:
        try:
            answer.append(work())
        except BaseException as error:  # noqa: BLE001 - it is raised again where the answer is waited for
            trouble.append(error)
        finally:
            turn.release()

    thread = threading.Thread(target=run, name=f"carrier {place}", daemon=True)
    thread.start()
    thread.join(seconds)
    if trouble:
        raise trouble[0]
    if not answer:
        raise silent()
    return answer[0]
