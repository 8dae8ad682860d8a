"""Whatever is decided in whatever order: all of it can be taken back and done again; looks in between harm nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.deciding import Choice
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.storage import entities as stored_entities
from dialogue_notes.storage import interventions
from tests.services.recording_room import NOW
from tests.support.dialogue_desk import DialogueDesk, Seen

WORDS = ("Haig", "Pak", "the General", "Oslo", "Lee", "Kim")
SEEN = tuple(
    Seen(word, f"thing:{word}", Category.PLACE if word == "Oslo" else Category.PERSON) for word in WORDS
)
WHY = RedactionReason.OTHER
REFUSALS = {ErrorCode.NOT_FOUND, ErrorCode.BAD_FIELD, ErrorCode.NOTHING_TO_UNDO}


@contextmanager
def allowed(*codes: ErrorCode) -> Iterator[None]:
    """Lets refusals by these codes pass."""
    try:
        yield
    except KnownError as error:
        if error.code not in codes:
            raise


class Reviewer:
    """Does something at random in one of three meetings."""

    def __init__(self, desk: DialogueDesk, random: Random) -> None:
        self.desk, self.random = desk, random
        self.meetings = [
            desk.meet(*(" ".join(random.choices(WORDS, k=4)) for _ in range(4))) for _ in range(3)
        ]
        for one in self.meetings:
            desk.look(one, *SEEN)

    def state(self) -> object:
        """All that reviewing changes: redactions, and what was learned."""
        dialogue = self.desk.dialogue_id
        decisions = {(one.entity_id, one.meeting_id, one.state, one.action, one.replacement)
                     for one in stored_entities.decisions(self.desk.vault, dialogue)}  # fmt: skip
        bonds = {
            (bond, one)
            for bond in stored_entities.Bond
            for one in stored_entities.links(self.desk.vault, dialogue, bond)
        }
        marks = {one for meeting in self.meetings for one in self.desk.redactions(meeting)}
        return marks, decisions, bonds

    def act(self, meeting: str) -> bool:
        """One act; whether it was taken, and changed anything."""
        vault, random, places = self.desk.vault, self.random, self.desk.redactions(meeting)
        one = random.choice(places)
        some = [each.id for each in random.sample(places, min(3, len(places)))]
        action = random.choice([RedactionAction.REMOVE, RedactionAction.GENERALISE, RedactionAction.RECAST])
        acts: tuple[Callable[[], object], ...] = (
            lambda: review.accept(vault, meeting, some, action, WHY, "x"),
            lambda: review.reject(vault, meeting, [one.id]),
            lambda: review.reopen(vault, meeting, some),
            lambda: review.accept_entity(vault, meeting, one.entity_id, action, WHY, "x"),
            lambda: review.reject_entity(vault, meeting, one.entity_id),
            lambda: teaching.always_hide(vault, meeting, one.entity_id, action, WHY, "x"),
            lambda: teaching.never_hide(vault, meeting, one.entity_id),
            lambda: teaching.ask_again(vault, meeting, one.entity_id),
            lambda: teaching.merge_entities(vault, meeting, [one.entity_id], random.choice(places).entity_id),
            lambda: teaching.split_entity(vault, meeting, [one.id]),
            lambda: review.decide_rest(vault, meeting, some, Choice(RedactionState.REJECTED)),
            lambda: redact_selection(
                vault,
                meeting,
                Selection(one.place, one.start, one.end + 5),
                Wish(action, WHY, replacement="x"),
            ),
        )
        before = self.state()
        with allowed(*REFUSALS):
            random.choice(acts)()
        return self.state() != before


@pytest.mark.parametrize("seed", range(6))
def test_all_that_was_decided_is_taken_back_and_done_again(tmp_path: Path, seed: int) -> None:
    desk = DialogueDesk(tmp_path / "one.vault")
    reviewer = Reviewer(desk, Random(seed))
    meeting = reviewer.meetings[1]
    states = [reviewer.state()]
    while len(states) < 25:
        if reviewer.act(meeting):
            states.append(reviewer.state())
    for before in reversed(states[:-1]):
        assert history.undo(desk.vault, meeting) is not None
        assert reviewer.state() == before
    for after in states[1:]:
        assert history.redo(desk.vault, meeting) is not None
        assert reviewer.state() == after
    desk.vault.close()


@pytest.mark.parametrize("seed", range(6))
def test_acts_edits_looks_and_undoing_in_any_order_leave_a_sound_vault(tmp_path: Path, seed: int) -> None:
    desk = DialogueDesk(tmp_path / "one.vault")
    random = Random(seed)
    reviewer = Reviewer(desk, random)
    for _ in range(60):
        meeting = random.choice(reviewer.meetings)
        what = random.random()
        if what < 0.5:
            reviewer.act(meeting)
        elif what < 0.65:
            _turn(desk, random, meeting)
        elif what < 0.85:
            _edit(desk, random, meeting)
        else:
            desk.look(meeting, *SEEN)
            before = desk.redactions(meeting)
            desk.look(meeting, *SEEN)
            assert desk.redactions(meeting) == before
        for one, (words, _, _) in zip(desk.redactions(meeting), desk.marks(meeting), strict=True):
            assert words
            assert one.stale or one.state is RedactionState.SUGGESTED or not words[0].isspace()
    assert desk.vault.database.query("PRAGMA foreign_key_check") == []
    desk.vault.close()


def _turn(desk: DialogueDesk, random: Random, meeting: str) -> None:
    with allowed(ErrorCode.NOTHING_TO_UNDO):
        random.choice([history.undo, history.redo])(desk.vault, meeting)


def _edit(desk: DialogueDesk, random: Random, meeting: str) -> None:
    session = desk.sessions[meeting].id
    recorder = Recorder(record_view(desk.vault, session))
    entry = random.choice(interventions.interventions(desk.vault, session))
    words = entry.text.split()
    words[random.randrange(len(words))] = random.choice([*WORDS, "said"])
    words.insert(random.randrange(len(words)), random.choice([*WORDS, "then"]))
    recorder.edit(desk.vault, entry.id, " ".join(words))
    if random.random() < 0.3:
        recorder.keep(desk.vault, " ".join(random.choices(WORDS, k=3)), NOW, None)
