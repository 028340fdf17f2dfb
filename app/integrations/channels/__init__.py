"""Ways in: files and messages that bring products, stock, customers and orders."""

from app.integrations.channels.base import Channel
from app.integrations.channels.delimited import DelimitedFiles

CHANNELS: tuple[Channel, ...] = (DelimitedFiles(),)
