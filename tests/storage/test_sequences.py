from __future__ import annotations

import pytest

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Intervention
from dialogue_notes.errors import KnownError
from dialogue_notes.storage import interventions, sequences
from dialogue_notes.storage.vault import Vault
from tests.support.filling import Filled, fill


def _numbered(vault: Vault, *numbers: int) -> tuple[Filled, list[str]]:
    filled = fill(vault)
    vault.database.run("DELETE FROM intervention")
    names = [f"e{number}" for number in numbers]
    for name, number in zip(names, numbers, strict=True):
        interventions.add_intervention(
            vault, Intervention(name, filled.session.id, number, Kind.STATEMENT, name)
        )
    return filled, names


@pytest.mark.parametrize(
    ("numbers", "after", "count", "expected"),
    [
        ((1, 2, 3), None, 1, (19, 35, 51)),
        ((1, 2, 3), None, 5, (6, 7, 8)),
        ((1, 2, 3), 1, 2, (1, 2, 5)),
        ((1, 2, 3), 2, 4, (1, 2, 3)),
        ((1, 5, 6), 0, 3, (1, 5, 6)),
        ((1, 4, 5), 0, 4, (1, 6, 7)),
        ((1, 2, 3, 9, 10), 0, 3, (1, 5, 6, 9, 10)),
        ((1, 2, 3, 6, 7), 0, 3, (1, 5, 6, 9, 10)),
        ((3, 4), None, 2, (3, 4)),
        ((), None, 2, ()),
    ],
)
def test_room_is_made_by_moving_up_as_few_as_there_are_to_the_next_gap(
    vault: Vault,
    numbers: tuple[int, ...],
    after: int | None,
    count: int,
    expected: tuple[int, ...],
) -> None:
    filled, names = _numbered(vault, *numbers)
    neighbour = None if after is None else names[after]
    with vault.transaction():
        room = sequences.make_room(vault, filled.session.id, neighbour, count)
    left = interventions.interventions(vault, filled.session.id)
    assert [one.id for one in left] == names
    assert tuple(one.sequence for one in left) == expected
    assert room.is_renumbered is (numbers != expected)
    free = set(range(room.first, room.first + count))
    assert not free & set(expected)
    assert room.first == (1 if after is None else expected[after] + 1)


def test_neighbours_are_told_by_number(vault: Vault) -> None:
    filled, _ = _numbered(vault, 2, 5, 9)
    session = filled.session.id
    assert sequences.last_id(vault, session) == "e9"
    assert [sequences.id_before(vault, session, one) for one in (2, 3, 9, 99)] == [None, "e2", "e5", "e9"]
    assert sequences.last_id(vault, "nowhere") is None


def test_no_room_is_made_after_an_entry_of_another_session(vault: Vault) -> None:
    _numbered(vault, 1)
    with pytest.raises(KnownError):
        sequences.make_room(vault, "elsewhere", "e1", 1)
