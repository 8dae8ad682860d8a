"""How the program starts and how it ends, as a process of its own."""

from __future__ import annotations

import sys

import pytest

from tests.lockdown.children import NO_MORE_FILTERS, run

SECRET = "told in confidence"

MAIN = """
import sys
from dialogue_notes import __main__ as program
from dialogue_notes.errors import ErrorCode, KnownError
"""

BECOME = """
import os, sys
def become(*arguments):
    os.execv(sys.executable, [sys.executable, "-m", "dialogue_notes", *arguments])
"""

LIST_NOWHERE = '"meetings", "/nowhere/vault", "--passphrase-file", "/nowhere/passphrase"'

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's own")


def replacing_the_command_line(body: str) -> str:
    """Has the command line do `body` instead, inside the child."""
    return f"""
from dialogue_notes.cli import main as command_line
def instead(arguments, enforcement):
    {body}
command_line.run = instead
sys.exit(program.main(["meetings"]))
"""


def test_everything_is_locked_before_anything_else_is_imported() -> None:
    code = """
    from dialogue_notes.lockdown import start
    lock_down = start.lock_down
    def look_and_lock(**options):
        print(sorted({name.split(".")[0] for name in sys.modules} - set(sys.stdlib_module_names) - there))
        print(sorted(name for name in sys.modules if name.count(".") == 1 and name.startswith("dialogue_notes.")))
        return lock_down(**options)
    start.lock_down = look_and_lock
    from dialogue_notes.__main__ import main
    sys.exit(main(["--version"]))
    """
    done = run("import sys; there = {name.split('.')[0] for name in sys.modules}", code)
    assert done.stdout.splitlines()[:2] == [
        "['dialogue_notes']",
        "['dialogue_notes.__main__', 'dialogue_notes.errors', 'dialogue_notes.lockdown']",
    ], done.stderr
    assert done.returncode == 0


def test_an_unexpected_exception_tells_its_place_and_not_its_message() -> None:
    done = run(MAIN, replacing_the_command_line(f"raise ValueError({SECRET!r})"))
    assert done.returncode == 70
    assert "ValueError" in done.stderr
    assert "instead" in done.stderr
    assert SECRET not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_known_error_of_the_window_is_told_in_words() -> None:
    done = run(MAIN, replacing_the_command_line("raise KnownError(ErrorCode.NO_SCREEN)"))
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("dialogue-notes: There is no screen")


def test_ctrl_c_ends_the_program_quietly() -> None:
    done = run(MAIN, replacing_the_command_line("raise KeyboardInterrupt"))
    assert (done.returncode, done.stderr) == (130, "")


def test_an_exception_lost_in_a_thread_tells_its_place_and_not_its_message() -> None:
    body = f"""
    import threading
    def lose():
        raise ValueError({SECRET!r})
    thread = threading.Thread(target=lose)
    thread.start()
    thread.join()
    return 0
"""
    done = run(MAIN, replacing_the_command_line(body))
    assert done.returncode == 0
    assert "ValueError" in done.stderr
    assert SECRET not in done.stderr


def test_an_exception_lost_in_a_destructor_tells_its_place_and_not_its_message() -> None:
    body = f"""
    class Text:
        def __del__(self):
            raise ValueError({SECRET!r})
    Text()
    return 0
"""
    done = run(MAIN, replacing_the_command_line(body))
    assert "ValueError" in done.stderr
    assert SECRET not in done.stderr


@on_linux
def test_without_the_filter_no_vault_is_opened() -> None:
    done = run(NO_MORE_FILTERS, BECOME, f"become({LIST_NOWHERE})")
    assert (done.returncode, done.stdout) == (3, "")
    assert "could not be told to block the network" in done.stderr
    assert "Operation not permitted" in done.stderr


@on_linux
def test_the_override_goes_past_the_missing_filter() -> None:
    done = run(NO_MORE_FILTERS, BECOME, f'become("--allow-unenforced-network", {LIST_NOWHERE})')
    assert done.returncode == 2
    assert "network" not in done.stderr


@on_linux
def test_with_the_filter_the_command_gets_as_far_as_the_vault() -> None:
    done = run(BECOME, f"become({LIST_NOWHERE})")
    assert done.returncode == 2
    assert "network" not in done.stderr
