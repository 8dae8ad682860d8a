"""What is told of an unexpected exception, and what is not."""

from __future__ import annotations

from dialogue_notes.lockdown.traces import code_locations, describe

SECRET = "told in confidence"


def fail_with(note: str) -> None:
    raise ValueError(f"cannot parse {note!r}")


def caught() -> ValueError:
    try:
        fail_with(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_type_and_the_places_are_told_innermost_first() -> None:
    described = describe(caught())
    assert described.startswith("ValueError at lockdown/test_traces.py:")
    assert described.index("fail_with") < described.index("caught")
    assert len(code_locations(caught())) == 2


def test_neither_message_nor_values_are_told() -> None:
    described = describe(caught())
    assert SECRET not in described
    assert "parse" not in described


def test_an_exception_that_was_never_raised_has_no_place() -> None:
    assert describe(KeyError(SECRET)) == "KeyError at no known place"
