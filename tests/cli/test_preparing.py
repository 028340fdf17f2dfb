"""What the tour finds when its day begins."""

from __future__ import annotations

from pathlib import Path

from app.cli.preparing import Prepared
from app.config import file_url


def test_the_goods_of_the_tour_have_their_pictures(tmp_path: Path) -> None:
    there = Prepared(file_url(tmp_path / "tour.db"), lambda text: None)
    try:
        products = there.company().products
        drawn = {row.sku for row in there.rows("SELECT sku FROM product WHERE picture_sha IS NOT NULL")}
    finally:
        there.close()
    assert drawn == set(products)
