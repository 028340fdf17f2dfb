"""Pictures of products: kept as stored bytes, looked at by everybody who handles the goods.

A picture is looked at on every desk, so what comes in is held to what a picture is: PNG, JPEG or a plain SVG, of modest size.
An SVG that would load something else, a file of the desk say, or run a program, is refused.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput
from app.models import Product
from app.services.context import use_case
from app.services.rows import insert_blob, must_find

LARGEST = 1024 * 1024
MOST_PIXELS = 4096
"""Of a side: more takes hundreds of megabytes to draw, whatever the file's size."""
MEDIA_TYPES = ("image/png", "image/jpeg", "image/svg+xml")

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = ("script", "foreignObject", "handler", "listener", "iframe", "style", "set", "animate")
"""Elements that run or load something; a drawing needs none of them."""
_URL = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers of a frame, which says how large the picture is (ITU-T T.81, table B.1)."""
_SET = (
    sa.update(Product)
    .where(Product.id == sa.bindparam("product"))
    .values(picture_sha=sa.bindparam("sha"), version=Product.version + 1)
    .returning(Product.id)
)


class NotAPicture(BadInput):
    """The file is no picture that every desk can show."""

    code = "picture.not_one"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This cannot be a product's picture: {why}.",
            hint="Choose a PNG, JPEG or plain SVG file of at most 1 MB and 4096 x 4096 points.",
            field="picture",
            why=why,
        )


@use_case(Permission.CATALOGUE_EDIT)
def set_picture(tx: Transaction, product_id: int, data: bytes, media_type: str) -> str:
    """Give a product its picture in place of the one before; the hash under which it is stored.

    Raises:
        NotAPicture: it is too large, or not what `media_type` says.
        NotFound: there is no such product.
    """
    check_picture(data, media_type)
    sha = insert_blob(tx, data, media_type)
    must_find(tx.execute(_SET, {"product": product_id, "sha": sha}).first(), "product", product_id)
    tx.changed("product", product_id)
    return sha


@use_case(Permission.CATALOGUE_EDIT)
def remove_picture(tx: Transaction, product_id: int) -> int:
    """Show a product without a picture; its id.

    Raises:
        NotFound: there is no such product.
    """
    must_find(tx.execute(_SET, {"product": product_id, "sha": None}).first(), "product", product_id)
    tx.changed("product", product_id)
    return product_id


def check_picture(data: bytes, media_type: str) -> None:
    """Go on only with a picture that every desk can show.

    Raises:
        NotAPicture: with the reason.
    """
    if media_type not in MEDIA_TYPES:
        raise NotAPicture(f"{media_type or 'a file of no type'} is not shown")
    if len(data) > LARGEST:
        raise NotAPicture("it is larger than 1 MB")
    if media_type == "image/svg+xml":
        _check_svg(data)
        return
    size = _png_size(data) if media_type == "image/png" else _jpeg_size(data)
    if size is None:
        raise NotAPicture(f"it is no whole {'PNG' if media_type == 'image/png' else 'JPEG'} file")
    if not 0 < min(size) <= max(size) <= MOST_PIXELS:
        raise NotAPicture(f"it measures {size[0]} x {size[1]} points")


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first chunk (W3C PNG, 11.2.2); the last chunk must be there, too."""
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or b"IEND" not in data[-12:]:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the frame's header; the end marker must be there, too."""
    if not data.startswith(b"\xff\xd8") or not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return None


def _check_svg(data: bytes) -> None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotAPicture("it is not written in UTF-8") from None
    # Entities are declared in a document type: without one nothing can swell while it is read, nor is anything fetched.
    if any(mark in text.upper() for mark in ("<!DOCTYPE", "<!ENTITY", "<?XML-STYLESHEET")):
        raise NotAPicture("it declares a document type or a style sheet")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        raise NotAPicture("it is no whole SVG file") from None
    if root.tag != f"{_SVG}svg":
        raise NotAPicture("it is no SVG file")
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in _ACTIVE:
            raise NotAPicture(f"it holds <{tag}>")
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2].lower()
            if plain.startswith("on"):
                raise NotAPicture(f"it holds {plain}")
            if _URL.search(value) or (plain in ("href", "src") and not value.strip().startswith("#")):
                raise NotAPicture("it loads another file")
