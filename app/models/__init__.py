"""The tables, one module an aggregate. Import `models` and every table is known to `Base.metadata`."""

from app.database import SCHEMA_VERSION
from app.models.base import Base
from app.models.catalogue import AppMeta, NumberCounter, Product, ProductBarcode, ReasonCode, TaxRate
from app.models.fulfilment import Package, PackageLine, PickTask, Shipment, ShipmentLine, Tote, Wave
from app.models.goods_in import PurchaseLine, PurchaseOrder, Receipt
from app.models.importing import ImportFile, ImportLine, ImportNew, ImportOrder, ImportStage
from app.models.orders import OrderEvent, OrderHold, OrderLine, SalesOrder
from app.models.parties import Address, Customer, Supplier
from app.models.returns import Credit, CreditLine, Inspection, ReturnLine, ReturnOrder
from app.models.sites import Location, Warehouse, Zone
from app.models.stock import Allocation, Lot, Serial, StockBalance, StockCount, StockLevel, StockMove
from app.models.transport import Carrier, CarrierService, ShippingLabel
from app.models.work import (
    AppUser,
    AppUserRole,
    AppUserSecret,
    AuditEntry,
    Blob,
    Desk,
    DeskPrinter,
    FlowTransition,
    IdempotencyKey,
    Job,
    PrintJob,
    RolePermission,
    ScanEvent,
)

__all__ = [
    "SCHEMA_VERSION",
    "Address",
    "Allocation",
    "AppMeta",
    "AppUser",
    "AppUserRole",
    "AppUserSecret",
    "AuditEntry",
    "Base",
    "Blob",
    "Carrier",
    "CarrierService",
    "Credit",
    "CreditLine",
    "Customer",
    "Desk",
    "DeskPrinter",
    "FlowTransition",
    "IdempotencyKey",
    "ImportFile",
    "ImportLine",
    "ImportNew",
    "ImportOrder",
    "ImportStage",
    "Inspection",
    "Job",
    "Location",
    "Lot",
    "NumberCounter",
    "OrderEvent",
    "OrderHold",
    "OrderLine",
    "Package",
    "PackageLine",
    "PickTask",
    "PrintJob",
    "Product",
    "ProductBarcode",
    "PurchaseLine",
    "PurchaseOrder",
    "ReasonCode",
    "Receipt",
    "ReturnLine",
    "ReturnOrder",
    "RolePermission",
    "SalesOrder",
    "ScanEvent",
    "Serial",
    "Shipment",
    "ShipmentLine",
    "ShippingLabel",
    "StockBalance",
    "StockCount",
    "StockLevel",
    "StockMove",
    "Supplier",
    "TaxRate",
    "Tote",
    "Warehouse",
    "Wave",
    "Zone",
]
