"""One text laid out in lines in the face of the record, with boxes behind some of its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QRegion,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.theme.theme import Theme, theme

LINE = 23
"""Drawn pixels from one line to the next."""
_CORNER = 3


@dataclass(frozen=True, slots=True)
class Box:
    """How a stretch of text is drawn: `start` to `end` in UTF-16 units; names of colours, empty for none."""

    start: int
    end: int
    ground: str = ""
    ink: str = ""
    underline: str = ""
    is_dotted: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text with a face of its own, for what is put together of several."""

    text: str
    ink: str = "ink"
    is_slanted: bool = False
    is_label: bool = False


class TextLayout:
    """A text laid out for one width; drawn as often as wanted, with other boxes each time."""

    def __init__(self, stretches: Sequence[Stretch], width: int, *, size: float = 15) -> None:
        self._look = theme()
        self._boxes: list[Box] = []
        self._size = size
        text, formats = self._joined(stretches)
        self.text = text
        kinds = {unicodedata.bidirectional(letter) for letter in text} if not text.isascii() else {"L"}
        self._runs_both_ways = bool(kinds & {"R", "AL", "AN"})
        self.layout = QTextLayout(text, _font(self._look, self._look.zoom, size))
        self.layout.setCacheEnabled(True)
        self.layout.setFormats(formats)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._runs_both_ways and _begins_right_to_left(text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.layout.setTextOption(option)
        self.height = self._break_lines(width)

    def paint(self, painter: QPainter, left: int, top: int, boxes: Iterable[Box] = ()) -> None:
        """Draws the text; later boxes lie over earlier ones."""
        every = (*self._boxes, *boxes)
        for box in every:
            if box.ground and not self._runs_both_ways:
                self._paint_ground(painter, left, top, box)
        flat = _side_by_side(every)
        late = [] if self._runs_both_ways else _touching(flat)
        painter.setPen(self._look.colour("ink"))
        first = [self._range(box) for box in flat if box not in late]
        self.layout.draw(painter, QPointF(left, top), first)
        for box in late:
            self._paint_alone(painter, left, top, box)

    def paint_caret(self, painter: QPainter, left: int, top: int, at: int) -> None:
        """Draws the caret."""
        painter.setPen(self._look.colour("accent"))
        self.layout.drawCursor(painter, QPointF(left, top), at, max(2, self._look.px(2)))

    def place_of(self, at: int) -> QRectF:
        """Where the letter at so many units stands, from the upper left of the text."""
        line = self.line_at(at)
        return QRectF(_across(line, at), line.y(), 1, line.height()) if line.isValid() else QRectF()

    def line_at(self, at: int) -> QTextLine:
        """The line that a position lies in."""
        return self.layout.lineForTextPosition(min(max(at, 0), len(self.text.encode("utf-16-le")) // 2))

    def position_at(self, across: float, down: float) -> int:
        """The position, in UTF-16 units, that is nearest to a point."""
        count = self.layout.lineCount()
        if not count:
            return 0
        number = min(max(int(down // self._look.px(LINE)), 0), count - 1)
        return self.layout.lineAt(number).xToCursor(across)

    def _joined(self, stretches: Sequence[Stretch]) -> tuple[str, list[QTextLayout.FormatRange]]:
        text = ""
        formats = []
        if len(stretches) == 1 and stretches[0] == Stretch(stretches[0].text):
            return shown_text(stretches[0].text).replace("\n", "\u2028"), []
        for one in stretches:
            words = shown_text(one.text).replace("\n", "\u2028")
            start, length = _units(text), _units(words)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, self._format(one)
            formats.append(part)
            if one.is_label:
                self._boxes.append(Box(start, start + length, "accent_soft"))
            text += words
        return text, formats

    def _format(self, stretch: Stretch) -> QTextCharFormat:
        form = QTextCharFormat()
        size = self._size - 2 if stretch.is_label else self._size
        form.setFont(
            _font(self._look, self._look.zoom, size, is_label=stretch.is_label, is_slanted=stretch.is_slanted)
        )
        form.setForeground(self._look.colour(stretch.ink))
        return form

    def _break_lines(self, width: int) -> int:
        pitch = self._look.px(LINE)
        height = 0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, height + (pitch - line.height()) / 2))
            height += pitch
        self.layout.endLayout()
        return max(height, pitch)

    def _range(self, box: Box) -> QTextLayout.FormatRange:
        one = QTextLayout.FormatRange()
        one.start, one.length = box.start, box.end - box.start
        form = QTextCharFormat()
        if box.ground and self._runs_both_ways:
            form.setBackground(self._look.colour(box.ground))
        if box.ink not in {"", "ink"}:
            form.setForeground(self._look.colour(box.ink))
        if box.underline:
            styles = QTextCharFormat.UnderlineStyle
            form.setUnderlineStyle(styles.DotLine if box.is_dotted else styles.SingleUnderline)
            form.setUnderlineColor(self._look.colour(box.underline))
        one.format = form
        return one

    def _paint_ground(self, painter: QPainter, left: int, top: int, box: Box) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colour(box.ground)))
        corner = self._look.px(_CORNER)
        for part in self._parts(box.start, box.end):
            painter.drawRoundedRect(part.translated(left, top), corner, corner)
        painter.restore()

    def _paint_alone(self, painter: QPainter, left: int, top: int, box: Box) -> None:
        painter.save()
        region = QRegion()
        for part in self._parts(box.start, box.end):
            region += part.adjusted(2, 0, -2, 0).translated(left, top).toAlignedRect()
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        if box.ground:
            painter.fillRect(region.boundingRect(), self._look.colour(box.ground))
        self.layout.draw(painter, QPointF(left, top), [self._range(box)])
        painter.restore()

    def _parts(self, start: int, end: int) -> Iterator[QRectF]:
        """What a stretch covers, line by line; of text that runs one way only."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < last:
                begin, stop = _across(line, max(start, first)), _across(line, min(end, last))
                stop = min(stop, line.naturalTextRect().right())
                yield QRectF(begin - 2, line.y() - 1, stop - begin + 4, line.height() + 2)


def _side_by_side(boxes: Sequence[Box]) -> Sequence[Box]:
    """The same without overlaps, the later one on top: of two ranges over a letter Qt draws the first alone."""
    if all(one.end <= other.start for one, other in pairwise(boxes)):
        return boxes
    edges = sorted({edge for box in boxes for edge in (box.start, box.end)})
    found = []
    for start, end in pairwise(edges):
        over = [box for box in boxes if box.start <= start and end <= box.end]
        if over:
            lined = next((box for box in reversed(over) if box.underline), over[-1])
            ground = next((box.ground for box in reversed(over) if box.ground), "")
            ink = next((box.ink for box in reversed(over) if box.ink), "")
            found.append(Box(start, end, ground, ink, lined.underline, lined.is_dotted))
    return found


def _touching(boxes: Sequence[Box]) -> list[Box]:
    """Those that begin where another with an ink of its own ends: Qt would not draw both inks."""
    found: list[Box] = []
    for one, other in pairwise(boxes):
        both = {one.ink, other.ink}
        if one.end == other.start and one not in found and not both & {"", "ink"}:
            found.append(other)
    return found


@lru_cache(maxsize=24)
def _font(
    look: Theme, _zoom: float, size: float, *, is_label: bool = False, is_slanted: bool = False
) -> QFont:
    """A face at one zoom, made once."""
    font = look.interface_font(size, weight=600) if is_label else look.record_font(size)
    font.setItalic(is_slanted)
    return font


def _across(line: QTextLine, at: int) -> float:
    """`QTextLine.cursorToX` gives back the cursor beside the place, depending on the version of PySide6."""
    found: object = line.cursorToX(at)
    first = found[0] if isinstance(found, tuple) else found
    return float(first) if isinstance(first, int | float) else 0.0


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _begins_right_to_left(text: str) -> bool:
    """By the first letter that has a direction (Unicode annex 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"
