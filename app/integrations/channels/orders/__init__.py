"""Orders as other companies' programs and shops write them: one file a format, one line here a reader."""

from __future__ import annotations

from app.errors import BadInput
from app.integrations.channels.orders.amazon import AmazonOrders
from app.integrations.channels.orders.edifact import EdifactOrders
from app.integrations.channels.orders.shopify import ShopifyOrders
from app.integrations.channels.orders.ubl import UblOrders
from app.integrations.channels.orders.woocommerce import WooCommerceOrders
from app.integrations.channels.reading import OrderReader

ORDER_READERS: tuple[OrderReader, ...] = (
    EdifactOrders(),
    UblOrders(),
    ShopifyOrders(),
    WooCommerceOrders(),
    AmazonOrders(),
)
"""In the order in which they are asked whether a file is theirs: the one that can tell most surely first."""


class NotAnOrder(BadInput):
    """The bytes are of no format that orders are read from, or not of the one that was named."""

    code = "intake.not_an_order"


def reader_of(channel: str, name: str, data: bytes) -> OrderReader:
    """The reader of a channel, or with '' the first that recognises the bytes.

    Raises:
        NotAnOrder: there is no such channel, or no reader knows the file.
    """
    known = ", ".join(dict.fromkeys(reader.channel for reader in ORDER_READERS))
    for reader in ORDER_READERS:
        if reader.channel == channel or (not channel and reader.recognises(name, data)):
            return reader
    if channel:
        raise NotAnOrder(
            f"There is no channel {channel!r}.", hint=f"The channels are {known}.", channel=channel
        )
    raise NotAnOrder(
        f"{name} is in no format that orders are read from.",
        hint=f"Formats are {known}; name one if it should be.",
        name=name,
    )
