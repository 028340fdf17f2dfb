"""The least SQL that an order's life needs and still keeps its promises; what our services are measured against.

Four committed steps (place, pick, pack, ship) of five lines: stock guarded by an UPDATE a line so that it cannot be promised
twice, a row of history for each step, a row a move. Nothing else: no lots, no places, no rights, no audit, no undo, no operation keys.
On PostgreSQL through psycopg with prepared statements (`psycopg_lines`), on SQLite through sqlite3 with WAL and synchronous=FULL.
"""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime
from typing import Any

import psycopg

PRODUCTS, LINES = 1000, 5
TABLES = """
CREATE TABLE stock (product_id int, warehouse_id int, on_hand int NOT NULL, reserved int NOT NULL, PRIMARY KEY (product_id, warehouse_id),
  CHECK (reserved <= on_hand), CHECK (reserved >= 0));
CREATE TABLE orders (id {serial}, customer_id int NOT NULL, status varchar(12) NOT NULL, version int NOT NULL, created_at {moment} NOT NULL);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE TABLE order_line (id {serial}, order_id int NOT NULL REFERENCES orders (id), product_id int NOT NULL, qty int NOT NULL,
  price int NOT NULL, picked int NOT NULL);
CREATE INDEX order_line_order ON order_line (order_id);
CREATE TABLE move (id {serial}, order_id int NOT NULL, product_id int NOT NULL, kind varchar(8) NOT NULL, qty int NOT NULL,
  at {moment} NOT NULL);
CREATE INDEX move_order ON move (order_id);
CREATE INDEX move_product ON move (product_id);
CREATE TABLE parcel (id {serial}, order_id int NOT NULL REFERENCES orders (id), code varchar(30) NOT NULL UNIQUE, grams int NOT NULL);
CREATE INDEX parcel_order ON parcel (order_id);
CREATE TABLE history (id {serial}, order_id int NOT NULL, what varchar(12) NOT NULL, who varchar(12) NOT NULL, at {moment} NOT NULL);
CREATE INDEX history_order ON history (order_id);
"""


def basket(rng: random.Random, products: int = PRODUCTS) -> list[tuple[int, int, int]]:
    """Five different products in order, two pieces each."""
    return [(product, 2, 1000) for product in sorted(rng.sample(range(1, products + 1), LINES))]


class Floor:
    """The bare life on one connection."""

    def __init__(self, dsn: str = "", path: str = "") -> None:
        self.postgres = bool(dsn)
        self.connection: Any
        if self.postgres:
            self.connection = psycopg.connect(dsn, prepare_threshold=2)
        else:
            self.connection = sqlite3.connect(path, isolation_level=None, timeout=30)
            self.connection.execute("PRAGMA journal_mode=WAL")
            self.connection.execute("PRAGMA synchronous=FULL")

    def fill(self) -> None:
        """Make the tables and stock that never runs out."""
        serial = "serial PRIMARY KEY" if self.postgres else "integer PRIMARY KEY"
        for statement in TABLES.format(
            serial=serial, moment="timestamptz" if self.postgres else "text"
        ).split(";"):
            if statement.strip():
                self.connection.execute(statement)
        mark = "%s" if self.postgres else "?"
        self.connection.cursor().executemany(
            f"INSERT INTO stock VALUES ({mark}, 1, 100000000, 0)",
            [(product,) for product in range(1, PRODUCTS + 1)],
        )
        if self.postgres:
            self.connection.commit()

    def life(self, customer: int, lines: list[tuple[int, int, int]]) -> None:
        """One order from placed to shipped."""
        order = self._place(customer, lines)
        self._begin()
        self._step(order, "placed", "picked")
        self._do("UPDATE order_line SET picked = qty WHERE order_id = ?", order)
        self._commit()
        self._begin()
        self._step(order, "picked", "packed")
        self._do("INSERT INTO parcel (order_id, code, grams) VALUES (?, ?, 900)", order, f"P{order:012d}")
        self._commit()
        self._ship(order)

    def _place(self, customer: int, lines: list[tuple[int, int, int]]) -> int:
        self._begin()
        row = self._do(
            "INSERT INTO orders (customer_id, status, version, created_at) VALUES (?, 'placed', 1, ?) RETURNING id",
            customer,
            self._now(),
        ).fetchone()
        order = int(row[0])
        self._do(
            "INSERT INTO order_line (order_id, product_id, qty, price, picked) VALUES "
            + ",".join(["(?, ?, ?, ?, 0)"] * len(lines)),
            *(value for product, qty, price in lines for value in (order, product, qty, price)),
        )
        for product, qty, _ in lines:
            done = self._do(
                "UPDATE stock SET reserved = reserved + ? WHERE product_id = ? AND warehouse_id = 1 AND on_hand - reserved >= ?",
                qty,
                product,
                qty,
            )
            if done.rowcount != 1:
                raise RuntimeError("the stock of the floor ran out")
        self._do(
            "INSERT INTO move (order_id, product_id, kind, qty, at) VALUES "
            + ",".join(["(?, ?, 'reserve', ?, ?)"] * len(lines)),
            *(value for product, qty, _ in lines for value in (order, product, qty, self._now())),
        )
        self._do(
            "INSERT INTO history (order_id, what, who, at) VALUES (?, 'placed', 'me', ?)", order, self._now()
        )
        self._commit()
        return order

    def _ship(self, order: int) -> None:
        self._begin()
        self._step(order, "packed", "shipped")
        rows = self._do(
            "SELECT product_id, picked FROM order_line WHERE order_id = ? ORDER BY product_id", order
        ).fetchall()
        for product, qty in rows:
            self._do(
                "UPDATE stock SET on_hand = on_hand - ?, reserved = reserved - ? WHERE product_id = ? AND warehouse_id = 1",
                qty,
                qty,
                product,
            )
        self._do(
            "INSERT INTO move (order_id, product_id, kind, qty, at)"
            " SELECT order_id, product_id, 'ship', -picked, ? FROM order_line WHERE order_id = ?",
            self._now(),
            order,
        )
        self._commit()

    def _step(self, order: int, source: str, target: str) -> None:
        done = self._do(
            "UPDATE orders SET status = ?, version = version + 1 WHERE id = ? AND status = ?",
            target,
            order,
            source,
        )
        if done.rowcount != 1:
            raise RuntimeError("changed by somebody else")
        self._do(
            "INSERT INTO history (order_id, what, who, at) VALUES (?, ?, 'me', ?)", order, target, self._now()
        )

    def _do(self, statement: str, *values: object) -> Any:
        return self.connection.execute(statement.replace("?", "%s") if self.postgres else statement, values)

    def _begin(self) -> None:
        if not self.postgres:
            self.connection.execute("BEGIN IMMEDIATE")

    def _commit(self) -> None:
        if self.postgres:
            self.connection.commit()
        else:
            self.connection.execute("COMMIT")

    def _now(self) -> object:
        now = datetime.now(UTC)
        return now if self.postgres else now.isoformat()
