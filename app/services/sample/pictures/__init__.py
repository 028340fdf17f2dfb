"""Drawn pictures of the sample company's goods: one shape a family, in the variant's colour, with its size in print."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.services.sample.pictures import glass, packed, ware
from app.services.sample.pictures.ink import Ink

Shape = Callable[[Ink, str, str], None]

SHAPES: dict[str, Shape] = {
    "CAF": packed.pouch,
    "THE": packed.caddy,
    "SAR": packed.sardines,
    "MIE": glass.honey,
    "CON": glass.jam,
    "OLI": glass.oil,
    "VIN": glass.vinegar,
    "SEL": glass.spice_jar,
    "POI": glass.spice_jar,
    "EPI": packed.sachet,
    "RIZ": packed.sack,
    "PAT": packed.pasta,
    "LEG": packed.sack,
    "CHO": packed.chocolate,
    "BIS": packed.round_tin,
    "MOU": glass.mustard,
    "SIR": glass.syrup,
    "JUS": glass.juice,
    "TAS": ware.mug,
    "BOL": ware.bowl,
    "ASS": ware.plate,
    "COU": ware.knife,
    "PLA": ware.board,
    "CAS": ware.pan,
    "MOL": ware.mill,
    "BAL": ware.scale,
    "TOR": ware.towel,
    "BOC": glass.clip_jar,
    "COF": packed.gift,
    "SAC": ware.tote,
}
"""How the goods of a family look."""

_COLOURS = {
    "CAF": "c8452f 2f7d5b d99a2b 3c6fb0 8a3f6b 1f8a8a b5552a 5b6b2f a3293d 6d5a8f",
    "THE": "d08a2c 6b6f78 3f9a6a d9cfae b03a2e 8a5a9a 3c7f86 c2532f 7fa047 e0a53a",
    "SAR": "e2a400 8a9a3a c9342a 2f8a6b 5f8f3a b0271e 2f6fb5 8a6a1f d98a1a 6b5a4a",
    "MIE": "eccb6a f0c24a 9a5a22 c9801f d99a2b 5a3a1c e8b83a d2a03a a8552a e0a42c",
    "CON": "f0963a d9304a 7a3a5a f2b53a 5a1f3f e8752a c2264f e08a9a 46397f d9b03a",
    "OLI": "7a9a35 9a8a2a 4f7a4a a0a03a 5f8a5a 3f6f3a 6fae4a b5b52f 5a3f5f 3f7fae",
    "VIN": "4a2018 8a4a22 c9872f b02a4a 7f9a4a 7a1f33 d9cf8a d9962f d8c99a 8a5a6a",
    "SEL": "e6e9ec d9502f 8aa35a 8f8a86 e6cf4a 6b5a4a d99a1f 4f7f5a e9dfc2 7f9a6a",
    "POI": "3a3430 a02f22 6b7a3a 8a3f33 d9cdb0 5a4433 6f9a3f 2f2b2a 4a3a33 b5553a",
    "EPI": "e0a11a d9b36a a8702f c23a1a a0552a b09a4a 8fa05a b5893a 7a8a4a 8a6a3a",
    "RIZ": "e6d9b0 f0e6cc efe0c0 a03a2a 2f2a33 b58a4f f3ecd9 ead9a8 f5efe0 e9d7a0",
    "PAT": "2f5fae c2342f 2f7d4a d08a1f 6b3f8a 1f6f8a b53a5a 4a7a2f 8a4a2a 3a4a8f",
    "LEG": "6b7a3a e0803a d9b06a ece2c9 8a2a2a 8fa54a b59a5a a8b87a 26262b 5f8a3f",
    "CHO": "4a2a2a 2b1f24 6f8fc9 f3ead7 a8752f e0802a 4a8a9a c9903a 6a4a33 3f9a7a",
    "BIS": "d9a53a e0c93a c9a27a 8a9a6a 6a3f2a d9cfc0 c98a3a b0602f e0a42c a0703f",
    "MOU": "d9b02f b58a2f e0a42c a8b04a 7f9a4a 8a3a5a 9a7a4a e0982a e6c85a c9452a",
    "SIR": "2f9a5a c2203f e6d9b8 e6d23a f0a05a 7a4aa0 d9a84a d9344f 5a1f3f cfd98a",
    "JUS": "d9a83a c9c06a f0963a 6a2a5a c9342a f0c83a f5a02a f08a7a f0842a e8683a",
    "TAS": "2f5b9c eef0f2 c2342f 3f8a5a 2b2f36 e6b92a 8b95a1 efe3c8 e39aae 2fa3a8",
    "BOC": "d9603a 3f8a9a c9a03a 5f8a3f b0405a 3c6fb0 8a5a9a d98a2a c2342f 2f7d5b",
    "COF": "b0272f c9652a 2f6f5a d9a02c 4a7a5a b53a6a 7a8a2f 6a3f2f 3c5fa8 3a3446",
    "SAC": "e6d9bd 33373d b58f5a 7fae6a e6dcc4 d9cba8 cdbb90 d2a86a 5f8fae c2542f",
    "COU": "2b2f36 3a3f47 7a4a2a 8a5a33 2b2f36 3f4a56 4a3a33 c2342f d9a03a 5a3a2a",
    "PLA": "dcb07a c4935a 7a4f33 d9bb7a b5803f e3c08f d8b88a a8683a b5704a 9a6a3a",
    "CAS": "2b2f36 3a3f47 2b2f36 3a3f47 2b2f36 3a3f47 7a4a2a 7a4a2a 7a4a2a 7a4a2a",
    "MOL": "dcb07a e3c08f 7a4f33 8a5a3a b9c1ca c9d0d8 a8683a a02f22 3a3430 b5803f",
    "BAL": "2f5b9c c2342f 8b95a1 2b2f36 2fa3a8 5f8fae c9a05a 3f8a5a d98a2a e6b92a",
    "TOR": "a8966f 2f5b9c b0272f 3f6f8a b5a98a 6a8a7a 8a7a5f a02f4a 4a4f8a d9b02f",
}
_STONE = "c9b48a 5a646e 2f8a96 7f8a4a b0583f 2f3f63 e3e2dc d29a3a 6a3f5a a8cfc6"
"""Sand, slate, lagoon, olive, brick, night, chalk, honey, plum, foam."""

_SIZE = re.compile(r"\d+(?:,\d+)?(?: x \d+)? ?(?:kg|g|cl|l|cm)\b|\d+ pièces")


def colour_of(family: str, nth: int) -> str:
    """The colour of a family's variant, counted from 0."""
    colours = _COLOURS.get(family, _STONE).split()
    return f"#{colours[nth % len(colours)]}"


def picture(family: str, name: str, nth: int) -> str:
    """The picture of a product as SVG.

    Args:
        family: Code of its family, as in resources/sample/company.toml.
        name: Its name, from which the printed size is taken.
        nth: Which variant of the family it is, counted from 0.
    """
    ink = Ink()
    size = _SIZE.search(name)
    SHAPES[family](ink, colour_of(family, nth), size.group().removesuffix(" pièces") if size else "")
    return ink.svg()
