"""Products: the catalogue, each with its fields and barcodes; an unknown code that was scanned is attached here."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.domain.scan import Scan, ScanKind
from app.errors import AppError
from app.qt import theme
from app.qt.commands import command
from app.qt.format import price, weight
from app.qt.table import Column
from app.qt.widgets import Button, Drawer, IconButton, Label, Section
from app.qt.widgets.panels import empty
from app.qt.words import mark, said, tr, trn
from app.queries.pages import Ask, Connection, Page
from app.queries.products import ProductDetail, ProductRow, product_count, product_detail, product_list
from app.services.catalogue import NewProduct, add_barcode, add_product, remove_barcode
from app.services.catalogue_changes import edit_product
from app.services.looking_up import look_up
from app.services.resolver import Resolved
from app.views.parts.form import Field, Form
from app.views.table_screen import Tab, TableScreen

STATUSES = (
    ("active", mark("Active")),
    ("blocked", mark("Blocked")),
    ("discontinued", mark("Discontinued")),
)
SIGNS = {"active": ("circle", "text2"), "blocked": ("hold", "stop"), "discontinued": ("close", "text3")}
WORDS = dict(STATUSES)
GROUPS = (("", mark("None")), ("I", "I"), ("II", "II"), ("III", "III"))
FIELDS = (
    Field("sku", mark("SKU"), needed=True, fixed=True),
    Field("name", mark("Name"), needed=True),
    Field("category", mark("Category")),
    Field("unit", mark("Unit"), help=mark("What one of it is called: piece, bottle, bag")),
    Field("unit_price", mark("Price"), "amount"),
    Field(
        "floor_price", mark("Lowest price"), "amount", help=mark("Below it a sale needs approval; 0: none")
    ),
    Field("currency", mark("Currency"), fixed=True),
    Field("tax_code", mark("Tax code")),
    Field("weight_g", mark("Weight in grams"), "number"),
    Field("length_mm", mark("Length in millimetres"), "number"),
    Field("width_mm", mark("Width in millimetres"), "number"),
    Field("height_mm", mark("Height in millimetres"), "number"),
    Field("origin_country", mark("Country of origin"), help=mark("Two letters, as FR")),
    Field("customs_code", mark("Customs code")),
    Field("reorder_point", mark("Reorder point"), "number"),
    Field("lot_tracked", mark("Tracked by lot"), "flag"),
    Field("serial_tracked", mark("Tracked by serial number"), "flag"),
    Field("fragile", mark("Fragile: nothing is packed on top of it"), "flag"),
    Field("upright", mark("Upright: this side stays up in the box"), "flag"),
    Field("un_number", mark("UN number"), help=mark("Of dangerous goods, as UN1950")),
    Field("shipping_name", mark("Proper shipping name"), help=mark("As the regulations write it: AEROSOLS")),
    Field(
        "hazard_class",
        mark("Hazard class"),
        help=mark("As 3 or 2.1; subsidiary ones in brackets, as 6.1 (3)"),
    ),
    Field("packing_group", mark("Packing group"), "choice", GROUPS),
    Field("tunnel_code", mark("Tunnel restriction code"), help=mark("As D or D/E; - where there is none")),
    Field("limited_quantity", mark("Packed in limited quantities"), "flag"),
    Field("status", mark("State"), "choice", STATUSES),
)
PIECE = mark("piece")
"""The unit of what nobody gave one; every other word is the company's own."""
NEW = {"unit": PIECE, "currency": "EUR", "tax_code": "standard", "status": "active"}


