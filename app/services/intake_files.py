"""One file taken in, whatever it is: as the orders in it, or as a message that says why a person has to read it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.errors import BadInput, NotFound
from app.integrations.channels.loading import SHIPPED_PROFILES, load_profile
from app.integrations.channels.orders.profile_table import read_table
from app.integrations.channels.reading import Oddity, OrderReading, ReadParty
from app.services.context import Context
from app.services.intake import MOST_BYTES, Arrived, file_orders, file_readings
from app.services.intake_terms import FiledMessage, TooLarge

MOST_NOTE = 2_000
_MEDIA = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".eml": "message/rfc822",
    ".xml": "application/xml",
    ".csv": "text/csv",
}


@dataclass(frozen=True, slots=True)
class Way:
    """How files of a source are read: by a channel, by a profile, or by what they look like."""

    source_id: int | None = None
    name: str = ""
    channel: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """What is known of a file besides what stands in it; `note` is what the letter around it said."""

    name: str
    key: str
    sender: str = ""
    subject: str = ""
    note: str = ""


def take_file(ctx: Context, way: Way, came: Came, data: bytes) -> tuple[FiledMessage, ...]:
    """File the orders of a file, or the file as something that a person has to read; never neither.

    The same thing again (`came.key`) gives what was filed before.

    Raises:
        NotAllowed: the person may not take orders in.
    """
    try:
        if way.channel == "table" or (way.profile and not way.channel):
            return file_table(ctx, way, came, data)
        return file_orders(
            ctx,
            came.name,
            data,
            channel=way.channel,
            source_id=way.source_id,
            sender=came.sender,
            subject=came.subject,
            key=came.key,
        )
    except TooLarge:
        size = str(max(1, len(data) // 1024**2))
        odd = Oddity("too_large", "stops", facts={"size": size, "where": came.name})
        return file_unread(ctx, way, came, f"{came.name}: {len(data)} bytes".encode(), odd)
    except (BadInput, NotFound) as error:
        odd = Oddity("not_read", "stops", facts={"problem": error.message})
        return file_unread(ctx, way, came, data, odd)


def file_table(ctx: Context, way: Way, came: Came, data: bytes) -> tuple[FiledMessage, ...]:
    """File the orders of a CSV, TSV or XLSX file that an import profile describes.

    Raises:
        NotFound: there is no such profile.
        BadInput: the file does not fit it; the sentence says where.
        NotAllowed: the person may not take orders in.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(came.name, f"{len(data) // 1024**2} MB", str(MOST_BYTES // 1024**2))
    if not way.profile:
        raise BadInput(
            f"{came.name} is a table, and no import profile says what its columns are.",
            hint="Name a profile in the settings of the source.",
            field="profile",
        )
    readings = read_table(load_profile(way.profile, (SHIPPED_PROFILES,)), way.profile, came.name, data)
    arrived = Arrived(
        came.name, "table", "", way.source_id, came.sender, came.subject, came.key, _short(way.profile)
    )
    return file_readings(ctx, arrived, data, readings, media_of(came.name))


def file_unread(ctx: Context, way: Way, came: Came, data: bytes, odd: Oddity) -> tuple[FiledMessage, ...]:
    """File something as it came, for a person to read: its lines are typed when it is mended.

    Raises:
        NotAllowed: the person may not take orders in.
    """
    number = hashlib.sha256(came.key.encode() + data).hexdigest()[:8].upper()
    reading = OrderReading(
        "other",
        number,
        f"other:{way.name or came.sender or 'file'}",
        ReadParty(email=came.sender),
        (),
        reference="",
        internal_note=came.note[:MOST_NOTE],
        oddities=(odd,),
    )
    arrived = Arrived(came.name, "other", "", way.source_id, came.sender, came.subject, came.key)
    return file_readings(ctx, arrived, data, [reading], media_of(came.name))


def media_of(name: str) -> str:
    """The kind of a file by its name; what is not known is bytes."""
    return _MEDIA.get(Path(name).suffix.lower(), "application/octet-stream")


def _short(profile: str) -> str:
    return Path(profile).name.removesuffix(".toml") if profile.endswith(".toml") else profile
