"""Messages to other companies' programs: what they say, and the formats in which they say it."""

from app.integrations.messages.answer import AnswerLine, OrderAnswer
from app.integrations.messages.content import Despatch, Item, Party, Unit
from app.integrations.messages.edifact import desadv
from app.integrations.messages.edifact_answer import ordrsp
from app.integrations.messages.ubl import despatch_advice
from app.integrations.messages.ubl_answer import order_response

__all__ = [
    "AnswerLine",
    "Despatch",
    "Item",
    "OrderAnswer",
    "Party",
    "Unit",
    "desadv",
    "despatch_advice",
    "order_response",
    "ordrsp",
]