class ProductDrawer(Drawer):
    """Fields and barcodes of one product."""

    def __init__(self, screen: Products) -> None:
        super().__init__(parent=screen)
        self._screen = screen
        self.open_button.hide()
        self.form = Form(FIELDS, self.body.parentWidget())
        self.save = Button(mark("Save"), "check", "Ctrl+S", "primary")
        self.codes = QVBoxLayout()
        self.codes.setSpacing(theme.S4)
        self.code = QLineEdit()
        self.code.setPlaceholderText(tr("New barcode"))
        self.code.setAccessibleName(tr("New barcode"))
        self.pack = QLineEdit("1")
        self.pack.setFixedWidth(60)
        self.pack.setAccessibleName(tr("Pieces it stands for"))
        self.add = Button(mark("Add"))
        self.wrong = Label("", "small", "stop", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(theme.S8)
        for widget, stretch in ((self.code, 1), (self.pack, 0), (self.add, 0)):
            line.addWidget(widget, stretch)
        self.section = Section(mark("Barcodes"))
        for part in (self.form, self.save, self.section):
            self.body.addWidget(part)
        self.body.addLayout(self.codes)
        self.body.addLayout(line)
        self.body.addWidget(self.wrong)
        self.body.addStretch()
        self.form.saved.connect(screen.store)
        self.save.clicked.connect(screen.store)
        self.add.clicked.connect(screen.attach_typed)
        self.code.returnPressed.connect(screen.attach_typed)
        self.pack.returnPressed.connect(screen.attach_typed)

    def show_product(self, product: ProductDetail | None) -> None:
        """Show a product, or empty fields for a new one."""
        self.set_title(product.sku if product else tr("New product"))
        self.form.fill(asdict(product) if product else NEW, new=product is None)
        self.wrong.say("")
        empty(self.codes)
        for one in product.barcodes if product else ():
            self.codes.addWidget(self._code_line(one.id, one.code, one.pack_qty))
        known = product is not None
        for part in (self.section, self.code, self.pack, self.add):
            part.setVisible(known)
        may = self._screen.shell.allows(Permission.CATALOGUE_EDIT)
        for widget in (self.save, self.add, self.code, self.pack):
            widget.setEnabled(may)

    def _code_line(self, code_id: int, code: str, pack_qty: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = Label("", "code")
        words.say(code)
        pack = Label("", "base", "text2")
        pack.say(trn("%n pieces", pack_qty))
        away = IconButton("close", mark("Take the barcode away"))
        away.setEnabled(self._screen.shell.allows(Permission.CATALOGUE_EDIT))
        away.clicked.connect(lambda: self._screen.remove_code(code_id, code, pack_qty))
        row.addWidget(words, 1)
        row.addWidget(pack)
        row.addWidget(away)
        return line


class Products(TableScreen[ProductRow]):
    """The catalogue."""

    id, title, icon, group = "products", mark("Products"), "products", mark("Base data")
    topics = frozenset({"product"})
    columns = (
        Column("sku", mark("SKU"), lambda row: row.sku, width=130, code=True, sort="sku"),
        Column("name", mark("Name"), lambda row: row.name, width=260, sort="name", stretch=True),
        Column("category", mark("Category"), lambda row: row.category, width=150),
        Column(
            "price",
            mark("Price"),
            lambda row: price(row.unit_price, row.currency),
            width=110,
            right=True,
            raw=lambda row: row.unit_price,
        ),
        Column("unit", mark("Unit"), lambda row: tr(PIECE) if row.unit == PIECE else row.unit, width=90),
        Column(
            "weight",
            mark("Weight"),
            lambda row: weight(row.weight_g),
            width=90,
            right=True,
            raw=lambda row: row.weight_g,
        ),
        Column(
            "status",
            mark("State"),
            lambda row: tr(WORDS[row.status]),
            width=130,
            mark=lambda row: SIGNS[row.status],
        ),
    )
    sorted_by = ("name", False)
    tabs = (
        Tab("active", mark("Active"), {"status": "active"}),
        Tab("blocked", mark("Blocked"), {"status": "blocked"}),
        Tab("discontinued", mark("Discontinued"), {"status": "discontinued"}),
        Tab("all", mark("All"), {}),
    )
    searches = mark("Name, SKU or barcode")
    empty = (mark("No products"), mark("Press Ctrl+N to add one, or import a file."))

    def build(self) -> None:
        """Make the parts."""
        self._shown: ProductDetail | None = None
        self._new = False
        self._attach = ""
        super().build()

    def fetch(self, connection: Connection, ask: Ask) -> Page[ProductRow]:
        """A page of products."""
        return product_list(connection, ask)

    def count(self, connection: Connection, ask: Ask) -> int:
        """How many there are."""
        return product_count(connection, ask)

    def make_drawer(self) -> QWidget:
        """The product's fields."""
        self.form = ProductDrawer(self)
        self.form.closed.connect(self.view.setFocus)
        return self.form

    def show_row(self, row: ProductRow | None) -> None:
        """Read the product that is current."""
        if self._new:
            return
        if row is None:
            self._shown = None
            self.form.setVisible(False)
            return
        self.read(product_detail, row.id, then=self._show, latest="detail")

    def _show(self, product: ProductDetail | None) -> None:
        if self._new:
            return
        self._shown = product
        self.form.setVisible(product is not None)
        if product is not None:
            self.form.show_product(product)
            if self._attach:
                self.form.code.setText(self._attach)
                self.form.code.setFocus()
                self._attach = ""

    @property
    def makes_new(self) -> bool:
        """Whether fields of a new product are shown."""
        return self._new

    def opened(self, key: object) -> None:
        """Enter goes into the fields."""
        self.form.form.focus_first()

    def open(self, target: object) -> None:
        """A product's id, or ('attach', code): a code that waits for its product."""
        if isinstance(target, tuple) and target and target[0] == "attach":
            self._attach = str(target[1])
            self.shell.tell(tr("Choose the product that {code} stands for.", code=self._attach))
            self.head.search.setFocus()
            return
        super().open(target)

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """A known code shows its product; an unknown one is offered to the product that is shown."""
        if scan.kind not in (ScanKind.GTIN, ScanKind.PLAIN):
            return False

        def found(what: Resolved) -> None:
            self.shell.answered(journal, what.kind)
            if what.kind == "product":
                self.search_for(what.label)
                self.open(what.id)
            elif self._shown is not None and not self._new:
                self.form.code.setText(scan.code)
                self.form.pack.setFocus()
                self.form.pack.selectAll()
            else:
                self.open(("attach", scan.code))

        year = date.today().year  # noqa: DTZ011 - the desk's own calendar
        self.do(look_up, scan.raw, year, then=found, key=self.shell.scan_key(journal), lane="scans")
        return True

    def can(self, command_id: str) -> bool:
        """Saving needs something to be saved."""
        return command_id != "product.save" or self._new or self._shown is not None

    @command(
        "product.new",
        mark("New product"),
        icon="plus",
        shortcut="Ctrl+N",
        right=Permission.CATALOGUE_EDIT,
        primary=True,
    )
    def new(self) -> None:
        """Empty fields for a new product."""
        self._new = True
        self.form.setVisible(True)
        self.form.show_product(None)
        self.form.form.focus_first()
        self.update_commands()

    @command(
        "product.save",
        mark("Save"),
        icon="check",
        shortcut="Ctrl+S",
        right=Permission.CATALOGUE_EDIT,
        button=False,
    )
    def store(self) -> None:
        """Keep the fields; what is refused is said beside its field."""
        values = self.form.form.values()
        if values is None:
            return
        product = NewProduct(**values)

        def failed(error: AppError) -> None:
            if not self.form.form.refuse(error):
                self.shell.notices.refused(error)

        if self._new:
            self.do(add_product, product, then=self._added, failed=failed)
        elif self._shown is not None:
            done = tr("{sku} is saved.", sku=self._shown.sku)
            self.do(
                edit_product,
                self._shown.id,
                product,
                self._shown.version,
                then=lambda _: self._saved(done),
                failed=failed,
            )

    def _added(self, product_id: int) -> None:
        self._new = False
        self.shell.tell(tr("The product is added."))
        self.open(product_id)
        self.refresh()

    def _saved(self, words: str) -> None:
        self.shell.tell(words)
        self.refresh()
        self.show_row(self.current())
        self.view.setFocus()

    @command("product.cancel", mark("Leave the fields"), shortcut="Esc", button=False)
    def cancel(self) -> None:
        """Back to the table; what was typed and not saved is as it was."""
        self._new = False
        self.show_row(self.current())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def attach_typed(self) -> None:
        """Let the code in the field stand for the product."""
        code, pack = self.form.code.text().strip(), self.form.pack.text().strip()
        if self._shown is None or not code:
            return
        if not (pack.isascii() and pack.isdigit()):
            self.form.wrong.say(tr("Write how many pieces the code stands for."))
            self.form.pack.setFocus()
            return
        sku = self._shown.sku

        def attached(_: Any) -> None:
            self.form.code.clear()
            self.form.pack.setText("1")
            self.shell.tell(tr("{code} stands for {sku} now.", code=code, sku=sku))
            self.show_row(self.current())

        self.do(
            add_barcode,
            self._shown.id,
            code,
            int(pack),
            then=attached,
            failed=lambda error: self.form.wrong.say(said(error)),
        )

    def remove_code(self, code_id: int, code: str, pack_qty: int) -> None:
        """Take a code away; Ctrl+Z brings it back."""
        product = self._shown
        if product is None:
            return

        def back() -> None:
            self.do(add_barcode, product.id, code, pack_qty, then=lambda _: self.show_row(self.current()))

        def gone(_: Any) -> None:
            self.shell.tell(tr("{code} stands for nothing now.", code=code), back)
            self.show_row(self.current())

        self.do(remove_barcode, code_id, then=gone)
