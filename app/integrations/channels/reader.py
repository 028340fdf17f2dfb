"""Read files as a profile says: a stream of typed rows and refusals, in flat memory.

Orders give `OrderHeaderRow` and `OrderLineRow` mixed; with a header and a lines file all heads come first. A
flat file gives a head before its first line and again whenever what is said about the order changes from one
row to the next: lines of one order need not stand together, so the same number may come back. Who joins them
must not rely on the order of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from app.errors import BadInput
from app.integrations.channels import build, targets
from app.integrations.channels.base import KINDS, Kind, OrderHeaderRow, Progress, Rejected, Row
from app.integrations.channels.build import RowError, Values
from app.integrations.channels.cells import Bound, CellError, MissingColumn, bind, locate
from app.integrations.channels.profile import ColumnSpec, FileOptions, OrdersSection, Profile, Skip
from app.integrations.channels.profile_checks import columns_of, merged, specs_of
from app.integrations.channels.roles import Role, assign_roles
from app.integrations.channels.table import Cells, Table
from app.integrations.channels.targets import Target

Stream: TypeAlias = Iterator[Row | Rejected]
Build: TypeAlias = Callable[[str, int, Values], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One kind of file: which cells become what, which rows are passed over, what a row is made into."""

    profile: Profile
    options: FileOptions
    specs: Mapping[str, tuple[ColumnSpec, Target]]
    skip: Sequence[Skip]

    def role(self, title: str, patterns: Sequence[str]) -> Role:
        named = {column for spec, _ in self.specs.values() for column in columns_of(spec)}
        named |= {rule.column for rule in self.skip}
        return Role(title, patterns, self.options, frozenset(one for one in named if isinstance(one, str)))


def read_files(
    profile: Profile, kind: Kind, files: Sequence[Path], progress: Progress | None = None
) -> Stream:
    """Give every row of the files, in the order of the files, bad ones as `Rejected`.

    Args:
        profile: A checked profile.
        kind: What the files hold.
        files: For orders with heads and lines, both in any order.
        progress: Called with the bytes just read; the sum is at most the size of the files.

    Raises:
        BadInput: The profile has no section for the kind, or the files do not fit its roles. Raised at once,
            before the first row.
    """
    section = profile.section(kind)
    if section is None:
        covered = ", ".join(one for one in KINDS if profile.section(one) is not None)
        raise BadInput(
            f"The profile has no section for {kind}.", hint=f"It covers {covered}. Add [{kind}].", kind=kind
        )
    if isinstance(section, OrdersSection):
        return _orders(profile, section, files, progress)
    plain: dict[str, tuple[Mapping[str, Target], Build]] = {
        "products": (targets.PRODUCT, partial(build.product_rows, profile.currency or "")),
        "stock": (targets.STOCK, build.stock_rows),
        "customers": (targets.CUSTOMER, build.customer_rows),
    }
    known, make = plain[kind]
    specs = {name: (spec, known[name]) for name, spec in specs_of(section.columns).items()}
    sheet = _Sheet(profile, merged(section.file, profile.file), specs, section.skip)
    given = assign_roles({kind: sheet.role(kind, section.files)}, files)
    return _chain([(sheet, path, make) for path in given[kind]], progress)


def _orders(
    profile: Profile, orders: OrdersSection, files: Sequence[Path], progress: Progress | None
) -> Stream:
    heads = {name: (spec, targets.ORDER[name]) for name, spec in specs_of(orders.columns).items()}
    if orders.returns.column is not None:
        heads[build.MARK] = (ColumnSpec(column=orders.returns.column), Target("block"))
    lines = {name: (spec, targets.LINE[name]) for name, spec in specs_of(orders.lines.columns).items()}
    rules = build.OrderRules.of(profile, orders)
    options = merged(orders.file, profile.file)
    if orders.layout == "flat":
        sheet = _Sheet(profile, options, heads | lines, orders.skip)
        given = assign_roles({"orders": sheet.role("orders", orders.files)}, files)
        return _chain([(sheet, path, _flat(rules, tuple(heads))) for path in given["orders"]], progress)
    head_sheet = _Sheet(profile, options, heads, orders.skip)
    line_sheet = _Sheet(profile, merged(orders.lines.file, profile.file), lines, orders.lines.skip)
    given = assign_roles(
        {
            "heads": head_sheet.role("the heads of the orders", orders.files),
            "lines": line_sheet.role("the lines of the orders", orders.lines.files),
        },
        files,
    )
    head_jobs = [(head_sheet, path, partial(build.head_rows, rules)) for path in given["heads"]]
    line_jobs = [(line_sheet, path, partial(build.line_rows, rules)) for path in given["lines"]]
    return _chain([*head_jobs, *line_jobs], progress)


