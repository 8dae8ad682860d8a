"""Facts that join under a label: what points to one person alone is shown, and what is told of many is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionState
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger
from dialogue_notes.domain.dangers.finding import find
from dialogue_notes.domain.dangers.joins import ONE_BY_ONE, joined_facts
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Entry
from dialogue_notes.domain.redaction import Entity, Redaction
from tests.support.records import entry, record, redaction
from tests.support.seeing import see, thing

_SORTS = {
    "P": Category.PERSON,
    "R": Category.ROLE,
    "O": Category.ORGANISATION,
    "C": Category.PLACE,
    "N": Category.NATIONALITY,
    "D": Category.DATE,
    "X": Category.NUMBER,
}
_MARK = re.compile(r"\[(\w):([^\]]+)\]")

PLANTED = (
    "[P:Marlow] of the [O:Halden Institute] came from [C:Ostrava] on [D:3 March 1970].",
    "[P:Quill] had been [R:harbour master of Tromsø] until [D:1962]. [P:Quill] now lives in [C:Bergen].",
    "Then the [N:Maltese] captain, [P:Adair], lost [X:412 tons] at [C:Lisbon].",
)


def found(*texts: str) -> tuple[FoundDanger, ...]:
    """The joins in a meeting of such entries: [P:Marlow] is a person under a label, [C:Vienna] a place that stays."""
    entries: list[Entry] = []
    marks: list[Redaction] = []
    entities: dict[str, Entity] = {}
    for number, text in enumerate(texts, 1):
        plain, spans = "", []
        for piece in _pieces(text):
            if isinstance(piece, tuple):
                spans.append((piece[0], len(plain), len(plain) + len(piece[1]), piece[1]))
                plain += piece[1]
            else:
                plain += piece
        said = entry(number, plain)
        entries.append(said)
        for category, start, end, words in spans:
            name = f"{category.value} {words}"
            entities[name] = thing(name, category, words)
            marks.append(_mark(len(marks), number, category, start, end, name))
    meeting = see(record(*entries), *marks, entities=tuple(entities.values()))
    return tuple(joined_facts(meeting, find(meeting).clues))


def _pieces(text: str) -> Iterable[str | tuple[Category, str]]:
    at = 0
    for match in _MARK.finditer(text):
        yield text[at : match.start()]
        yield _SORTS[match[1]], match[2]
        at = match.end()
    yield text[at:]


def _mark(number: int, of: int, category: Category, start: int, end: int, name: str) -> Redaction:
    is_label = category is Category.PERSON
    return redaction(
        number,
        intervention_place(f"t{of}"),
        start,
        end,
        entity=name,
        category=category,
        state=RedactionState.ACCEPTED if is_label else RedactionState.REJECTED,
        action=RedactionAction.PSEUDONYMISE,
    )


def harmless(number: int) -> str:
    """An entry as meetings are full of: what is told of its person is told of others too, or is too little."""
    person = f"[P:Person{number % 40}]"
    town = ("Geneva", "Vienna", "Oslo", "Rome", "Cairo")[number % 5]
    body = ("Lakeside Institute", "Harbour Board", "Grain Council")[number % 3]
    return (
        f"{person} spoke of [C:{town}] and of the [O:{body}] in [D:June].",
        f"{person} had asked for [X:{number} ships] by [D:{1 + number % 28} May].",
        f"On the [O:Harbour Board] {person} agreed with the [R:minister].",
        f"{person} came [D:yesterday]; the [N:Swiss] met in [C:{town}].",
    )[number % 4]


def about(dangers: Iterable[FoundDanger]) -> list[str]:
    return [one.about.partition(":")[0] for one in dangers]


def test_three_joins_among_120_harmless_entries_are_shown_and_next_to_nothing_else() -> None:
    texts = [harmless(number) for number in range(120)]
    assert found(*texts) == ()
    for at, text in zip((7, 60, 111), PLANTED, strict=True):
        texts.insert(at, text)
    dangers = found(*texts)
    assert {"Marlow", "Quill", "Adair"} <= set(about(dangers))
    assert len(dangers) == len(PLANTED)
    assert all(one.kind is DangerKind.JOINED_FACTS and one.why and one.rests_on for one in dangers)
    assert "Halden Institute · Ostrava · 3 March 1970" in dangers[about(dangers).index("Marlow")].about


def test_one_danger_a_person_with_every_place() -> None:
    (danger,) = found(PLANTED[1], "Nothing.", "[P:Quill] sailed from [C:Bergen] with the [O:Polar Fleet].")
    assert [one.place.id for one in danger.spots] == ["t1", "t1", "t3"]
    assert (danger.place, danger.start, danger.end) == (
        danger.spots[0].place,
        danger.spots[0].start,
        danger.spots[0].end,
    )


def test_what_is_told_of_two_people_does_not_tell_them_apart() -> None:
    assert len(found(PLANTED[0])) == 1
    assert found(PLANTED[0], PLANTED[0].replace("Marlow", "Brandt")) == ()


def test_two_people_in_one_sentence_share_what_is_told_there() -> None:
    together = "[P:Marlow] met [P:Brandt] of the [O:Halden Institute] in [C:Ostrava] on [D:3 March]."
    assert sorted(about(found(together))) == ["Brandt", "Marlow"]


def test_the_subject_of_a_meeting_is_nobodys_fact() -> None:
    talk = [f"The [O:Halden Institute] again, point {number}." for number in range(3)]
    assert found(PLANTED[0], *talk) == ()
    assert len(found(PLANTED[0], talk[0])) == 1


def test_facts_of_another_sentence_and_too_few_of_them_do_not_join() -> None:
    assert found("[P:Marlow] spoke. The [O:Halden Institute] is in [C:Ostrava] since [D:1970].") == ()
    assert found("[P:Marlow] was in [C:Ostrava] on [D:3 March] with [X:412 tons].") == ()
    assert found("[P:Marlow] of the [O:Halden Institute] was in [C:Ostrava].") == ()


@pytest.mark.parametrize(
    ("date", "joins"),
    [("3 March", True), ("March", True), ("last night", False), ("the other day", False)],
)
def test_a_time_counts_where_it_can_be_looked_up(date: str, *, joins: bool) -> None:
    text = f"[P:Marlow] of the [O:Halden Institute] was in [C:Ostrava] [D:{date}]."
    assert bool(found(text)) is joins


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_date() -> None:
    assert found("[D:Yesterday] [P:Marlow] of the [O:Halden Institute] left [C:Ostrava].") == ()
    assert found("So. “[D:Yesterday] [P:Marlow] of the [O:Halden Institute] left [C:Ostrava].") == ()
    assert found("[D:3 March] brought [P:Marlow] of the [O:Halden Institute] to [C:Ostrava].")


def test_a_country_and_its_people_are_one_fact() -> None:
    assert found("[P:Marlow], an [N:Indonesian], left [C:Indonesia] in [D:May].") == ()
    assert found("[P:Marlow], an [N:Indonesian], left [C:Ostrava] in [D:May].")


def test_beyond_a_handful_the_gravest_stand_alone_and_all_others_together() -> None:
    texts = [
        f"[P:Person{number}] of the [O:Board {number}] left [C:Town {number}] on [D:{number} May]."
        for number in range(30)
    ]
    texts[20] = texts[20].replace(" on ", ", a [R:baker], with [X:12 men] on ")
    dangers = found(*texts)
    assert len(dangers) == ONE_BY_ONE + 1
    assert about(dangers)[0] == "Person20"
    last = dangers[-1]
    assert f"{30 - ONE_BY_ONE} more people" in last.why
    assert len({one.place for one in last.spots}) == 30 - ONE_BY_ONE
    names = {*about(dangers[:-1]), *last.about.split(", ")}
    assert names == {f"Person{number}" for number in range(30)}


def test_one_more_than_a_handful_is_shown_by_itself() -> None:
    texts = [
        f"[P:Person{number}] of the [O:Board {number}] left [C:Town {number}] on [D:{number} May]."
        for number in range(ONE_BY_ONE + 1)
    ]
    assert sorted(about(found(*texts))) == sorted(f"Person{number}" for number in range(ONE_BY_ONE + 1))


def test_it_rests_on_the_facts_and_on_nothing_else() -> None:
    (one,) = found(PLANTED[0])
    (other,) = found("Something else first.", PLANTED[0].replace("came", "had come"))
    assert other.rests_on == one.rests_on
    (third,) = found(PLANTED[0].replace("Ostrava", "Brno"))
    assert (third.key, third.rests_on != one.rests_on) == (one.key, True)


def test_no_word_of_the_record_is_in_what_is_written_of_a_danger() -> None:
    (one,) = found(PLANTED[0])
    assert "Ostrava" not in repr(one)
    assert "Marlow" not in one.why


@given(st.permutations(range(24)), st.sampled_from(PLANTED))
def test_a_planted_join_is_found_wherever_it_stands(order: list[int], planted: str) -> None:
    texts = [harmless(number) for number in order]
    texts.insert(order[0] % len(texts), planted)
    assert about(found(*texts)) == [_MARK.findall(planted)[0][1] if planted[0] == "[" else "Adair"]
