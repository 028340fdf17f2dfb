"""What makes a profile unusable although each of its keys is known."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from app.domain import money
from app.domain.numbertext import date_pattern, parse_date
from app.integrations.channels import profile as p
from app.integrations.channels import targets

ENCODINGS = (
    "utf-8", "utf-16", "ascii", "latin-1", "iso8859-2", "iso8859-7", "iso8859-15", "cp437", "cp850", "cp852",
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "mac-roman",
)  # fmt: skip
THOUSANDS = ("", ".", ",", " ", "'", "\u2019", "\u00a0", "\u202f")
_SAMPLES = (date(2003, 2, 1), date(2010, 12, 11), date(1999, 5, 4))


def problems_of(profile: p.Profile) -> list[str]:
    """Everything that is wrong with a profile of the right shape, one sentence each; none where it is fit."""
    found = [*_file_problems("file", profile.file, p.FileOptions())]
    if profile.currency is not None:
        found += _currency_problems("The profile", profile.currency)
    if not any((profile.products, profile.stock, profile.customers, profile.orders)):
        found.append("It has no section. Add [products], [stock], [customers] or [orders].")
    if profile.products is not None:
        found += _section_problems(profile, "products", profile.products, targets.PRODUCT)
        found += _measure_problems(profile.products.columns)
    if profile.stock is not None:
        found += _section_problems(profile, "stock", profile.stock, targets.STOCK)
    if profile.customers is not None:
        found += _section_problems(profile, "customers", profile.customers, targets.CUSTOMER)
    if profile.orders is not None:
        found += _order_problems(profile, profile.orders)
    return found


def merged(*options: p.FileOptions) -> p.FileOptions:
    """The options in force: the first of `options` that gives a key wins, the format's defaults come last."""
    defaults = p.FileOptions(
        delimiter="comma", encoding="utf-8", quote='"', header=True, skip_lines=0, decimal=".", thousands="",
        dates=["%Y-%m-%d"], trim=True, empty=[],
    )  # fmt: skip
    values = {}
    for name in p.FileOptions.__struct_fields__:
        given = [getattr(one, name) for one in (*options, defaults)]
        values[name] = next(value for value in given if value is not None)
    return p.FileOptions(**values)


def specs_of(columns: msgspec.Struct) -> dict[str, p.ColumnSpec]:
    """The targets a section fills, each as a full column specification."""
    specs = {}
    for name in columns.__struct_fields__:
        source = getattr(columns, name)
        if isinstance(source, str | int):
            specs[name] = p.ColumnSpec(column=source)
        elif source is not None:
            specs[name] = source
    return specs


def columns_of(spec: p.ColumnSpec) -> list[str | int]:
    """The columns a specification reads, none for a constant."""
    if spec.join is not None:
        return spec.join
    return [] if spec.column is None else [spec.column]


def is_currency(text: str) -> bool:
    """Whether a text is the code of a currency (ISO 4217)."""
    try:
        money.digits(text)
    except money.BadAmount:
        return False
    return True


def _order_problems(profile: p.Profile, orders: p.OrdersSection) -> Iterator[str]:
    flat = orders.layout == "flat"
    yield from _section_problems(profile, "orders", orders, targets.ORDER)
    given = orders.lines.columns
    if flat:
        if given.order is not None:
            yield (
                "[orders.lines.columns] names 'order', but in a flat file the order of a line is "
                "[orders.columns] "
                'number. Remove it, or say layout = "header_and_lines".'
            )
        for key in ("files", "skip"):
            if getattr(orders.lines, key):
                yield f"[orders.lines] has '{key}', but a flat file has one kind of row. Move it to [orders]."
        if orders.lines.file != p.FileOptions():
            yield "[orders.lines.file] is of no use with a flat file. Move it to [orders.file]."
    elif given.order is None:
        yield (
            "[orders.lines.columns] lacks 'order', the join key: the column of the lines file that holds "
            "the number "
            "of the order. Add it."
        )
    required = {name: target for name, target in targets.LINE.items() if name != "order"}
    lines_file = orders.file if flat else orders.lines.file
    yield from _columns_problems(profile, "orders.lines", given, required, lines_file)
    if not flat:
        yield from _file_problems("orders.lines.file", orders.lines.file, profile.file)
        yield from _skip_problems("orders.lines", orders.lines.skip, merged(orders.lines.file, profile.file))
        if set(map(str.lower, orders.files)) & set(map(str.lower, orders.lines.files)):
            yield (
                "[orders] and [orders.lines] name the same pattern in 'files'. A file is either heads or "
                "lines."
            )
    if (given.unit_price is None) == (given.line_amount is None):
        yield "[orders.lines.columns] must name either 'unit_price' or 'line_amount', one of the two."
    if given.discount is not None and orders.lines.discount_is is None:
        yield '[orders.lines] names a discount: say discount_is = "fraction" (0.15) or "percent" (15).'
    yield from _return_problems(orders, merged(orders.file, profile.file))
    if orders.history == "shipped" and orders.columns.shipped_on is None and orders.columns.state is None:
        yield (
            '[orders] has history = "shipped" but no column for shipped_on or state. Name one of them, or '
            "say "
            'history = "all" (every order is closed history) or history = "none" (every order is open).'
        )
    currency_known = profile.currency is not None or orders.columns.currency is not None
    if not currency_known:
        yield (
            '[orders] does not say in which currency. Write currency = "EUR" at the top or name a column '
            "for it."
        )


