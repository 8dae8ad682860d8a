"""Whatever text of a meeting is edited: what lies on it follows, what was touched is flagged, what is hidden elsewhere
is hidden in what came, and comments stay with their words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from dialogue_notes.domain.codes import MeetingState, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.places import record_texts, tag_place
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.spans import Holding, Span
from dialogue_notes.domain.text import is_whole
from dialogue_notes.services import comments, meetings
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.importing.meeting_files import read_meeting_file
from dialogue_notes.services.importing.writing import RecordWriter
from dialogue_notes.services.reviewing import review
from dialogue_notes.storage import comments as stored_comments
from dialogue_notes.storage import dialogues, interventions, redactions
from dialogue_notes.storage import meetings as stored_meetings
from dialogue_notes.storage.record import meeting_record
from tests.support.dialogue_desk import DialogueDesk, Seen

HAIG, OSLO = Seen("Haig", "person:haig"), Seen("Oslo", "thing:oslo")
WORDS = ("Haig", "Oslo", "said", "then", "at", "length", "Rome", "Haigson")
REMOVE, WHY = RedactionAction.REMOVE, RedactionReason.OTHER
TITLES = (
    PlaceKind.DIALOGUE_TITLE,
    PlaceKind.MEETING_TITLE,
    PlaceKind.MEETING_PLACE,
    PlaceKind.SESSION_TITLE,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


@pytest.fixture
def meeting(desk: DialogueDesk) -> str:
    """A meeting in which Haig and Oslo are hidden, in every kind of place."""
    made = desk.meet("Haig said it at length in Oslo", "then Oslo")
    desk.meet("nothing of it")
    rename(desk, made, PlaceKind.DIALOGUE_TITLE, "Oslo talks")
    rename(desk, made, PlaceKind.MEETING_TITLE, "Haig at Oslo")
    rename(desk, made, PlaceKind.MEETING_PLACE, "Oslo, at length")
    rename(desk, made, PlaceKind.SESSION_TITLE, "then Haig")
    tag(desk, made, ("at Oslo", "Haig", "length"))
    desk.look(made, HAIG, OSLO)
    for one in {each.entity_id for each in desk.redactions(made)}:
        review.accept_entity(desk.vault, made, one, REMOVE, WHY)
    return made


def rename(desk: DialogueDesk, meeting_id: str, kind: PlaceKind, words: str) -> None:
    vault = desk.vault
    known = stored_meetings.meeting(vault, meeting_id)
    if kind is PlaceKind.DIALOGUE_TITLE:
        meetings.rename_dialogue(vault, known.dialogue_id, words)
    elif kind is PlaceKind.MEETING_TITLE:
        meetings.change_meeting(vault, replace(known, title=words))
    elif kind is PlaceKind.MEETING_PLACE:
        meetings.change_meeting(vault, replace(known, place=words))
    else:
        session = stored_meetings.session(vault, desk.sessions[meeting_id].id)
        meetings.change_session(vault, replace(session, title=words))


def tag(desk: DialogueDesk, meeting_id: str, tags: tuple[str, ...], number: int = 0) -> None:
    old = interventions.interventions(desk.vault, desk.sessions[meeting_id].id)[number]
    update_entry(desk.vault, meeting_id, old, replace(old, tags=tags))


def texts(desk: DialogueDesk, meeting_id: str) -> dict[Place, str]:
    return record_texts(meeting_record(desk.vault, meeting_id))


def check(desk: DialogueDesk, meeting_id: str) -> None:
    """Every mark lies on words; one that nobody touched lies on those that were decided; every mention is hidden."""
    found = texts(desk, meeting_id)
    covered: dict[Place, list[Span]] = {}
    for one in redactions.redactions(desk.vault, meeting_id):
        words = found[one.place][one.start : one.end]
        assert words
        assert one.stale or words in {"Haig", "Oslo"}
        assert one.state is RedactionState.ACCEPTED
        covered.setdefault(one.place, []).append(Span(one.start, one.end))
    for place, text in found.items():
        hidden = Holding(covered.get(place, ()))
        for word in ("Haig", "Oslo"):
            start = text.find(word)
            while start >= 0:
                end = start + len(word)
                assert not is_whole(text, start, end) or hidden.holds(start, end), (place.kind, text)
                start = text.find(word, end)


def edited(random: Random, text: str) -> str:
    """The text with words gone, come, or written otherwise, at one or two places."""
    words = text.split() or ["then"]
    for _ in range(random.randint(1, 2)):
        act, at = random.random(), random.randrange(len(words))
        if act < 0.3:
            words.insert(at, random.choice(WORDS))
        elif act < 0.5 and len(words) > 1:
            del words[at]
        elif act < 0.8:
            words[at] = random.choice(WORDS)
        else:
            words[at] = words[at][:-1] or "a"
    return " ".join(words)


def edited_tags(random: Random, tags: tuple[str, ...]) -> tuple[str, ...]:
    left = list(tags)
    random.shuffle(left)
    if left and random.random() < 0.5:
        left[random.randrange(len(left))] = edited(random, random.choice(left))
    if left and random.random() < 0.3:
        left.pop()
    if random.random() < 0.4:
        left.insert(random.randint(0, len(left)), edited(random, "at length"))
    return tuple(dict.fromkeys(left))


@pytest.mark.parametrize("seed", range(8))
def test_marks_follow_every_edit_of_every_place(desk: DialogueDesk, meeting: str, seed: int) -> None:
    random, vault = Random(seed), desk.vault
    check(desk, meeting)
    for _ in range(25):
        entries = interventions.interventions(vault, desk.sessions[meeting].id)
        number = random.randrange(len(entries))
        kind = random.choice([*TITLES, PlaceKind.TAG, PlaceKind.INTERVENTION])
        if kind is PlaceKind.TAG:
            tag(desk, meeting, edited_tags(random, entries[number].tags), number)
        elif kind is PlaceKind.INTERVENTION:
            new = replace(entries[number], text=edited(random, entries[number].text))
            update_entry(vault, meeting, entries[number], new)
        else:
            (old,) = [text for place, text in texts(desk, meeting).items() if place.kind is kind]
            rename(desk, meeting, kind, edited(random, old))
        check(desk, meeting)


def test_marks_of_tags_go_where_their_tags_go(desk: DialogueDesk, meeting: str) -> None:
    tag(desk, meeting, ("length", "Haig", "then at Oslo"))
    entry = interventions.interventions(desk.vault, desk.sessions[meeting].id)[0]
    found = {
        one.place: (one.start, one.end, one.stale)
        for one in redactions.redactions(desk.vault, meeting)
        if one.place.kind is PlaceKind.TAG
    }
    assert found == {tag_place(entry.id, 1): (0, 4, False), tag_place(entry.id, 2): (8, 12, False)}


def test_what_lay_on_a_tag_that_was_taken_out_goes_and_its_comments_stay_with_the_entry(
    desk: DialogueDesk, meeting: str
) -> None:
    entry = interventions.interventions(desk.vault, desk.sessions[meeting].id)[0]
    stays, goes = (
        comments.begin(desk.vault, meeting, About(tag_place(entry.id, number), Span(0, 4)), "Who?").after
        for number in (1, 0)
    )
    assert stays
    assert goes
    tag(desk, meeting, ("Haig", "length"))
    assert [
        one.place for one in redactions.redactions(desk.vault, meeting) if one.place.kind is PlaceKind.TAG
    ] == [tag_place(entry.id, 0)]
    assert stored_comments.thread(desk.vault, stays.id).about == About(tag_place(entry.id, 0), Span(0, 4))
    about = stored_comments.thread(desk.vault, goes.id).about
    assert (about.place, about.span) == (Place(PlaceKind.INTERVENTION, entry.id), None)


def test_a_comment_on_the_title_of_the_dialogue_follows_once_however_many_meetings_there_are(
    desk: DialogueDesk, meeting: str
) -> None:
    place = Place(PlaceKind.DIALOGUE_TITLE, desk.dialogue_id)
    made = comments.begin(desk.vault, meeting, About(place, Span(0, 4)), "Oslo?").after
    assert made
    rename(desk, meeting, PlaceKind.DIALOGUE_TITLE, "The Oslo talks")
    assert dialogues.dialogue(desk.vault, desk.dialogue_id).title[4:8] == "Oslo"
    assert stored_comments.thread(desk.vault, made.id).about.span == Span(4, 8)


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, one: rename(desk, one, PlaceKind.SESSION_TITLE, "of Oslo"),
        lambda desk, one: tag(desk, one, ("at Oslo", "Haig")),
        lambda desk, one: meetings.add_session(desk.vault, one, "Haig alone"),
    ],
)
def test_a_reviewed_meeting_is_open_again(
    desk: DialogueDesk, meeting: str, act: Callable[[DialogueDesk, str], object]
) -> None:
    known = stored_meetings.meeting(desk.vault, meeting)
    stored_meetings.update_meeting(desk.vault, replace(known, state=MeetingState.REVIEWED))
    act(desk, meeting)
    assert stored_meetings.meeting(desk.vault, meeting).state is MeetingState.CLOSED
    check(desk, meeting)


def test_titles_of_a_meeting_that_is_new_are_looked_at(desk: DialogueDesk, meeting: str) -> None:
    made = meetings.create_meeting(desk.vault, desk.dialogue_id, "after Oslo", place="Haig")
    check(desk, made.id)
    assert len(redactions.redactions(desk.vault, made.id)) == 3


def test_what_is_imported_into_the_dialogue_is_looked_at(desk: DialogueDesk, meeting: str) -> None:
    said = [{"text": "then Haig", "tags": ["Oslo"]}]
    file = {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "dialogue": {"title": "Oslo talks"},
        "meeting": {"title": "once more Haig", "date": "2030-01-01"},
        "sessions": [{"title": "Oslo again", "interventions": said}],
    }
    read = read_meeting_file(json.dumps(file), "file.json")
    with desk.vault.transaction():
        made = RecordWriter(desk.vault, lambda _count: None).write_new(read)
    check(desk, made)
    assert len(redactions.redactions(desk.vault, made)) == 5
