"""What a pallet of parcels can weigh and how high it can stand: figures beyond these are slips of the finger."""

from __future__ import annotations

HEAVIEST_G = 2_500_000
"""More than a pallet of 1200 x 1000 mm bears while it is lifted; nobody sends one with parcels that weighs more."""
HIGHEST_MM = 3_000
"""The inside of a lorry; a pallet goes in below it."""


def gross_weight(typed_g: int, parcels_g: int) -> tuple[int, str]:
    """The weight of a pallet and where it comes from ('typed' or 'computed'); without a typed one it is that of its parcels."""
    return (typed_g, "typed") if typed_g else (parcels_g, "computed")


def weight_is_one(typed_g: int, parcels_g: int) -> bool:
    """Whether a typed weight can be that of a pallet with parcels of so many grams; 0 stands for none typed.

    A pallet weighs no less than what stands on it.
    """
    return typed_g == 0 or parcels_g <= typed_g <= HEAVIEST_G


def height_is_one(height_mm: int) -> bool:
    """Whether a pallet can be so high; 0 where nobody measured."""
    return 0 <= height_mm <= HIGHEST_MM
