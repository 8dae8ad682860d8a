"""The demonstration's last scenes: the summary is approved, and five files leave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.errors import KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView

Picture = Callable[[str], None]
"""Keeps a picture of the window under a name."""


def summarise(hands: Hands, picture: Picture) -> None:
    """Summary: a draft of all that principals may see, looked at on the very page, and approved."""
    hands.run_command("Go to Summary")
    room = hands.the(SummaryView)
    presenter = room.findChildren(SummaryPresenter)[0]
    out = room.findChildren(OutPresenter)[0]
    hands.until(room.draft.isVisible, "the empty page")
    hands.after(out.pages, lambda: hands.click("Draft from the whole record"), "the page")
    picture("5-summary")
    hands.click("Approve")
    hands.until(lambda: presenter.snapshot.is_approved, "the approval")


def export(hands: Hands, folder: Path, picture: Picture) -> list[Path]:
    """Export: all five formats through the leak gate. Raises what stopped it."""
    room = hands.the(SummaryView)
    out = room.findChildren(OutPresenter)[0]
    hands.press("Ctrl+E")
    sheet = room.export_sheet
    hands.until(sheet.isVisible, "the export sheet")
    for form, box in sheet.boxes.items():
        if not box.isChecked():
            hands.click(sheet.boxes[form].text())
    hands.click(sheet.overwrite.text())
    hands.fill("Into the folder", str(folder))
    ended: list[KnownError | None] = []
    out.export_done.connect(lambda _lines: ended.append(None))
    out.export_failed.connect(lambda error, _places: ended.append(error))
    hands.click("Export")
    hands.until(lambda: bool(ended), "the exports")
    if ended[0] is not None:
        raise ended[0]
    picture("6-export")
    return [folder / f"summary.{form.value}" for form in Format]
