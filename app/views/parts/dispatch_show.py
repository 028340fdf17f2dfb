"""Puts what the dispatch bench knows onto its pages, in the language that is set."""

from __future__ import annotations

from app.qt.benchkit import RowText, Scanned
from app.qt.format import count, hour, weight
from app.qt.words import said, tr, trn
from app.queries.dispatch import Choice, Loading, PickUp, WaitingParcel
from app.queries.pallets import PalletRow
from app.queries.untold import COME
from app.views.parts.dispatch_panels import GonePage, Line, ListPage, LoadPage, SignPage
from app.views.parts.dispatch_state import Ramp
from app.views.parts.dispatch_state import Row as Opened
from app.views.parts.dispatch_words import PALLETS, SCANS, STATES
from app.views.parts.packing_words import clock

SHOWN = 6
"""Rows of a card on the pages that show two of them."""


def _note(ramp: Ramp, manifest_id: int | None = None) -> str:
    """What else is to be known: of the last step, else what the carrier of this pick-up (in the list: of any) was not told."""
    said_last = ramp.note()
    if said_last:
        return said_last
    # Where the carrier knows neither, the later step is named.
    for one in sorted(ramp.around.untold, key=lambda one: one.kind == COME):
        if manifest_id in (None, one.manifest_id):
            facts = {"carrier": one.carrier, "number": one.number, "why": said(one.trouble)}
            if one.kind == COME:
                return tr("{carrier} was not asked to come for {number} yet. {why}", **facts)
            return tr("{carrier} does not know yet what goes with {number}. {why}", **facts)
    return ""


def show_list(page: ListPage, ramp: Ramp) -> None:
    """No pick-up is at hand."""
    words, state = ramp.tag()
    page.verdict.set(words, state)
    page.panel.set_state(state)
    note = _note(ramp)
    page.note.say(note)
    page.note.setVisible(bool(note))
    page.counter.set(ramp.waiting, 0)
    page.words.say(tr("parcels to be loaded today"))
    rows, chosen = ramp.rows, ramp.chosen
    page.list.set_title(tr("Pick-ups today"))
    untold = {one.manifest_id for one in ramp.around.untold}
    page.list.show_rows([_row(one, untold) for one in rows], rows.index(chosen) if chosen is not None else 0)
    if chosen is None:
        words = tr("Under Carriers, add who fetches parcels here.")
        page.instruction.set(tr("No carrier fetches here"), "truck", detail=words)
    elif isinstance(chosen, Choice):
        words = tr("Open a pick-up of {carrier}", carrier=chosen.carrier)
        page.instruction.set(words, "truck", detail=tr("or scan a pick-up's paper"), key="Return")
    else:
        number = chosen.number if isinstance(chosen, PickUp) else tr("pallet {sscc}", sscc=chosen.sscc[-7:])
        detail = tr("Enter opens {number}.", number=number)
        page.instruction.set(tr("Scan a parcel or a pick-up"), detail=detail, key="Return")


def _row(one: Opened, untold: set[int]) -> RowText:
    if isinstance(one, PalletRow):
        words, tone = PALLETS[one.state]
        name = tr("Pallet of {carrier}", carrier=one.carrier) if one.carrier else tr("Empty pallet")
        return RowText(name, one.sscc, trn("%n parcels", one.parcels), tr(words), _ink(tone))
    if isinstance(one, Choice):
        before = tr("before {time}", time=one.cut_off) if one.cut_off else ""
        waiting = trn("%n parcels wait", one.waiting) if one.waiting else tr("nothing waits")
        return RowText(one.carrier, tr("New pick-up"), before, waiting, "warn" if one.waiting else "text2")
    words, tone = STATES[one.state]
    number = ", ".join(part for part in (one.number, one.vehicle) if part)
    if one.state == "open":
        done = tr("{done} of {all} loaded", done=count(one.loaded), all=count(one.expected))
        return RowText(one.carrier, number, done, tr(words), _ink(tone))
    state = tr(words)
    if one.handed_at is not None:
        state = tr("{state} at {time}", state=state, time=hour(one.handed_at))
    if one.manifest_id in untold:
        return RowText(one.carrier, number, state, tr("Carrier not told"), "warn")
    return RowText(one.carrier, number, trn("%n parcels", one.loaded), state, _ink(tone))


