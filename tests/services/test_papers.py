"""Papers: handed out with an entry, lent and collected, and never out of the vault by themselves."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from dialogue_notes.cli.places import inline_places
from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.papers import Custody
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.services import papers
from dialogue_notes.services.exports import export_summary
from dialogue_notes.services.papers import NewPaper
from dialogue_notes.services.summaries import draft_summary
from tests.services.recording_room import NOW, Room, make_room

TITLE = "Elements of a moratorium, third version of the Sudrian side"
LATER = NOW + timedelta(minutes=90)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path / "Lakeside.vault")


def test_a_paper_handed_out_is_an_entry_and_a_line_of_the_list(room: Room) -> None:
    papers.hand_out(room.vault, room.recorder(1), NewPaper(TITLE, "hw", Custody.LENT, citable=False), NOW)
    (entry,) = room.entries(1)
    assert (entry.kind, entry.text) == (
        Kind.PROCEDURE,
        f"Paper handed out: {TITLE} (Helen Whitcombe), to be collected again",
    )
    (line,) = papers.papers(room.vault, room.meeting_id)
    assert (line.whose, line.session, line.paper.handed_out_at, line.paper.is_out) == (
        "Helen Whitcombe",
        2,
        NOW,
        True,
    )
    assert line.paper.owner_id == room.people["hw"]


@pytest.mark.parametrize(
    ("typed", "whose"),
    [("side b", "Side B"), ("petra vance", "Petra Vance"), ("the  hosts", "the hosts"), ("", "")],
)
def test_whose_it_is_may_be_a_side_a_name_or_any_words(room: Room, typed: str, whose: str) -> None:
    paper = papers.add_paper(room.vault, room.meeting_id, NewPaper(TITLE, typed))
    (line,) = papers.papers(room.vault, room.meeting_id)
    assert line.whose == whose
    assert (paper.owner_id is not None) == (whose in {"Side B", "Petra Vance"})
    assert (line.session, line.paper.handed_out_at) == (0, None)


def test_a_paper_lent_is_collected_with_its_time_and_undoing_gives_it_out_again(room: Room) -> None:
    recorder = room.recorder()
    papers.hand_out(room.vault, recorder, NewPaper(TITLE, custody=Custody.LENT), NOW)
    (line,) = papers.papers(room.vault, room.meeting_id)
    papers.collect(room.vault, recorder, line.paper.id, LATER)
    assert papers.papers(room.vault, room.meeting_id)[0].paper.collected_at == LATER
    assert room.entries()[-1].text == f"Paper collected again: {TITLE}"
    recorder.undo(room.vault)
    assert papers.papers(room.vault, room.meeting_id)[0].paper.is_out
    recorder.undo(room.vault)
    assert papers.papers(room.vault, room.meeting_id) == ()
    recorder.redo(room.vault)
    recorder.redo(room.vault)
    assert papers.papers(room.vault, room.meeting_id)[0].paper.collected_at == LATER


def test_its_terms_can_be_changed_later(room: Room) -> None:
    paper = papers.add_paper(room.vault, room.meeting_id, NewPaper(TITLE))
    papers.set_terms(room.vault, paper.id, Custody.LENT, citable=True)
    (line,) = papers.papers(room.vault, room.meeting_id)
    assert (line.paper.custody, line.paper.citable) == (Custody.LENT, True)


def test_a_paper_needs_a_title_and_its_repr_shows_none(room: Room) -> None:
    with pytest.raises(KnownError) as caught:
        papers.hand_out(room.vault, room.recorder(), NewPaper("  ", "hw"), NOW)
    assert caught.value.code is ErrorCode.BAD_FIELD
    assert room.entries() == ()
    paper = papers.add_paper(room.vault, room.meeting_id, NewPaper(TITLE, "any words"))
    assert TITLE not in repr(paper)
    assert "any words" not in repr(paper) + repr(NewPaper(TITLE, "any words"))


def test_striking_the_entry_destroys_the_paper(room: Room) -> None:
    recorder = room.recorder()
    change = papers.hand_out(room.vault, recorder, NewPaper(TITLE), NOW)
    recorder.strike(room.vault, [change.added[0]])
    assert room.vault.database.query("SELECT * FROM paper") == []


@pytest.mark.parametrize("profile", ["inside", "principals", "wide"])
def test_no_title_of_a_paper_reaches_an_export_by_itself(room: Room, tmp_path: Path, profile: str) -> None:
    recorder = room.recorder()
    for number in range(6):
        recorder.keep(room.vault, f"?: harbour visits could reopen in spring {number}", NOW, None)
    papers.hand_out(room.vault, recorder, NewPaper(TITLE, "hw", citable=True), NOW)
    papers.add_paper(room.vault, room.meeting_id, NewPaper("Another read-ahead of theirs"))
    draft = draft_summary(room.vault, room.meeting_id, profile, accept_suggestions=True)
    assert draft.withheld == 1
    with inline_places() as places:
        (file,) = export_summary(
            room.vault, places, draft.summary_id, (Format.TEXT,), tmp_path, draft=True, overwrite=False
        )
    text = file.read_text("utf-8")
    assert "harbour visits" in text
    assert "moratorium" not in text
    assert "read-ahead" not in text


def test_phrases_are_kept_one_a_line_and_come_back(room: Room) -> None:
    paper = papers.add_paper(room.vault, room.meeting_id, NewPaper(TITLE))
    typed = "  a line that  nobody patrols\n\nа что́ потом\na line that nobody patrols\n无人巡逻的线\n"
    before = papers.set_phrases(room.vault, paper.id, typed)
    assert before.phrases == ()
    (line,) = papers.papers(room.vault, room.meeting_id)
    assert line.paper.phrases == ("a line that nobody patrols", "а что́ потом", "无人巡逻的线")
    assert "patrols" not in repr(line)
    papers.set_phrases(room.vault, paper.id, "\n".join(before.phrases))
    assert papers.papers(room.vault, room.meeting_id)[0].paper.phrases == ()


@pytest.mark.parametrize("phrase", ["patrols", "a bc", "線", "무인", "—"])
def test_a_phrase_too_short_to_be_told_is_refused_by_its_number(room: Room, phrase: str) -> None:
    paper = papers.add_paper(room.vault, room.meeting_id, NewPaper(TITLE))
    with pytest.raises(KnownError) as refused:
        papers.set_phrases(room.vault, paper.id, f"a line that nobody patrols\n{phrase}")
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert "phrase 2 is too short" in refused.value.message
    assert papers.papers(room.vault, room.meeting_id)[0].paper.phrases == ()
