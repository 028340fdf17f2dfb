"""What hangs on racks, people and benches: labels of places and boxes, badges, command cards; drawn, kept, and printed."""

from __future__ import annotations

import sqlalchemy as sa

from app.documents import document
from app.documents.content import BadgeCard, CommandCard, CommandEntry, PlaceLabel, PlaceLabels
from app.documents.words import Language
from app.domain.permissions import Permission
from app.errors import BadInput, NotFound, Refused
from app.models import AppMeta, AppUser, Carton, Location
from app.services.context import Context
from app.services.labels import Stored, store_paper

MOST_PLACES = 1400
"""Labels a job: a hundred sheets."""

_PLACES = sa.select(Location.id, Location.code, Location.barcode).where(
    Location.id.in_(sa.bindparam("ids", expanding=True))
)
_CARTONS = sa.select(Carton.id, Carton.code, Carton.barcode).where(
    Carton.id.in_(sa.bindparam("ids", expanding=True))
)
_PERSON = sa.select(AppUser.name, AppUser.badge, AppUser.language).where(
    AppUser.login == sa.bindparam("login")
)
_COMPANY = sa.select(AppMeta.company)


class NoBadge(Refused):
    """There is nothing to print yet."""

    code = "badge.none"


def print_location_labels(ctx: Context, location_ids: tuple[int, ...]) -> Stored:
    """Draw the labels of places in the order given, keep them and send them to the printer.

    Raises:
        NotAllowed: the right to print is missing.
        NotFound: one of the places is not there.
        BadInput: no place is named, or more than a hundred sheets would be needed.
        DoesNotFit, NotPrintable: a code cannot be set; names the field.
    """
    ctx.require(Permission.PAPER_PRINT)
    _refuse_many(len(location_ids))
    with ctx.reading() as connection:
        found = {row.id: row for row in connection.execute(_PLACES, {"ids": list(location_ids)})}
    if missing := [one for one in location_ids if one not in found]:
        raise NotFound(f"There is no location {missing[0]}.", hint="Look it up again.", id=missing[0])
    places = tuple(PlaceLabel(found[one].code, found[one].barcode) for one in location_ids)
    pdf = document("location_labels").render(PlaceLabels(places))
    title = places[0].code if len(places) == 1 else f"{places[0].code} - {places[-1].code}"
    return store_paper(ctx, "location_labels", title, pdf)


def print_badge(ctx: Context, login: str) -> Stored:
    """Draw a person's badge in their language, keep it and send it to the printer.

    Raises:
        NotAllowed: the right to administer people is missing.
        NotFound: there is no such person.
        NoBadge: they have none yet.
        DoesNotFit, NotPrintable: the name cannot be set.
    """
    ctx.require(Permission.USER_ADMIN)
    with ctx.reading() as connection:
        row = connection.execute(_PERSON, {"login": login}).first()
        company = str(connection.execute(_COMPANY).scalar_one_or_none() or "")
    if row is None:
        raise NotFound(
            f"There is nobody with the login {login}.", hint="Look at the list of people.", login=login
        )
    if not row.badge:
        raise NoBadge(f"{login} has no badge yet.", hint="Make one first.", login=login)
    language: Language = "fr" if row.language == "fr" else "en"
    card = BadgeCard(row.name, row.badge, company, language)
    return store_paper(ctx, "badge_card", login, document("badge_card").render(card))


def print_command_card(
    ctx: Context, title: str, entries: tuple[CommandEntry, ...], language: Language = "en"
) -> Stored:
    """Draw the command card of a screen, keep it and send it to the printer.

    Args:
        ctx: The person.
        title: How the screen is called, in the card's language.
        entries: Its commands, their words in the card's language.
        language: Of the card.

    Raises:
        NotAllowed: the right to print is missing.
        BadInput, DoesNotFit, NotPrintable: the card cannot be set.
    """
    ctx.require(Permission.PAPER_PRINT)
    pdf = document("command_card").render(CommandCard(title, entries, language))
    return store_paper(ctx, "command_card", title, pdf)


def print_carton_labels(ctx: Context, carton_ids: tuple[int, ...]) -> Stored:
    """Draw the barcodes of boxes for the packing bench, on the sheets of the places' labels, and send them to the printer.

    Raises:
        NotAllowed: the right to print is missing.
        NotFound: one of the boxes is not there.
        BadInput: no box is named, or more than a hundred sheets would be needed.
        DoesNotFit, NotPrintable: a code cannot be set; names the field.
    """
    ctx.require(Permission.PAPER_PRINT)
    _refuse_many(len(carton_ids))
    with ctx.reading() as connection:
        found = {row.id: row for row in connection.execute(_CARTONS, {"ids": list(carton_ids)})}
    if missing := [one for one in carton_ids if one not in found]:
        raise NotFound(f"There is no carton {missing[0]}.", hint="Look it up again.", id=missing[0])
    labels = tuple(PlaceLabel(found[one].code, found[one].barcode) for one in carton_ids)
    pdf = document("location_labels").render(PlaceLabels(labels))
    title = labels[0].code if len(labels) == 1 else f"{labels[0].code} - {labels[-1].code}"
    return store_paper(ctx, "location_labels", title, pdf)


def _refuse_many(labels: int) -> None:
    if labels > MOST_PLACES:
        raise BadInput(
            f"{labels} labels are more than one job may have.",
            hint=f"Print at most {MOST_PLACES} at once.",
            places=labels,
        )