def _measure_problems(columns: p.ProductColumns) -> Iterator[str]:
    measures = {"weight_unit": ("weight",), "size_unit": ("length", "width", "height")}
    for unit, names in measures.items():
        given = [name for name in names if getattr(columns, name) is not None]
        if given and getattr(columns, unit) is None:
            yield (
                f"[products.columns] has {' and '.join(given)} but no '{unit}'. Name its column, or write "
                f'{unit} = {{ value = "{"kg" if unit == "weight_unit" else "cm"}" }}.'
            )


def _return_problems(orders: p.OrdersSection, options: p.FileOptions) -> Iterator[str]:
    rules = orders.returns
    if rules.number_prefix == "":
        yield (
            "[orders.returns] number_prefix is empty, so every order would be a return. Write the prefix "
            "or remove it."
        )
    if (rules.column is None) != (rules.values is None):
        yield (
            "[orders.returns] needs 'column' and 'values' together: which column, and which of its texts "
            "mean a return."
        )
    if rules.values is not None and not rules.values:
        yield "[orders.returns] values is an empty list. Name the texts that mean a return."
    if rules.column is not None:
        yield from _reference_problems("[orders.returns]", rules.column, options)


def _section_problems(
    profile: p.Profile, place: str, section: p.Section, known: Mapping[str, targets.Target]
) -> Iterator[str]:
    yield from _file_problems(f"{place}.file", section.file, profile.file)
    yield from _skip_problems(place, section.skip, merged(section.file, profile.file))
    for pattern in section.files:
        if not pattern or "/" in pattern or "\\" in pattern:
            yield (
                f"[{place}] files: '{pattern}' must be a file name or a pattern such as orders*.csv, "
                "without folders."
            )
    yield from _columns_problems(profile, place, section.columns, known, section.file)


def _columns_problems(
    profile: p.Profile,
    place: str,
    columns: msgspec.Struct,
    known: Mapping[str, targets.Target],
    section_file: p.FileOptions,
) -> Iterator[str]:
    options = merged(section_file, profile.file)
    specs = specs_of(columns)
    for name, target in known.items():
        if target.required and name not in specs:
            yield (
                f"[{place}.columns] lacks '{name}', which every row needs. Name its column, or give it a "
                "value."
            )
    seen: dict[str | int, str] = {}
    for name, spec in specs.items():
        if name not in known:
            continue  # said elsewhere
        yield from _spec_problems(profile, f"[{place}.columns] {name}", spec, known[name], options)
        for column in columns_of(spec):
            first = seen.setdefault(column, name)
            if first != name and not spec.shared:
                yield (
                    f"[{place}.columns] the column {column!r} is named twice, for {first} and {name}. If "
                    "that is meant, "
                    f"write {name} = {{ column = {_toml(column)}, shared = true }}."
                )


def _spec_problems(
    profile: p.Profile, place: str, spec: p.ColumnSpec, target: targets.Target, options: p.FileOptions
) -> Iterator[str]:
    sources = [key for key in ("column", "join", "value") if getattr(spec, key) is not None]
    if len(sources) != 1:
        found = " and ".join(sources) if sources else "none of them"
        yield f"{place} needs exactly one of column, join and value; found {found}."
    if spec.join is not None and (len(spec.join) < 2 or len(set(spec.join)) != len(spec.join)):
        yield f"{place} join needs two columns or more, each named once."
    if spec.with_ is not None and spec.join is None:
        yield (
            f"{place} has 'with', which only says what stands between joined columns. Use join, or remove it."
        )
    for column in columns_of(spec):
        yield from _reference_problems(place, column, options)
    if isinstance(spec.map, str) and spec.map not in profile.maps:
        yield f"{place} uses the map '{spec.map}', which is not there. Add [maps.{spec.map}]."
    if spec.unmapped != "reject" and spec.map is None:
        yield f"{place} has 'unmapped' but no 'map'. Add the map, or remove it."
    if spec.value is not None:
        extra = [
            key
            for key in ("map", "default", "remove_prefix", "remove_suffix", "case")
            if getattr(spec, key) is not None
        ]
        if extra:
            yield f"{place} is a constant value, so {' and '.join(extra)} can do nothing. Remove."
    if target.holds not in ("number", "amount", "quantity", "count"):
        extra = [key for key in ("decimal", "thousands") if getattr(spec, key) is not None]
        if extra:
            yield f"{place} holds no number, so {' and '.join(extra)} can do nothing. Remove."
    if spec.round is not None and (target.holds not in ("number", "amount") or not 0 <= spec.round <= 6):
        yield f"{place} round is for prices, amounts and measures, from 0 to 6 decimals."
    if spec.dates is not None and target.holds != "date":
        yield f"{place} holds no date, so 'dates' can do nothing. Remove."
    own = p.FileOptions(decimal=spec.decimal, thousands=spec.thousands, dates=spec.dates)
    yield from _mark_problems(place, own, options)


