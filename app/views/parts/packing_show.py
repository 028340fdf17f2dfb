"""Puts what the packing bench knows onto its pages, in the language that is set."""

from __future__ import annotations

from app.qt.benchkit import Choice
from app.qt.format import count, size, weight
from app.qt.words import said, tr, trn
from app.queries.bench import AtBench, Item, Paper
from app.views.parts.packing_cards import into_choices, show_cards
from app.views.parts.packing_lessons import lesson
from app.views.parts.packing_panels import DonePage, WaitingPage, WorkPage
from app.views.parts.packing_state import Bench
from app.views.parts.packing_words import (
    HOW,
    PARKED,
    PROBLEMS,
    WEIGHT_REASONS,
    Mode,
    against,
    clock,
    due,
    lots,
    parse_weight,
)
from app.views.parts.printers import printer_words

CHOOSES = ("which", "how", "off", "box", "park", "into")
"""Questions with a few answers, each with its figure."""
_PAPER = {
    "waiting": ("warn", "clock"),
    "printing": ("warn", "print"),
    "printed": ("good", "check-circle"),
    "failed": ("stop", "alert-triangle"),
    "cancelled": ("text2", "close"),
}
"""Tone and icon of a paper at the printer."""


def show_waiting(page: WaitingPage, bench: Bench, me: str) -> None:
    """Nothing lies on the bench."""
    words, state = bench.tag()
    page.verdict.set(words, state)
    page.panel.set_state(state)
    note = bench.note() or (lesson("waiting", bench.weighing) if bench.training else "")
    page.note.say(note)
    page.note.setVisible(bool(note))
    page.show_queue(bench.queue, bench.chosen_at, me)
    page.finder_words.say(tr("No scanner at hand? Type a number, then Enter."))
    page.finder.setAccessibleName(tr("Number of a pick list, tote, order or parcel"))
    page.finder.setPlaceholderText(bench.chosen)
    question = bench.question
    if question is not None:
        page.instruction.set(
            tr("Scan another one, or press F3"),
            "hand",
            detail=tr("F3 packs {number} together with {who}.", number=question.number, who=question.who),
            key="F3",
        )
    elif bench.queue.total:
        page.instruction.set(tr("Scan a pick list, tote, order or parcel"))
    else:
        words = tr("Picked shipments appear here by themselves.")
        page.instruction.set(tr("Nothing waits"), "check-circle", detail=words)


def _header(page: WorkPage | DonePage, scene: AtBench, right: str, detail: str) -> None:
    title = tr("Order {number}", number=scene.order_number or scene.number)
    page.header.set(title, ", ".join(part for part in (scene.customer, scene.town) if part), right, detail)


def show_work(page: WorkPage, bench: Bench, scene: AtBench) -> None:
    """A shipment is being packed."""
    words, state = bench.tag()
    item, parcel = bench.item, bench.parcel
    page.verdict.set(words, state)
    page.panel.set_state(state)
    page.at.say(clock(scene.scans[0].at) if scene.scans else "")
    page.note.say(bench.note())
    page.note.setVisible(bool(bench.note()))
    before = tr("before {time}", time=scene.cut_off) if scene.cut_off else ""
    position = parcel.position if parcel is not None else len(scene.parcels) + 1
    leaves = ", ".join(part for part in (scene.carrier, before) if part)
    _header(page, scene, tr("Parcel {position}", position=position), leaves)
    if item is not None:
        page.picture.set(bench.pictures.get(item.product_id), item.name)
        if bench.mode is Mode.CLOSING:
            _show_totals(page, bench, scene)
        else:
            page.name.say(item.name)
            page.code.say("    ".join(part for part in (item.sku, lots(item)) if part))
            page.counter.set(item.packed, item.picked)
            page.progress.set(item.packed, item.picked)
        _ask(page, bench, item)
    show_cards(page, bench, scene)


def _show_totals(page: WorkPage, bench: Bench, scene: AtBench) -> None:
    left = bench.left
    done = tr("Everything is packed")
    page.name.say(trn("%n pieces are left for another parcel", left) if left else done)
    page.code.say(scene.number)
    page.counter.set(scene.packed, scene.picked, "accent_text" if left else "good")
    page.progress.set(scene.packed, scene.picked, "accent" if left else "good")


