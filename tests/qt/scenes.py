"""The mock-ups' four benches, put together from the kit: `python -m tests.qt.scenes FOLDER` paints them to look at."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.qt import theme
from app.qt.benchkit import (
    BenchCard,
    BenchFact,
    BenchItem,
    BenchLabel,
    BenchLine,
    BenchPage,
    BenchPanel,
    BenchRule,
    BigBar,
    Choice,
    ChoiceCards,
    Counter,
    DonePanel,
    FactCard,
    Instruction,
    ItemList,
    Picture,
    ScanLog,
    Scanned,
    Shown,
    Stop,
    StopOverlay,
    VerdictTag,
)


def tin(colour: str) -> QPixmap:
    """A tin of one colour, as the picture of an article."""
    made = QPixmap(200, 200)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for ground, box in (("#A9B1BD", QRectF(10, 60, 180, 105)), (colour, QRectF(22, 68, 156, 78))):
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 24, 24)
    painter.end()
    return made


def _page(title: str, person: str, columns: int = 2) -> BenchPage:
    page = BenchPage(columns)
    page.bar.set_title(title)
    page.bar.set_item("scale", "scale", "Balance 0,000 kg")
    page.bar.set_item("printer", "print", "Étiquettes prête")
    page.bar.set_item("connection", "connection", "Connecté")
    page.bar.set_item("person", "person", person, strong=True)
    return page


def packing(longer: bool = False) -> QWidget:
    """Mock-up 12: an article was just scanned well."""
    page = _page("Poste d’emballage 3", "Marie D.")
    page.header.set(
        "Commande SO-2026-004187", "Maison Lefèvre & Fils, 75010 Paris", "Colis 1", "DPD Classic, avant 16:30"
    )
    panel, head, article, words = BenchPanel(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
    panel.set_state("good")
    verdict, clock = VerdictTag(), BenchLabel(16, tone="text2")
    verdict.set("Bien scanné")
    clock.say("12:04:17")
    head.addWidget(verdict)
    head.addStretch(1)
    head.addWidget(clock)
    name, code, counter, bar = (
        BenchLabel(32, "bold", lines=3),
        BenchLabel(16, tone="text2", codes=True, lines=2),
        Counter(),
        BigBar(),
    )
    long_name = "Donaudampfschifffahrtsgesellschaftskapitänssardinen in Zitronenöl, Doppelpack 2 × 115 g"
    name.say(long_name if longer else "Sardines au citron, boîte 115 g")
    code.say("SAR-115-CIT   lot L26-118, péremption 03/2029")
    counter.set(4, 6)
    bar.set(4, 6)
    picture = Picture(250)
    picture.set(tin("#D79A00"), "Sardines au citron")
    words.setSpacing(6)
    words.addStretch(1)
    for widget in (name, code, counter):
        words.addWidget(widget)
    words.addStretch(1)
    article.setSpacing(32)
    article.addWidget(picture)
    article.addLayout(words, 1)
    instruction = Instruction()
    instruction.set(
        "Scannez encore 2 boîtes, puis fermez le colis et posez-le sur le tapis"
        if longer
        else "Scannez encore 2 boîtes"
    )
    panel.body.addLayout(head)
    panel.body.addLayout(article)
    panel.body.addWidget(bar)
    panel.body.addStretch(1)
    panel.body.addWidget(instruction)
    page.left.addWidget(panel)
    items, log, carton = (
        ItemList("Articles", "16 sur 21"),
        ScanLog("Derniers scans"),
        BenchCard("Carton", "M  40 × 30 × 20 cm"),
    )
    rows = [
        BenchItem("Café Yirgacheffe 250 g", 12, 12, "done", tin("#6B3E26")),
        BenchItem(long_name if longer else "Sardines au citron", 4, 6, "current", tin("#D79A00")),
        BenchItem("Miel de lavande 250 g", 0, 3, "open"),
    ]
    items.set_items(rows * (4 if longer else 1))
    fill = BigBar(14)
    fill.set(71, 100)
    carton.body.addWidget(fill)
    line = BenchLine()
    line.set("Rempli à 71 %", "poids attendu 7,84 kg ± 2 %")
    carton.body.addWidget(line)
    log.set(
        [
            Scanned("Sardines au citron, 1", "12:04:17"),
            Scanned("Sardines au citron, carton de 3", "12:04:11"),
            Scanned("Café Yirgacheffe, carton de 12", "12:03:58"),
        ]
    )
    for card in (items, carton, log):
        page.right.addWidget(card)
    page.right.addStretch(1)
    keys = [
        ("F2", "Quantité"),
        ("F4", "Colis suivant"),
        ("F6", "Manque ou abîmé"),
        ("Ctrl+Z", "Annuler le dernier scan"),
    ]
    page.keys.set_keys([*keys, ("F9", "Appeler"), ("F1", "Touches")])
    return page


def stopped(longer: bool = False) -> QWidget:
    """Mock-up 13: a wrong article."""
    page = packing(longer)
    overlay = StopOverlay(page)
    overlay.show_stop(
        lambda: Stop(
            "Stop : cet article n’appartient à aucune commande ouverte ici"
            if longer
            else "Stop : mauvais article",
            "Rien n’a été mis dans le colis.",
            "Retirez la boîte, puis appuyez sur Espace",
            Shown(
                "Rindfleischetikettierungsüberwachungsaufgabensardinen in Tomate, Doppelpack 2 × 115 g"
                if longer
                else "Sardines à la tomate, boîte 115 g",
                "SAR-115-TOM",
                tin("#A32A22"),
            ),
            Shown("Sardines au citron, boîte 115 g", "encore 2, SAR-115-CIT", tin("#D79A00")),
            "ou scannez la carte de commandes : « Compris »",
            "Poste d’emballage 3\nMarie D.   12:05:02",
            "Article remis au chariot ?  F6",
        )
    )
    overlay.set_kept("1 scan gardé en attente : Miel de lavande 250 g. Il sera repris ensuite.")
    return page


def done(longer: bool = False) -> QWidget:
    """Mock-up 14: the parcel is complete, its label is printing."""
    page = _page("Packing station 3", "Marie D.", columns=1)
    page.bar.set_item("printer", "print", "Labels printing", "warn")
    page.header.hide()
    panel, cards, following = DonePanel(), QHBoxLayout(), Instruction()
    panel.set("Parcel complete", "Take the label and stick it on carton M")
    if longer:
        panel.set(
            "Das Paket ist vollständig gepackt und gewogen",
            "Kleben Sie das Etikett auf die Oberseite des Kartons M",
        )
    weight, label, carrier = FactCard(), FactCard(), FactCard()
    weight.set("Weight", "7.79 kg", "expected 7.84 kg, within 2 %", icon="scale", tone="good")
    label.set(
        "Label and slip", "Printing", "Zebra bench 3, sent 0.2 s after the scan", icon="print", tone="warn"
    )
    carrier.set("DPD Classic", "Before 16:30", "SSCC ends 0041 8726", icon="truck")
    cards.setSpacing(24)
    for card in (weight, label, carrier):
        cards.addWidget(card, 1)
    following.set(
        "Next: scan tote T-14",
        detail="SO-2026-004190, Feinkost Böhm GmbH, 4 products, due 16:30",
        right="31 waiting",
    )
    page.left.addWidget(panel)
    page.left.addLayout(cards)
    page.left.addStretch(1)
    page.left.addWidget(following)
    keys = [
        ("F7", "Reprint as COPY"),
        ("Ctrl+Z", "Open the parcel again"),
        ("F4", "Add a parcel"),
        ("F9", "Call"),
    ]
    page.keys.set_keys([*keys, ("F1", "Keys")])
    return page


def returned(longer: bool = False) -> QWidget:
    """Mock-up 16: what state is this return in?"""
    page = _page("Contrôle des retours", "Idris B.")
    page.bar.remove_item("scale")
    page.header.set("Retour RT-2026-000318", "Épicerie Ségur, 2 commandes, reçu ce matin", "Article 2 sur 5")
    panel, head, words = BenchPanel(margins=(28, 16, 28, 16), spacing=8), QHBoxLayout(), QVBoxLayout()
    name, code = BenchLabel(32, "bold", lines=2), BenchLabel(18, tone="text2", codes=True)
    name.say("Tasse émaillée bleue")
    code.say("TAS-BLE-35    série 7F-20418")
    picture = Picture(180)
    picture.set(tin("#2A4F8F"), "Tasse émaillée bleue")
    words.setSpacing(2)
    words.addWidget(name)
    words.addWidget(code)
    for icon, tone, text in (
        ("check-circle", "good", "Série expédiée le 12 mars"),
        ("info", "info", "Motif du client : « ne plaît pas »"),
    ):
        line = BenchLine(18)
        line.set(text, tone=tone, icon=icon)
        words.addWidget(line)
    head.setSpacing(24)
    head.addWidget(picture)
    head.addLayout(words, 1)
    question, choices, checks = BenchLabel(40, "bold", lines=2), ChoiceCards(), BenchLabel(20, "semibold")
    question.say("Quel est son état ?")
    checks.say("Points à vérifier")
    choices.set_choices(
        [
            Choice("A", "Neuf", "scellé"),
            Choice("B", "Comme neuf", "ouvert, complet"),
            Choice(
                "C",
                "Gebrauchsspuren" if longer else "Usé",
                "à reconditionner entièrement" if longer else "à reconditionner",
            ),
            Choice("D", "Abîmé", "mise au rebut"),
        ]
    )
    choices.choose("B")
    panel.body.addLayout(head)
    panel.body.addWidget(BenchRule())
    for widget in (question, choices, checks):
        panel.body.addWidget(widget)
    for icon, tone, text, right in (
        ("check-circle", "good", "Émail sans éclat", "fait"),
        ("check-circle", "good", "Boîte et notice présentes", "fait"),
        ("clock", "text2", "Aucune trace d’usage", "touche 3"),
    ):
        line = BenchLine(17)
        line.set(text, right, tone, icon, right_tone=tone)
        panel.body.addWidget(line)
    panel.body.addStretch(1)
    page.left.addWidget(panel)
    decision, photos, money = FactCard(), BenchCard("Photos", "2"), BenchCard("Règlement")
    decision.set("Décision proposée", "Remise en stock", "2e choix, emplacement B-04-11-2", icon="shelf")
    decision.set_frame("good")
    decision.set_key("F8", "Autre décision")
    row = QHBoxLayout()
    for colour in ("#2A4F8F", "#B08D57", ""):
        photo = Picture(104)
        photo.set(tin(colour) if colour else None, empty="camera")
        row.addWidget(photo)
    row.addStretch(1)
    photos.body.addLayout(row)
    for fact in (
        ("Article", "24,90 €"),
        ("Port d’origine", "non remboursé"),
        ("Frais de remise en état", "- 3,00 €"),
    ):
        money.body.addWidget(BenchFact(*fact))
    money.body.addWidget(BenchRule())
    money.body.addWidget(BenchFact("Avoir", "21,90 €", strong=True))
    for card in (decision, photos, money):
        page.right.addWidget(card)
    page.right.addStretch(1)
    keys = [
        ("Return", "Valider, article suivant"),
        ("F5", "Photo"),
        ("F6", "Article inattendu"),
        ("Ctrl+Z", "Annuler"),
    ]
    page.keys.set_keys([*keys, ("F9", "Appeler"), ("F1", "Touches")])
    return page


SCENES: dict[str, Callable[[bool], QWidget]] = {
    "12-packing": packing,
    "13-stop": stopped,
    "14-done": done,
    "16-returns": returned,
}


def main(folder: Path) -> None:
    """Paint every scene, in every scheme, at the sizes that benches have."""
    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in theme.Scheme:
        theme.apply(app, scheme)
        for name, scene in SCENES.items():
            for width, height, longer in (
                (1600, 900, False),
                (1280, 720, False),
                (1280, 720, True),
                (1280, 1024, True),
            ):
                page = scene(longer)
                page.resize(width, height)
                page.show()
                app.processEvents()
                page.grab().save(
                    str(folder / f"{name}-{scheme}-{width}x{height}{'-long' if longer else ''}.png")
                )
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
