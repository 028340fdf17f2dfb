"""The screens, in the order of the rail; one line adds one."""

from __future__ import annotations

from app.qt.screen import Screen
from app.views.orders import OrderQueue
from app.views.pick_list import OnePickList
from app.views.pick_lists import PickLists
from app.views.print_queue import PrintQueue
from app.views.products import Products
from app.views.scanner_test import ScannerTest
from app.views.settings import Settings
from app.views.shipments import Shipments
from app.views.stock import StockLevels
from app.views.stock_card import StockCard

SCREENS: tuple[type[Screen], ...] = (
    OrderQueue,
    StockLevels,
    StockCard,
    Products,
    PickLists,
    OnePickList,
    Shipments,
    PrintQueue,
    # Those without a group stand at the foot of the rail.
    ScannerTest,
    Settings,
)
