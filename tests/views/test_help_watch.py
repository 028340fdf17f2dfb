"""A bench calls: every supervisor's desk shows and sounds it, one says that they come, and the others are told no more."""

from __future__ import annotations

from app.domain.permissions import Role
from app.services.help_calls import answer_call, call_help, take_call_back
from app.views.help_watch import HelpWatch
from app.views.settings import Settings
from tests.rig.bench import Bench
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.screens import MakeDesk

NEWS = frozenset({"help_call"})


def told(desk: Desk) -> int:
    """How many messages wait."""
    return len(desk.notices)


def test_a_call_is_shown_until_somebody_comes(world: World, desk_of: MakeDesk) -> None:
    shop = Bench(world)
    desk = desk_of(world, Role.SUPERVISOR, screens=(Settings,))
    heard: list[str] = []
    desk.shell.sounds.play = heard.append  # type: ignore[method-assign, assignment]  # what is heard is listened to
    watch = HelpWatch(desk.shell)
    desk.wait()
    assert told(desk) == 0
    (shipment,) = shop.picked({"MUG": 1})
    first = call_help(shop.packer, shipment).call_id
    watch.changed(NEWS)
    desk.wait()
    shown = " ".join(desk.notices)
    assert "PACK-1" in shown
    assert shop.number("shipment", shipment) in shown
    assert heard == ["stop"]
    watch.changed(NEWS)
    desk.wait()
    assert (told(desk), heard) == (1, ["stop"]), "the same call is told once"
    act = desk.shell.notices.waiting[0].act
    assert act is not None
    desk.shell.notices.acknowledge()
    act()
    desk.wait()
    assert world.one("SELECT answered_by FROM help_call WHERE id = :i", i=first) == desk.ctx.actor
    assert told(desk) == 0
    desk.shell.undo()
    desk.wait()
    watch.changed(NEWS)
    desk.wait()
    assert told(desk) == 1, "who cannot come after all leaves the call open"
    answer_call(world.owner, first)
    watch.changed(NEWS)
    desk.wait()
    assert told(desk) == 0, "somebody else comes"
    take_call_back(shop.packer, call_help(shop.packer).call_id)
    watch.changed(NEWS)
    desk.wait()
    assert told(desk) == 0


def test_who_may_not_answer_is_not_told(world: World, desk_of: MakeDesk) -> None:
    shop = Bench(world)
    desk = desk_of(world, Role.PICKER, screens=(Settings,))
    watch = HelpWatch(desk.shell)
    call_help(shop.packer)
    watch.changed(NEWS)
    desk.wait()
    assert told(desk) == 0
