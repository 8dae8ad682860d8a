"""A member of staff with the panel of dangers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogue_notes.app.compose import Composition
from tests.ui.review.dangers.danger_table import Table, set_panel


@pytest.fixture
def table(opened: Composition) -> Iterator[Table]:
    made = set_panel(opened)
    yield made
    made.close()
