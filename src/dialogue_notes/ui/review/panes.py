"""The two texts of the Review room: the record with its marks, and the same as a profile would see it."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitised import Run, RunStyle
from dialogue_notes.services.review_selection import Selection
from dialogue_notes.ui.common.positions import shown_text, to_code_points, to_units
from dialogue_notes.ui.common.reading import ReadingPane
from dialogue_notes.ui.review.model import Mark, MarkLook, Passage, SeenPassage
from dialogue_notes.ui.theme.theme import theme

_GROUNDS = {MarkLook.OPEN: "mark", MarkLook.THIRD_PERSON: "third_mark", MarkLook.SHOWN: "panel"}


class RecordPane(ReadingPane):
    """The record. `mark_chosen(redaction_id)` on a click on a mark; `selection()` is what a person selected."""

    mark_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("The record, with marks")
        self._passages: tuple[Passage, ...] = ()
        self._starts: list[int] = []
        self._chosen_key = self._chosen_id = ""
        self.viewport().installEventFilter(self)
        theme().changed.connect(self._write_all)

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Shows these texts, keeping what is in sight in sight. Where only marks changed, only they are drawn."""
        is_same = list(map(_words_of, passages)) == list(map(_words_of, self._passages))
        self._passages = passages
        if is_same:
            self._paint_marks()
        else:
            self._write_all()

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected, also what is no part of one text."""
        return self.textCursor().hasSelection()

    def _write_all(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        self._starts = []
        self.clear()
        cursor = self.end()
        cursor.beginEditBlock()
        for passage in self._passages:
            self._write(cursor, passage)
        cursor.endEditBlock()
        self._paint_marks()
        bar.setValue(before)

    def choose(self, card_key: str, redaction_id: str) -> None:
        """Shows the places of one thing more strongly, and one of them most; brings that one into sight."""
        self._chosen_key, self._chosen_id = card_key, redaction_id
        self._paint_marks()
        self._scroll_to(redaction_id)

    def _scroll_to(self, redaction_id: str) -> None:
        for number, passage in enumerate(self._passages):
            for mark in passage.marks:
                if mark.redaction_id == redaction_id:
                    cursor = self._span(number, mark)
                    place = self.cursorRect(cursor).top()
                    bar = self.verticalScrollBar()
                    bar.setValue(bar.value() + place - self.viewport().height() // 3)
                    return

    def selection(self) -> Selection | None:
        """The text's place and the span in code points; None when nothing, or more than one text, is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        first, last = self._passage_at(cursor.selectionStart()), self._passage_at(cursor.selectionEnd() - 1)
        if first < 0 or first != last:
            return None
        passage, start = self._passages[first], self._starts[first]
        begin = to_code_points(passage.text, max(0, cursor.selectionStart() - start))
        end = to_code_points(passage.text, max(0, cursor.selectionEnd() - start))
        return Selection(passage.place, begin, end) if end > begin else None

    def drop_selection(self) -> None:
        """Selects nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def forget(self) -> None:
        self._passages, self._starts = (), []
        self._chosen_key = self._chosen_id = ""
        super().forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._choose_at(event)
        return super().eventFilter(watched, event)

    def _choose_at(self, event: QMouseEvent) -> None:
        if self.textCursor().hasSelection():
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        number = self._passage_at(position)
        if number < 0:
            return
        passage = self._passages[number]
        point = to_code_points(passage.text, position - self._starts[number])
        for mark in passage.marks:
            if mark.start <= point <= mark.end:
                self.mark_chosen.emit(mark.redaction_id)
                return

    def _write(self, cursor: QTextCursor, passage: Passage) -> None:
        _new_block(cursor, above=16 if self._starts else 0)
        cursor.insertText(shown_text(passage.heading), self.character_format(ink="muted", size=12))
        _new_block(cursor, above=1)
        self._starts.append(cursor.position())
        cursor.insertText(shown_text(passage.text), self.character_format())

    def _passage_at(self, position: int) -> int:
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return -1
        length = to_units(self._passages[number].text, len(self._passages[number].text))
        return number if position <= self._starts[number] + length else -1

    def _span(self, number: int, mark: Mark) -> QTextCursor:
        text, start = self._passages[number].text, self._starts[number]
        cursor = QTextCursor(self.document())
        cursor.setPosition(start + to_units(text, mark.start))
        cursor.setPosition(start + to_units(text, mark.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_marks(self) -> None:
        selections = []
        for number, passage in enumerate(self._passages):
            for mark in passage.marks:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._span(number, mark)
                selection.format = _mark_format(mark)
                if mark.card_key == self._chosen_key:
                    _strengthen(selection.format, is_this=mark.redaction_id == self._chosen_id)
                selections.append(selection)
        self.setExtraSelections(selections)


class SanitisedPane(ReadingPane):
    """What a profile would see of the same texts."""

    def __init__(self) -> None:
        super().__init__("The record as the chosen audience would see it")
        self._passages: tuple[SeenPassage, ...] = ()
        self._blocks: list[int] = []
        theme().changed.connect(self._write_all)

    def show_passages(self, passages: tuple[SeenPassage, ...]) -> None:
        """Shows these texts, keeping the place; among the same texts only those that changed are written anew."""
        before, self._passages = self._passages, passages
        if list(map(_place_of, before)) != list(map(_place_of, passages)):
            self._write_all()
            return
        cursor = self.end()
        cursor.beginEditBlock()
        for number, (old, new) in enumerate(zip(before, passages, strict=True)):
            if old != new:
                cursor.setPosition(self.document().findBlockByNumber(self._blocks[number]).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                self._write_words(cursor, new)
        cursor.endEditBlock()

    def show_place(self, place: Place) -> None:
        """Brings what became of one text into sight."""
        number = next((at for at, one in enumerate(self._passages) if one.place == place), -1)
        if number >= 0:
            block = self.document().findBlockByNumber(self._blocks[number])
            top = self.cursorRect(QTextCursor(block)).top()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def forget(self) -> None:
        self._passages, self._blocks = (), []
        super().forget()

    def _write_all(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        self._blocks = []
        self.clear()
        cursor = self.end()
        cursor.beginEditBlock()
        for number, passage in enumerate(self._passages):
            self._write(cursor, passage, is_first=number == 0)
        cursor.endEditBlock()
        bar.setValue(before)

    def _write(self, cursor: QTextCursor, passage: SeenPassage, *, is_first: bool) -> None:
        _new_block(cursor, above=0 if is_first else 13)
        if passage.heading:
            cursor.insertText(shown_text(passage.heading), self.character_format(ink="muted", size=12))
            _new_block(cursor, above=3)
        self._blocks.append(cursor.blockNumber())
        self._write_words(cursor, passage)

    def _write_words(self, cursor: QTextCursor, passage: SeenPassage) -> None:
        if passage.note:
            cursor.insertText(passage.note, self.character_format(ink="muted", size=13))
            return
        if passage.lead:
            lead = self.character_format(ink="muted")
            lead.setFontItalic(True)
            cursor.insertText(f"{passage.lead}: ", lead)
        for run in passage.runs:
            cursor.insertText(shown_text(run.text), self._run_format(run))

    def _run_format(self, run: Run) -> QTextCharFormat:
        if run.style is RunStyle.LABEL:
            form = self.character_format(ink="accent", size=14, weight=600)
            form.setBackground(theme().colour("accent_soft"))
            return form
        return self.character_format(ink="ink" if run.style is RunStyle.PLAIN else "muted")


def _words_of(passage: Passage) -> tuple[Place, str, str]:
    return passage.place, passage.heading, passage.text


def _place_of(passage: SeenPassage) -> tuple[Place, str]:
    return passage.place, passage.heading


def _new_block(cursor: QTextCursor, *, above: float) -> None:
    form = QTextBlockFormat()
    form.setTopMargin(theme().px(above) if above else 0)
    form.setLineHeight(145, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.position() == 0:
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)


def _mark_format(mark: Mark) -> QTextCharFormat:
    form, look = QTextCharFormat(), theme()
    if mark.look is MarkLook.HIDDEN:
        form.setBackground(look.colour("ink"))
        form.setForeground(look.colour("paper"))
    else:
        form.setBackground(look.colour(_GROUNDS[mark.look]))
        form.setForeground(look.colour("muted" if mark.look is MarkLook.SHOWN else "ink"))
    return form


def _strengthen(form: QTextCharFormat, *, is_this: bool) -> None:
    """The chosen thing's places are underlined; the one that Shift would decide has the accent's own ground."""
    look = theme()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(look.colour("accent"))
    if is_this:
        form.setBackground(look.colour("accent"))
        form.setForeground(look.colour("on_accent"))
