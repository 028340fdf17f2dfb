"""Price lists on the screen: made, filled, copied, ended by keyboard; changes are taken back, refusals keep what was typed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from app.domain.permissions import Role
from app.domain.price_files import ListPrice
from app.domain.pricing import Charge
from app.queries.price_lists import list_prices, shipping_charges
from app.services.parties import NewCustomer, edit_customer
from app.services.price_lists import PriceListFields, add_price_list, change_prices, save_charges
from app.views.customers import Customers
from app.views.price_lists import PriceLists
from tests.rig.databases import World
from tests.rig.screens import MakeDesk
from tests.rig.shop import ADDRESS, Shop

SINCE = date(2026, 1, 1)
MUG = ListPrice("MUG", 1, Decimal("2.20"), SINCE)
MUGS = ListPrice("MUG", 12, Decimal("1.80"), SINCE)
TABLES = ("price_list", "price", "shipping_charge")


def prices(world: World, list_id: int) -> set[ListPrice]:
    """The prices of a list."""
    with world.owner.reading() as connection:
        return set(list_prices(connection, list_id))


def charges(world: World) -> tuple[Charge, ...]:
    """The table of charges."""
    with world.owner.reading() as connection:
        return shipping_charges(connection)


def closed() -> None:
    """Let dialogs that were closed go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_list_is_made_and_a_price_set_by_keyboard(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    desk.press("Ctrl+N")
    desk.type("P1")
    desk.press("Return")
    desk.type("Partners")
    desk.press("Ctrl+S")
    (row,) = sqlite_world.rows("SELECT id, code, name, currency, active FROM price_list")
    assert (row.code, row.name, row.currency, bool(row.active)) == ("P1", "Partners", "EUR", True)
    screen.one.focus_first()
    desk.type("MUG")
    desk.press("Return")
    desk.type("12")
    desk.press("Return")
    desk.type("1,80")
    desk.press("Return")
    desk.type("2026-01-01")
    desk.press("Return", "Return")
    assert prices(sqlite_world, row.id) == {MUGS}
    assert screen.one.widget("sku").hasFocus()
    desk.press("Esc", "Ctrl+Z")
    assert prices(sqlite_world, row.id) == set()
    assert desk.notices == ()


def test_what_cannot_be_a_price_stays_typed(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    before = sqlite_world.tables(*TABLES)
    for name, text in (("sku", "NONE"), ("price", "2"), ("valid_from", "1.1.26")):
        screen.one.widget(name).setText(text)
    screen.set.click()
    desk.wait()
    assert screen.one.refusal("valid_from")
    screen.one.widget("valid_from").setText("")
    screen.set.click()
    desk.wait()
    assert "NONE" in screen.one.refusal("sku")
    assert screen.one.widget("sku").text() == "NONE"
    assert sqlite_world.tables(*TABLES) == before


def test_a_table_is_pasted_mended_kept_and_taken_back(
    sqlite_world: World, desk_of: MakeDesk, tmp_path: Path
) -> None:
    Shop(sqlite_world, stock=False)
    made = add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    change_prices(sqlite_world.owner, made, (), (MUG, MUGS))
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    desk.press("Ctrl+R")
    table = screen.table_text
    assert table.text.toPlainText().splitlines()[1:] == ["MUG,1,2.20,2026-01-01,", "MUG,12,1.80,2026-01-01,"]
    head = "sku\tfrom_qty\tprice\tvalid_from\n"
    table.text.setPlainText(f"{head}MUG\t1\t2,20\t2026-01-01\nTEA\tx\t4\t2026-01-01\n")
    assert not table.keep.isEnabled()
    assert table.state.text().startswith("Line 3")
    (tmp_path / "bad.csv").write_bytes(b"\0\0")
    table.load_from(tmp_path / "bad.csv")
    assert "bad.csv" in table.state.text()
    (tmp_path / "good.csv").write_text(
        f"{head}MUG\t1\t2,20\t2026-01-01\nTEA\t1\t4\t2026-01-01\nTEA\t5\t4,5\t2026-01-01\n"
    )
    table.load_from(tmp_path / "good.csv")
    assert "3 prices" in table.state.text()
    assert "TEA costs" in table.state.text()  # five cost more than one: told, not refused
    table.write_to(tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith("\ufeffsku".encode())
    table.keep.click()
    desk.wait()
    tea = ListPrice("TEA", 1, Decimal(4), SINCE)
    assert prices(sqlite_world, made) == {MUG, tea, ListPrice("TEA", 5, Decimal("4.5"), SINCE)}
    closed()
    desk.press("Ctrl+Z")
    assert prices(sqlite_world, made) == {MUG, MUGS}


def test_another_desk_was_first(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    made = add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    change_prices(sqlite_world.owner, made, (), (MUG,))
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    desk.press("Ctrl+R")
    change_prices(sqlite_world.owner, made, (MUG,), (MUGS,))
    typed = "sku,price,valid_from\nMUG,3,2026-01-01\n"
    screen.table_text.text.setPlainText(typed)
    screen.table_text.keep.click()
    desk.wait()
    assert "another desk" in screen.table_text.state.text()
    assert screen.table_text.text.toPlainText() == typed
    assert prices(sqlite_world, made) == {MUGS}
    screen.table_text.reject()
    closed()


def test_a_list_is_copied_and_ended(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    made = add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    change_prices(sqlite_world.owner, made, (), (MUG,))
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    desk.press("Ctrl+Shift+N")
    desk.type("P2")
    desk.press("Ctrl+S")
    copied = sqlite_world.one("SELECT id FROM price_list WHERE code = 'P2'")
    assert prices(sqlite_world, copied) == {MUG}
    assert screen.current() is not None
    today = date.today()  # noqa: DTZ011 - the desk's own calendar, as the screen asks it
    desk.command("pricelist.end")
    assert {one.valid_until for one in prices(sqlite_world, copied)} <= {today, today + timedelta(1)}
    assert prices(sqlite_world, made) == {MUG}
    desk.press("Ctrl+Z")
    assert prices(sqlite_world, copied) == {MUG}


def test_charges_are_a_table_of_their_own(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    save_charges(sqlite_world.owner, (Charge(None, "", "EUR", 0, 990),), ())
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    desk.press("Ctrl+T")
    table = screen.table_text
    assert table.text.toPlainText().splitlines()[1] == ",,EUR,0.00,9.90"
    table.text.setPlainText("service,country,currency,from_value,charge\nNONE,FR,EUR,0,1\n")
    assert not table.keep.isEnabled()
    table.text.setPlainText("country,currency,charge\nFR,EUR,5\n")
    table.keep.click()
    desk.wait()
    assert charges(sqlite_world) == (Charge(None, "FR", "EUR", 0, 500),)
    closed()
    desk.press("Ctrl+Z")
    assert charges(sqlite_world) == (Charge(None, "", "EUR", 0, 990),)


def test_who_may_not_change_prices_reads_them(sqlite_world: World, desk_of: MakeDesk) -> None:
    shop = Shop(sqlite_world, stock=False)
    made = add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    change_prices(sqlite_world.owner, made, (), (MUG,))
    new = NewCustomer("C1", "Analytique", bill_address=ADDRESS, price_list_id=made)
    edit_customer(sqlite_world.owner, shop.customer, new, 1)
    desk = desk_of(sqlite_world, Role.CUSTOMER_SERVICE, screens=(PriceLists,))
    screen = desk.show(PriceLists)
    assert not screen.form.widget("name").isEnabled()
    assert not screen.one.isVisible()
    desk.press("Ctrl+R")
    assert screen.table_text.text.isReadOnly()
    assert not screen.table_text.keep.isVisible()
    screen.table_text.reject()
    closed()


def test_a_customer_is_given_a_list_and_a_discount(sqlite_world: World, desk_of: MakeDesk) -> None:
    Shop(sqlite_world, stock=False)
    made = add_price_list(sqlite_world.owner, "P1", PriceListFields("Partners"))
    desk = desk_of(sqlite_world, Role.SUPERVISOR, screens=(Customers,))
    screen = desk.show(Customers)
    listed = screen.form.widget("price_list_id")
    assert [listed.itemText(at) for at in range(listed.count())] == ["None", "Partners (EUR)"]
    listed.setCurrentIndex(1)
    screen.form.widget("discount").setText("120")
    desk.press("Ctrl+S")
    assert screen.form.refusal("discount")
    screen.form.widget("discount").setText("2,5")
    screen.form.widget("vip").setChecked(True)
    desk.press("Ctrl+S")
    names = "price_list_id, discount, payment_days, prepaid, vip"
    (row,) = sqlite_world.rows(f"SELECT {names} FROM customer")
    assert tuple(row) == (made, 25_000, 30, 0, 1)
    desk.press("Ctrl+Z")
    (row,) = sqlite_world.rows(f"SELECT {names} FROM customer")
    assert tuple(row) == (None, 0, 30, 0, 0)
