"""The screens, in the order of the rail; one line adds one."""

from __future__ import annotations

from app.qt.screen import Screen
from app.views.carrier_rules import CarrierRules
from app.views.carriers import Carriers
from app.views.cartons import Cartons
from app.views.company import Company
from app.views.customer import CustomerAccount
from app.views.customers import Customers
from app.views.deliveries import Deliveries
from app.views.desks import Desks
from app.views.dispatch import DispatchBench
from app.views.goods_in import GoodsIn
from app.views.intake import Intake
from app.views.intake_sources import IntakeSources
from app.views.locations import Locations
from app.views.order_entry import OrderEntry
from app.views.order_rules import OrderRules
from app.views.orders import OrderQueue
from app.views.outbox import Outbox
from app.views.packing import PackingBench
from app.views.pick_list import OnePickList
from app.views.pick_lists import PickLists
from app.views.price_lists import PriceLists
from app.views.print_queue import PrintQueue
from app.views.products import Products
from app.views.put_away import PutAway
from app.views.receiving import Receiving
from app.views.return_list import ReturnList
from app.views.return_request import ReturnRequest
from app.views.returns import ReturnsBench
from app.views.rule_log import RuleLog
from app.views.scanner_test import ScannerTest
from app.views.settings import Settings
from app.views.shipments import Shipments
from app.views.stock import StockLevels
from app.views.stock_card import StockCard
from app.views.suppliers import Suppliers
from app.views.today import Today
from app.views.unresolved import Unresolved
from app.views.users import Users
from app.views.warehouses import Warehouses

SCREENS: tuple[type[Screen], ...] = (
    # Sell
    OrderQueue,
    OrderEntry,
    Intake,
    Unresolved,
    Customers,
    CustomerAccount,
    # Stock
    StockLevels,
    StockCard,
    GoodsIn,
    Receiving,
    PutAway,
    # Ship
    PickLists,
    OnePickList,
    PackingBench,
    DispatchBench,
    Shipments,
    Deliveries,
    ReturnsBench,
    ReturnList,
    ReturnRequest,
    # Base data
    Products,
    PriceLists,
    Suppliers,
    Locations,
    Warehouses,
    Carriers,
    Cartons,
    Company,
    CarrierRules,
    OrderRules,
    RuleLog,
    # Steer
    Today,
    PrintQueue,
    Outbox,
    IntakeSources,
    Desks,
    Users,
    # Those without a group stand at the foot of the rail.
    ScannerTest,
    Settings,
)
