"""The command card of a bench: what its keys do, as barcodes, on A4; two commands beside each other and seven below."""

from __future__ import annotations

from app.documents.barcodes import code128, module_width, on_dots
from app.documents.content import CommandCard, CommandEntry
from app.documents.sheet import DoesNotFit, Sheet, printable, width, wrap
from app.documents.words import Language, word
from app.errors import BadInput

_PAGE = (210.0, 297.0)
_EDGE = 10.0
COLUMNS, ROWS = 2, 7
_TOP = 34.0
_CELL = (98.0, 35.0)
_ROOM = 90.0
_SIZES = (17.0, 15.0, 13.0, 11.0, 9.0)
_BARS = 14.0
PREFIX = "CMD-"
"""What tells the scan of a command from any other."""


def command_card(content: CommandCard) -> bytes:
    """Render the card: words large enough to be read at the bench, the barcode beneath, the key at the right.

    Raises:
        BadInput: there is no command, or its name cannot be a barcode.
        DoesNotFit: words or barcode are too long; names the field.
        NotPrintable: words hold characters that our font does not have.
    """
    if not content.entries:
        raise BadInput("There is no command to print.", hint="Choose a screen that has commands.")
    title = word("command_card", content.language, printable(content.title, "title"))
    sheet = Sheet(*_PAGE, title)
    a_page = COLUMNS * ROWS
    pages = (len(content.entries) + a_page - 1) // a_page
    for page in range(pages):
        _head(sheet, title, content.language, page + 1, pages)
        for at, entry in enumerate(content.entries[page * a_page : (page + 1) * a_page]):
            row, column = divmod(at, COLUMNS)
            _entry(sheet, _EDGE + column * _CELL[0], _TOP + row * _CELL[1], entry)
        sheet.next_page()
    return sheet.finish()


def _head(sheet: Sheet, title: str, language: Language, page: int, pages: int) -> None:
    lines = wrap(title, 22, _PAGE[0] - 2 * _EDGE, bold=True)
    if lines is None or len(lines) > 1:
        raise DoesNotFit("The title is too long for the card.", hint="Shorten it.", field="title")
    sheet.text(_EDGE, 19.0, title, 22, bold=True)
    sheet.text(_EDGE, 27.0, word("command_hint", language), 11, grey=0.25)
    sheet.rule(_EDGE, 30.0, _PAGE[0] - _EDGE, 0.8)
    if pages > 1:
        sheet.text_right(_PAGE[0] - _EDGE, 27.0, word("page", language, page, pages), 9, grey=0.25)


def _entry(sheet: Sheet, x: float, y: float, entry: CommandEntry) -> None:
    key = printable(entry.key, "key")
    key_room = width(key, 11) + 4.0 if key else 0.0
    size, lines = _words(printable(entry.words, "words"), _ROOM - key_room)
    at = y + 7.5 if len(lines) == 1 else y + 5.0
    for line in lines:
        sheet.text(x, at, line, size, bold=True)
        at += size * 0.4
    sheet.text_right(x + _ROOM, y + 7.5, key, 11, grey=0.25)
    code = f"{PREFIX}{entry.id.upper()}"
    modules = code128(code)
    module = module_width(modules, _CELL[0], 0.375)
    if module is None:
        raise DoesNotFit(
            f"The command {entry.id} is too long for a barcode on the card.",
            hint="Report it: its name must be shorter.",
            field="id",
            length=len(entry.id),
        )
    # The quiet zone at the left is the page's edge or the gap between the columns.
    sheet.bars(on_dots(x), y + 12.0, modules, module, _BARS)
    sheet.text(x, y + 29.5, code, 8, grey=0.25)


def _words(words: str, room: float) -> tuple[float, list[str]]:
    """The words in the largest type that leaves them on one line, else on two."""
    for most in (1, 2):
        for size in _SIZES if most == 1 else _SIZES[3:]:
            lines = wrap(words, size, room, bold=True)
            if lines is not None and len(lines) <= most:
                return size, lines
    raise DoesNotFit(
        f"The words {words!r} are too long for the card.",
        hint="Shorten them.",
        field="words",
        length=len(words),
    )
