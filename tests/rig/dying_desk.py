"""A desk that types an order and dies in the middle of it: `python -m tests.rig.dying_desk DATABASE FOLDER`, killed from outside.

It says READY once what it typed last stood there for as long as the screen takes to keep it, and then types no more.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.views.parts.order_typing import SAVE_MS
from tests.rig.databases import World
from tests.rig.desk import Desk
from tests.rig.order_desk import SCREENS, customer


def main() -> None:
    """Type two lines and half of a third, and a quantity that is not finished."""
    world = World("sqlite", f"sqlite:///{sys.argv[1]}")
    desk = Desk(world, Path(sys.argv[2]), screens=SCREENS)
    desk.work.go("order-entry", "new")
    desk.wait()
    customer(desk)
    desk.type("mug")
    desk.press("Return")
    desk.type("4")
    desk.press("Return")
    desk.type("half a wo")
    desk.press("Alt+Up")
    desk.type("77")
    until = time.monotonic() + SAVE_MS / 1000
    desk.wait(lambda: time.monotonic() > until)
    print("READY", flush=True)
    time.sleep(600)


if __name__ == "__main__":
    main()
