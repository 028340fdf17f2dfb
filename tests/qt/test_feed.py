"""News: gathered for a moment, told once; a line that ends is told too."""

from __future__ import annotations

import queue
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from app.qt.feed import Changes, Feed


class Line:
    """What a database says, when the test wants it to."""

    def __init__(self) -> None:
        self.news: queue.Queue[Changes | Exception | None] = queue.Queue()

    def listen(self) -> Iterator[Changes]:
        while (heard := self.news.get()) is not None:
            if isinstance(heard, Exception):
                raise heard
            yield heard


def test_news_within_a_moment_are_one(qtbot: QtBot) -> None:
    line = Line()
    feed = Feed(line.listen)
    for change in (("order", 1), ("order", 2), ("stock", 3)):
        line.news.put(frozenset({change}))
    with qtbot.waitSignal(feed.changed) as told:
        feed.start()
    assert told.args == [frozenset({"order", "stock"})]
    with qtbot.waitSignal(feed.changed) as told:
        line.news.put(frozenset({("shipment", 1)}))
    assert told.args == [frozenset({"shipment"})]
    line.news.put(None)


def test_signs_of_life_and_the_end(qtbot: QtBot) -> None:
    line = Line()
    feed = Feed(line.listen)
    with qtbot.waitSignal(feed.alive, check_params_cb=lambda alive: alive):
        line.news.put(frozenset())
        feed.start()
    with qtbot.waitSignal(feed.alive, check_params_cb=lambda alive: not alive):
        line.news.put(ConnectionError("gone"))


def test_after_the_end_nothing_is_told(qtbot: QtBot) -> None:
    line = Line()
    feed = Feed(line.listen)
    feed.start()
    feed.stop()
    with qtbot.assertNotEmitted(feed.changed, wait=150):
        line.news.put(frozenset({("order", 1)}))
