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


def test_while_the_server_is_away_that_is_all_that_is_told(qtbot: QtBot) -> None:
    line = Line()
    feed = Feed(line.listen)
    with qtbot.waitSignal(feed.alive, check_params_cb=lambda alive: not alive):
        line.news.put(frozenset({("away", 0)}))
        feed.start()
    alive: list[bool] = []
    feed.alive.connect(alive.append)
    with qtbot.waitSignal(feed.changed) as told:
        line.news.put(frozenset({("everything", 0)}))
    assert (alive, told.args) == ([True], [frozenset({"everything"})])
    line.news.put(None)
    feed.close()


def test_another_line_is_listened_to_and_the_first_no_more(qtbot: QtBot) -> None:
    first, second = Line(), Line()
    feed = Feed(first.listen)
    feed.start()
    feed.listen_to(second.listen)
    with qtbot.waitSignal(feed.changed) as told:
        first.news.put(frozenset({("order", 1)}))
        second.news.put(frozenset({("stock", 1)}))
    assert told.args == [frozenset({"stock"})]
    second.news.put(None)
    feed.close()
    assert not any(one.is_alive() for one in feed._ears)


def test_the_end_waits_for_the_line_to_be_closed(qtbot: QtBot) -> None:
    closed: list[str] = []

    def listen() -> Iterator[Changes]:
        try:
            while True:
                yield frozenset()
        finally:
            closed.append("closed")

    feed = Feed(listen)
    with qtbot.waitSignal(feed.alive):
        feed.start()
    feed.close()
    assert closed == ["closed"]
