"""Who may do what: roles, permissions and the one table that joins them.

The same table greys a screen's commands, is required by every service, fills `role_permission` (which the database's own
triggers consult on PostgreSQL) and is the subject of the privilege-matrix test.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A group of people with the same work; on PostgreSQL the group role `quai_<value>`."""

    CUSTOMER_SERVICE = "customer_service"
    STOCK_KEEPER = "stock_keeper"
    PICKER = "picker"
    PACKER = "packer"
    RETURNS = "returns"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Permission(StrEnum):
    """One thing a person may be allowed to do."""

    ORDER_ENTER = "order.enter"
    ORDER_CONFIRM = "order.confirm"
    ORDER_HOLD = "order.hold"
    ORDER_CANCEL = "order.cancel"
    ORDER_APPROVE = "order.approve"
    ORDER_IMPORT = "order.import"
    CUSTOMER_EDIT = "customer.edit"
    CUSTOMER_ERASE = "customer.erase"
    RULE_EDIT = "rule.edit"
    CATALOGUE_EDIT = "catalogue.edit"
    SITE_EDIT = "site.edit"
    STOCK_RESERVE = "stock.reserve"
    STOCK_RECEIVE = "stock.receive"
    STOCK_MOVE = "stock.move"
    STOCK_ADJUST = "stock.adjust"
    STOCK_COUNT = "stock.count"
    SHIPMENT_RELEASE = "shipment.release"
    SHIPMENT_PICK = "shipment.pick"
    SHIPMENT_PACK = "shipment.pack"
    HELP_ANSWER = "help.answer"
    SHIPMENT_SHIP = "shipment.ship"
    SHIPMENT_DELIVER = "shipment.deliver"
    RETURN_AUTHORISE = "return.authorise"
    RETURN_RECEIVE = "return.receive"
    RETURN_INSPECT = "return.inspect"
    RETURN_SETTLE = "return.settle"
    SCAN = "scan"
    JOB_RUN = "job.run"
    PAPER_PRINT = "paper.print"
    AUDIT_READ = "audit.read"
    USER_ADMIN = "user.admin"


P = Permission
_EVERYBODY = frozenset({P.SCAN, P.JOB_RUN, P.PAPER_PRINT})

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CUSTOMER_SERVICE: _EVERYBODY
    | {
        P.ORDER_ENTER,
        P.ORDER_CONFIRM,
        P.ORDER_HOLD,
        P.ORDER_CANCEL,
        P.ORDER_APPROVE,
        P.ORDER_IMPORT,
        P.CUSTOMER_EDIT,
        P.STOCK_RESERVE,
        P.RETURN_AUTHORISE,
        P.RETURN_SETTLE,
        P.SHIPMENT_DELIVER,
    },
    Role.STOCK_KEEPER: _EVERYBODY
    | {P.STOCK_RECEIVE, P.STOCK_MOVE, P.STOCK_ADJUST, P.STOCK_COUNT, P.STOCK_RESERVE, P.SHIPMENT_RELEASE},
    Role.PICKER: _EVERYBODY | {P.SHIPMENT_PICK},
    Role.PACKER: _EVERYBODY | {P.SHIPMENT_PACK, P.SHIPMENT_SHIP},
    Role.RETURNS: _EVERYBODY | {P.RETURN_RECEIVE, P.RETURN_INSPECT},
    Role.SUPERVISOR: frozenset(Permission) - {P.USER_ADMIN},
    Role.ADMIN: frozenset(Permission),
}


def permissions_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """All that somebody with these roles may do."""
    return frozenset().union(*(ROLE_PERMISSIONS[role] for role in roles)) if roles else frozenset()


def roles_with(permission: Permission) -> frozenset[Role]:
    """The roles that hold a permission."""
    return frozenset(role for role, held in ROLE_PERMISSIONS.items() if permission in held)
