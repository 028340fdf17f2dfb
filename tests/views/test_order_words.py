"""The order's timeline has words for every step that a service records."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from app.qt.words import set_language
from app.queries.order_details import Event, OrderDetails
from app.services.bench_problems import REPORTED, WITHDRAWN
from app.views.parts.order_words import EVENTS, event_words

SERVICES = Path(__file__).resolve().parents[2] / "app" / "services"


def _recorded() -> set[str]:
    """The verbs that are written as literals: `record_event(tx, id, "held")`, `record_events(tx, [(id, "packed", {})])`."""
    found: set[str] = set()
    for file in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "record_event":
                spoken: list[ast.AST] = [node.args[2]]
            elif node.func.id == "record_events":
                spoken = [
                    one.elts[1] for one in ast.walk(node) if isinstance(one, ast.Tuple) and len(one.elts) == 3
                ]
            else:
                continue
            found |= {
                one.value for one in spoken if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
            choices = [one for one in spoken if isinstance(one, ast.IfExp)]
            for choice in choices:
                found |= {
                    str(one.value) for one in (choice.body, choice.orelse) if isinstance(one, ast.Constant)
                }
    return found


@pytest.mark.parametrize(
    ("verb", "words"), [("imported", "Importée d’un fichier"), ("confirmed", "Confirmé")]
)
def test_an_imported_order_tells_so(qapp: QApplication, verb: str, words: str) -> None:
    event = Event(datetime.now(UTC), "Ada", "", verb, {"import": 1})
    set_language("fr")
    try:
        assert event_words(event, cast("OrderDetails", None))[1] == words
    finally:
        set_language("en")


def test_every_recorded_step_has_words() -> None:
    recorded = _recorded()
    assert len(recorded) > 20
    assert (recorded | {REPORTED, WITHDRAWN}) - set(EVENTS) == set()
