"""The drawn pictures of the sample's goods: every product has one, QtSvg draws it, and the bytes are a picture that is taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.services.pictures import check_picture
from app.services.sample import data
from app.services.sample.pictures import SHAPES, picture

PLAN = data.load()
DRAWINGS = {
    f"{code}-{nth + 1:03d}": picture(code, family.name.format(variant), nth)
    for code, family in PLAN.family.items()
    for nth, variant in enumerate(family.variants)
}


def test_every_product_has_a_picture_of_its_own() -> None:
    assert set(SHAPES) == set(PLAN.family)
    assert set(DRAWINGS) == {product.sku for product, _ in data.products(PLAN)}
    # Goods that look alike but for their name look alike in the drawing, too: ten pans have but two handles.
    assert len(set(DRAWINGS.values())) > 0.95 * len(DRAWINGS)
    for drawing in DRAWINGS.values():
        check_picture(drawing.encode(), "image/svg+xml")


def test_the_size_is_in_print() -> None:
    assert ">250 g<" in DRAWINGS["CAF-001"]
    assert ">1,5 l<" in DRAWINGS["BOC-006"]
    assert ">12<" in DRAWINGS["COF-001"]


@pytest.mark.parametrize("side", [48, 220])
@pytest.mark.parametrize("code", SHAPES)
def test_qt_draws_it(qapp: QGuiApplication, code: str, side: int) -> None:
    renderer = QSvgRenderer(QByteArray(DRAWINGS[f"{code}-001"].encode()))
    assert renderer.isValid()
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    inked = sum(
        image.pixelColor(x, y) != QColor("white") for x in range(0, side, 4) for y in range(0, side, 4)
    )
    assert 0.12 < inked / (side // 4) ** 2 < 0.9
