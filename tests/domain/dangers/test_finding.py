"""What is found after a decision is what is found by a look at everything, whatever was decided."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionState
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.dangers.finding import Findings, find, find_again
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting, see_again, see_meeting
from dialogue_notes.domain.places import intervention_place, tag_place
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import Consent, Delegation, MeetingRecord
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction
from tests.support.records import entry, record, redaction
from tests.support.seeing import see, thing

TEXTS = (
    "Marlow told me privately that the Harbour Board left Ostrava on 3 March.",
    "When I was ambassador we tried it in Geneva.",
    "We can live with that",
    "To meet again in May",
    "Northern side and Southern side agreed with Osei",
)
ENTITIES = 5

_CATEGORIES = (
    Category.PERSON,
    Category.SELF_REFERENCE,
    Category.ORGANISATION,
    Category.PLACE,
    Category.DATE,
    Category.ROLE,
)


def meeting_record() -> MeetingRecord:
    made = record(
        entry(1, TEXTS[0]),
        entry(2, TEXTS[1], speaker="p1", tags=("cod",)),
        entry(3, TEXTS[2], kind=Kind.QUOTE, speaker="p1", consent=Consent("Osei"), tags=("cod",)),
        entry(4, TEXTS[3], kind=Kind.AGREEMENT, speaker="p1"),
        entry(5, TEXTS[4], speaker="p1", tags=("herring",)),
    )
    return replace(made, delegations=(Delegation("d0", "dialogue", "Northern side"), *made.delegations[1:]))


RECORD = meeting_record()
PLACES = {
    **{intervention_place(f"t{number}"): text for number, text in enumerate(TEXTS, start=1)},
    Place(PlaceKind.SESSION_TITLE, RECORD.sessions[0].id): RECORD.sessions[0].title,
    Place(PlaceKind.MEETING_TITLE, RECORD.meeting.id): RECORD.meeting.title,
    tag_place("t3", 0): "cod",
}


@st.composite
def marks(draw: st.DrawFn) -> tuple[Redaction, ...]:
    found = []
    for number in range(draw(st.integers(0, 8))):
        place, text = draw(st.sampled_from(sorted(PLACES.items(), key=repr)))
        start = draw(st.integers(0, max(0, len(text) - 1)))
        found.append(
            redaction(
                number,
                place,
                start,
                draw(st.integers(min(start + 1, len(text)), len(text))),
                entity=f"e{draw(st.integers(0, ENTITIES - 1))}",
                category=draw(st.sampled_from(_CATEGORIES)),
                state=draw(st.sampled_from(list(RedactionState))),
                action=draw(st.sampled_from(list(RedactionAction))),
                replacement=draw(st.sampled_from(["", "a participant", "the tallest one"])),
            )
        )
    return tuple(found)


entities = st.lists(st.sampled_from(_CATEGORIES), min_size=ENTITIES, max_size=ENTITIES).map(
    lambda found: tuple(
        thing(f"e{number}", one, f"name {number}", "p1" if number == 1 else None)
        for number, one in enumerate(found)
    )
)


def outcome(found: Findings) -> tuple[object, ...]:
    meeting = found.meeting
    return (
        tuple(found.dangers(())),
        found.clues,
        [(one.withheld, one.leads, one.titles) for one in meeting.seen],
        meeting.hidden_sides,
    )


def afresh(known: tuple[Entity, ...], marked: tuple[Redaction, ...]) -> SeenMeeting:
    return see_meeting(RECORD, known, marked, STANDARD_PROFILES)


@settings(max_examples=300)
@given(st.lists(st.tuples(entities, marks()), min_size=2, max_size=4))
def test_a_look_after_other_decisions_finds_what_a_fresh_look_finds(
    rounds: list[tuple[tuple[Entity, ...], tuple[Redaction, ...]]],
) -> None:
    found = find(afresh(*rounds[0]))
    for known, marked in rounds[1:]:
        found = find_again(found, *see_again(found.meeting, known, marked))
        assert outcome(found) == outcome(find(afresh(known, marked)))


@given(entities, marks(), st.data())
def test_one_decision_on_one_place_finds_what_a_fresh_look_finds(
    known: tuple[Entity, ...], marked: tuple[Redaction, ...], data: st.DataObject
) -> None:
    found = find(afresh(known, marked))
    if not marked:
        return
    chosen = data.draw(st.integers(0, len(marked) - 1))
    state = data.draw(st.sampled_from(list(RedactionState)))
    after = tuple(replace(one, state=state) if number == chosen else one for number, one in enumerate(marked))
    seen, changed = see_again(found.meeting, known, after)
    if changed is not None:
        assert changed <= {marked[chosen].place}
    assert outcome(find_again(found, seen, changed)) == outcome(find(afresh(known, after)))


def test_a_hidden_word_in_the_name_of_a_side_is_looked_at_everywhere() -> None:
    hides = redaction(1, intervention_place("t5"), 0, 8, category=Category.ORGANISATION)
    found = find(see(RECORD))
    seen, changed = see_again(found.meeting, (), (hides,))
    assert (changed, seen.hidden_sides) == (None, frozenset({"d0"}))
    back, changed = see_again(seen, (), ())
    assert (changed, back.hidden_sides) == (None, frozenset())


def test_a_topic_of_one_voice_goes_when_one_of_its_entries_is_withheld_and_comes_back() -> None:
    def topics(found: Findings) -> int:
        return sum(one.kind is DangerKind.RARE_TOPIC and one.about == "cod" for one in found.dangers(()))

    found = find(see(RECORD))
    assert topics(found) == 1
    whole = redaction(1, intervention_place("t2"), 0, len(TEXTS[1]), action=RedactionAction.WITHHOLD_ENTRY)
    found = find_again(found, *see_again(found.meeting, (), (whole,)))
    assert topics(found) == 0
    assert topics(find_again(found, *see_again(found.meeting, (), ()))) == 1


def test_nothing_is_looked_at_again_where_nothing_is_different() -> None:
    mark = redaction(1, intervention_place("t1"), 0, 6)
    found = find(see(RECORD, mark))
    _seen, changed = see_again(found.meeting, (), (replace(mark),))
    assert changed == frozenset()
