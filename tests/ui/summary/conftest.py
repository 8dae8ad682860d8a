"""The Summary room on a meeting that was noted and decided."""

from __future__ import annotations

import pytest

from dialogue_notes.app.compose import Composition
from tests.ui.conftest import settle, wait_for
from tests.ui.reviewing_table import Staff, make_staff
from tests.ui.summarising import decide_all, presenter_of


@pytest.fixture
def staff(opened: Composition) -> Staff:
    """In the Summary room, everything in the record decided."""
    staff = make_staff(opened)
    opened.office.write(lambda vault: decide_all(vault, staff.meeting_id), lambda _none: None)
    settle(opened)
    wait_for(presenter_of(staff).shown, lambda: opened.window.show_room("summary"))
    return staff