def _ask(page: WorkPage, bench: Bench, item: Item) -> None:
    """The one instruction, or the question that is open, with its field or its answers."""
    question = bench.question
    asked = question.kind if question is not None else "weight" if bench.mode is Mode.CLOSING else ""
    if asked in CHOOSES:
        _prepare(page, bench, item, asked)
        _choose(page, bench, item, asked)
        return
    if asked == "weight" and bench.parcel is None:
        asked = "finish"
    _prepare(page, bench, item, asked)
    if asked == "weight":
        show_weight(page, bench)
    elif asked == "finish":
        page.instruction.set(tr("Finish the shipment"), "packing", key="Return")
    elif asked == "quantity":
        page.instruction.set(tr("How many does the next scan count?"), "quantity", key="Return")
    elif asked == "problem":
        page.instruction.set(tr("How many are wrong?"), "alert-triangle", key="Return")
    elif asked == "serial":
        page.instruction.set(
            tr("Scan the damaged piece"), detail=tr("Its serial number says which {sku} it is.", sku=item.sku)
        )
    elif asked == "out":
        page.instruction.set(tr("Scan what comes out"), "undo", detail=tr("It lies on the bench again then."))
    elif asked == "move":
        detail = trn("The next scan counts %n times", bench.quantity) if bench.quantity > 1 else ""
        page.instruction.set(
            tr("Scan what is moved"), "arrow-right", detail=detail or tr("Then say into which parcel.")
        )
    elif bench.fetch:
        detail = trn("Then scan %n more", item.left)
        page.instruction.set(tr("Fetch it at {places}", places=bench.fetch), "shelf", detail=detail)
    else:
        detail = trn("The next scan counts %n times", bench.quantity) if bench.quantity > 1 else ""
        page.instruction.set(trn("Scan %n more", item.left), detail=detail)


def _choose(page: WorkPage, bench: Bench, item: Item, asked: str) -> None:
    """A question with a few answers, each with its figure."""
    question = bench.question
    assert question is not None
    what = f"{count(question.qty)}  {item.name}"
    titles = {
        "which": (tr("What is wrong? Press 1 or 2"), what),
        "how": (tr("What is to be done? 1, 2 or 3"), what),
        "off": (
            tr("Weigh again, or say why"),
            f"{weight(question.qty)}, "
            + against(question.qty, question.expected_g, _permille(bench), _grams(bench))[0],
        ),
        "box": (tr("Which box? Scan it, or press its figure"), ""),
        "into": (tr("Into which parcel?"), what),
        "park": (tr("Park it: why?"), tr("What is packed stays packed. Enter: goes on later.")),
    }
    words, detail = titles[asked]
    key = "Return" if asked in ("off", "park") else ""
    icon = {"off": "scale", "box": "parcel", "park": "hand", "into": "arrow-right"}.get(
        asked, "alert-triangle"
    )
    page.instruction.set(words, icon, detail=detail, key=key)


def _permille(bench: Bench) -> int:
    return bench.scene.tolerance_permille if bench.scene is not None else 0


def _grams(bench: Bench) -> int:
    return bench.scene.tolerance_g if bench.scene is not None else 0


def _answers(bench: Bench, asked: str) -> list[Choice]:
    """The answers of a question: key, word, and what it means."""
    if asked == "into":
        return into_choices(bench)
    pairs: dict[str, list[tuple[str, str]]] = {
        "which": list(PROBLEMS.values()),
        "how": list(HOW.values()),
        "off": list(WEIGHT_REASONS.values()),
        "park": [(words, "") for words in PARKED.values()],
    }
    if asked == "box":
        given = [(one.name, f"{size(*one.inner_mm)}, {weight(one.tare_g)}") for one in bench.boxes]
    else:
        given = [(tr(one), tr(two) if two else "") for one, two in pairs[asked]]
    return [Choice(str(at), *one) for at, one in enumerate(given, 1)]


def _prepare(page: WorkPage, bench: Bench, item: Item, asked: str) -> None:
    """Show the field or the answers that a question needs; what somebody types is left alone."""
    field = page.field
    awaits = asked == "weight" and bench.weighing == "scale" and bench.awaits
    for part in (field, page.field_words):
        part.setVisible(asked in ("quantity", "problem", "weight"))
    page.field_words.say(trn("%n left", item.left) if asked == "problem" else "")
    choosing = asked in CHOOSES
    # Answers need the room of the figures, which they repeat.
    page.counter.setVisible(not choosing)
    page.progress.setVisible(not choosing and asked not in ("quantity", "problem"))
    page.choices.setVisible(choosing)
    if choosing:
        answers = _answers(bench, asked)
        words = [asked, *(part for one in answers for part in (one.key, one.title, one.detail))]
        if field.property("words") != words:
            field.setProperty("words", words)
            page.choices.set_choices(answers)
    parcel = bench.parcel
    # What was typed for one parcel is never taken for another.
    about = f"{asked} {parcel.package_id if parcel is not None else 0} {item.product_id}"
    if field.property("asks") != about:
        field.setProperty("asks", about)
        field.clear()
        if asked == "problem":
            field.setText(str(item.left))
            field.selectAll()
    field.setAccessibleName(tr("Weight") if asked == "weight" else tr("Pieces"))
    expected = weight(bench.expected_g) if parcel is not None and bench.expected_g else ""
    field.setPlaceholderText(expected if asked == "weight" and not awaits else "")


