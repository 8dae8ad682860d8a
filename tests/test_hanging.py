"""A test that hangs is ended with its stacks, and fails the run, whatever it hangs in."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HANGING = """
import signal
import subprocess
import sys
import threading
import time

import pytest

DEAF = (
    "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    "signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(100)"
)


def test_deaf_child():
    with subprocess.Popen([sys.executable, "-c", DEAF], stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        child.communicate()


def test_event_loop():
    from PySide6.QtCore import QCoreApplication, QEventLoop

    application = QCoreApplication([])
    QEventLoop().exec()


@pytest.fixture
def hangs_at_the_end():
    yield
    time.sleep(100)


def test_end(hangs_at_the_end):
    assert False


def test_thread():
    threading.Thread(target=time.sleep, args=(12,), name="the endless").start()
"""
CONFTEST = "from tests.support.hanging import *\nfrom tests.support.hanging import _no_thread_goes_on\n"
LIMITS = ("timeout=1", "timeout_grace=2")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> str:
    folder = tmp_path_factory.mktemp("suite")
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "test_hanging.py").write_text(HANGING, encoding="utf-8")
    options = ["-p", "no:cacheprovider", "-n", "4", "-rA", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *(f"--override-ini={limit}" for limit in LIMITS)],
        cwd=folder,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(project_root)},
    )
    assert done.returncode == 1, done.stdout
    return done.stdout


@pytest.mark.parametrize(
    ("name", "stack"),
    [
        ("deaf_child", "in communicate"),
        ("event_loop", "in test_event_loop"),
        ("end", "in hangs_at_the_end"),
    ],
)
def test_what_hangs_fails_and_shows_where(said: str, name: str, stack: str) -> None:
    assert re.search(rf"^FAILED \S*::test_{name}\b", said, re.MULTILINE), said
    assert re.search(stack, said), said


def test_a_thread_that_goes_on_fails_its_test(said: str) -> None:
    assert re.search(r"^ERROR \S*::test_thread\b", said, re.MULTILINE), said
