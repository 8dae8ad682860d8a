"""A unique word in every field that a person can fill in; after the lock no file that the program left holds it."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from dialogue_notes.services.vaults import unlock_vault
from dialogue_notes.storage import drafts, meetings, redactions, summaries
from dialogue_notes.storage.record import meeting_record
from tests.lockdown.children import environment
from tests.support.sentinel import SQLITE_MAGIC, WORD, hits
from tests.support.vaults import PASSPHRASE

if TYPE_CHECKING:
    from dialogue_notes.app.compose import Composition
    from dialogue_notes.app.demo_hands import Hands

ROSTER = (
    "Name;Delegation;Role;Capacity\n"
    f"Ada {WORD};North {WORD};Chair {WORD};official\n"
    f"Bo Lind;South {WORD};Envoy {WORD};specialist\n"
    "Cy Marsk;Hosts;Chair;facilitator"
)
LINES = (
    f"al: A {WORD} over the lake.",
    f'" We saw the {WORD} and kept quiet.',
    f"-- The {WORD} was observed.",
    f"== Both agreed on the {WORD}.",
    f"!! Bo sends the {WORD}.",
    f"(The {WORD} was served)",
    "bl: A ferry would help.",
)


def drive(composition: Composition, folder: Path) -> None:
    """In the child: every field of every room, typed; one of everything else, through the services."""
    from dialogue_notes.app.demo_hands import Hands
    from tests.support.filling_room import fill_all

    hands = Hands(composition.window)
    composition.window.activateWindow()
    hands.until(composition.window.isActiveWindow, "the window")
    _unlock(hands, composition, folder)
    _prepare(hands)
    _record(hands)
    _review(hands)
    _summarise(hands, folder / f"out {WORD}")
    filled: list[object] = []
    composition.office.write(lambda vault: fill_all(vault, WORD), filled.append)
    hands.until(lambda: bool(filled), "one of everything")
    hands.press("Ctrl+2")
    hands.type_text(f"half typed {WORD}")
    hands.press("Ctrl+K")
    hands.type_text(WORD)
    hands.after(composition.office.closed, lambda: hands.press("Ctrl+L"), "the lock")
    composition.window.close()


def _unlock(hands: Hands, composition: Composition, folder: Path) -> None:
    from dialogue_notes.services.vaults import create_vault

    create_vault(
        folder / "home/data/Lakeside.vault", bytearray(PASSPHRASE, "utf-8"), f"Ada {WORD}"
    ).vault.close()
    composition.unlock.folder = folder / "home/data"
    composition.unlock.look_around()
    hands.type_text(PASSPHRASE)
    hands.after(composition.office.unlocked, lambda: hands.press("Return"), "the open vault")


def _prepare(hands: Hands) -> None:
    from PySide6.QtWidgets import QCheckBox

    from dialogue_notes.ui.meetings.dialogue_pane import DialoguePane
    from dialogue_notes.ui.meetings.meeting_pane import MeetingPane
    from dialogue_notes.ui.meetings.person_card import PersonCard
    from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
    from dialogue_notes.ui.meetings.roster_presenter import RosterPresenter
    from dialogue_notes.ui.meetings.view import MeetingsView

    room = hands.the(MeetingsView)
    presenter = room.findChildren(MeetingsPresenter)[0]
    roster = room.findChildren(RosterPresenter)[0]
    hands.after(presenter.made, lambda: hands.press("Ctrl+Shift+N"), "the dialogue")
    hands.until(hands.the(DialoguePane).isVisible, "the dialogue's page")
    hands.fill("Title of the dialogue", f"Dialogue {WORD}")
    hands.fill("Another side", f"Side {WORD}")
    hands.after(presenter.made, lambda: hands.press("Ctrl+N"), "the meeting")
    hands.until(hands.the(MeetingPane).isVisible, "the meeting's page")
    for field in ("Title of the meeting", "Place", "Who comments before release"):
        hands.after(presenter.meeting_shown, lambda field=field: hands.fill(field, f"{field} {WORD}"), field)  # type: ignore[misc]  # the value is bound at once
    hands.named(QCheckBox, "Attendance may be listed").setFocus()
    hands.after(presenter.meeting_shown, lambda: hands.press("Space"), "the agreement")
    for field in ("Who agreed to the list of attendance", "When the list of attendance was agreed"):
        hands.after(presenter.meeting_shown, lambda field=field: hands.fill(field, WORD), field)  # type: ignore[misc]  # the value is bound at once
    hands.press("Ctrl+Shift+V")
    hands.after(roster.table_understood, lambda: hands.type_text(ROSTER), "the table")
    hands.after(roster.table_taken, lambda: hands.press("Ctrl+Return"), "the roster")
    card = hands.the(PersonCard)
    hands.until(card.isVisible, "the people")
    hands.press("Alt+3")
    hands.press("Ctrl+Home")
    hands.until(card.isEnabled, "the first of them")
    for field in ("In other scripts", "Also called", "Title", "Given name", "Family name"):
        hands.after(presenter.meeting_shown, lambda field=field: hands.fill(field, WORD), field)  # type: ignore[misc]  # the value is bound at once
    hands.press("Alt+2")
    hands.press("Ctrl+End")
    hands.press("Home")
    hands.after(presenter.meeting_shown, lambda: hands.enter(f"Session {WORD}"), "the agenda")


def _record(hands: Hands) -> None:
    from dialogue_notes.ui.record.desk import Desk
    from dialogue_notes.ui.record.view import RecordRoom

    hands.press("Ctrl+2")
    room = hands.the(RecordRoom)
    desk = room.findChildren(Desk)[0]
    hands.until(lambda: desk.view is not None, "the session")
    hands.until(room.area.edit.hasFocus, "the typing line")
    for number, line in enumerate(LINES, 1):
        hands.enter(line)
        hands.until(lambda number=number: len(desk.model.rows) == number, "the entry on the disk")  # type: ignore[misc]  # the value is bound at once


def _review(hands: Hands) -> None:
    from dialogue_notes.ui.review.presenter import ReviewPresenter
    from dialogue_notes.ui.review.view import ReviewView

    room = hands.the(ReviewView)
    presenter = room.findChildren(ReviewPresenter)[0]
    hands.press("Ctrl+3")
    hands.until(lambda: room.model.rowCount() > 0, "the things to decide")
    room.cards.setFocus()
    hands.press("E")
    # As a part of a word: a wording that holds a participant's name is refused.
    hands.after(presenter.decided, lambda: hands.enter(f"reworded un{WORD}"), "the decision")


def _summarise(hands: Hands, out: Path) -> None:
    from PySide6.QtWidgets import QLineEdit

    from dialogue_notes.ui.summary.points_presenter import PointsPresenter
    from dialogue_notes.ui.summary.view import SummaryView

    room = hands.the(SummaryView)
    points = room.findChildren(PointsPresenter)[0]
    hands.press("Ctrl+4")
    hands.until(room.draft.isVisible, "the room")
    hands.click("Draft from the whole record")
    hands.until(lambda: room.editor.model.rowCount() > 0, "the draft")
    hands.after(points.changed, lambda: hands.fill("Title", f"Summary {WORD}"), "the title")
    hands.after(points.changed, lambda: hands.fill("Marking", f"Marking {WORD}"), "the marking")
    hands.press("Ctrl+Shift+N")
    hands.after(points.changed, lambda: hands.enter(f"Heading {WORD}"), "the heading")
    hands.press("Ctrl+N")
    hands.after(points.changed, lambda: hands.enter(f"Point {WORD}"), "the point")
    hands.press("Ctrl+E")
    hands.named(QLineEdit, "Into the folder").setFocus()
    hands.press("Ctrl+A")
    hands.type_text(str(out))
    hands.click("Export")
    hands.until(room.export_sheet.go.isEnabled, "the files, or why there are none")


def test_no_file_of_a_run_holds_a_word_that_was_typed(tmp_path: Path, project_root: Path) -> None:
    home = tmp_path / "home"
    for folder in (home, *(home / name for name in ("config", "data", "cache", "tmp", "run"))):
        folder.mkdir(mode=0o700)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.end_to_end.driven", "tests.end_to_end.test_sentinel", tmp_path],
        env=environment(
            PYTHONPATH=f"{project_root / 'src'}:{project_root}",
            HOME=str(home),
            XDG_CONFIG_HOME=str(home / "config"),
            XDG_DATA_HOME=str(home / "data"),
            XDG_CACHE_HOME=str(home / "cache"),
            XDG_RUNTIME_DIR=str(home / "run"),
            TMPDIR=str(home / "tmp"),
        ),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert hits(tmp_path, tmp_path / f"out {WORD}") == []
    assert list((home / "tmp").iterdir()) == []
    assert _times_stored(home / "data/Lakeside.vault") > 70  # it was typed, and it is all there


def _times_stored(folder: Path) -> int:
    vault = unlock_vault(folder, bytearray(PASSPHRASE, "utf-8"))
    stored: list[object] = []
    for meeting in meetings.meetings(vault):
        stored += [meeting_record(vault, meeting.id), *summaries.summaries(vault, meeting.id)]
        stored += [drafts.draft(vault, session.id) for session in meetings.sessions(vault, meeting.id)]
        stored += redactions.redactions(vault, meeting.id)
    vault.close()
    return json.dumps(msgspec.to_builtins(stored)).count(WORD)


@pytest.mark.parametrize(
    "planted",
    [
        WORD.encode(),
        WORD.lower().encode(),
        WORD.encode("utf-16-le"),
        WORD.encode("utf-16-be"),
        b64encode(WORD.encode()),
        b64encode(b"a" + WORD.encode()),
        b64encode(b"ab" + WORD.encode()),
        b64encode(b"ab" + WORD.encode("utf-16-le")),
        WORD.encode().hex().encode(),
        WORD.encode().hex().upper().encode(),
        SQLITE_MAGIC,
    ],
)
def test_the_search_would_find_it(tmp_path: Path, planted: bytes) -> None:
    (tmp_path / "deep").mkdir()
    prefix = b"" if planted == SQLITE_MAGIC else b"-" * 7
    (tmp_path / "deep" / "file").write_bytes(prefix + planted + b"-" * 9)
    assert hits(tmp_path) != []
    assert hits(tmp_path, tmp_path / "deep") == []


def test_the_search_would_find_it_in_a_name(tmp_path: Path) -> None:
    (tmp_path / f"{WORD}.pdf").touch()
    assert hits(tmp_path) != []
