"""The real window on a real vault, for what is typed at length."""

from __future__ import annotations

from tests.ui.conftest import application, composition, opened, vault_folder
from tests.ui.record.conftest import table

__all__ = ["application", "composition", "opened", "table", "vault_folder"]
