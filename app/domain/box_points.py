"""The room of one box: where the next piece can lie, found at extreme points, and what is laid there in blocks of like pieces.

An extreme point is a corner of the room that is left, found by sliding the new piece's corners against what lies there
(T. G. Crainic, G. Perboli, R. Tadei, "Extreme Point-Based Heuristics for Three-Dimensional Bin Packing", INFORMS Journal on
Computing 20(3), 2008); each keeps how far the room reaches from it in the three directions, so that most trials end at once.
To that comes what a packer needs: a piece rests on the floor or on others by `SUPPORT` of its base, nothing rests on what is
fragile, what must stand upright is turned about the vertical alone.

Lengths in millimetres; x, y and z begin in a lower corner of the box, z goes up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product

Size = tuple[int, int, int]
"""Length, width, height."""

SUPPORT = 0.75
"""The share of its base by which a piece must rest on others. Above a half it cannot topple: any line through the middle of
a rectangle halves it, so its centre of gravity lies between what supports it. The rest is for goods that are not quite square."""
_EACH = 8
"""What a look at a place costs besides looking at the pieces that lie about."""


@dataclass(frozen=True, slots=True)
class Goods:
    """`qty` like pieces: outer sizes, weight in grams of one; `key` is the caller's name of them, a product's id say."""

    key: int
    size: Size
    weight_g: int = 0
    qty: int = 1
    upright: bool = False
    fragile: bool = False

    @property
    def known(self) -> bool:
        """Whether its sizes are known."""
        return min(self.size) > 0

    @property
    def volume(self) -> int:
        """Of one piece, in cubic millimetres."""
        length, width, height = self.size
        return length * width * height

    def fits(self, room: Size) -> bool:
        """Whether one piece, alone, fits a room."""
        length, width, height = self.size
        if self.upright:
            return height <= room[2] and (
                (length <= room[0] and width <= room[1]) or (width <= room[0] and length <= room[1])
            )
        return all(a <= b for a, b in zip(sorted(self.size), sorted(room), strict=True))

    def turned(self) -> list[Size]:
        """The ways in which a piece may lie, the flattest first."""
        length, width, height = self.size
        ways = {(length, width, height), (width, length, height)}
        if not self.upright:
            ways = {(a, b, c) for a, b, c in permutations(self.size)}
        return sorted(ways, key=lambda way: (way[2], way[0], way[1]))


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece in the box: its lower corner and how far it reaches from there."""

    key: int
    x: int
    y: int
    z: int
    dx: int
    dy: int
    dz: int


@dataclass(slots=True)
class _Point:
    """An extreme point, and how far the room reaches from it along each axis."""

    x: int
    y: int
    z: int
    to_x: int
    to_y: int
    to_z: int


_Block = tuple[int, int, int, int, int, int, bool]
"""x, y, z, where it ends on each axis, whether it is fragile."""


class Budget:
    """How many trials are left, for all ways of filling together; it may be overdrawn by one block."""

    def __init__(self, trials: int) -> None:
        self.left = trials


