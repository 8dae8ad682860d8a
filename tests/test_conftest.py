"""What conftest promises: a test behind whose back something is said fails."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

STRAY = """
import logging
import os
import warnings

from PySide6.QtCore import QObject, qWarning


def test_quiet(): ...
def test_log(): logging.getLogger("some.library").warning("stray")
def test_error_log(): logging.getLogger("some.library").error("stray")
def test_info_log(): logging.getLogger("some.library").info("not stray")
def test_qt(): qWarning("stray")
def test_warning(): warnings.warn("stray")
def test_qt_exception():
    sender = QObject()
    sender.objectNameChanged.connect(lambda: 1 / 0)
    sender.setObjectName("other")
def test_log_on_purpose(expected_messages):
    logging.getLogger("some.library").warning("on purpose")
    expected_messages.expect("on purpose")
def test_log_that_never_came(expected_messages): expected_messages.expect("never")
def test_home(): assert os.environ["XDG_CONFIG_HOME"] != os.environ["HOME_OF_PERSON"]
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("suite")
    (folder / "conftest.py").write_bytes((project_root / "tests" / "conftest.py").read_bytes())
    (folder / "test_stray.py").write_text(STRAY, encoding="utf-8")
    options = ["-p", "no:cacheprovider", "-rA", "-W", "error", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={
            "HOME_OF_PERSON": "/nowhere",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(project_root),
        },
    )
    # A test that itself passed is listed as PASSED too when only its end was refused; the refusal counts.
    said = re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE)
    return {name: outcome for outcome, name in sorted(said, key=lambda pair: pair[0] != "PASSED")}


@pytest.mark.parametrize("name", ["quiet", "info_log", "log_on_purpose", "home"])
def test_a_quiet_test_passes(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[f"test_{name}"] == "PASSED"


@pytest.mark.parametrize("name", ["log", "error_log", "qt", "qt_exception", "warning", "log_that_never_came"])
def test_what_is_said_behind_the_programs_back_fails_the_test(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[f"test_{name}"] in {"FAILED", "ERROR"}
