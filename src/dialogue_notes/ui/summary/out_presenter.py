"""What leaves the Summary room: the pages of the preview, and the export through the leak gate."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.sanitising.refusal import SanitisationRefused
from dialogue_notes.errors import KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.finds import LeakFoundError
from dialogue_notes.services import exports
from dialogue_notes.services.exports import PreparedExport
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.worker.export_jobs import DRAW_PAGES, MAKE_FILES, PreviewOrder, Staged
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.summary.model import CheckLine, Standing, SummaryShown

A4_POINTS_WIDE = 595.28
"""ISO 216 A4, 210 mm, in PostScript points."""

IN_THE_WAY = "The page appears when nothing is in its way any more; the list at the right says what is."


class OutPresenter(QObject):
    """`pages(tuple of PNG)`, `no_pages(words)`; `export_done(lines)`, `export_failed(KnownError, places)`."""

    pages = Signal(object)
    no_pages = Signal(str)
    export_done = Signal(object)
    export_failed = Signal(object, object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._drawing: Task[tuple[bytes, ...]] | None = None
        self._making: Task[Staged] | None = None

    def draw(self, shown: SummaryShown, width: int) -> None:
        """Draws a summary's pages, `width` device pixels wide; an earlier drawing under way is dropped."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        if shown.page is None or not self._office.is_open:
            self.no_pages.emit(IN_THE_WAY if shown.summary_id else "")
            return
        order = PreviewOrder(shown.page, width / A4_POINTS_WIDE)
        self._drawing = self._office.compute(DRAW_PAGES, order, self._show, self._say)

    def export(
        self, summary_id: str, formats: tuple[str, ...], folder: Path, *, is_draft: bool, may_overwrite: bool
    ) -> None:
        """Makes the files, has them read back, and writes them if nothing withheld stands in them."""
        wanted = tuple(map(Format, formats))

        def prepared(order: PreparedExport) -> None:
            self._making = self._office.compute(
                MAKE_FILES,
                order.order,
                lambda staged: self._finish(order, staged, folder, may_overwrite),
                self._fail,
            )

        try:
            exports.look_at_destination(folder, wanted, overwrite=may_overwrite)
        except KnownError as error:
            self._fail(error)
            return
        self._office.read(
            lambda reader: exports.prepare_export(reader, summary_id, wanted, draft=is_draft),
            prepared,
            self._fail,
        )

    def stop(self) -> None:
        """Stops an export under way; nothing is written."""
        if self._making is not None:
            self._making.cancel()
            self.export_done.emit(())

    def _finish(self, order: PreparedExport, staged: Staged, folder: Path, may_overwrite: bool) -> None:
        def done(paths: tuple[Path, ...]) -> None:
            names = ", ".join(path.name for path in paths)
            terms = len(order.order.terms)
            self.export_done.emit(
                (
                    CheckLine(Standing.DONE, f"{names} in {folder}"),
                    CheckLine(Standing.DONE, f"{terms} hidden forms looked for in every file, 0 found"),
                    CheckLine(Standing.DONE, "PDF read back by two parsers; no metadata, one revision"),
                )
            )
            self._office.summary_changed.emit()

        self._office.write(
            lambda vault: exports.finish_export(vault, order, staged, folder, overwrite=may_overwrite),
            done,
            self._fail,
        )

    def _show(self, pictures: tuple[bytes, ...]) -> None:
        self._drawing = None
        self.pages.emit(pictures)

    def _say(self, error: KnownError) -> None:
        self.no_pages.emit(error.message)

    def _fail(self, error: KnownError) -> None:
        places: tuple[str, ...] = ()
        if isinstance(error, LeakFoundError):
            places = tuple(
                f"“{find.form}” in {find.file}, {find.place}: {find.reason}" for find in error.finds
            )
        elif isinstance(error, SanitisationRefused):
            places = tuple(map(str, error.reasons))
        self.export_failed.emit(error, places)
