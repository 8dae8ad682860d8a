"""What goes to the worker: encoded a piece at a time, and understood as if it had been encoded at once."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.services.worker.encoding import PIECE, decode, encode

LENGTHS = (0, 1, PIECE, PIECE + 1, PIECE + 15, PIECE + 16, 2 * PIECE, 3 * PIECE + 7)


@dataclass(frozen=True, slots=True)
class Member:
    number: int
    words: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inner:
    members: tuple[Member, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner
    numbers: tuple[int, ...] = ()
    nothing: str | None = None


@pytest.mark.parametrize("length", LENGTHS)
def test_long_lists_at_any_depth_come_out_as_they_went_in(length: int) -> None:
    members = tuple(Member(number, "wörd" * (number % 9), ("a",) * (number % 3)) for number in range(length))
    value = Outer(Inner(members, "강용철"), tuple(range(length)))
    assert msgspec.msgpack.decode(encode(value), type=Outer) == value


@given(st.lists(st.text(max_size=3), max_size=3 * PIECE))
def test_any_list_comes_out_as_it_went_in(words: list[str]) -> None:
    assert msgspec.msgpack.decode(encode(tuple(words)), type=tuple[str, ...]) == tuple(words)


@pytest.mark.parametrize("length", LENGTHS)
def test_a_long_answer_is_read_as_it_was_sent(length: int) -> None:
    members = tuple(Member(number, "wörd" * (number % 9), ("a",) * (number % 3)) for number in range(length))
    assert decode(msgspec.msgpack.encode(members), tuple[Member, ...]) == members
    assert decode(msgspec.msgpack.encode(Outer(Inner(members, "x"))), Outer) == Outer(Inner(members, "x"))


@pytest.mark.parametrize("answer", [["no member"], [1], "words", {"a": 1}])
def test_an_answer_of_another_shape_is_refused(answer: object) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode(msgspec.msgpack.encode(answer), tuple[Member, ...])


def test_no_more_than_a_piece_is_encoded_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    longest: list[int] = []
    at_once = msgspec.msgpack.encode

    def count(value: object) -> bytes:
        longest.append(len(value) if isinstance(value, tuple) else 0)
        return at_once(value)

    monkeypatch.setattr(msgspec.msgpack, "encode", count)
    encode(Outer(Inner((), ""), tuple(range(10 * PIECE))))
    assert max(longest) == PIECE
