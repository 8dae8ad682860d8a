"""What exports of a dialogue tell together that none tells alone."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.dangers.earlier_exports import (
    EarlierExport,
    ExportedPoint,
    Fact,
    Named,
    RevealKind,
    is_telling,
    reveal_words,
    reveals,
)

NAMES = st.builds(
    Named, words=st.sampled_from(["Person 01", "One voice", "A speaker (North)"]), who=st.sampled_from("abc")
)
FACTS = st.builds(Fact, category=st.sampled_from(list(Category)), words=st.sampled_from(["x", "y"]))
POINTS = st.builds(
    ExportedPoint,
    intervention_id=st.sampled_from(["", "t1", "t2", "t3", "t4"]),
    lead=st.none() | NAMES,
    labels=st.lists(NAMES, max_size=2).map(tuple),
    topics=st.lists(st.sampled_from(["fish", "boats"]), max_size=2).map(tuple),
    facts=st.lists(FACTS, max_size=3).map(tuple),
)
EXPORTS = st.lists(st.lists(POINTS, max_size=4).map(tuple), max_size=4).map(
    lambda made: tuple(
        EarlierExport(f"e{number}", f"2031-0{number + 1}-01", "wide", points)
        for number, points in enumerate(made)
    )
)


def export(number: int, *points: ExportedPoint) -> EarlierExport:
    return EarlierExport(f"e{number}", f"2031-0{number}-01", "wide", points)


@given(EXPORTS, st.randoms(use_true_random=False))
def test_the_order_in_which_exports_are_read_makes_no_difference(
    exports: tuple[EarlierExport, ...], chance: random.Random
) -> None:
    mixed = list(exports)
    chance.shuffle(mixed)
    assert reveals(mixed) == reveals(exports)


@given(EXPORTS)
def test_one_export_alone_tells_nothing_together(exports: tuple[EarlierExport, ...]) -> None:
    for one in exports:
        assert reveals((one,)) == ()


@given(EXPORTS)
def test_what_is_told_rests_on_several_exports_and_is_of_one(exports: tuple[EarlierExport, ...]) -> None:
    for reveal in reveals(exports):
        assert len(reveal.exports) > 1
        users = {
            named.who
            for one in exports
            for point in one.points
            for named in (*((point.lead,) if point.lead else ()), *point.labels)
            if named.words == reveal.words
        }
        if reveal.kind is RevealKind.SAME_WORDS:
            assert users == {reveal.who}
        if reveal.kind is RevealKind.JOINED_FACTS:
            assert is_telling(reveal.sorts)
        assert reveal_words(reveal)


def test_the_same_description_for_the_same_person_in_two_meetings_is_told_and_a_shared_one_is_not() -> None:
    first = export(1, ExportedPoint("t1", Named("A specialist (North)", "kang")))
    second = export(2, ExportedPoint("t2", Named("a specialist  (north)", "kang")))
    (found,) = reveals((first, second))
    assert (found.kind, found.who, found.exports) == (RevealKind.SAME_WORDS, "kang", ("e1", "e2"))
    assert found.entries == ("t1", "t2")
    shared = export(2, ExportedPoint("t2", Named("A specialist (North)", "pak")))
    assert reveals((first, shared)) == ()
    assert reveals((first, second), ("A specialist (North)",)) == ()


def test_two_versions_of_one_summary_join_nothing() -> None:
    point = ExportedPoint("t1", Named("Person 01", "kang"), topics=("fish",))
    assert reveals((export(1, point), export(2, point))) == ()


def test_a_topic_of_one_voice_in_two_exports_is_told_unless_the_voice_is_unknown() -> None:
    def said(number: int, who: str) -> EarlierExport:
        lead = Named("One voice", who) if who else None
        return export(number, ExportedPoint(f"t{number}", lead, topics=("Fisheries",)))

    kinds = [one.kind for one in reveals((said(1, "kang"), said(2, "kang")), ("One voice",))]
    assert kinds == [RevealKind.SAME_TOPIC]
    assert reveals((said(1, ""), said(2, "")), ("One voice",)) == ()
    assert reveals((said(1, "kang"), said(2, "pak")), ("One voice",)) == ()


def test_a_role_a_place_and_a_date_in_different_exports_join() -> None:
    def fact(number: int, category: Category) -> EarlierExport:
        return export(
            number,
            ExportedPoint(f"t{number}", Named(f"Person 0{number}", "kang"), facts=(Fact(category, "x"),)),
        )

    three = (fact(1, Category.ROLE), fact(2, Category.PLACE), fact(3, Category.DATE))
    (found,) = reveals(three)
    assert (found.kind, found.sorts) == (
        RevealKind.JOINED_FACTS,
        (Category.ROLE, Category.PLACE, Category.DATE),
    )
    assert reveals(three[:2]) == ()
    facts = tuple(Fact(one, "x") for one in (Category.ROLE, Category.PLACE, Category.DATE))
    alone = export(4, ExportedPoint("t4", Named("Person 04", "kang"), facts=facts))
    assert reveals((*three[:2], alone)) == ()  # one of them told it all by itself already
    assert "3 exports together tell a role, a place and a date" in reveal_words(found)
