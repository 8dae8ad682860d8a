"""One run of the clean-up as a pure thing: where it stands, whatever becomes of its items."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.clean_up import CleanUpItem, Need
from dialogue_notes.ui.record.clean_up_run import begun

ITEMS = tuple(CleanUpItem(need, f"e{number}", "") for number in range(4) for need in (Need.GAP, Need.CHECK))
STEPS = st.lists(
    st.one_of(
        st.sampled_from(["next", "back", "pass", "settle", "on"]),
        st.lists(st.sampled_from(ITEMS), unique=True).map(tuple),
    ),
    max_size=20,
)


@given(st.lists(st.sampled_from(ITEMS), unique=True), STEPS)
def test_it_always_stands_somewhere_and_forgets_nothing(
    found: list[CleanUpItem], steps: list[str | tuple[CleanUpItem, ...]]
) -> None:
    run = begun(found)
    seen = {item.key for item in found}
    for step in steps:
        before = run.current
        if isinstance(step, tuple):
            run = run.refreshed(step)
            seen |= {item.key for item in step}
            assert before is None or (run.current is not None and run.current.key == before.key)
            assert run.open_keys == {item.key for item in step}
        elif step in {"next", "back"}:
            run = run.stepped(1 if step == "next" else -1)
        elif step == "pass":
            run = run.passed_over()
            assert before is None or before.key in run.left
        else:
            run = run.settled() if step == "settle" else run.gone_on()
        assert 0 <= run.at <= len(run.items)
        assert {item.key for item in run.items} == seen
        assert len(run.items) == len(seen)


def test_going_on_leaves_out_what_was_put_right_or_passed_over() -> None:
    run = begun(ITEMS[:4]).settled()
    assert run.current == ITEMS[1]
    run = run.passed_over().stepped(-2).gone_on()
    assert run.current == ITEMS[2]
    assert run.still_open == ITEMS[1:4]


def test_what_is_new_stands_behind_the_others_of_its_entry() -> None:
    run = begun((ITEMS[0], ITEMS[2])).refreshed((ITEMS[0], ITEMS[1], ITEMS[2], ITEMS[7]))
    assert run.items == (ITEMS[0], ITEMS[1], ITEMS[2], ITEMS[7])


def test_what_could_not_be_put_right_is_come_back_to() -> None:
    run = begun(ITEMS[:3]).settled().settled()
    back = run.reopened(ITEMS[0])
    assert back.current == ITEMS[0]
    assert back.is_open(ITEMS[0])
