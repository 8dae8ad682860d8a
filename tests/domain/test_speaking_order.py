from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.speaking_order import DIGITS, SpeakingOrder, likely_speakers, speaking_order


def person(
    number: int, capacity: Capacity | None = None, *, count: int = 1, replaces: str | None = None
) -> Participant:
    return Participant(
        f"p{number}", "m", number, f"Person {number}", capacity=capacity, count=count, replaces_id=replaces
    )


TWELVE = tuple(person(number) for number in range(1, 13))
SPOKEN = st.lists(st.sampled_from([None, "gone", *(who.id for who in TWELVE)]), max_size=60)


def test_before_anybody_spoke_digits_go_along_the_roster() -> None:
    order = speaking_order(TWELVE, ())
    assert order.places == tuple(f"p{number}" for number in range(1, 10))
    assert order.recent == ()
    assert order.before(None) is None


def test_interpreters_staff_groups_and_the_replaced_have_no_digit_until_they_speak() -> None:
    roster = (
        person(1, Capacity.INTERPRETER),
        person(2),
        person(3, Capacity.STAFF),
        person(4, count=3),
        person(5, replaces="p2"),
        person(6, Capacity.CHAIR),
    )
    assert likely_speakers(roster) == ("p5", "p6")
    assert speaking_order(roster, ["p1"]).places == ("p5", "p6", "p1")


def test_a_digit_stays_while_others_speak_and_goes_to_the_tenth_from_whoever_spoke_longest_ago() -> None:
    order = speaking_order(TWELVE, [f"p{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8)])
    assert order.digit("p3") == 3
    assert order.heard("p11").places == ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p11")
    later = order.heard("p11").heard("p1").heard("p12")
    assert later.digit("p12") == 2, "the place of who spoke longest ago; all others keep theirs"
    assert later.digit("p1") == 1
    assert later.digit("p2") == 0


def test_the_one_before_and_the_one_now_change_places() -> None:
    order = speaking_order(TWELVE, ["p4", "p7", "p7"])
    assert order.before("p7") == "p4"
    assert order.heard("p4").before("p4") == "p7"
    assert order.before("p2") == "p7", "whoever is named in a line that is not kept yet"


def test_who_leaves_the_roster_gives_the_digit_up_and_a_newcomer_takes_a_free_one() -> None:
    few = TWELVE[:4]
    order = speaking_order(few, ["p2", "p3"]).within((*few[:2], few[3], TWELVE[8]))
    assert order.places == ("p1", "p2", "p4", "p9")
    assert order.recent == ("p2",)


@given(SPOKEN)
def test_the_nine_digits_are_those_of_the_last_nine_who_spoke(spoken: list[str | None]) -> None:
    order = speaking_order(TWELVE, spoken)
    latest = tuple(dict.fromkeys(who for who in reversed(spoken) if who not in {None, "gone"}))
    assert order.recent == latest
    assert len(order.places) == len(set(order.places)) == DIGITS
    assert set(order.recent[:DIGITS]) <= set(order.places)


@given(SPOKEN, SPOKEN)
def test_hearing_one_by_one_is_as_hearing_all(first: list[str | None], then: list[str | None]) -> None:
    order: SpeakingOrder = speaking_order(TWELVE, first)
    for who in then:
        if who not in {None, "gone"}:
            order = order.heard(str(who))
    assert order == speaking_order(TWELVE, [*first, *then])


@given(SPOKEN, st.sampled_from(TWELVE))
def test_when_somebody_speaks_at_most_one_digit_changes_hands(
    spoken: list[str | None], who: Participant
) -> None:
    order = speaking_order(TWELVE, spoken)
    after = order.heard(who.id)
    moved = [
        place for place, (was, now) in enumerate(zip(order.places, after.places, strict=True)) if was != now
    ]
    assert len(moved) <= 1
    assert order.digit(who.id) in {0, after.digit(who.id)}
