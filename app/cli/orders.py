"""`import orders --channel C FILE...`: messages of other programs and of shops, filed and entered without a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.cli.terminal import Terminal
from app.errors import AppError
from app.integrations.channels.reading import Oddity
from app.services.context import Context
from app.services.intake import MOST_BYTES, accept_message, file_orders, preview_orders
from app.services.intake_terms import FiledMessage, TooLarge
from app.services.intake_words import oddity_text

CHANNELS = ("edifact", "ubl", "shopify", "woocommerce", "amazon", "auto")
"""What --channel takes; `auto` finds out by the content."""
MOST_SHOWN = 50


@dataclass(slots=True)
class _Report:
    """What is printed in the end; its fields are those of the JSON object."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[dict[str, Any]] = field(default_factory=list)
    rejected: list[dict[str, Any]] = field(default_factory=list)

    def warn(self, file: str, order: str, oddities: Sequence[Oddity]) -> None:
        for odd in oddities:
            self.warnings.append(
                {
                    "file": file,
                    "order": order,
                    "line": odd.line,
                    "code": odd.code,
                    "severity": odd.severity,
                    "facts": dict(odd.facts),
                    "text": oddity_text(odd),
                }
            )

    def refuse(self, file: str, order: str, refusal: AppError) -> None:
        self.warnings.append(
            {
                "file": file,
                "order": order,
                "line": "",
                "code": refusal.code,
                "severity": "stops",
                "facts": {name: str(value) for name, value in refusal.facts.items()},
                "text": str(refusal),
            }
        )


def run_orders(
    terminal: Terminal,
    ctx: Context,
    channel: str,
    files: Sequence[Path],
    *,
    warehouse: str = "",
    dry_run: bool = False,
    json: bool = False,
) -> int:
    """File the orders of each file and enter those that nothing stops; 0 when every file was read, 1 when one was refused.

    An order that must be mended first waits in the queue, and so does a conflict: both are named in the report.
    """
    channel = "" if channel == "auto" else channel
    report = _Report()
    for path in files:
        try:
            data = _bytes(path)
            if dry_run:
                _preview(ctx, report, path.name, data, channel, warehouse)
            else:
                for filed in file_orders(ctx, path.name, data, channel=channel, warehouse=warehouse):
                    _accept(ctx, report, path.name, filed)
        except AppError as refusal:
            report.rejected.append({"file": path.name, "code": refusal.code, "reason": str(refusal)})
    _print(terminal, report, json=json, dry_run=dry_run)
    return 1 if report.rejected else 0


def _bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        TooLarge: it is longer than any file of orders; it is not read then.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise TooLarge(path.name, f"{size // 1024**2} MB", f"{MOST_BYTES // 1024**2} MB")
    return path.read_bytes()


def _accept(ctx: Context, report: _Report, file: str, filed: FiledMessage) -> None:
    """Enter what can be entered, and tell what became of it."""
    state, number, total, currency = filed.state, filed.order, None, ""
    report.warn(file, filed.number, filed.oddities)
    if filed.ready:
        try:
            entered = accept_message(ctx, filed.message_id, op_key=f"intake:{filed.message_id}:accept")
            state, number, total, currency = "accepted", entered.number, entered.total, entered.currency
        except AppError as refusal:
            report.refuse(file, filed.number, refusal)
    elif filed.duplicate_of:
        state = "duplicate"
    elif filed.known and state == "accepted":
        state = "duplicate"
        report.warn(file, filed.number, [Oddity("duplicate", facts={"of": number})])
    report.messages.append(
        {
            "file": file,
            "order": filed.number,
            "state": state,
            "message": filed.message_id,
            "number": number or None,
            "total": total,
            "currency": currency or None,
        }
    )


def _preview(ctx: Context, report: _Report, file: str, data: bytes, channel: str, warehouse: str) -> None:
    """Say what would become of a file."""
    for reading, meant in preview_orders(ctx, file, data, channel=channel, warehouse=warehouse):
        report.warn(file, reading.number, meant.oddities)
        report.messages.append(
            {
                "file": file,
                "order": reading.number,
                "state": "waiting" if meant.stops else "accepted",
                "message": None,
                "number": None,
                "total": meant.sums.total if meant.sums else None,
                "currency": meant.currency or None,
            }
        )


def _print(terminal: Terminal, report: _Report, *, json: bool, dry_run: bool) -> None:
    states = Counter(message["state"] for message in report.messages)
    counts = {
        "orders": states["accepted"],
        "waiting": states["waiting"],
        "conflicts": states["conflict"],
        "duplicates": states["duplicate"],
        "refused": states["refused"],
    }
    if json:
        parts = {"messages": report.messages, "warnings": report.warnings, "rejected": report.rejected}
        terminal.json(counts | parts)
    else:
        words = ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing"
        terminal.say(f"{'A dry run; it would come to' if dry_run else 'Filed'}: {words}.")
        for message in report.messages[:MOST_SHOWN]:
            number = f" as {message['number']}" if message["number"] else ""
            terminal.say(f"{message['file']}, order {message['order']}: {message['state']}{number}")
        for warning in report.warnings[:MOST_SHOWN]:
            line = f", line {warning['line']}" if warning["line"] else ""
            terminal.warn(f"{warning['file']}, order {warning['order']}{line}: {warning['text']}")
        if len(report.warnings) > MOST_SHOWN or len(report.messages) > MOST_SHOWN:
            terminal.warn("... and more; --json names all.")
    for refused in report.rejected:
        terminal.warn(f"Refused: {refused['reason']}")
