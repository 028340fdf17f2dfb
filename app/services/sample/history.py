"""The sample company as the console shows it: half a year of orders behind it, and a working day in full swing.

Everything is made through the services that people use, so nothing can stand there that could not have come about. Apart from
times, dates and the codes of what customers fetch the company is the same every time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.models.base import utc_now
from app.services.badges import set_pin
from app.services.context import Context
from app.services.desks import add_desk
from app.services.rows import local_day
from app.services.sample import data
from app.services.sample.back import Incoming
from app.services.sample.batch import each
from app.services.sample.cast import Cast
from app.services.sample.company import draw_products, make_company
from app.services.sample.door import Door
from app.services.sample.floor import Floor
from app.services.sample.known import know_customers
from app.services.sample.messages import Messages
from app.services.sample.office import Office
from app.services.sample.past import open_market, write_past
from app.services.sample.prices import make_prices
from app.services.sample.printed import print_papers
from app.services.sample.questions import question_orders

PIN = "2580"
"""Of everybody at a bench."""
AT_BENCHES = ("idris", "lea", "marie", "noah", "zoe")
TIME_ZONE = "Europe/Paris"
STEPS = (
    ("Warehouse, products, customers, people", 40),
    ("Pictures of the products", 10),
    ("Half a year of closed orders", 15),
    ("Orders of today", 10),
    ("Picking, packing, shipping", 15),
    ("Deliveries, returns, counts", 10),
)
"""What is told while the company is made, with its share of the time."""

Progress = Callable[[int, int, str], None]
"""How far it is, how far it will go, and what is being done (one of `STEPS`)."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was made; `closed_orders` lie before `today`, the day at the warehouse."""

    today: date
    products: int
    customers: int
    people: int
    closed_orders: int
    open_orders: int


def seed(
    ctx: Context, progress: Progress = lambda done, total, words: None, *, today: date | None = None
) -> Summary:
    """Make the sample company with its history in an empty database that was brought to this program's schema.

    Args:
        ctx: The owner, or an administrator who may do everything.
        progress: Is told about each step when it begins, and the end.
        today: The day that it is to be at the warehouse; without it the day that it is.

    Raises:
        AppError: the database is not empty, or does not answer.
    """
    total = sum(share for _, share in STEPS)
    shares = iter(STEPS)
    done = 0

    def tell() -> None:
        nonlocal done
        words, share = next(shares)
        progress(done, total, words)
        done += share

    tell()
    today = today or _today(ctx)
    plan = data.load()
    sample = make_company(ctx, today)
    each(ctx, add_desk, [(desk.code, desk.name, sample.warehouse_id) for desk in plan.desk])
    for login in AT_BENCHES:
        set_pin(ctx, login, PIN)
    tell()
    draw_products(ctx, sample)
    make_prices(ctx, sample, today)
    tell()
    closed = write_past(ctx, open_market(plan), today, plan.warehouse.code)
    tell()
    cast = Cast(ctx, plan)
    # Not the market of the past: how many days were worked on would change what is ordered today.
    office = Office(ctx, cast, sample, open_market(plan, seed=11), today)
    office.take_all()
    tell()
    floor = Floor(ctx, cast, office, Door(ctx, cast, sample.warehouse_id, today))
    floor.ship()
    floor.pack()
    floor.pick()
    tell()
    incoming = Incoming(ctx, cast, sample, today)
    incoming.buy()
    incoming.take_back()
    incoming.look_after()
    Messages(cast["claire"], open_market(plan, seed=23), today).come()
    question_orders(ctx, cast, sample, today)
    know_customers(ctx, cast)
    print_papers(ctx)
    progress(total, total, STEPS[-1][0])
    return Summary(today, len(sample.products), len(sample.customers), len(plan.person), closed, office.taken)


def _today(ctx: Context) -> date:
    with ctx.reading() as connection:
        return local_day(connection.execute(sa.select(utc_now().label("now"))).scalar_one(), TIME_ZONE)
