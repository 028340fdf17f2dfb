"""Pictures of products: kept and shown to everybody; what is no picture, or would load something, is refused."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from app.domain.permissions import Role
from app.errors import NotAllowed, NotFound
from app.queries.pictures import picture, pictures
from app.services.pictures import LARGEST, NotAPicture, remove_picture, set_picture
from tests.rig.databases import World
from tests.rig.shop import Shop

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#2f5b9c"/></svg>'


def drawn(kind: str, size: tuple[int, int] = (24, 16)) -> bytes:
    """A picture file."""
    target = io.BytesIO()
    Image.new("RGB", size, "#2f5b9c").save(target, kind)
    return target.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of few bytes that claims to be huge."""
    head = struct.pack(">II5B", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def svg(inside: str, *, root: str = "") -> bytes:
    """A drawing with something in it."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {root}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (drawn("PNG"), "image/png"),
        (drawn("JPEG"), "image/jpeg"),
        (SVG, "image/svg+xml"),
        (svg('<linearGradient id="a"/><rect fill="url(#a)"/><use xlink:href="#a"/>'), "image/svg+xml"),
    ],
    ids=["png", "jpeg", "svg", "svg with references of its own"],
)
def test_everybody_sees_the_picture(world: World, data: bytes, media_type: str) -> None:
    shop = Shop(world, stock=False)
    sha = set_picture(world.ctx(Role.SUPERVISOR), shop.product["MUG"], data, media_type)
    for role in Role:
        with world.ctx(role).reading() as connection:
            seen = picture(connection, shop.product["MUG"])
            assert seen is not None
            assert (seen.sha256, seen.media_type, seen.data) == (sha, media_type, data)
            assert picture(connection, shop.product["POT"]) is None
            assert list(pictures(connection, list(shop.product.values()))) == [shop.product["MUG"]]
            assert pictures(connection, []) == {}


def test_another_picture_takes_its_place_and_none_can(world: World) -> None:
    shop = Shop(world, stock=False)
    boss = world.ctx(Role.SUPERVISOR)
    set_picture(boss, shop.product["MUG"], SVG, "image/svg+xml")
    set_picture(boss, shop.product["POT"], SVG, "image/svg+xml")
    set_picture(boss, shop.product["MUG"], drawn("PNG"), "image/png")
    with world.owner.reading() as connection:
        seen = picture(connection, shop.product["MUG"])
        assert seen is not None
        assert seen.media_type == "image/png"
    assert remove_picture(boss, shop.product["MUG"]) == shop.product["MUG"]
    with world.owner.reading() as connection:
        assert picture(connection, shop.product["MUG"]) is None
        assert picture(connection, shop.product["POT"]) is not None


REFUSED = {
    "another type": (drawn("PNG"), "application/pdf"),
    "no type": (drawn("PNG"), ""),
    "JPEG called PNG": (drawn("JPEG"), "image/png"),
    "PNG called JPEG": (drawn("PNG"), "image/jpeg"),
    "half a PNG": (drawn("PNG")[:-20], "image/png"),
    "half a JPEG": (drawn("JPEG")[:-20], "image/jpeg"),
    "JPEG without a frame": (b"\xff\xd8\xff\xd9", "image/jpeg"),
    "empty": (b"", "image/png"),
    "too many bytes": (SVG + b" " * LARGEST, "image/svg+xml"),
    "too many points": (claiming(50_000, 50_000), "image/png"),
    "no points": (claiming(0, 8), "image/png"),
    "half an SVG": (SVG[:-6], "image/svg+xml"),
    "another XML": (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "image/svg+xml"),
    "SVG without its namespace": (b"<svg/>", "image/svg+xml"),
    "not UTF-8": (b"<svg xmlns='http://www.w3.org/2000/svg'><!-- \xff --></svg>", "image/svg+xml"),
    "entities": (
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "image/svg+xml",
    ),
    "a style sheet": (b'<?xml-stylesheet href="x.css"?>' + SVG, "image/svg+xml"),
    "a script": (svg("<script>x()</script>"), "image/svg+xml"),
    "a handler": (svg("", root='onload="x()"'), "image/svg+xml"),
    "a file of the desk": (svg('<image xlink:href="file:///etc/passwd"/>'), "image/svg+xml"),
    "a file of the web": (svg('<image href="https://example.org/x.png"/>'), "image/svg+xml"),
    "a fill from elsewhere": (svg("<rect fill=\"url( 'x.svg#a')\"/>"), "image/svg+xml"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused(world: World, name: str) -> None:
    shop = Shop(world, stock=False)
    set_picture(world.owner, shop.product["MUG"], SVG, "image/svg+xml")
    before = world.tables("product", "blob")
    data, media_type = REFUSED[name]
    with pytest.raises(NotAPicture):
        set_picture(world.ctx(Role.SUPERVISOR), shop.product["MUG"], data, media_type)
    assert world.tables("product", "blob") == before


def test_only_who_keeps_the_catalogue_changes_it(world: World) -> None:
    shop = Shop(world, stock=False)
    before = world.tables("product", "blob")
    with pytest.raises(NotAllowed):
        set_picture(world.ctx(Role.PACKER), shop.product["MUG"], SVG, "image/svg+xml")
    with pytest.raises(NotFound):
        set_picture(world.ctx(Role.SUPERVISOR), 987_654, SVG, "image/svg+xml")
    with pytest.raises(NotFound):
        remove_picture(world.ctx(Role.SUPERVISOR), 987_654)
    assert world.tables("product", "blob") == before
