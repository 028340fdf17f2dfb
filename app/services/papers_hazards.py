"""What the marks of dangerous goods say, parcel by parcel."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.content_shipping import HazardMark, HazardMarks
from app.documents.hazard_marks import drawn_labels
from app.domain.hazards import LIMITED_HEAVIEST_G, MARK_SIDE_MM, Hazard, mark_side
from app.errors import Refused
from app.services.papers import language_of
from app.services.papers_shipping import PACKED_GOODS, hazard_of, read_shipment


class NotDangerous(Refused):
    """Only dangerous goods are marked as such."""

    code = "papers.not_dangerous"

    def __init__(self, shipment: str) -> None:
        super().__init__(
            f"Nothing in {shipment} is dangerous goods.",
            hint="What is dangerous is said in the product's fields.",
            shipment=shipment,
        )


class TooHeavyLimited(Refused):
    """A parcel with goods in limited quantities is too heavy (ADR 3.4.2)."""

    code = "papers.limited_too_heavy"

    def __init__(self, sscc: str, kilograms: int) -> None:
        super().__init__(
            f"Parcel {sscc} weighs more than {kilograms} kg and holds goods in limited quantities.",
            hint="Divide its goods over lighter parcels.",
            sscc=sscc,
            kilograms=kilograms,
        )


def hazard_marks_content(
    connection: Connection | Transaction,
    shipment_id: int,
    package_id: int | None = None,
    *,
    sheets: bool = False,
) -> tuple[HazardMarks, HazardMarks]:
    """The marks of a shipment's parcels, or of one of them: those on A4, then those on label stock; either may be empty.

    A mark of limited quantities in full size has room on A4 only. Hazard labels are drawn on A4 where they can be printed there
    (`sheets`); else the UN numbers on label stock say which are to be stuck on.

    Raises:
        NotDangerous: nothing in them is dangerous goods.
        TooHeavyLimited: a parcel with limited quantities is heavier than the law lets it be.
        NothingPacked: none of its parcels is closed.
        NotFound: there is no such shipment.
    """
    head, parcels = read_shipment(connection, shipment_id)
    inside: dict[int, list[Hazard]] = defaultdict(list)
    for row in connection.execute(PACKED_GOODS, {"shipment": shipment_id}):
        if hazard := hazard_of(row):
            inside[row.package_id].append(hazard)
    large: list[HazardMark] = []
    small: list[HazardMark] = []
    for parcel in parcels:
        hazards = inside[parcel.id]
        if not hazards or package_id not in (None, parcel.id):
            continue
        limited = any(hazard.limited for hazard in hazards)
        if limited and parcel.weight_g > LIMITED_HEAVIEST_G:
            raise TooHeavyLimited(parcel.sscc, LIMITED_HEAVIEST_G // 1000)
        side = mark_side(parcel.length_mm, parcel.width_mm, parcel.height_mm)
        others = dict.fromkeys((one.un_number[2:], one.hazard_class) for one in hazards if not one.limited)
        mark = HazardMark(
            parcel.sscc, parcel.position, limited, side, tuple(others), language_of(head.language)
        )
        full = limited and side >= MARK_SIDE_MM
        (large if full or (sheets and drawn_labels(mark.goods)) else small).append(mark)
    if not large and not small:
        raise NotDangerous(head.number)
    return HazardMarks(tuple(large)), HazardMarks(tuple(small))
