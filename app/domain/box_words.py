"""Why no box is proposed, or why a chosen one does not do, in words."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.boxes import MOST_PARCELS, MOST_PIECES, Why

_NAMED = 2
"""So many articles are named; of more, how many there are besides."""


def why_words(why: Why, names: Sequence[str] = (), box: str = "") -> str:
    """What stands in the way, and what to do about it at the bench.

    Args:
        why: What stands in the way.
        names: The articles in question, by their names.
        box: The code of a box that somebody chose; empty where none of all boxes does.
    """
    goods = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        goods += f" + {len(names) - _NAMED}"
    words = "There is nothing to pack."
    if why is Why.SIZES_UNKNOWN:
        words = f"Sizes are not known: {goods}. Choose a box yourself."
    elif why is Why.NO_BOX:
        words = (
            f"{box} is not within the carrier's limits."
            if box
            else "No box in use is within the carrier's limits."
        )
    elif why is Why.TOO_MANY:
        words = f"More than {MOST_PARCELS} parcels would be needed: a load for pallets."
    elif why is Why.TOO_MANY_PIECES:
        words = f"More than {MOST_PIECES} pieces are not laid out: weigh and measure the parcel."
    elif why is Why.NOT_FOUND:
        words = f"No way was found to lay everything into {box}. Try it, or take a larger one."
    elif why is Why.TOO_HEAVY and names:
        words = (
            f"Too heavy for {box}: {goods}. Take a stronger box."
            if box
            else f"Too heavy for every box: {goods}. Send it on a pallet."
        )
    elif why is Why.TOO_HEAVY:
        words = f"All of it together is too heavy for {box}. Take a stronger box, or pack two parcels."
    elif why is Why.TOO_BIG and names:
        words = (
            f"Too big for {box}: {goods}. Take a larger box."
            if box
            else f"Too big for every box: {goods}. Pack it as it is."
        )
    elif why is Why.TOO_FRAGILE:
        words = f"Too fragile for an envelope: {goods}. Take a box."
    elif why is Why.TOO_BIG:
        words = f"All of it together is too big for {box}. Take a larger box, or pack two parcels."
    return words
