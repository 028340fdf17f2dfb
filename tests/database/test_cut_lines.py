"""A line cut or frozen at any statement, and in doubt after COMMIT: what was acknowledged is there exactly once."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from app.database import Database, Operation, Timeouts, Transaction
from app.domain.permissions import Role
from app.errors import Unavailable
from tests.rig.databases import World
from tests.rig.proxy import Fate, Proxy, commits

CUTS = (Fate.CUT_BEFORE, Fate.CUT_IN_DOUBT, Fate.CUT_AFTER)
_ADD = sa.text("INSERT INTO supplier (code, name) VALUES (:code, :name)")


class Line:
    """The way to the server; `on` says what becomes of a statement, by its number since `begin`, and its words."""

    def __init__(self, world: World) -> None:
        url = sa.make_url(world.url_of(Role.ADMIN))
        self.said: list[str] = []
        self.cut: list[Fate] = []
        self.on: Callable[[int, str], Fate] = passing
        self.proxy = Proxy(str(url.host), int(url.port or 0), self._judge)
        self.url = url.set(port=self.proxy.port).render_as_string(hide_password=False)

    def _judge(self, words: str) -> Fate:
        self.said.append(words)
        fate = self.on(len(self.said), words)
        if fate is not Fate.PASS:
            self.cut.append(fate)
        return fate

    def begin(self, on: Callable[[int, str], Fate]) -> None:
        self.said, self.cut, self.on = [], [], on


@pytest.fixture
def line(pg_world: World) -> Iterator[Line]:
    made = Line(pg_world)
    yield made
    made.proxy.close()


def passing(number: int, words: str) -> Fate:
    return Fate.PASS


def at_number(wanted: int, fate: Fate) -> Callable[[int, str], Fate]:
    return lambda number, words: fate if number == wanted else Fate.PASS


def at_words(wanted: str, fate: Fate) -> Callable[[int, str], Fate]:
    return lambda number, words: fate if wanted in words else Fate.PASS


def add(database: Database, code: str) -> str:
    """Write two rows under the key `code`."""

    def work(tx: Transaction) -> str:
        for half in "ab":
            tx.execute(_ADD, {"code": code + half, "name": code})
        tx.changed("supplier")
        return f"made {code}"

    operation = Operation(code, "add", code)
    return str(database.run(work, operation, encode=str, decode=str, actor="t"))


def there(world: World, code: str) -> int:
    return int(world.one("SELECT count(*) FROM supplier WHERE name = :code", code=code))


@pytest.mark.parametrize("fate", CUTS)
def test_a_line_cut_at_any_statement_does_nothing_twice(pg_world: World, line: Line, fate: Fate) -> None:
    database = pg_world.database(line.url)
    add(database, "warm")
    for number in itertools.count(1):
        line.begin(at_number(number, fate))
        assert add(database, f"{number}") == f"made {number}"
        assert there(pg_world, f"{number}") == 2
        if not line.cut:
            break
    assert number > 5  # ping, BEGIN, the key, two rows, the result with COMMIT and the news


def test_news_are_told_after_the_commit(pg_world: World, line: Line) -> None:
    """Within the transaction, desks with nothing in common would wait for each other's commit (adr/0011)."""
    database = pg_world.database(line.url)
    add(database, "warm")
    line.begin(passing)
    add(database, "news")
    (told,) = (words for words in line.said if "pg_notify" in words)
    assert told.index("COMMIT") < told.index("pg_notify")
    assert sum(commits(words) for words in line.said) == 1


def test_what_was_done_before_the_cut_is_told_by_the_second_try(pg_world: World, line: Line) -> None:
    database = pg_world.database(line.url)
    add(database, "warm")
    news = pg_world.database().changes(wait=0.25)
    assert next(news) == {("everything", 0)}
    cut = iter([Fate.CUT_AFTER])
    line.begin(lambda number, words: next(cut, Fate.PASS) if commits(words) else Fate.PASS)
    assert add(database, "cut") == "made cut"
    assert line.cut == [Fate.CUT_AFTER]
    assert ("everything", 0) in frozenset().union(*itertools.islice(news, 4))


@pytest.mark.parametrize("fate", CUTS)
def test_a_line_cut_again_and_again_is_unavailable_and_can_be_asked_again(
    pg_world: World, line: Line, fate: Fate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.database.transaction.ATTEMPTS", 3)
    database = pg_world.database(line.url)
    add(database, "warm")
    # Where the first COMMIT got through, the stored answer is read again, and the COMMIT after that is cut as well.
    line.begin(lambda number, words: fate if commits(words) else Fate.PASS)
    with pytest.raises(Unavailable, match="not done twice"):
        add(database, "cut")
    assert line.cut == [fate] * 3
    if fate is not Fate.CUT_IN_DOUBT:
        assert there(pg_world, "cut") == (2 if fate is Fate.CUT_AFTER else 0)
    line.begin(passing)
    assert add(database, "cut") == "made cut"
    assert there(pg_world, "cut") == 2


@pytest.mark.parametrize("fate", [Fate.FREEZE_BEFORE, Fate.FREEZE_AFTER])
@pytest.mark.parametrize("at", ["INSERT INTO supplier", "COMMIT"])
def test_a_frozen_server_is_given_up_by_the_watchdog(
    pg_world: World, line: Line, fate: Fate, at: str
) -> None:
    database = pg_world.database(line.url, timeouts=Timeouts(frozen=0.6))
    add(database, "warm")
    frozen: list[str] = []

    def once(number: int, words: str) -> Fate:
        if (commits(words) if at == "COMMIT" else words.startswith(at)) and not frozen:
            frozen.append(words)
            return fate
        return Fate.PASS

    line.begin(once)
    assert add(database, "ice") == "made ice"
    assert frozen
    assert there(pg_world, "ice") == 2


def test_a_server_that_stays_frozen_is_unavailable_and_nothing_is_done_twice(
    pg_world: World, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.database.transaction.ATTEMPTS", 3)
    database = pg_world.database(line.url, timeouts=Timeouts(frozen=0.6))
    add(database, "warm")

    def freeze(number: int, words: str) -> Fate:
        line.proxy.closed = True  # nobody else gets in either
        return Fate.FREEZE_AFTER if commits(words) else Fate.PASS

    line.begin(freeze)
    with pytest.raises(Unavailable):
        add(database, "ice")
    assert commits(line.said[-1])
    line.proxy.closed = False
    line.begin(passing)
    assert add(database, "ice") == "made ice"
    assert there(pg_world, "ice") == 2


def test_a_reader_is_told_of_a_frozen_server(pg_world: World, line: Line) -> None:
    database = pg_world.database(line.url, timeouts=Timeouts(frozen=0.6))
    add(database, "warm")
    line.begin(at_words("FROM supplier", Fate.FREEZE_BEFORE))
    with pytest.raises(Unavailable), database.reading() as connection:
        connection.execute(sa.text("SELECT * FROM supplier"))
