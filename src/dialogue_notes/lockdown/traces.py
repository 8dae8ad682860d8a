"""What may be told about an unexpected exception: its type and where in the code it arose, nothing else.

Messages, values of variables and source lines may quote a note, so they never leave the process.
"""

from __future__ import annotations

import traceback
from pathlib import Path

_DEEPEST = 12


def code_locations(error: BaseException) -> tuple[str, ...]:
    """The innermost places that the exception passed, outermost first, as `module.py:line function`."""
    frames = traceback.walk_tb(error.__traceback__)
    places = [(Path(frame.f_code.co_filename), line, frame.f_code.co_name) for frame, line in frames]
    return tuple(f"{path.parent.name}/{path.name}:{line} {name}" for path, line, name in places[-_DEEPEST:])


def describe(error: BaseException) -> str:
    """One line for a person who reports the exception: its type and where it arose."""
    return f"{type(error).__name__} at {' < '.join(reversed(code_locations(error))) or 'no known place'}"
