"""The pieces that office screens are put together from; each follows language and scheme by itself."""

from app.qt.widgets.buttons import Button, Chip, CommandButton, IconButton
from app.qt.widgets.choosing import RailButton, Tabs
from app.qt.widgets.marks import Avatar, Pill, Sign, StateCell, Status
from app.qt.widgets.panels import (
    Card,
    Drawer,
    FactRow,
    Facts,
    MiniCard,
    Rule,
    Section,
    Timeline,
    empty,
)
from app.qt.widgets.states import EmptyState, ErrorState, FormRow, MessageBar, SearchField
from app.qt.widgets.text import KeyCap, Label, Spoken, key_words, paint_cap, set_kind

__all__ = [
    "Avatar",
    "Button",
    "Card",
    "Chip",
    "CommandButton",
    "Drawer",
    "EmptyState",
    "ErrorState",
    "FactRow",
    "Facts",
    "FormRow",
    "IconButton",
    "KeyCap",
    "Label",
    "MessageBar",
    "MiniCard",
    "Pill",
    "RailButton",
    "Rule",
    "SearchField",
    "Section",
    "Sign",
    "Spoken",
    "StateCell",
    "Status",
    "Tabs",
    "Timeline",
    "empty",
    "key_words",
    "paint_cap",
    "set_kind",
]
