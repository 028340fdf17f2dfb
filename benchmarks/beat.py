"""How long the window holds its event loop up at most, with a database that takes 300 ms a statement.

For every screen there is: it is made and shown, each of its commands is done on its first row, language and colours are
switched, palette and keys are opened, while a timer beats every ten milliseconds. `python -m benchmarks.beat SCREEN` says
of one screen what took longest.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from app.services import schema
from app.services.sample import seed
from app.services.sign_in import owner_context
from benchmarks.frame import Result, Rig

STATEMENT_S = 0.3
LIMIT_MS = 50.0
PATIENCE_MS = 180_000
"""An export reads many pages, each some statements of 300 ms."""
PROCESSES = 2


def every_screen(rig: Rig) -> Iterator[Result]:
    """The longest beat of each screen, screen by screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.views.screens import SCREENS

    file = make_sample(rig.folder)
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        for name, beats in pool.map(beats_of, [one.id for one in SCREENS], [file] * len(SCREENS)):
            worst = max(beats.values())
            yield Result(
                f"beat {name}", "sqlite", len(beats), worst, "ms", f"{LIMIT_MS:.0f} ms", worst / LIMIT_MS
            )


def make_sample(folder: Path) -> Path:
    """The sample company in a file."""
    file = folder / "beat.db"
    url = f"sqlite:///{file}"
    schema.upgrade(url)
    owner = owner_context(url, desk="OFFICE")
    try:
        seed(owner, lambda done, total, text: None)
    finally:
        owner.db.close()
    return file


def beats_of(name: str, sample: Path) -> tuple[str, dict[str, float]]:
    """A screen's name and its longest beats in milliseconds, by what was being done."""
    from app.qt import robot, theme
    from app.views.screens import SCREENS
    from tests.rig.databases import World
    from tests.rig.desk import Desk
    from tests.rig.heart import Heart, slow_database
    from tests.rig.walk import Walk

    robot.PATIENCE_MS = PATIENCE_MS
    kind = next(one for one in SCREENS if one.id == name)
    gc.collect()
    gc.freeze()  # as the program does once it has read itself
    with tempfile.TemporaryDirectory(prefix="quai-beat-") as folder:
        file = Path(shutil.copy(sample, folder))
        world = World("sqlite", f"sqlite:///{file}")
        desk = Desk(world, Path(folder), screens=SCREENS)
        heart = Heart()
        walk = Walk(desk, SCREENS, told=lambda what: setattr(heart, "doing", what))
        with slow_database(STATEMENT_S):
            walk.do_everything(kind)
            walk.told("show it again")
            walk.visit(kind)
            for language in ("fr", "en"):
                walk.told(f"speak {language}")
                desk.speak(language)
            for scheme in (theme.Scheme.DARK, theme.Scheme.CONTRAST, theme.Scheme.LIGHT):
                walk.told(f"colour {scheme}")
                desk.colour(scheme)
            walk.told("palette")
            desk.work.open_palette()
            desk.type("caf")
            desk.press("Escape")
            walk.told("keys")
            desk.work.show_keys()
            desk.wait()
        walk.end()
        heart.stop()
        desk.close()
        world.close()
    gc.unfreeze()
    return name, heart.worst


def main() -> None:
    """What takes longest on some screens."""
    with tempfile.TemporaryDirectory(prefix="quai-bench-") as folder:
        file = make_sample(Path(folder))
        for name in sys.argv[1:]:
            print(name)
            for what, busy in sorted(beats_of(name, file)[1].items(), key=lambda one: -one[1])[:12]:
                print(f"{busy:8.1f} ms  {what}")


if __name__ == "__main__":
    main()
