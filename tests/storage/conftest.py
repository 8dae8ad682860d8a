from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.storage.vault import Vault
from tests.support.vaults import new_vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "test.vault"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    made = new_vault(folder)
    yield made
    made.close()