def _ink(tone: str) -> str:
    return "accent_text" if tone == "accent" else tone


def _header(page: LoadPage | SignPage | GonePage, pick_up: PickUp) -> None:
    right = ", ".join(part for part in (pick_up.warehouse, pick_up.vehicle) if part)
    page.header.set(pick_up.carrier, pick_up.number, right, trn("%n parcels", pick_up.loaded))


def show_load(page: LoadPage, ramp: Ramp, at: Loading) -> None:
    """A pick-up is being loaded."""
    words, state = ramp.tag()
    page.verdict.set(words, state)
    page.panel.set_state(state)
    page.at.say(clock(at.scans[0].at) if at.scans else "")
    note = _note(ramp, at.pick_up.manifest_id)
    page.note.say(note)
    page.note.setVisible(bool(note))
    pick_up = at.pick_up
    _header(page, pick_up)
    last = at.loaded[0] if at.loaded else None
    seen = last is not None and ramp.loaded
    page.name.say(_where(last) if last is not None and seen else pick_up.carrier)
    page.code.say(_codes(last) if last is not None and seen else pick_up.number)
    whole = pick_up.loaded > 0 and not pick_up.missing
    tone = "good" if whole else "accent_text"
    page.counter.set(pick_up.loaded, pick_up.expected, tone)
    page.words.say(tr("on the truck"))
    page.progress.set(pick_up.loaded, pick_up.expected, "good" if whole else "accent")
    if ramp.question == "cancel":
        detail = trn("%n parcels are taken off and wait for another one.", pick_up.loaded)
        words = tr("Give {number} up?", number=pick_up.number)
        page.instruction.set(words, "alert-triangle", detail=detail, key="Return")
    elif ramp.off:
        page.instruction.set(tr("Scan the parcel to take off"), detail=tr("F4 goes on loading."), key="F4")
    elif whole:
        page.instruction.set(tr("All are loaded: close it"), "truck", key="F10")
    else:
        page.instruction.set(tr("Scan each parcel onto the truck"))
    title = tr("Missing") if pick_up.missing else tr("Nothing is missing")
    page.missing.set_title(title, count(pick_up.missing) if pick_up.missing else "")
    more = pick_up.missing - sum(one.parcels or 1 for one in at.missing[:SHOWN])
    lines = [_line(one, "warn" if one.labelled else "stop", "clock") for one in at.missing[:SHOWN]]
    if more > 0:
        lines.append((trn("and %n more", more), "", "text2", ""))
    page.missing.set_lines(lines)
    page.loaded.set_title(tr("On the truck"), count(pick_up.loaded))
    page.loaded.set_lines([_line(one, "good", "check-circle") for one in at.loaded[:4]])
    page.log.set_title(tr("Last scans"))
    page.log.set(
        [
            Scanned(said(one.message), clock(one.at), *SCANS.get(one.verdict, ("stop", "stop")))
            for one in at.scans[:3]
        ]
    )
    page.log.setVisible(bool(at.scans))


def _where(parcel: WaitingParcel) -> str:
    return parcel.town or parcel.shipment or tr("Pallet")


def _codes(parcel: WaitingParcel) -> str:
    if parcel.parcels:
        return f"{trn('%n parcels', parcel.parcels)}    {parcel.sscc}"
    number = tr("{shipment}, parcel {position}", shipment=parcel.shipment, position=parcel.position)
    return f"{number}    {parcel.tracking or parcel.sscc}"


def _line(parcel: WaitingParcel, tone: str, icon: str) -> Line:
    if parcel.parcels:
        words = tr("Pallet …{sscc}", sscc=parcel.sscc[-7:])
        count_words = trn("%n parcels", parcel.parcels)
        return words, count_words if parcel.labelled else tr("no label"), tone, icon
    words = tr("{shipment}, parcel {position}", shipment=parcel.shipment, position=parcel.position)
    right = parcel.town if parcel.labelled else tr("no label")
    return words, right, tone, icon


