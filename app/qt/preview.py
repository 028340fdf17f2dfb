"""A paper on the screen as it will come out of the printer: drawn by PDFium off the main thread, page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.documents.copies import PDFIUM
from app.errors import AppError, BadInput
from app.qt import theme
from app.qt.tasks import Tasks
from app.qt.theme import S8, S16
from app.qt.widgets import Button, Label
from app.qt.words import mark, said, tr

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Steps of the zoom; 1.0 is the paper's own size at 96 dots an inch."""
_DOTS = 96 / 72
_LANE = "pdf"


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page, with the paper's own size in pixels at zoom 1 and how many pages there are."""

    image: QImage
    number: int
    pages: int
    width: float
    height: float


def render_page(data: bytes, number: int, scale: float) -> PageImage:
    """Draw a page of a PDF (the first is 0) at `scale` pixels a point; white where the paper is bare.

    Raises:
        BadInput: it is no PDF, or holds no such page.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            raise BadInput("This paper cannot be shown.", hint="It can still be printed.") from None
        try:
            pages = len(document)
            if not 0 <= number < pages:
                raise BadInput(
                    f"The paper has no page {number + 1}.", hint="Look at the first page.", page=number + 1
                )
            page = document[number]
            width, height = page.get_size()
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            drawn = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
            bitmap.close()
            page.close()
        finally:
            document.close()
    return PageImage(drawn, number, pages, width * _DOTS, height * _DOTS)


class Sheet(QWidget):
    """The paper itself, with a thin edge; nothing while none is there."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._size = QSize(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def image(self) -> QImage | None:
        """The page that is shown."""
        return self._image

    def show_image(self, image: QImage | None, size: QSize) -> None:
        """Show a page in this size."""
        self._image, self._size = image, size
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint page and edge."""
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QColor(theme.tokens().button_edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QWidget):
    """A paper that can be paged and zoomed; until a zoom is asked for, the page fills the room.

    Signals:
        shown: a page is drawn.
    """

    shown = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data = b""
        self._page: PageImage | None = None
        self._wanted = 0
        self._zoom: float | None = None
        self._title = ""
        self.sheet = Sheet()
        self.words = Label(wrap=True, tone="text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(self.sheet)
        self.setFocusProxy(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.area, 1)
        self.words.hide()
        self._name()

    @property
    def page(self) -> int:
        """The page that is shown, from 1; 0 while none is."""
        return self._page.number + 1 if self._page else 0

    @property
    def pages(self) -> int:
        """How many pages the paper has; 0 while none is shown."""
        return self._page.pages if self._page else 0

    @property
    def zoom(self) -> float:
        """Pixels on the screen for one of the paper at its own size."""
        if self._zoom is not None or self._page is None:
            return self._zoom or 1.0
        room = self.area.maximumViewportSize()
        return max(0.1, min((room.width() - 2) / self._page.width, (room.height() - 2) / self._page.height))

    def show_pdf(self, data: bytes, title: str = "") -> None:
        """Show a paper from its first page; `title` names it for a screen reader."""
        self._data, self._title = data, title
        self._page, self._wanted = None, 0
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self._data, self._page = b"", None
        self.sheet.show_image(None, QSize(0, 0))
        self.words.hide()

    def turn(self, pages: int) -> None:
        """Go some pages on, or back."""
        if self._page is not None:
            self._wanted = min(max(0, self._wanted + pages), self._page.pages - 1)
            self._draw()

    def magnify(self, steps: int) -> None:
        """Zoom in by steps, or out."""
        now = self.zoom
        further = (
            [one for one in ZOOMS if one > now * 1.01]
            if steps > 0
            else [one for one in reversed(ZOOMS) if one < now * 0.99]
        )
        if further:
            self._zoom = further[min(abs(steps), len(further)) - 1]
            self._draw()

    def fit(self) -> None:
        """Fill the room with the page again."""
        self._zoom = None
        self._draw()

    def _draw(self) -> None:
        if not self._data:
            return
        ratio = self.devicePixelRatioF()
        scale = (self.zoom if self._page is not None else 1.0) * _DOTS * ratio
        self._tasks.run(
            render_page,
            self._data,
            self._wanted,
            scale,
            then=self._drawn,
            failed=self._failed,
            owner=self,
            lane=_LANE,
            latest="page",
        )

    def _drawn(self, page: PageImage) -> None:
        first = self._page is None
        self._page = page
        zoom = self.zoom
        size = QSize(max(1, round(page.width * zoom)), max(1, round(page.height * zoom)))
        self.sheet.show_image(page.image, size)
        self.words.hide()
        self.area.show()
        self._name()
        if first and abs(zoom - 1.0) > 0.02:
            # Now that the paper's size is known, draw it as sharp as it is shown.
            self._draw()
        self.shown.emit()

    def _failed(self, error: AppError) -> None:
        self.sheet.show_image(None, QSize(0, 0))
        self.area.hide()
        self.words.say(said(error))
        self.words.show()
        self.shown.emit()

    def _name(self) -> None:
        words = tr("Page {page} of {pages}", page=self.page, pages=self.pages)
        self.area.setAccessibleName(f"{self._title}. {words}" if self._page else tr("Preview"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new room."""
        super().resizeEvent(event)
        if self._zoom is None and self._page is not None:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()


