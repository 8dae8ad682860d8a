"""A reviewer who does something at random in one of three meetings, and all that this may change in a vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from typing import Final

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.spans import Span
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import checklist, comments, dangers, quote_consents
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.parallel import records, taking
from dialogue_notes.services.parallel.rows import side_by_side
from dialogue_notes.services.quote_consents import GivenConsent
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.deciding import Choice
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.storage import comments as stored_comments
from dialogue_notes.storage import interventions
from dialogue_notes.storage import parallel_records as stored_beside
from dialogue_notes.storage.vault import Vault
from tests.services.rapporteurs import second_record
from tests.services.recording_room import NOW
from tests.support.dialogue_desk import DialogueDesk, Seen

WORDS: Final = ("Haig", "Pak", "the General", "Oslo", "Lee", "Kim")
SEEN: Final = tuple(
    Seen(word, f"thing:{word}", Category.PLACE if word == "Oslo" else Category.PERSON) for word in WORDS
)
WHY: Final = RedactionReason.OTHER
REFUSALS: Final = (ErrorCode.NOT_FOUND, ErrorCode.BAD_FIELD, ErrorCode.NOTHING_TO_UNDO)
KEPT: Final = {
    "redaction": "id, meeting_id, place_kind, place_id, start, end, entity_id, category, action, reason, state,"
    " replacement, why, score, by_default, stale, fresh, alone",
    "entity": "id, dialogue_id, category, name, participant_id",
    "entity_form": "id, entity_id, form, match",
    "entity_form_source": "form_id, place_id",
    "entity_merge": "entity_id, into_id",
    "entity_split": "entity_id, from_id",
    "entity_person": "participant_id, entity_id",
    "entity_decision": "entity_id, meeting_id, state, action, reason, replacement",
    "comment_thread": "id, meeting_id, is_second_look, place_kind, place_id, start, end, redaction_id, entity_id,"
    " opened_at, opened_by, resolved_at, resolved_by",
    "comment": "id, thread_id, made_at, made_by, edited_at",
    "parallel_record": "id, meeting_id, title, removed_at IS NULL",
    "parallel_entry": "id, record_id, text, tags, taken_as, state",
    "parallel_difference": "record_id, left_id, right_id, digest",
    "settled_danger": "id, meeting_id, intervention_id, sealed",
    "checklist_answer": "meeting_id, item, sealed",
    "quote_consent": "id, meeting_id, intervention_id, sealed, revoked_at",
    "intervention": "id, session_id, kind, text, tags, rule, consent, read_back, state",
}
"""All that an act of a review may change, without who wrote a row and when, and ids that are made anew."""


State = dict[str, list[tuple[object, ...]]]


@contextmanager
def allowed(*codes: ErrorCode) -> Iterator[None]:
    """Lets refusals by these codes pass."""
    try:
        yield
    except KnownError as error:
        if error.code not in codes:
            raise


def state_of(vault: Vault) -> State:
    """All of a vault that reviewing changes, byte by byte; comments, sealed anew each time, by their words."""
    state: State = {
        table: sorted(map(tuple, vault.database.query(f"SELECT {columns} FROM {table}")), key=repr)  # noqa: S608 - names of our own
        for table, columns in KEPT.items()
    }
    threads = [
        one
        for (meeting_id,) in vault.database.query("SELECT id FROM meeting")
        for one in stored_comments.threads(vault, meeting_id)
    ]
    state["what comments say"] = sorted((one.id, one.text) for thread in threads for one in thread.comments)
    return state


class RandomReviewer:
    """Works in three meetings of one dialogue; the middle one has a quotation and another rapporteur's record."""

    def __init__(self, desk: DialogueDesk, random: Random) -> None:
        self.desk, self.random = desk, random
        self.meetings = [
            desk.meet(*(" ".join(random.choices(WORDS, k=4)) for _ in range(4))) for _ in range(3)
        ]
        self.middle = self.meetings[1]
        quotation = desk.note(self.middle, "Haig would not have it")
        said = interventions.intervention(desk.vault, quotation)
        interventions.update_intervention(desk.vault, replace(said, kind=Kind.QUOTE))
        for one in self.meetings:
            desk.look(one, *SEEN)

    def set_beside(self) -> None:
        """Another rapporteur's record stands beside the middle meeting."""
        said = [{"text": f"{one.text} or so"} for one in self.entries(self.middle)[:3]]
        records.set_beside(self.desk.vault, self.middle, second_record(said), "Second")

    def entries(self, meeting: str) -> tuple[Intervention, ...]:
        return interventions.interventions(self.desk.vault, self.desk.sessions[meeting].id)

    def state(self) -> State:
        """All that reviewing changes."""
        return state_of(self.desk.vault)

    def act(self, meeting: str) -> bool:
        """One act of any kind; whether it was taken, and changed anything."""
        before = self.state()
        with allowed(*REFUSALS):
            self.random.choice((self.decide, self.decide, self.say, self.settle, self.compare))(meeting)
        return self.state() != before

    def decide(self, meeting: str) -> None:
        """Decides on places, or on what they are of."""
        vault, random, places = self.desk.vault, self.random, self.desk.redactions(meeting)
        one = random.choice(places)
        some = [each.id for each in random.sample(places, min(3, len(places)))]
        action = random.choice([RedactionAction.REMOVE, RedactionAction.GENERALISE, RedactionAction.RECAST])
        wish = Wish(action, WHY, replacement="x")
        selection = Selection(one.place, one.start, one.end + 5)
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
            lambda: redact_selection(vault, meeting, selection, wish),
        )
        random.choice(acts)()

    def say(self, meeting: str) -> None:
        """Writes a comment, or does something to those that are there."""
        vault, random = self.desk.vault, self.random
        there = stored_comments.threads(vault, meeting)
        if not there or random.random() < 0.4:
            one = random.choice(self.desk.redactions(meeting))
            about = About(one.place, Span(one.start, one.end), one.id, one.entity_id)
            comments.begin(vault, meeting, about, "Who?", is_second_look=random.random() < 0.3)
            return
        thread = random.choice(there)
        comment = random.choice(thread.comments)
        acts: tuple[Callable[[], object], ...] = (
            lambda: comments.reply(vault, thread.id, "He."),
            lambda: comments.edit(vault, thread.id, comment.id, f"{comment.text}?"),
            lambda: comments.remove(vault, thread.id, comment.id),
            lambda: comments.resolve(vault, thread.id, "Looked."),
            lambda: comments.reopen(vault, thread.id),
        )
        random.choice(acts)()

    def settle(self, meeting: str) -> None:
        """Settles a danger, answers a question of the checklist, or notes or revokes a consent."""
        vault, random = self.desk.vault, self.random
        choice = random.random()
        if choice < 0.4:
            open_ones = [
                one.found
                for one in dangers.dangers_shown(vault, meeting).dangers
                if one.is_open and not one.found.must_be_decided
            ]
            if open_ones:
                dangers.settle(vault, meeting, random.choice(open_ones), "it may stay")
        elif choice < 0.7:
            rests_on = checklist.checklist_shown(vault, meeting).rests_on
            checklist.answer(vault, meeting, random.choice(list(ChecklistItem)), rests_on, is_yes=False)
        else:
            quotations = [one for one in self.entries(meeting) if one.kind is Kind.QUOTE]
            for one in quotations:
                if one.consent is None:
                    quote_consents.note_consent(vault, one.id, GivenConsent("the chair"))
                else:
                    quote_consents.revoke_consent(vault, one.id, "")

    def compare(self, meeting: str) -> None:
        """Takes words of the other record over, keeps a difference or opens it, or puts the record away."""
        vault, random = self.desk.vault, self.random
        beside = stored_beside.records(vault, meeting)
        if not beside:
            return
        record = beside[0].id
        row = random.choice(side_by_side(vault, record).rows)
        left, right = (None if one is None else one.id for one in (row.left, row.right))
        choice = random.random()
        if choice < 0.35:
            if right is not None:
                taking.take_over(vault, right, left)
        elif choice < 0.65:
            taking.keep_difference(vault, record, left, right)
        elif choice < 0.9:
            taking.open_difference(vault, record, left, right)
        else:
            records.put_away(vault, record)

    def edit(self, meeting: str) -> None:
        """Edits, splits or joins entries in the Record room, or types another one."""
        vault, random = self.desk.vault, self.random
        recorder = Recorder(record_view(vault, self.desk.sessions[meeting].id))
        entries = self.entries(meeting)
        entry, choice = random.choice(entries), random.random()
        words = entry.text.split()
        if choice < 0.15 and len(words) > 1:
            recorder.split(vault, entry.id, len(words[0]) + 1)
        elif choice < 0.3 and len(entries) > 2:
            at = random.randrange(len(entries) - 1)
            recorder.join(vault, [one.id for one in entries[at : at + 2]])
        else:
            words[random.randrange(len(words))] = random.choice([*WORDS, "said"])
            words.insert(random.randrange(len(words)), random.choice([*WORDS, "then"]))
            recorder.edit(vault, entry.id, " ".join(words))
        if random.random() < 0.3:
            recorder.keep(vault, " ".join(random.choices(WORDS, k=3)), NOW, None)

    def hidden(self) -> dict[tuple[str, str], tuple[str, frozenset[int]]]:
        """Each text in which something is hidden, by meeting and place, with the places of its hidden letters."""
        found: dict[tuple[str, str], tuple[str, frozenset[int]]] = {}
        for meeting in self.meetings:
            texts = {intervention_place(one.id).id: one.text for one in self.entries(meeting)}
            for place, text in texts.items():
                letters = frozenset(
                    at
                    for one in self.desk.redactions(meeting)
                    if one.place.id == place and one.state is RedactionState.ACCEPTED
                    for at in range(one.start, one.end)
                )
                found[meeting, place] = text, letters
        return found
