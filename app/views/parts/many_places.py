"""The form that adds many places at once: aisles, bays and levels, with a preview of what would be made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import racks
from app.domain.racks import PlannedPlace
from app.errors import AppError, BadInput
from app.qt import theme
from app.qt.widgets import Button, Label
from app.qt.words import mark
from app.services.sites import NewLocation
from app.views.parts.form import Field, Form
from app.views.parts.place_words import KINDS

RACK_KINDS = ("storage", "pick_face")
FIELDS = (
    Field("warehouse", mark("Warehouse"), "choice"),
    Field("kind", mark("Kind"), "choice", tuple((kind, KINDS[kind][1]) for kind in RACK_KINDS)),
    Field("aisles", mark("Aisles"), needed=True, help=mark("A-C, or A,B,D")),
    Field("bays", mark("Bays"), needed=True, help=mark("1-10 makes 01 to 10.")),
    Field("levels", mark("Levels"), help=mark("1-3; empty where there are none")),
    Field("walk_from", mark("Walk begins at"), "number", help=mark("The others follow in steps of ten.")),
)


class ManyPlaces(QWidget):
    """Fields, the preview, and the button that makes all of them or none.

    Signals:
        wanted: they are to be made.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(FIELDS)
        self.preview = Label("", "base", "text2", wrap=True)
        self.add = Button(mark("Add places"), "plus", "Ctrl+S", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8)
        for part in (self.form, self.preview, self.add):
            column.addWidget(part)
        self.form.edited.connect(self.look)
        self.form.saved.connect(self.wanted)
        self.add.clicked.connect(self.wanted)

    def begin(self, warehouses: Iterable[tuple[Any, str]], here: int) -> None:
        """Empty fields; the keyboard goes to the aisles."""
        self.form.offer("warehouse", warehouses)
        self.form.fill({"warehouse": here, "kind": "storage", "walk_from": racks.WALK_STEP}, new=True)
        self.look()
        self.form.widget("aisles").setFocus()

    def follow(self, last: int) -> None:
        """Let the walk go on behind the last place that there is."""
        self.form.widget("walk_from").setText(str(last + racks.WALK_STEP))
        self.look()

    def look(self) -> None:
        """Say how many places the pattern makes, and which."""
        found = self._plan(quiet=True)
        self.add.setEnabled(bool(found))
        if not found:
            self.preview.set(mark("Write which aisles and bays there are."))
        elif len(found) == 1:
            self.preview.set(mark("1 place: {code}"), code=found[0].code)
        else:
            self.preview.set(
                mark("%n places: {first}, {second} ... {last}"),
                n=len(found),
                first=found[0].code,
                second=found[1].code,
                last=found[-1].code,
            )

    def places(self) -> tuple[int, tuple[NewLocation, ...]] | None:
        """The warehouse and the places to be made; None where a field cannot be read, which is said beside it."""
        values = self.form.values()
        found = self._plan(quiet=False) if values is not None else ()
        if values is None or not found:
            return None
        kind = str(values["kind"])
        return int(values["warehouse"] or 0), tuple(
            NewLocation(one.code, kind, one.aisle, one.bay, one.level, walk_seq=one.walk_seq) for one in found
        )

    def _plan(self, *, quiet: bool) -> tuple[PlannedPlace, ...]:
        text = {name: self.form.widget(name).text() for name in ("aisles", "bays", "levels", "walk_from")}
        walk = text["walk_from"].strip()
        try:
            walk_from = int(walk) if walk.isascii() and walk.isdigit() else racks.WALK_STEP
            return racks.plan(text["aisles"], text["bays"], text["levels"], walk_from)
        except BadInput as error:
            if not quiet:
                self.form.refuse(error)
            return ()

    def refused(self, error: AppError) -> bool:
        """Show a service's refusal beside its field; False where it names none of these."""
        return self.form.refuse(error)