class PreviewDialog(QDialog):
    """A paper in a window of its own: Page up and Page down turn it, Ctrl with + - 0 zooms, Ctrl+P prints, Esc closes.

    Args:
        tasks: Draws the pages.
        title: What the paper is, in the person's language.
        prints: What its print button does; None leaves the button out.
        print_words: What the button says, an English literal inside `mark(...)`.
    """

    def __init__(
        self,
        tasks: Tasks,
        title: str,
        parent: QWidget,
        *,
        prints: Callable[[], None] | None = None,
        print_words: str = mark("Print"),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 760)
        self.preview = Preview(tasks)
        self._title = title
        self._prints = prints
        self.where = Label(tone="text2")
        heading = Label(role="strong")
        heading.say(title)
        self.back = Button(mark("Page back"), "chevron-left", "PgUp")
        self.on = Button(mark("Page on"), "chevron-right", "PgDown")
        self.smaller = Button(mark("Smaller"), "minus", "Ctrl+-")
        self.larger = Button(mark("Larger"), "plus", "Ctrl++")
        self.whole = Button(mark("Whole page"), key="Ctrl+0")
        self.close_button = Button(mark("Close"), key="Esc")
        self.print = Button(print_words, "print", "Ctrl+P", "primary")
        self.back.clicked.connect(lambda: self.preview.turn(-1))
        self.on.clicked.connect(lambda: self.preview.turn(1))
        self.smaller.clicked.connect(lambda: self.preview.magnify(-1))
        self.larger.clicked.connect(lambda: self.preview.magnify(1))
        self.whole.clicked.connect(self.preview.fit)
        self.close_button.clicked.connect(self.close)
        self.print.clicked.connect(self._print)
        self.preview.shown.connect(self._say)
        self.print.setVisible(prints is not None)
        for button in (
            self.back,
            self.on,
            self.smaller,
            self.larger,
            self.whole,
            self.close_button,
            self.print,
        ):
            button.setAutoDefault(False)
        self.preview.area.installEventFilter(self)
        self._lay_out(heading)
        self._say()
        self.preview.setFocus()

    def _lay_out(self, heading: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(S16, S8, S16, S8)
        head.setSpacing(S8)
        head.addWidget(heading)
        head.addWidget(self.where)
        head.addStretch()
        for button in (self.smaller, self.larger, self.whole):
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(S16, S8, S16, S8)
        foot.setSpacing(S8)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.print)
        middle = QVBoxLayout()
        middle.setContentsMargins(S16, 0, S16, 0)
        middle.addWidget(self.preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)

    def _say(self) -> None:
        page, pages = self.preview.page, self.preview.pages
        self.where.say(tr("Page {page} of {pages}", page=page, pages=pages) if pages > 1 else "")
        for button, possible in ((self.back, page > 1), (self.on, page < pages)):
            button.setVisible(pages > 1)
            button.setEnabled(possible)

    def _print(self) -> None:
        if self._prints is not None:
            self._prints()
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that stand on the buttons."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key == Qt.Key.Key_PageUp:
            self.preview.turn(-1)
        elif key == Qt.Key.Key_PageDown:
            self.preview.turn(1)
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.preview.magnify(1)
        elif control and key == Qt.Key.Key_Minus:
            self.preview.magnify(-1)
        elif control and key == Qt.Key.Key_0:
            self.preview.fit()
        elif control and key == Qt.Key.Key_P:
            self._print()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paper scrolls by arrow keys; the page keys turn it."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
        if pressed in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.preview.turn(1 if pressed == Qt.Key.Key_PageDown else -1)
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget the paper."""
        self.preview.clear()
        super().closeEvent(event)
