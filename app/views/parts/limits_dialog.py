"""Up to which amount each role approves a question: a small table that those who administer people fill in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.order_questions import APPROVED_BY_AMOUNT
from app.domain.permissions import Permission, Role, roles_with
from app.errors import AppError
from app.qt import theme
from app.qt.widgets import Button, Label
from app.qt.words import mark, said, tr
from app.services.approval_limits import MOST, Limit, set_limit
from app.services.context import Context
from app.views.parts.question_words import OWNERS, TITLES

APPROVERS = tuple(role for role in roles_with(Permission.ORDER_APPROVE) if role is not Role.ADMIN)
COLUMNS = tuple(role for role in Role if role in APPROVERS)
"""The roles that approve within limits, in their order."""
Key = tuple[Role, str]
Change = tuple[Role, str, int | None]


def change_limits(ctx: Context, changes: Sequence[Change]) -> int:
    """Keep limits; how many.

    Raises:
        AppError: one cannot be; those before it were kept.
    """
    for role, code, most in changes:
        set_limit(ctx, role, code, most)
    return len(changes)


class LimitsDialog(QDialog):
    """An amount a role and question; an empty field is not at all.

    Signals:
        kept: the limits that are to be changed, a list of (role, question, amount or None).
    """

    kept = Signal(object)

    def __init__(self, limits: Sequence[Limit], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Approval limits"))
        self._before = {(one.role, one.code): one.most for one in limits}
        self.fields: dict[Key, QLineEdit] = {}
        about = Label(
            mark(
                "Up to which amount a role approves, in the currency of the order; an empty field is not at all."
                " Administrators approve everything."
            ),
            tone="text2",
            wrap=True,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S16)
        grid.setVerticalSpacing(theme.S8)
        grid.setColumnStretch(0, 1)
        for at, role in enumerate(COLUMNS, 1):
            head = Label(OWNERS[role.value], "small", "text2")
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(head, 0, at)
        for row, code in enumerate(APPROVED_BY_AMOUNT, 1):
            grid.addWidget(Label(TITLES[code]), row, 0)
            for at, role in enumerate(COLUMNS, 1):
                grid.addWidget(self._field(role, code), row, at)
        self.state = Label(tone="stop", wrap=True)
        self.leave = Button(mark("Cancel"), key="Esc")
        self.keep = Button(mark("Keep the limits"), "check", "Ctrl+S", "primary")
        self.keep.setShortcut("Ctrl+S")
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S16)
        whole.setSpacing(theme.S16)
        whole.addWidget(about)
        whole.addLayout(grid)
        whole.addWidget(self.state)
        whole.addLayout(foot)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)
        self.resize(560, 320)

    def _field(self, role: Role, code: str) -> QLineEdit:
        field = QLineEdit()
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(130)
        field.setAccessibleName(f"{tr(TITLES[code])}, {tr(OWNERS[role.value])}")
        most = self._before.get((role, code))
        field.setText("" if most is None else _written(most))
        self.fields[role, code] = field
        return field

    def refuse(self, error: AppError) -> None:
        """What was typed stays, and why it is not kept is said."""
        self.state.say(said(error))

    def _keep(self) -> None:
        changes: list[Change] = []
        for (role, code), field in self.fields.items():
            text = field.text().strip()
            most = _read(text)
            if text and most is None:
                self.state.say(tr("{typed} is no amount such as 1500 or 1500.00.", typed=text))
                field.setFocus()
                field.selectAll()
                return
            if most != self._before.get((role, code)):
                changes.append((role, code, most))
        self.kept.emit(changes)


def _written(minor: int) -> str:
    return str(Decimal(minor).scaleb(-2)).replace(".", QLocale().decimalPoint())


def _read(text: str) -> int | None:
    """Minor units, or None where it is no amount; a decimal comma is one, too."""
    plain = "".join(text.split()).replace(",", ".")
    try:
        amount = Decimal(plain).scaleb(2)
    except InvalidOperation:
        return None
    if not amount.is_finite() or amount != amount.to_integral_value() or not 0 <= amount <= MOST:
        return None
    return int(amount)
