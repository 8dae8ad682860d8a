"""The composition root is tested with the same window as its rooms."""

from tests.ui.conftest import application, composition, opened, theme, vault_folder  # noqa: F401 - fixtures
from tests.ui.record.conftest import table  # noqa: F401 - a fixture
