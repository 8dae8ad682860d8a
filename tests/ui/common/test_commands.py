from __future__ import annotations

import pytest

from dialogue_notes.errors import BugError
from dialogue_notes.ui.common.commands import Command, Commands


def commands_with(*some: Command) -> Commands:
    commands = Commands()
    commands.add(*some)
    return commands


@pytest.mark.usefixtures("application")
class TestCommands:
    def test_a_key_that_is_altgr_is_refused(self) -> None:
        with pytest.raises(BugError):
            commands_with(Command("x", "X", lambda: None, ("Ctrl+Alt+X",)))

    def test_an_id_is_given_once(self) -> None:
        with pytest.raises(BugError):
            commands_with(Command("x", "X", lambda: None), Command("x", "Y", lambda: None))

    def test_while_locked_only_what_needs_no_vault_can_be_done(self) -> None:
        commands = commands_with(
            Command("zoom", "Larger text", lambda: None, while_locked=True),
            Command("lock", "Lock", lambda: None),
        )
        commands.set_room(None, is_locked=True)
        assert [each.id for each in commands.available()] == ["zoom"]

    def test_a_rooms_commands_are_there_only_in_the_room(self) -> None:
        done: list[str] = []
        commands = commands_with(
            Command("a", "A", lambda: done.append("a"), room="record"),
            Command("b", "B", lambda: done.append("b"), room="review"),
        )
        commands.set_room("review", is_locked=False)
        commands.run("a")
        commands.run("b")
        assert done == ["b"]

    def test_what_is_not_enabled_is_not_done(self) -> None:
        done: list[str] = []
        commands = commands_with(Command("a", "A", lambda: done.append("a"), enabled=lambda: False))
        commands.set_room("record", is_locked=False)
        commands.run("a")
        assert not done
        assert not commands.available()
