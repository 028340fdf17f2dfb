"""Mending a message on the screen of the intake: its fields stand in place of the list until it is kept or left."""

from __future__ import annotations

from datetime import date

from app.qt.words import tr
from app.queries.catalogue_search import find_products
from app.queries.customers import find_customers
from app.queries.intake import IntakeRow
from app.queries.pages import Connection
from app.queries.readable import reads_addresses
from app.services.intake_mending import mend_and_remember, mended
from app.views.parts.intake_details import IntakeDetails
from app.views.parts.intake_lines import LineRow
from app.views.parts.intake_refuse import RefusePanel
from app.views.parts.order_suggest import Suggestion
from app.views.table_screen import TableScreen


class IntakeMending(TableScreen[IntakeRow]):
    """The half of the intake's screen in which a message is corrected."""

    details: IntakeDetails
    refuse_panel: RefusePanel

    def connect_mending(self) -> None:
        """Let the fields be heard."""
        mend = self.details.mend
        mend.kept.connect(self._keep)
        mend.left.connect(self._leave)
        mend.edited.connect(self.details.show_lines)
        mend.line_wanted.connect(self._next_line)
        mend.customer.wanted.connect(self._suggest_customers)
        mend.article.wanted.connect(self._suggest_products)
        self.details.lines_view.current.connect(self._line_chosen)
        self.details.lines_view.opened.connect(lambda _: self._line_opened())

    def begin_mending(self) -> None:
        """Show the fields of the message that is shown, in place of the list."""
        looked = self.details.looked
        if looked is None:
            return
        for part in (self.states, self.chips, self.head):
            part.hide()
        self.details.different_view.hide()
        self.details.mend.begin(looked, self._line_rows())
        self.details.show_lines()
        self.update_commands()

    @property
    def mending(self) -> bool:
        """Whether somebody corrects the message now."""
        return self.details.mend.isVisibleTo(self.details)

    def _line_rows(self) -> list[LineRow]:
        return list(self.details.lines.rows)

    def _line_chosen(self, row: LineRow | None) -> None:
        if self.mending and row is not None and self.details.lines_view.hasFocus():
            self.details.mend.show_line(row)

    def _line_opened(self) -> None:
        if self.mending:
            self.details.mend.article.setFocus()
            self.details.mend.article.selectAll()

    def _next_line(self, after: int) -> None:
        rows = self._line_rows()
        wanted = next((row for row in rows if row.severity == "stops" and row.at > after), None)
        wanted = wanted or next((row for row in rows if row.severity == "stops"), None)
        if wanted is None:
            self.details.mend.show_line(next((row for row in rows if row.at > after), None))
            self.details.mend.keep.setFocus()
            return
        self.details.lines_view.select_key(wanted.at)
        self.details.mend.show_line(wanted)
        self.details.mend.article.setFocus()

    def _keep(self) -> None:
        looked = self.details.looked
        mend = self.details.mend
        mending = mend.mending(date.today())  # noqa: DTZ011 - the desk's own calendar
        if looked is None or mending is None or looked.meant is None:
            return
        reading = mended(looked.reading, mending, looked.meant.lines)
        self.do(
            mend_and_remember,
            looked.row.id,
            reading,
            looked.row.version,
            mend.customer_id,
            mend.remembered(),
            then=lambda found: self._kept(found.ready),
        )

    def _kept(self, ready: bool) -> None:
        self._leave()
        self.shell.tell(tr("Mended; Enter accepts it.") if ready else tr("Mended; something still stops it."))
        self.refresh()

    def _leave(self) -> None:
        """Back to the list."""
        self.refuse_panel.hide()
        mending = self.mending
        self.details.mend.hide()
        for part in (self.head, self.chips, self.states):
            part.show()
        self.view.setFocus()
        if mending:
            self.show_row(self.current())
        self.update_commands()

    def _suggest_customers(self, text: str) -> None:
        addresses = reads_addresses(self.ctx.rights)

        def find(connection: Connection) -> list[Suggestion]:
            return [
                Suggestion(
                    row.name,
                    ", ".join(part for part in (row.code, row.city) if part),
                    (row.id, row.code, row.name, ""),
                )
                for row in find_customers(connection, text, addresses=addresses)
            ]

        field = self.details.mend.customer
        self.read(find, then=lambda rows: field.offer(text, rows), latest="customers")

    def _suggest_products(self, text: str) -> None:
        def find(connection: Connection) -> list[Suggestion]:
            return [
                Suggestion(row.name, row.sku, (row.id, row.sku, row.name))
                for row in find_products(connection, text, 0)
            ]

        field = self.details.mend.article
        self.read(find, then=lambda rows: field.offer(text, rows), latest="products")
