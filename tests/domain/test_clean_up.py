"""What needs a look, by rule: whatever is put right leaves the list, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.clean_up import CleanUpItem, Need, Shorthand, entry_items, open_words
from dialogue_notes.domain.codes import Aim, EntryFlag, GroundRule, InterventionState, Kind, MarginMark
from dialogue_notes.domain.raw_shorthand import raw_words
from dialogue_notes.domain.record import Consent, Entry, Intervention, Speaker
from dialogue_notes.domain.typing_line.parse import SPOKEN

CODES = {"hk": "p1", "pv": "p2"}
NOON = datetime.fromisoformat("2026-03-02T12:00:00")
TEXTS = st.sampled_from(
    ["plain words", "wld not obj", "send it @hk by 12 Mar", "send it", "", "강용철", ";mor then"]
)


def shorthand(text: str) -> Shorthand | None:
    words = raw_words(text)
    return Shorthand(words, text.replace("wld", "would")) if words or ";mor" in text else None


def items(*entries: Entry) -> tuple[CleanUpItem, ...]:
    return entry_items(entries, CODES, shorthand)


@st.composite
def entries(draw: st.DrawFn, number: int = 0) -> Entry:
    kind = draw(st.sampled_from(Kind))
    speaker = draw(
        st.sampled_from([Speaker(), Speaker("p1"), Speaker("p2", unsure=True), Speaker(None, unsure=True)])
    )
    flags: tuple[EntryFlag, ...] = ()
    if kind in SPOKEN and speaker.participant_id is None:
        flags = (draw(st.sampled_from(EntryFlag)),)
    made = Intervention(
        f"e{number}",
        "s",
        number,
        kind,
        draw(TEXTS),
        draw(st.one_of(st.none(), st.just(NOON + timedelta(minutes=number)))),
        draw(st.sampled_from([None, *GroundRule])),
        marks=tuple(sorted(draw(st.sets(st.sampled_from(MarginMark))), key=list(MarginMark).index)),
        aims=tuple(draw(st.sets(st.sampled_from(Aim), max_size=1))),
        read_back=kind is Kind.AGREEMENT and draw(st.booleans()),
        consent=draw(st.sampled_from([None, Consent("they")])),
        flags=flags,
        state=draw(st.sampled_from(InterventionState)),
    )
    return Entry(made, speaker)


RECORDS = st.integers(0, 6).flatmap(lambda size: st.tuples(*(entries(number) for number in range(size))))


def put_right(entry: Entry, need: Need) -> Entry:
    """What the keys of the clean-up do, on the entry alone."""
    one = entry.intervention
    if need in {Need.CODE, Need.SPEAKER, Need.UNSURE_SPEAKER}:
        return Entry(replace(one, flags=()), Speaker("p1"))
    changes: dict[Need, Intervention] = {
        Need.GAP: replace(one, text="a door slammed"),
        Need.SHORTHAND: replace(one, text="it would be so, @pv by 3 May"),
        Need.READ_BACK: replace(one, read_back=True),
        Need.CONSENT: replace(one, consent=Consent("they")),
        Need.ACTION: replace(one, text="send it @pv by 3 May"),
        Need.CHECK: replace(one, marks=tuple(mark for mark in one.marks if mark is not MarginMark.CHECK)),
        Need.UNSURE: replace(one, marks=tuple(mark for mark in one.marks if mark is not MarginMark.UNSURE)),
        Need.AIM: replace(one, aims=(Aim.OPTION,)),
    }
    return Entry(changes[need], entry.speaker)


@settings(max_examples=150, deadline=None)
@given(RECORDS, st.randoms())
def test_what_is_put_right_leaves_the_list_and_the_rest_stays(
    record: tuple[Entry, ...], chance: Random
) -> None:
    found = items(*record)
    assert len({item.key for item in found}) == len(found)
    if not found:
        return
    item = chance.choice(found)
    after = items(
        *(
            put_right(entry, item.need) if entry.intervention.id == item.subject_id else entry
            for entry in record
        )
    )
    others = [each.key for each in found if each.subject_id != item.subject_id]
    assert item.key not in [each.key for each in after]
    assert [each.key for each in after if each.subject_id != item.subject_id] == others


@settings(max_examples=100, deadline=None)
@given(RECORDS)
def test_every_entry_can_be_put_right_and_then_the_list_is_empty(record: tuple[Entry, ...]) -> None:
    for _ in range(50):
        found = items(*record)
        if not found:
            return
        first = found[0]
        record = tuple(
            put_right(entry, first.need) if entry.intervention.id == first.subject_id else entry
            for entry in record
        )
    raise AssertionError("it never ends")


@settings(max_examples=100, deadline=None)
@given(RECORDS)
def test_struck_entries_need_nothing_and_the_order_is_that_of_the_record(record: tuple[Entry, ...]) -> None:
    struck = {
        entry.intervention.id for entry in record if entry.intervention.state is InterventionState.STRUCK
    }
    ids = [item.subject_id for item in items(*record)]
    assert not struck & set(ids)
    assert ids == sorted(ids)


def statement(text: str, kind: Kind = Kind.STATEMENT, **fields: object) -> Entry:
    return Entry(replace(Intervention("e", "s", 1, kind, text), **fields), Speaker("p1"))  # type: ignore[arg-type]  # fields of many types


def test_a_gap_says_how_long_it_was() -> None:
    before, after = statement("a", spoken_at=NOON), statement("b", spoken_at=NOON + timedelta(minutes=7))
    gap = statement("", Kind.GAP, spoken_at=NOON + timedelta(minutes=4))
    assert (
        items(before, gap, after)[0].reason
        == "Something was missed here: 7 minutes, between 12:00 and 12:07."
    )
    assert items(gap)[0].reason == "Something was missed here."
    short = statement("b", spoken_at=NOON + timedelta(seconds=20))
    assert "less than a minute" in items(before, gap, short)[0].reason
    assert "1 minute," in items(before, gap, statement("b", spoken_at=NOON + timedelta(seconds=61)))[0].reason


def test_hands_off_and_a_gap_with_words_are_no_gaps_to_fill() -> None:
    assert items(statement("", Kind.GAP, rule=GroundRule.NOT_FOR_REPORT)) == ()
    assert items(statement("they left the room", Kind.GAP)) == ()


def test_what_an_action_lacks_is_named() -> None:
    assert items(statement("send it", Kind.ACTION))[0].reason.endswith("who does it and by when.")
    assert items(statement("send it @hk", Kind.ACTION))[0].reason == "The action does not say by when."
    assert (
        items(statement("by 3 May send it", Kind.ACTION))[0].reason == "The action does not say who does it."
    )


def test_what_is_open_is_counted_in_words() -> None:
    assert open_words(()) == ""
    found = (
        *items(statement("", Kind.GAP)),
        *items(statement("a", Kind.QUOTE)),
        *items(statement("b", Kind.QUOTE)),
    )
    assert open_words(found) == "1 gap, 2 quotations without consent"
