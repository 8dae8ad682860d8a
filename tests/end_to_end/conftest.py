"""The whole is played in the same window in which the tests of its rooms play."""

from tests.ui.conftest import application, composition, opened, vault_folder  # noqa: F401 - fixtures of this folder
