"""What is kept of what was read: exactly as long as nothing was committed that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dialogue_notes.storage.changes import APART, ASIDE, Changes, version, written_table
from dialogue_notes.storage.vault import Vault, VaultReader
from tests.support.vaults import new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = new_vault(tmp_path / "v.vault")
    yield made
    made.close()


@pytest.fixture
def reader(vault: Vault) -> Iterator[VaultReader]:
    made = vault.open_reader()
    yield made
    made.close()


def dialogues(reader: VaultReader | Vault) -> int:
    return int(reader.database.query("SELECT count(*) FROM dialogue")[0][0])


def add(vault: Vault, number: int) -> None:
    vault.database.run(
        "INSERT INTO dialogue (id, title, written_at, written_by) VALUES (?, '', '', '')", (f"d{number}",)
    )


def recalled(reader: VaultReader | Vault, *tables: str, of: str = "m") -> tuple[int, int]:
    """How many dialogues are known, and how many are there."""
    with reader.memory.moment() as moment:
        return moment.recall("number", of, tables, lambda _: dialogues(reader)), dialogues(reader)


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("INSERT INTO redaction VALUES (?)", "redaction"),
        ("INSERT OR REPLACE INTO checklist_answer VALUES (?)", "checklist_answer"),
        ("  update or ignore Entity SET x = 1", "entity"),
        ("DELETE FROM session WHERE id = ?", "session"),
        ("REPLACE INTO draft VALUES (1)", "draft"),
        ("SELECT 1", None),
        ("PRAGMA user_version", None),
        ("COMMIT", None),
        ("WITH x AS (SELECT 1) INSERT INTO redaction SELECT * FROM x", ""),
        ("CREATE TABLE redaction (x)", ""),
    ],
)
def test_it_is_told_what_a_statement_writes_to_and_what_cannot_be_told_is_unknown(
    sql: str, table: str | None
) -> None:
    assert written_table(sql) == table


def test_counts_are_by_table_where_that_is_known_and_for_everything_else_together() -> None:
    changes = Changes()
    changes.add(ASIDE)
    assert changes.counts() == {}
    first = changes.counts()
    changes.add(("redaction", "draft"))
    assert first == {}
    assert version(changes.counts(), ("redaction",)) != version(first, ("redaction",))
    assert version(changes.counts(), ("entity",)) == version(first, ("entity",))
    for unknown in ("intervention", "a table of tomorrow", ""):
        before = changes.counts()
        changes.add((unknown,))
        assert version(changes.counts(), ()) != version(before, ())
    assert not APART & ASIDE


def test_every_table_that_is_named_is_there(vault: Vault) -> None:
    there = {row[0] for row in vault.database.query("SELECT name FROM sqlite_schema")}
    assert there >= APART | ASIDE


def test_what_was_read_is_kept_until_something_is_committed(vault: Vault, reader: VaultReader) -> None:
    calls = []

    def make(_before: int | None) -> int:
        calls.append(1)
        return dialogues(reader)

    def look() -> int:
        with reader.memory.moment() as moment:
            return moment.recall("number", "m", (), make)

    assert (look(), look(), len(calls)) == (0, 0, 1)
    add(vault, 1)
    assert (look(), len(calls)) == (1, 2)
    with vault.transaction():
        add(vault, 2)
        assert (look(), len(calls)) == (1, 2)
    assert (look(), len(calls)) == (2, 3)


def test_what_is_made_again_is_handed_what_was_kept_of_the_same_thing(
    vault: Vault, reader: VaultReader
) -> None:
    handed: list[int | None] = []

    def make(before: int | None) -> int:
        handed.append(before)
        return len(handed)

    def look(of: str) -> None:
        with reader.memory.moment() as moment:
            moment.recall("number", of, (), make)

    look("m")
    add(vault, 1)
    look("m")
    look("another meeting")
    assert handed == [None, 1, None]


def test_a_rolled_back_transaction_changes_nothing_that_is_known(vault: Vault, reader: VaultReader) -> None:
    assert recalled(reader) == (0, 0)
    with suppress(ZeroDivisionError), vault.transaction():
        add(vault, 1)
        raise ZeroDivisionError
    assert recalled(reader) == (0, 0)
    add(vault, 1)
    assert recalled(reader) == (1, 1)


def test_a_statement_that_failed_half_way_counts_with_the_next_commit(
    vault: Vault, reader: VaultReader
) -> None:
    assert recalled(reader) == (0, 0)
    sql = "INSERT INTO dialogue (id, title, written_at, written_by) VALUES (?, '', '', '')"
    with vault.transaction():
        with pytest.raises(Exception, match=r".*"):
            vault.database.run_many(sql, [("d1",), ("d1",)])
        vault.database.run("DELETE FROM draft")
    known, there = recalled(reader)
    assert known == there


def test_rows_that_are_read_while_a_statement_writes_do_not_hide_what_it_wrote(
    vault: Vault, reader: VaultReader
) -> None:
    def rows() -> Iterator[tuple[str]]:
        for number in range(3):
            name = f"d{number}-{dialogues(vault)}"
            recalled(reader)
            yield (name,)

    sql = "INSERT INTO dialogue (id, title, written_at, written_by) VALUES (?, '', '', '')"
    vault.database.run_many(sql, rows())
    assert recalled(reader) == (3, 3)


def test_what_goes_with_another_row_is_told_by_that_row(vault: Vault, reader: VaultReader) -> None:
    add(vault, 1)
    vault.database.run(
        "INSERT INTO entity (id, dialogue_id, category, name, written_at, written_by)"
        " VALUES ('e', 'd1', '', '', '', '')"
    )

    def entities() -> int:
        with reader.memory.moment() as moment:
            return moment.recall("entities", "m", ("entity",), lambda _: len(_all(reader, "entity")))

    assert entities() == 1
    vault.database.run("DELETE FROM dialogue")
    assert entities() == len(_all(reader, "entity")) == 0


def _all(reader: VaultReader, table: str) -> list[tuple[object, ...]]:
    return reader.database.query(f"SELECT id FROM {table}")  # noqa: S608 - a table of the test's own choice


def _in_snapshot(reader: VaultReader, vault: Vault) -> None:
    with reader.database.snapshot():
        dialogues(reader)  # the snapshot begins with the first read
        add(vault, 1)
        assert recalled(reader) == (0, 0)


def _in_moment(reader: VaultReader, vault: Vault) -> None:
    with reader.memory.moment():
        dialogues(reader)
        add(vault, 1)
        assert recalled(reader) == (0, 0)


@pytest.mark.parametrize("within", [_in_snapshot, _in_moment])
def test_what_is_read_of_an_older_moment_is_never_taken_for_the_present(
    vault: Vault, reader: VaultReader, within: Callable[[VaultReader, Vault], None]
) -> None:
    within(reader, vault)
    assert recalled(reader) == (1, 1)


def test_inside_a_transaction_the_writer_sees_what_it_wrote_and_keeps_nothing_of_it(vault: Vault) -> None:
    assert recalled(vault) == (0, 0)
    with suppress(ZeroDivisionError), vault.transaction():
        add(vault, 1)
        assert recalled(vault) == (1, 1)
        raise ZeroDivisionError
    assert recalled(vault) == (0, 0)


def test_nothing_is_kept_of_a_connection_that_was_closed(vault: Vault) -> None:
    reader = vault.open_reader()
    recalled(reader)
    reader.close()
    assert reader.memory._kept == {}
