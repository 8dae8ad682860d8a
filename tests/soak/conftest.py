"""The real window on a real vault, for what is typed at length."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.ui.conftest import application, composition, opened, vault_folder
from tests.ui.record.conftest import table

__all__ = ["application", "composition", "opened", "table", "vault_folder"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What a long test lacks is a failure here: a report in which a part is missing would pass for whole."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = str(report.longrepr)
    return report