def show_weight(page: WorkPage, bench: Bench) -> None:
    """What the weight that is being typed would be taken for."""
    parcel = bench.parcel
    if bench.mode is not Mode.CLOSING or bench.question is not None or parcel is None:
        return
    typed = page.field.text().strip()
    grams = parse_weight(typed) if typed else None
    by_scale = bench.weighing == "scale"
    if typed and grams is None:
        page.field_words.say(tr("This is no weight: type 7.84 for kilograms, 7840 for grams."), "stop")
    elif grams is not None:
        words, tone = against(grams, bench.expected_g, _permille(bench), _grams(bench))
        page.field_words.say(f"{weight(grams)}, {words}", tone)
    elif by_scale:
        page.field_words.say(tr("Or type its weight, where the scale does not answer."), "text2")
    elif bench.weighing == "computed":
        page.field_words.say(tr("Type its weight, or let it weigh what goods and box weigh."), "text2")
    else:
        page.field_words.say(tr("Type its weight."), "text2")
    words = tr("Close parcel {position}", position=parcel.position)
    if by_scale and not typed and bench.awaits:
        words = tr("Put the parcel on the scale")
        page.instruction.set(words, "scale", detail=tr("It closes by itself when the weight is right."))
        return
    if bench.weighing == "typed" and not typed:
        page.instruction.set(tr("Type the weight"), "scale", detail=words, key="Return")
        return
    page.instruction.set(words, "scale", key="Return")


def show_done(page: DonePage, bench: Bench, scene: AtBench) -> None:
    """A shipment is packed."""
    trouble = bench.closed.trouble if bench.closed is not None else None
    _header(page, scene, trn("%n parcels", len(scene.parcels)), scene.number)
    if trouble is not None:
        page.panel.set(tr("Packed, without label"), said(trouble), "warn")
    elif bench.closed is not None:
        last = bench.last_parcel
        box = last.box if last is not None else ""
        words = (
            tr("Take the label and stick it on box {box}", box=box)
            if box
            else tr("Take the label and stick it on the parcel")
        )
        page.panel.set(tr("Parcel complete"), words)
    else:
        page.panel.set(tr("Packed already"), tr("Scan the next one, or print its label again"), "info")
    note = bench.note() or (lesson("done", bench.weighing) if bench.training else "")
    page.note.say(note)
    page.note.setVisible(bool(note))
    expected = sum(one.expected_g for one in scene.parcels) if all(one.known for one in scene.parcels) else 0
    total = sum(one.weight_g for one in scene.parcels)
    words, tone = against(total, expected, scene.tolerance_permille, scene.tolerance_g)
    if any(one.weighed == "computed" for one in scene.parcels):
        words, tone = tr("by goods and box, not weighed"), "text"
    page.weight.set(tr("Weight"), weight(total), words, icon="scale", tone=tone)
    value, detail, icon, tone = _papers(bench)
    page.papers.set(tr("Label and slip"), value, detail, icon=icon, tone=tone)
    last = bench.last_parcel
    page.carrier.set(
        scene.carrier or tr("Own delivery"),
        tr("Before {time}", time=scene.cut_off) if scene.cut_off else tr("No time limit"),
        tr("SSCC ends {end}", end=f"{last.sscc[-8:-4]} {last.sscc[-4:]}") if last is not None else "",
        icon="truck",
    )
    _show_next(page, bench)


def _papers(bench: Bench) -> tuple[str, str, str, str]:
    """Value, detail, icon and tone of the papers: the one that is farthest behind says it for both."""
    last = bench.last_parcel
    if not bench.papers:
        if last is None or not last.label_sha:
            return tr("No label"), tr("F7 makes it"), "label", "warn"
        return tr("Printed before"), tr("F7 prints a copy"), "label", "text2"
    order = ("failed", "waiting", "printing", "cancelled", "printed")
    worst = min(bench.papers, key=lambda paper: order.index(paper.status))
    tone, icon = _PAPER[worst.status]
    detail = (
        said(worst.error)
        if worst.error
        else printer_words(worst.printer) or tr("for the printer of this desk")
    )
    return _paper_words(worst), detail, icon, tone


def _paper_words(paper: Paper) -> str:
    words = {
        "failed": tr("Did it come out?"),
        "waiting": tr("Waiting"),
        "printing": tr("Printing"),
        "printed": tr("Printed"),
        "cancelled": tr("Cancelled"),
    }
    return words[paper.status]


def _show_next(page: DonePage, bench: Bench) -> None:
    row = next((row for row in bench.queue.rows if not row.packer), None)
    if row is None:
        words = tr("Picked shipments appear here by themselves.")
        page.following.set(tr("Nothing else waits"), "check-circle", detail=words)
        return
    details = [row.order_number or row.number, row.customer, trn("%n products", row.products), due(row)]
    page.following.set(
        tr("Next: scan {number}", number=row.pick_list or row.order_number or row.number),
        detail=", ".join(part for part in details if part),
        right=trn("%n waiting", bench.queue.total),
    )
