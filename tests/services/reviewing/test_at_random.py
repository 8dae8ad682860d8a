"""Whatever is decided, said, settled and compared in whatever order: all of it can be taken back and done again; edits,
looks, restarts and crashes in between harm nothing.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.errors import ErrorCode
from dialogue_notes.services import comments
from dialogue_notes.services.reviewing import history
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import interventions
from tests.support.dialogue_desk import DialogueDesk
from tests.support.random_reviewer import REFUSALS, SEEN, RandomReviewer, allowed
from tests.support.raw_pages import decrypted_pages


@pytest.mark.parametrize("seed", range(8))
def test_all_that_was_done_is_taken_back_and_done_again(tmp_path: Path, seed: int) -> None:
    desk = DialogueDesk(tmp_path / "one.vault")
    reviewer = RandomReviewer(desk, Random(seed))
    meeting = reviewer.middle
    states = [reviewer.state()]
    reviewer.set_beside()
    states.append(reviewer.state())
    while len(states) < 30:
        if reviewer.act(meeting):
            states.append(reviewer.state())
    desk.restart()
    for before in reversed(states[1:-1]):
        assert history.undo(desk.vault, meeting) is not None
        assert reviewer.state() == before
    for after in states[2:]:
        assert history.redo(desk.vault, meeting) is not None
        assert reviewer.state() == after
    desk.vault.close()


@pytest.mark.parametrize("seed", range(8))
def test_acts_edits_looks_and_undoing_in_any_order_leave_a_sound_vault(tmp_path: Path, seed: int) -> None:
    desk = DialogueDesk(tmp_path / "one.vault")
    random = Random(seed)
    reviewer = RandomReviewer(desk, random)
    reviewer.set_beside()
    for _ in range(60):
        meeting = random.choice(reviewer.meetings)
        what = random.random()
        if what < 0.5:
            reviewer.act(meeting)
        elif what < 0.65:
            with allowed(ErrorCode.NOTHING_TO_UNDO):
                random.choice([history.undo, history.redo])(desk.vault, meeting)
        else:
            _work_on(reviewer, meeting, what)
        for one, (words, _, _) in zip(desk.redactions(meeting), desk.marks(meeting), strict=True):
            assert words
            assert one.stale or one.state is RedactionState.SUGGESTED or not words[0].isspace()
    assert desk.vault.database.query("PRAGMA foreign_key_check") == []
    desk.vault.close()


def _work_on(reviewer: RandomReviewer, meeting: str, what: float) -> None:
    """Something by which nobody decides anything: what was hidden before it stays hidden."""
    desk, before = reviewer.desk, reviewer.hidden()
    if what < 0.8:
        with allowed(*REFUSALS):
            reviewer.edit(meeting)
    elif what < 0.85:
        desk.restart()
    elif what < 0.9:
        with allowed(*REFUSALS):
            reviewer.say(meeting)
            reviewer.settle(meeting)
    else:
        desk.look(meeting, *SEEN)
        once = desk.redactions(meeting)
        desk.look(meeting, *SEEN)
        assert desk.redactions(meeting) == once
    after = reviewer.hidden()
    for spot, (text, letters) in before.items():
        if spot in after and after[spot][0] == text:
            assert letters <= after[spot][1]


@pytest.mark.parametrize("seed", range(6))
def test_struck_words_are_nowhere_whatever_was_done_with_them(tmp_path: Path, seed: int) -> None:
    desk = DialogueDesk(tmp_path / "one.vault")
    random = Random(seed)
    reviewer = RandomReviewer(desk, random)
    meeting = reviewer.middle
    entry = desk.note(meeting, "Quetzal and Haig were in Oslo")
    reviewer.set_beside()
    desk.look(meeting, *SEEN)
    about = About(intervention_place(entry))
    for number in range(30):
        with allowed(*REFUSALS):
            random.choice([reviewer.decide, reviewer.say, reviewer.compare])(meeting)
        if number % 5 == 0:
            comments.begin(desk.vault, meeting, about, "Quetzal, surely.")
        if number % 7 == 3:
            with allowed(*REFUSALS):
                history.undo(desk.vault, meeting)
    assert interventions.intervention(desk.vault, entry).text
    assert any(b"Quetzal" in page for page in decrypted_pages(desk.vault))
    strike(desk.vault, [entry])
    assert not any(b"Quetzal" in page for page in decrypted_pages(desk.vault))
    while history.history(desk.vault, meeting).undo:
        with allowed(*REFUSALS):
            history.undo(desk.vault, meeting)
    assert not any(b"Quetzal" in page for page in decrypted_pages(desk.vault))
    desk.vault.close()
