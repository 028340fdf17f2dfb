"""Cartons: the boxes that goods are packed in, with their sizes, their own weight and what they bear; their barcodes on A4."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.permissions import Permission
from app.domain.scan import Scan
from app.qt.commands import command
from app.qt.format import size, weight
from app.qt.table import Column
from app.qt.words import mark, tr, trn
from app.queries.cartons import CartonDetail, CartonRow, carton_count, carton_detail, carton_list
from app.queries.locations import WarehouseRow, warehouses
from app.queries.pages import Ask, Connection, Page
from app.services.cartons import CartonFields, add_carton, edit_carton
from app.services.labels import Stored
from app.services.resolver import Resolved
from app.services.signs import print_carton_labels
from app.views.parts.form import Field
from app.views.parts.record import RecordScreen
from app.views.parts.scans import look_up_scan
from app.views.table_screen import Tab

KINDS = (("carton", mark("Box")), ("envelope", mark("Envelope")), ("pallet", mark("Pallet")))
SIGNS = {"carton": ("cartons", "text2"), "envelope": ("mail", "text2"), "pallet": ("shelf", "text2")}
WORDS = dict(KINDS)


class Cartons(RecordScreen[CartonRow]):
    """What goods are packed in."""

    id, title, icon, group = "cartons", mark("Cartons"), "cartons", mark("Base data")
    topics = frozenset({"carton", "warehouse"})
    columns: tuple[Column[CartonRow], ...] = (  # type: ignore[misc]  # the class variable of the base, with its rows named
        Column("code", mark("Code"), lambda r: r.code, width=90, code=True, sort="code"),
        Column("name", mark("Name"), lambda r: r.name, width=220, sort="name", stretch=True),
        Column("kind", mark("Kind"), lambda r: tr(WORDS[r.kind]), width=115, mark=lambda r: SIGNS[r.kind]),
        Column(
            "inner",
            mark("Inside"),
            lambda r: size(*r.inner_mm),
            width=160,
            right=True,
            raw=lambda r: " x ".join(map(str, r.inner_mm)),
        ),
        Column(
            "outer",
            mark("Outside"),
            lambda r: size(*r.outer_mm),
            width=160,
            right=True,
            raw=lambda r: " x ".join(map(str, r.outer_mm)),
            hidden=True,
        ),
        Column(
            "tare",
            mark("Own weight"),
            lambda r: weight(r.tare_g),
            width=100,
            right=True,
            raw=lambda r: r.tare_g,
        ),
        Column(
            "bears",
            mark("Bears"),
            lambda r: weight(r.max_weight_g) if r.max_weight_g else "",
            width=90,
            right=True,
            raw=lambda r: r.max_weight_g,
        ),
        Column("barcode", mark("Barcode"), lambda r: r.barcode, width=130, code=True, hidden=True),
        Column("warehouse", mark("Warehouse"), lambda r: r.warehouse, width=110, code=True, hidden=True),
        Column(
            "active",
            mark("State"),
            lambda r: tr("In use") if r.active else tr("Out of use"),
            width=120,
            mark=lambda r: ("circle", "text2") if r.active else ("close", "text3"),
        ),
    )
    ticks = True
    sorted_by = ("code", False)
    tabs = (
        Tab("active", mark("In use"), {"active": True}),
        Tab("off", mark("Out of use"), {"active": False}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Code, name or barcode")
    empty = (
        mark("No cartons"),
        mark("Press Ctrl+N to add one: boxes are then proposed at the packing bench."),
    )
    edits = Permission.CATALOGUE_EDIT
    new_title = mark("New carton")
    fresh: Mapping[str, Any] = {"kind": "carton", "active": True}  # type: ignore[misc]  # as above
    fields = (
        Field("code", mark("Code"), needed=True, fixed=True),
        Field("name", mark("Name"), needed=True),
        Field("kind", mark("Kind"), "choice", KINDS),
        Field("inner_length_mm", mark("Length inside, in millimetres"), "number", needed=True),
        Field("inner_width_mm", mark("Width inside, in millimetres"), "number", needed=True),
        Field("inner_height_mm", mark("Height inside, in millimetres"), "number", needed=True),
        Field("outer_length_mm", mark("Length outside, in millimetres"), "number", needed=True),
        Field("outer_width_mm", mark("Width outside, in millimetres"), "number", needed=True),
        Field("outer_height_mm", mark("Height outside, in millimetres"), "number", needed=True),
        Field("tare_g", mark("Own weight in grams"), "number"),
        Field(
            "max_weight_g",
            mark("Heaviest content in grams"),
            "number",
            help=mark("Left empty there is no limit"),
        ),
        Field("barcode", mark("Barcode"), help=mark("Left empty it is made of the code: BOX-M")),
        Field("warehouse_id", mark("Warehouse"), "choice", ((None, mark("Every warehouse")),)),
        Field("active", mark("In use"), "flag"),
    )

    def fetch(self, connection: Connection, ask: Ask) -> Page[CartonRow]:
        """A page of boxes."""
        return carton_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return carton_count(connection, ask)

    def detail(self, connection: Connection, key: Any) -> CartonDetail | None:
        """One box."""
        return carton_detail(connection, key)

    def values_of(self, thing: CartonDetail) -> Mapping[str, Any]:
        """What stands in the fields."""
        return {one.name: getattr(thing, one.name) for one in self.fields}

    def refresh(self) -> None:
        """Read the warehouses, then the boxes."""
        self.read(warehouses, then=self._sites, failed=lambda _: None, latest="sites")
        super().refresh()

    def _sites(self, found: tuple[WarehouseRow, ...]) -> None:
        sites = [(one.id, f"{one.code}  {one.name}") for one in found]
        self.form.offer("warehouse_id", [(None, tr("Every warehouse")), *sites])
        if self.shown is not None and not self.is_new and not self.dirty:
            self.form.fill(self.values_of(self.shown), new=False)

    def add_new(self, values: dict[str, Any]) -> None:
        """Add the box."""
        code = values.pop("code")
        self.do(add_carton, code, CartonFields(**values), then=self.added, failed=self.refused)

    def change(self, thing: CartonDetail, values: dict[str, Any]) -> None:
        """Keep the fields."""
        del values["code"]
        self.do(
            edit_carton,
            thing.id,
            CartonFields(**values),
            thing.version,
            then=lambda _: self.kept(),
            failed=self.refused,
        )

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A box's barcode shows the box."""

        def take(what: Resolved) -> bool:
            if what.kind == "carton":
                self.cancel()
                self.open(what.id)
            return what.kind == "carton"

        look_up_scan(self, scan, journal, take)
        return True

    @command(
        "carton.new",
        mark("New carton"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.CATALOGUE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new box."""
        self.begin()

    @command(
        "carton.labels", mark("Print labels"), icon="print", shortcut="Ctrl+P", right=Permission.PAPER_PRINT
    )
    def print_labels(self) -> None:
        """Labels of the ticked boxes, else of the current one: a packer scans them to choose a box."""
        ids = tuple(row.id for row in self.chosen())
        if ids:
            self.do(print_carton_labels, ids, then=lambda stored: self._printed(stored, len(ids)))

    def _printed(self, stored: Stored, number: int) -> None:
        self.untick()
        self.shell.tell(trn("%n labels are in the print queue.", number))
