"""What a customer may ask for under the GDPR, from their account: a file with all that we hold of them, and to be forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout

from app.domain.permissions import Permission
from app.qt.commands import command
from app.qt.widgets import FormRow
from app.qt.words import mark, tr
from app.services.context import Context
from app.services.erasing import Forgotten, erase_customer
from app.services.own_data import RIGHTS, export_customer
from app.views.parts.action_panel import ActionPanel
from app.views.parts.customer_acts import CustomerActs


class ErasePanel(ActionPanel):
    """On whose word, and the customer's code typed once more: there is no way back."""

    def __init__(self) -> None:
        self.note, self.code = QLineEdit(), QLineEdit()
        self.why = FormRow(mark("On whose word, and when they asked"), self.note, needed=True)
        self.sure = FormRow(mark("The customer's code, once more"), self.code, needed=True)
        super().__init__(
            mark("Erase personal data"), [(self.why, 0), (self.sure, 330)], mark("Erase for good")
        )

    def ask(self, code: str) -> None:
        """Open it, empty."""
        self.note.clear()
        self.code.clear()
        self.begin(tr("{code}: names, addresses, letters and notes go; orders and books stay.", code=code))

    def given(self, code: str) -> str | None:
        """The note, where all was filled in; else it is said what is missing."""
        if not self.note.text().strip():
            self.why.refuse(tr("This is needed."))
            self.note.setFocus()
            return None
        if self.code.text().strip() != code:
            self.sure.refuse(tr("Type {code} to go on.", code=code))
            self.code.setFocus()
            return None
        return self.note.text().strip()


class CustomerPrivacy(CustomerActs):
    """The commands for a customer's own data."""

    def build(self) -> None:
        """Make the parts."""
        super().build()
        self.erase_panel = ErasePanel()
        self.erase_panel.accepted.connect(self._erase)
        self.erase_panel.cancelled.connect(self._left)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self.erase_panel)

    def can(self, command_id: str) -> bool:
        """Once a customer is shown, and until they were erased."""
        if command_id == "account.own_data":
            return self.holder is not None and any(self.shell.allows(right) for right in RIGHTS)
        if command_id == "account.erase":
            return self.holder is not None and self.holder.erased_at is None
        return super().can(command_id)

    @command(
        "account.own_data", mark("Hand out their data"), icon="export", shortcut="Ctrl+Shift+E", button=False
    )
    def hand_out(self) -> None:
        """Ask for a file and write all that we hold of the customer into it."""
        if self.holder is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Hand out their data"), f"{self.holder.code}.zip", "ZIP (*.zip)"
        )
        if chosen:
            self.hand_out_to(Path(chosen))

    def hand_out_to(self, file: Path) -> None:
        """Write all that we hold of the customer into a file."""

        def write(ctx: Context, customer: int) -> int:
            return file.write_bytes(export_customer(ctx, customer))

        words = tr(
            "All that is held of {code} is in {file}.",
            code=self.holder.code if self.holder else "",
            file=file.name,
        )
        self.do(write, self._customer, then=lambda _: self.shell.tell(words))

    @command(
        "account.erase",
        mark("Erase personal data"),
        icon="trash",
        shortcut="Ctrl+Shift+F9",
        right=Permission.CUSTOMER_ERASE,
        button=False,
    )
    def erase(self) -> None:
        """Ask on whose word, and for the code once more."""
        if self.holder is not None:
            self.erase_panel.ask(self.holder.code)

    def _erase(self) -> None:
        note = None if self.holder is None else self.erase_panel.given(self.holder.code)
        if note is not None:
            self.do(erase_customer, self._customer, note, then=self._forgotten)

    def _forgotten(self, done: Forgotten) -> None:
        self._left()
        self.shell.tell(tr("The personal data are gone; the customer is {code} now.", code=done.code))
        self.refresh()

    def _left(self) -> None:
        self.erase_panel.hide()
        self.view.setFocus()