def show_sign(page: SignPage, ramp: Ramp, at: Loading) -> None:
    """A closed pick-up waits for its driver."""
    words, state = ramp.tag()
    page.verdict.set(words, state)
    page.panel.set_state(state)
    page.note.say(ramp.note())
    page.note.setVisible(bool(ramp.note()))
    pick_up = at.pick_up
    _header(page, pick_up)
    page.driver_words.say(tr("Driver's name"))
    page.vehicle_words.say(tr("Number plate"))
    page.driver.setAccessibleName(tr("Driver's name"))
    page.vehicle.setAccessibleName(tr("Number plate"))
    page.vehicle.setPlaceholderText(pick_up.vehicle)
    if ramp.question == "partly":
        words = tr("Hand over without them?")
        detail = tr("Those shipments stay open until the rest leaves.")
        page.instruction.set(words, "alert-triangle", detail=detail, key="Return")
    else:
        detail = tr("Without a pointer the name alone will do.")
        page.instruction.set(tr("Let the driver sign, then press Enter"), "edit", detail=detail, key="Return")
    page.facts.set_title(tr("Hand over"), pick_up.number)
    facts = [
        (trn("%n parcels", pick_up.loaded), weight(pick_up.weight_g), "text", "parcel"),
        (tr("Manifest"), tr("at the printer"), "text", "print"),
    ]
    if any(one.manifest_id == pick_up.manifest_id for one in ramp.around.untold):
        # Short, for the room is the signature's; the reason stands in the list.
        facts.append((tr("Carrier not told"), tr("F5 tells again"), "warn", "alert-triangle"))
    page.show_facts(facts)
    page.loaded.set_title(tr("On the truck"), count(pick_up.loaded))
    lines = [_line(one, "good", "check-circle") for one in at.loaded[:SHOWN]]
    if (more := pick_up.loaded - sum(one.parcels or 1 for one in at.loaded[:SHOWN])) > 0:
        lines.append((trn("and %n more", more), "", "text2", ""))
    page.loaded.set_lines(lines)


def show_gone(page: GonePage, ramp: Ramp, at: Loading) -> None:
    """A pick-up is the carrier's."""
    pick_up, handed = at.pick_up, ramp.handed
    _header(page, pick_up)
    if ramp.question == "back":
        detail = tr("Only where the truck did not leave: its goods stand here again, orders are open again.")
        page.panel.set(tr("Take it back?"), detail, "warn")
    else:
        page.panel.set(tr("Handed over"), tr("The parcels are on their way"))
    page.parcels.set(
        tr("Parcels"), count(pick_up.loaded), weight(pick_up.weight_g), icon="parcel", tone="text"
    )
    signed = tr("signed on the screen") if pick_up.signed else tr("by name")
    when = hour(pick_up.handed_at) if pick_up.handed_at is not None else ""
    who = pick_up.driver or tr("The driver")
    detail = ", ".join(part for part in (when, signed, pick_up.vehicle) if part)
    page.who.set(tr("Received by"), who, detail, icon="person", tone="text")
    page.paper.set(tr("Proof"), tr("At the printer"), tr("F7 prints a copy"), icon="print", tone="text")
    note = _note(ramp, pick_up.manifest_id)
    if handed is not None and handed.staying:
        note = tr("Still open: {numbers}", numbers=", ".join(handed.staying[:3]))
    page.note.say(note)
    page.note.setVisible(bool(note))
    if ramp.question == "back":
        page.following.set(tr("Take the hand-over back"), "undo", key="Return")
    elif ramp.waiting:
        page.following.set(
            tr("Next: back to the pick-ups"),
            "truck",
            right=trn("%n parcels wait", ramp.waiting),
            key="Return",
        )
    else:
        page.following.set(tr("Nothing else waits today"), "check-circle", key="Return")