class Room:
    """A box that is being filled.

    Args:
        room: Its inner sizes.
        budget: The trials that may still be made.
        wall: Fill from the back to the front, else from the floor up.
        snug: Of the blocks that fit choose the one that leaves the least gap, else the one of the most pieces.
    """

    def __init__(self, room: Size, budget: Budget, *, wall: bool, snug: bool) -> None:
        self._room = room
        self._budget = budget
        self._wall = wall
        self._snug = snug
        self._blocks: list[_Block] = []
        self._set: list[tuple[Placed, Size]] = []
        self._points = [_Point(0, 0, 0, *room)]

    def put(self, goods: Goods, qty: int) -> int:
        """Set up to `qty` pieces, block by block, as long as there is a place and work may be done; how many were set."""
        put = 0
        if qty < 1 or self._budget.left < 0:
            return put
        turned = [way for way in goods.turned() if all(a <= b for a, b in zip(way, self._room, strict=True))]
        while put < qty and turned and self._budget.left >= 0:
            found = self._best(goods, qty - put, turned)
            if found is None:
                break
            point, size, times = found
            self._place(goods, point, size, times)
            put += times[0] * times[1] * times[2]
        return put

    def pieces(self, *, turned_back: bool) -> tuple[Placed, ...]:
        """Every piece, from the floor upwards; with length and width exchanged again where they were."""
        found: list[Placed] = []
        for first, (nx, ny, nz) in self._set:
            for k, j, i in product(range(nz), range(ny), range(nx)):
                x, y, z = first.x + i * first.dx, first.y + j * first.dy, first.z + k * first.dz
                if turned_back:
                    found.append(Placed(first.key, y, x, z, first.dy, first.dx, first.dz))
                else:
                    found.append(Placed(first.key, x, y, z, first.dx, first.dy, first.dz))
        return tuple(sorted(found, key=lambda one: (one.z, one.y, one.x)))

    def _best(self, goods: Goods, qty: int, turned: list[Size]) -> tuple[_Point, Size, Size] | None:
        """At the first point where a piece can lie, the best block of them."""
        self._budget.left -= len(self._points)
        for point in self._points:
            best: tuple[tuple[int, ...], Size, Size] | None = None
            for size in turned:
                if size[0] > point.to_x or size[1] > point.to_y or size[2] > point.to_z:
                    continue
                for times in self._blocks_at(goods, qty, point, size):
                    score = self._score(point, size, times)
                    if best is None or score > best[0]:
                        best = (score, size, times)
            if best is not None:
                return point, best[1], best[2]
        return None

    def _score(self, point: _Point, size: Size, times: Size) -> tuple[int, ...]:
        (dx, dy, dz), (nx, ny, nz) = size, times
        count = nx * ny * nz
        if not self._snug:
            return (count, -nz * dz, ny * dy, nx * dx)
        # What stays free beside it in each direction, none where it closes the gap.
        gaps = (point.to_x - nx * dx, point.to_y - ny * dy, point.to_z - nz * dz)
        return (sum(gap == 0 for gap in gaps), count, -min(gaps), -nz * dz)

    def _blocks_at(self, goods: Goods, qty: int, point: _Point, size: Size) -> Iterator[Size]:
        """How often a piece can be repeated at a point along the axes; nothing where not even one fits."""
        dx, dy, dz = size
        x, y, z = point.x, point.y, point.z
        free_x = self._free(0, x, y, z, dx, dy, dz)
        if (
            free_x < dx
            or not self._rests(x, y, z, dx, dy)
            or (goods.fragile and self._under(x, y, z + dz, dx, dy))
        ):
            return
        if qty == 1:
            yield (1, 1, 1)
            return
        seen = set()
        for order in ((0, 1, 2), (1, 0, 2), (2, 0, 1), (2, 1, 0)):
            times = [1, 1, 1]
            for axis in order:
                ends = [dx * times[0], dy * times[1], dz * times[2]]
                free = self._free(axis, x, y, z, *ends)
                others = times[0] * times[1] * times[2]
                times[axis] = max(1, min(free // size[axis], qty // others))
                if axis == 2 and goods.fragile:
                    times[2] = 1
            nx, ny, nz = times
            if (nx, ny, nz) in seen:
                continue
            seen.add((nx, ny, nz))
            if z or goods.fragile:
                nx, ny = self._borne(goods, point, size, (nx, ny, nz))
            yield (nx, ny, nz)

    def _borne(self, goods: Goods, point: _Point, size: Size, times: Size) -> tuple[int, int]:
        """How many columns and rows of a block each rest as a piece must, and have nothing on them that is fragile."""
        dx, dy, dz = size
        nx, ny, nz = times

        def bears(i: int, j: int) -> bool:
            x, y = point.x + i * dx, point.y + j * dy
            top = point.z + nz * dz
            return self._rests(x, y, point.z, dx, dy) and not (
                goods.fragile and self._under(x, y, top, dx, dy)
            )

        columns = next((i for i in range(1, nx) if not bears(i, 0)), nx)
        rows = next((j for j in range(1, ny) if not all(bears(i, j) for i in range(columns))), ny)
        return columns, rows

    def _free(self, axis: int, x: int, y: int, z: int, dx: int, dy: int, dz: int) -> int:
        """How far along an axis a body of these sizes could reach; less than its size where it meets something."""
        blocks = self._blocks
        self._budget.left -= len(blocks) + _EACH
        ex, ey, ez = x + dx, y + dy, z + dz
        end = self._room[axis]
        if axis == 0:
            if ey > self._room[1] or ez > self._room[2]:
                return -1
            for bx, by, bz, cx, cy, cz, _ in blocks:
                if bx < end and cx > x and by < ey and cy > y and bz < ez and cz > z:
                    end = bx
            return end - x
        if axis == 1:
            for bx, by, bz, cx, cy, cz, _ in blocks:
                if by < end and cy > y and bx < ex and cx > x and bz < ez and cz > z:
                    end = by
            return end - y
        for bx, by, bz, cx, cy, cz, _ in blocks:
            if bz < end and cz > z and bx < ex and cx > x and by < ey and cy > y:
                end = bz
        return end - z

    def _rests(self, x: int, y: int, z: int, dx: int, dy: int) -> bool:
        """Whether a base lies on the floor, or enough of it on what may bear it."""
        if z == 0:
            return True
        self._budget.left -= len(self._blocks)
        ex, ey = x + dx, y + dy
        held = 0
        for bx, by, _, cx, cy, cz, fragile in self._blocks:
            if cz == z and bx < ex and cx > x and by < ey and cy > y:
                if fragile:
                    return False
                held += (min(ex, cx) - max(x, bx)) * (min(ey, cy) - max(y, by))
        return held >= SUPPORT * dx * dy

    def _under(self, x: int, y: int, top: int, dx: int, dy: int) -> bool:
        """Whether something lies on this top already."""
        self._budget.left -= len(self._blocks)
        ex, ey = x + dx, y + dy
        return any(
            bz == top and bx < ex and cx > x and by < ey and cy > y
            for bx, by, bz, cx, cy, _, _ in self._blocks
        )

    def _place(self, goods: Goods, point: _Point, size: Size, times: Size) -> None:
        (dx, dy, dz), (nx, ny, nz) = size, times
        x, y, z = point.x, point.y, point.z
        ex, ey, ez = x + nx * dx, y + ny * dy, z + nz * dz
        self._blocks.append((x, y, z, ex, ey, ez, goods.fragile))
        self._set.append((Placed(goods.key, x, y, z, dx, dy, dz), times))
        kept = []
        for one in self._points:
            px, py, pz = one.x, one.y, one.z
            in_x, in_y, in_z = x <= px < ex, y <= py < ey, z <= pz < ez
            if in_x and in_y and in_z:
                continue
            if in_y and in_z and x > px:
                one.to_x = min(one.to_x, x - px)
            elif in_x and in_z and y > py:
                one.to_y = min(one.to_y, y - py)
            elif in_x and in_y and z > pz:
                one.to_z = min(one.to_z, z - pz)
            kept.append(one)
        self._points = kept
        self._add_points(x, y, z, ex, ey, ez)
        if self._wall:
            self._points.sort(key=lambda one: (one.y, one.z, one.x))
        else:
            self._points.sort(key=lambda one: (one.z, one.y, one.x))

    def _add_points(self, x: int, y: int, z: int, ex: int, ey: int, ez: int) -> None:
        """The corners of a new block, and where they come to lie when they slide back against what is there."""
        wanted = {(ex, y, z), (x, ey, z), (x, y, ez)}
        wanted |= {(ex, self._back(1, ex, y, z), z), (ex, y, self._back(2, ex, y, z))}
        wanted |= {(self._back(0, x, ey, z), ey, z), (x, ey, self._back(2, x, ey, z))}
        wanted |= {(self._back(0, x, y, ez), y, ez), (x, self._back(1, x, y, ez), ez)}
        wanted -= {(one.x, one.y, one.z) for one in self._points}
        for px, py, pz in sorted(wanted):
            self._add_point(px, py, pz)

    def _back(self, axis: int, x: int, y: int, z: int) -> int:
        """Where a point stops that slides along an axis towards the box's corner."""
        self._budget.left -= len(self._blocks)
        at = 0
        here = (x, y, z)
        for block in self._blocks:
            end = block[axis + 3]
            if at < end <= here[axis] and all(
                block[other] <= here[other] < block[other + 3] for other in range(3) if other != axis
            ):
                at = end
        return at

    def _add_point(self, x: int, y: int, z: int) -> None:
        self._budget.left -= len(self._blocks)
        to_x, to_y, to_z = self._room[0], self._room[1], self._room[2]
        if x >= to_x or y >= to_y or z >= to_z:
            return
        for bx, by, bz, cx, cy, cz, _ in self._blocks:
            in_x, in_y, in_z = bx <= x < cx, by <= y < cy, bz <= z < cz
            if in_x and in_y and in_z:
                return
            if in_y and in_z and x < bx < to_x:
                to_x = bx
            elif in_x and in_z and y < by < to_y:
                to_y = by
            elif in_x and in_y and z < bz < to_z:
                to_z = bz
        self._points.append(_Point(x, y, z, to_x - x, to_y - y, to_z - z))
