"""Pictures of products as stored bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import Blob, Product


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and what it is; the same `sha256` is the same picture, so that it can be kept drawn under it."""

    sha256: str
    media_type: str
    data: bytes


_PICTURES = (
    sa.select(Product.id, Blob.sha256, Blob.media_type, Blob.bytes)
    .join(Blob, Blob.sha256 == Product.picture_sha)
    .where(Product.id.in_(sa.bindparam("ids", expanding=True)))
)


def picture(connection: Connection, product_id: int) -> Picture | None:
    """The picture of a product, or None where it has none."""
    return pictures(connection, (product_id,)).get(product_id)


def pictures(connection: Connection, product_ids: Sequence[int]) -> dict[int, Picture]:
    """The pictures of several products in one statement; products without one are left out."""
    if not product_ids:
        return {}
    rows = connection.execute(_PICTURES, {"ids": list(product_ids)})
    return {row.id: Picture(row.sha256, row.media_type, bytes(row.bytes)) for row in rows}
