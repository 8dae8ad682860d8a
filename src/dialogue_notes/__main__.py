"""Where the program starts: lockdown first, then the worker, the command line, or the window."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from dialogue_notes.errors import EXIT_BUG, EXIT_CODES, EXIT_SIGNAL, KnownError
from dialogue_notes.lockdown.start import lock_down
from dialogue_notes.lockdown.traces import describe

if TYPE_CHECKING:
    from dialogue_notes.lockdown.enforcement import Enforcement

EXIT_WRONG_USE = 2
"""For the errors that `errors.EXIT_CODES` leaves out."""

EXIT_INTERRUPTED = EXIT_SIGNAL + signal.SIGINT
"""Ctrl+C."""

_WORKER_FLAG = "--worker-process"
_ALLOW_FLAG = "--allow-unenforced-network"


def main(argv: list[str] | None = None) -> int:
    """Runs the program and returns its exit code. `argv` is without the program's name."""
    arguments = sys.argv[1:] if argv is None else argv
    _keep_content_out_of_tracebacks()
    enforcement = lock_down(allow_unenforced=_ALLOW_FLAG in arguments)
    try:
        return _dispatch(arguments, enforcement)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except KnownError as error:
        _say(error.message)
        return EXIT_CODES.get(error.code, EXIT_WRONG_USE)
    except Exception as error:  # noqa: BLE001 - the last stop: what nobody expected is told without content
        _report(error)
        return EXIT_BUG


def _dispatch(arguments: list[str], enforcement: Enforcement) -> int:
    """Imports only what this run needs: everything here comes after the lockdown."""
    if arguments[:1] == [_WORKER_FLAG]:
        from dialogue_notes.services.worker.child import serve

        return serve()
    from dialogue_notes.cli import main as command_line

    outcome = command_line.run(arguments, enforcement)
    if isinstance(outcome, command_line.OpenWindow):
        from dialogue_notes.app import window

        return window.run(outcome, enforcement)
    if isinstance(outcome, command_line.PlayDemo):
        from dialogue_notes.app import demo

        return demo.run(outcome, enforcement)
    return outcome


def _keep_content_out_of_tracebacks() -> None:
    """Python's own reports of lost exceptions show messages, which may quote notes; ours show places only."""

    def of_main(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        _report(error)

    sys.excepthook = of_main
    threading.excepthook = lambda lost: _report(lost.exc_value)
    sys.unraisablehook = lambda lost: _report(lost.exc_value)


def _report(error: BaseException | None) -> None:
    """Tells where an unexpected exception arose, and nothing that it says. Ctrl+C is no such exception."""
    if error is not None and not isinstance(error, KeyboardInterrupt):
        _say(f"something went wrong inside the program ({describe(error)}). What was saved is whole.")


def _say(line: str) -> None:
    if sys.stderr is None:  # a program without a terminal may have none
        return
    # Python would tell of a hook that failed, and with it the message of what the hook was to tell of.
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"dialogue-notes: {line}\n")


if __name__ == "__main__":
    sys.exit(main())
