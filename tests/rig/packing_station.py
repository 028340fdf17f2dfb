"""A shop with one packing bench, worked by scans and keys, and what is seen of it."""

from __future__ import annotations

from app.services.desks import add_desk
from app.views.packing import PackingBench
from app.views.parts.packing_words import Mode
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk

SCREENS = (PackingBench,)


class Station:
    """A shop with one packing bench."""

    def __init__(self, world: World, desk_of: MakeDesk) -> None:
        self.world = world
        self.shop = Bench(world)
        add_desk(world.owner, "PACK-1")
        self.desk: Desk = desk_of(world, screens=SCREENS, ctx=self.shop.packer)
        self.sounds: list[str] = []
        self.desk.shell.sounds.play = self.sounds.append  # type: ignore[method-assign, assignment]  # what is heard is listened to

    def bench(self) -> PackingBench:
        """The bench on the screen, with what waits now."""
        bench = self.desk.show(PackingBench)
        bench.refresh()
        self.desk.wait()
        return bench

    def lies(self) -> None:
        """Wait until something that was typed lies on the bench: it goes through the journal like a scan."""
        bench = self.desk.work.current
        assert isinstance(bench, PackingBench)
        self.desk.wait(lambda: bench.state.scene is not None)

    def number(self, shipment: int) -> str:
        """What its paper says."""
        return self.shop.number("shipment", shipment)

    def opened(self, **lines: int) -> tuple[PackingBench, int]:
        """A shipment on the bench."""
        (shipment,) = self.shop.picked(lines)
        bench = self.bench()
        self.desk.scan(self.number(shipment))
        self.sounds.clear()
        return bench, shipment

    def packed(self) -> int:
        """Pieces in all parcels."""
        return int(self.world.one("SELECT coalesce(sum(qty), 0) FROM package_line"))

    def papers(self) -> list[tuple[str, bool]]:
        """What went to the printer."""
        rows = self.world.rows("SELECT document, copy FROM print_job ORDER BY id")
        return [(row.document, bool(row.copy)) for row in rows]


def keys(bench: PackingBench) -> list[str]:
    """The keys that are offered now."""
    return [key for key, _ in bench.three[bench.pages.currentIndex()].keys.keys]


def mode(bench: PackingBench) -> Mode:
    """What the bench is doing."""
    return bench.state.mode


def asked(bench: PackingBench) -> str:
    """What it asks."""
    return bench.state.question.kind if bench.state.question is not None else ""


def stopped(bench: PackingBench) -> bool:
    """Whether a STOP is shown."""
    return bench.stopped


def alarmed(station: Station) -> bool:
    """Whether a STOP is heard again and again."""
    return station.desk.shell.sounds.alarmed


def tag(bench: PackingBench) -> str:
    """The last verdict."""
    return bench.state.tag()[0]