def _reference_problems(place: str, column: str | int, options: p.FileOptions) -> Iterator[str]:
    if isinstance(column, int):
        if column < 1:
            yield f"{place}: position {column} does not exist; the first column is 1."
    elif not options.header:
        yield (
            f"{place} names the column {column!r}, but the file has no header. Give its position (1 is the "
            "first "
            "column), or say header = true."
        )
    elif column != column.strip() or not column:
        yield (
            f"{place}: the column name {column!r} is empty or has blanks around it. Headers are compared "
            "without them."
        )


def _skip_problems(place: str, rules: list[p.Skip], options: p.FileOptions) -> Iterator[str]:
    for rule in rules:
        told = [bool(rule.values), bool(rule.prefix), rule.empty]
        if sum(told) != 1:
            yield (
                f'[{place}] skip on {rule.column!r} needs exactly one of values = [...], prefix = "..." '
                "and empty = true."
            )
        yield from _reference_problems(f"[{place}] skip", rule.column, options)


def _file_problems(place: str, options: p.FileOptions, base: p.FileOptions) -> Iterator[str]:
    if options.encoding is not None:
        try:
            name = codecs.lookup(options.encoding).name
        except (LookupError, ValueError):
            name = ""
        if name not in {codecs.lookup(known).name for known in ENCODINGS}:
            yield f"[{place}] encoding '{options.encoding}' is not known. Use one of {', '.join(ENCODINGS)}."
    if options.quote is not None and (
        len(options.quote) > 1 or (options.quote and options.quote in " ,;|\t\r\n\0")
    ):
        yield f"[{place}] quote must be one mark such as '\"', or empty where the file has no quotes."
    if options.skip_lines is not None and not 0 <= options.skip_lines <= 1000:
        yield f"[{place}] skip_lines must be from 0 to 1000."
    yield from _mark_problems(f"[{place}]", options, base)


def _mark_problems(place: str, own: p.FileOptions, base: p.FileOptions) -> Iterator[str]:
    """Problems with number marks and dates where `own` gives any of them."""
    used = merged(own, base)
    if own.decimal is not None and own.decimal not in (".", ","):
        yield f'{place} decimal must be "." or ",", found {own.decimal!r}.'
    if own.thousands is not None and own.thousands not in THOUSANDS:
        yield f"{place} thousands must be empty or one of . , ' and a space, found {own.thousands!r}."
    if (own.decimal is not None or own.thousands is not None) and used.decimal == used.thousands:
        yield (
            f"{place} has the same mark {used.decimal!r} for decimals and for thousands, so "
            f"1{used.decimal}234 could be "
            "read in two ways. Change one of them."
        )
    if own.dates is not None:
        if not own.dates:
            yield f'{place} dates is an empty list. Write a format such as "%d/%m/%Y".'
        for form in own.dates:
            try:
                date_pattern(form)
            except ValueError as error:
                yield f"{place} {error}."
        yield from _ambiguous_dates(place, own.dates)


def _ambiguous_dates(place: str, forms: list[str]) -> Iterator[str]:
    for index, first in enumerate(forms):
        for second in forms[index + 1 :]:
            for sample in _SAMPLES:
                text = ""
                try:
                    text = sample.strftime(first)
                    other = parse_date(text, (second,))
                except ValueError:
                    continue
                if other != sample:
                    yield (
                        f"{place} dates {first!r} and {second!r} read {text} as two different days. Keep "
                        "one of them, "
                        "or give a column its own 'dates'."
                    )
                    break


def _currency_problems(place: str, text: str) -> Iterator[str]:
    if not is_currency(text):
        yield f"{place}: currency {text!r} is not an ISO 4217 code such as EUR or USD."


def _toml(column: str | int) -> str:
    return str(column) if isinstance(column, int) else f'"{column}"'
