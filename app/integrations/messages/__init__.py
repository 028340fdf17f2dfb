"""Messages to other companies' programs: what they say, and the formats in which they say it."""

from app.integrations.messages.content import Despatch, Item, Party, Unit
from app.integrations.messages.edifact import desadv
from app.integrations.messages.ubl import despatch_advice

__all__ = ["Despatch", "Item", "Party", "Unit", "desadv", "despatch_advice"]