def _flat(rules: build.OrderRules, head_targets: Sequence[str]) -> Build:
    """Make both rows of a flat file's row, the head only where it says something else than the row before."""
    last: OrderHeaderRow | None = None
    told: tuple[object, ...] = ()

    def rows(file: str, line: int, values: Values) -> Sequence[Row]:
        nonlocal last, told
        says = tuple(map(values.get, head_targets))
        again = last is not None and says == told
        head = last if last is not None and again else build.head_rows(rules, file, line, values)[0]
        found = build.line_rows(rules, file, line, {**values, "order": head.number}, returned=head.returned)
        if again:
            return found
        last, told = head, says
        return (head, *found)

    return rows


def _chain(jobs: Sequence[tuple[_Sheet, Path, Build]], progress: Progress | None) -> Stream:
    for sheet, path, make in jobs:
        yield from _read(sheet, path, make, progress)


def _read(sheet: _Sheet, path: Path, make: Build, progress: Progress | None) -> Stream:
    table = Table(path, sheet.options, progress)
    shape = table.shape()
    if isinstance(shape, Rejected):
        yield shape
        return
    header, width = shape
    if not width:
        return
    bounds: list[Bound] = []
    missing: list[Rejected] = []
    for name, (spec, target) in sheet.specs.items():
        try:
            bounds.append(bind(name, spec, target, sheet.options, sheet.profile, header, width))
        except MissingColumn as error:
            missing.append(Rejected(table.name, 1, error.column, str(error)))
    skips: list[Callable[[Cells], bool]] = []
    for rule in sheet.skip:
        try:
            skips.append(_skipper(rule, locate(rule.column, header, width)))
        except MissingColumn as error:
            missing.append(Rejected(table.name, 1, error.column, str(error)))
    if missing:
        yield from missing
        return
    columns = {bound.target: bound.column for bound in bounds}
    for found in table.rows():
        if isinstance(found, Rejected):
            yield found
            continue
        line, cells = found
        if any(skip(cells) for skip in skips):
            continue
        try:
            made = make(table.name, line, {bound.target: bound.value(cells) for bound in bounds})
        except CellError:
            yield _refusal(table.name, line, cells, bounds)
        except RowError as error:
            column = columns.get(error.target, error.target)
            yield Rejected(table.name, line, column, str(error), _order_of(cells, bounds))
        else:
            yield from made


def _refusal(file: str, line: int, cells: Cells, bounds: Sequence[Bound]) -> Rejected:
    """One refusal for a row, naming its first bad cell as the column and every bad cell in the reason."""
    bad: list[tuple[str, str]] = []
    for bound in bounds:
        try:
            bound.value(cells)
        except CellError as error:
            bad.append((bound.column, str(error)))
    column, reason = bad[0]
    told = "; ".join([reason, *(f"{name}: {why}" for name, why in bad[1:])])
    return Rejected(file, line, column, told, _order_of(cells, bounds))


def _order_of(cells: Cells, bounds: Sequence[Bound]) -> str:
    """The number of the order that a refused row belongs to, empty where that cell is bad, too."""
    for bound in bounds:
        if bound.target in ("number", "order"):
            with suppress(CellError):
                return str(bound.value(cells))
    return ""


def _skipper(rule: Skip, place: int) -> Callable[[Cells], bool]:
    if rule.empty:
        return lambda cells: not cells[place].strip()
    if rule.prefix:
        prefix = rule.prefix
        return lambda cells: cells[place].strip().startswith(prefix)
    values = frozenset(rule.values or ())
    return lambda cells: cells[place].strip() in values
