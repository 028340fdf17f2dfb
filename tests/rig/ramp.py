"""A shop with carriers and one dispatch bench, worked by scans and keys, and what is seen of it."""

from __future__ import annotations

from app.services.desks import add_desk
from app.views.dispatch import DispatchBench
from app.views.parts.dispatch_state import Mode
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.dock import Dock
from tests.rig.screens import MakeDesk

SCREENS = (DispatchBench,)


class Ramp:
    """A shop with one dispatch bench."""

    def __init__(self, world: World, desk_of: MakeDesk) -> None:
        self.world = world
        self.dock = Dock(world)
        add_desk(world.owner, "PACK-1", warehouse_id=self.dock.warehouse)
        self.desk: Desk = desk_of(world, screens=SCREENS, ctx=self.dock.packer)
        self.sounds: list[str] = []
        self.desk.shell.sounds.play = self.sounds.append  # type: ignore[method-assign, assignment]  # what is heard is listened to

    def bench(self) -> DispatchBench:
        """The bench on the screen, with what waits now."""
        bench = self.desk.show(DispatchBench)
        bench.refresh()
        self.desk.wait()
        return bench

    def scan(self, *parcels: int) -> None:
        """Scan parcels."""
        for parcel in parcels:
            self.desk.scan(self.dock.sscc(parcel))


def keys(bench: DispatchBench) -> list[str]:
    """The keys that are offered now."""
    return [key for key, _ in bench.every_page[bench.pages.currentIndex()].keys.keys]


def mode(bench: DispatchBench) -> Mode:
    """What the bench is doing."""
    return bench.state.mode


def stop(bench: DispatchBench) -> str:
    """The title of the STOP; empty while work goes on."""
    shown = bench.overlay.stop if bench.overlay is not None else None
    return shown.title if shown is not None else ""


def counter(bench: DispatchBench) -> tuple[str, str]:
    """What the counter of the loading page says."""
    return bench.load_page.counter.words


def acknowledge(ramp: Ramp, bench: DispatchBench) -> None:
    """Press Space over a STOP."""
    assert bench.overlay is not None
    ramp.desk.robot.press("Space")
    ramp.desk.wait()
