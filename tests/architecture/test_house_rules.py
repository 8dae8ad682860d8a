"""Every file keeps the rules of the house, and every rule is able to complain."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.architecture import house_rules
from tests.architecture.house_rules import MAY_MAKE_FILES, MAY_SPEAK_TO_A_BUS, MAY_START_WORK, RULES
from tests.architecture.sizes import too_large
from tests.architecture.source import PACKAGE, Source, called_name, python_files

Rule = Callable[[Source], Iterator[str]]


@pytest.mark.parametrize("rule", [*RULES, too_large], ids=lambda rule: rule.__name__)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    complaints = [
        complaint
        for source in python_files("src", "tests", "packaging", "benchmarks", "tools")
        for complaint in rule(source)
    ]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (house_rules.makes_files_its_own_way, "services/a.py", "open(path, 'w')"),
        (house_rules.makes_files_its_own_way, "services/a.py", "open(path, mode='xb')"),
        (house_rules.makes_files_its_own_way, "services/a.py", "path.open('r+')"),
        (house_rules.makes_files_its_own_way, "services/a.py", "Path(name).write_text('notes')"),
        (house_rules.makes_files_its_own_way, "services/a.py", "os.open(path, os.O_RDWR | os.O_CREAT)"),
        (house_rules.makes_files_its_own_way, "storage/a.py", "os.makedirs(path)"),
        (house_rules.makes_files_its_own_way, "export/a.py", "tempfile.NamedTemporaryFile()"),
        (house_rules.makes_files_its_own_way, "export/a.py", "zipfile.ZipFile(path, 'w')"),
        (house_rules.makes_files_its_own_way, "ui/a.py", "QSettings()"),
        (house_rules.starts_work_its_own_way, "ui/a.py", "threading.Thread(target=work)"),
        (house_rules.starts_work_its_own_way, "ui/a.py", "from threading import Thread\nThread()"),
        (house_rules.starts_work_its_own_way, "ui/a.py", "QtCore.QThread()"),
        (house_rules.starts_work_its_own_way, "export/a.py", "subprocess.run(['typst'])"),
        (house_rules.starts_work_its_own_way, "export/a.py", "os.system('typst')"),
        (house_rules.shows_rich_text, "ui/record/view.py", "QLabel(text)"),
        (house_rules.shows_rich_text, "ui/record/view.py", "QtWidgets.QLabel()"),
        (house_rules.shows_rich_text, "ui/record/view.py", "class Title(QLabel): pass"),
        (house_rules.shows_rich_text, "ui/review/view.py", "self.editor.setHtml(text)"),
        (house_rules.imports_what_it_must_not, "ui/a.py", "from PySide6.QtNetwork import QTcpSocket"),
        (house_rules.imports_what_it_must_not, "ui/a.py", "from PySide6 import QtPrintSupport"),
        (house_rules.imports_what_it_must_not, "ui/a.py", "import PySide6.QtNetwork"),
        (house_rules.imports_what_it_must_not, "app/a.py", "importlib.import_module('socket')"),
        (house_rules.imports_what_it_must_not, "app/a.py", "__import__('socket')"),
        (house_rules.passes_round_what_can_change, "domain/a.py", "@dataclass\nclass Entry: pass"),
        (
            house_rules.passes_round_what_can_change,
            "domain/a.py",
            "@dataclass(frozen=True)\nclass Entry: pass",
        ),
        (
            house_rules.passes_round_what_can_change,
            "domain/a.py",
            "@dataclasses.dataclass(frozen=True, slots=False)\nclass Entry: pass",
        ),
        (house_rules.hides_a_complaint_without_a_reason, "cli/a.py", "import os  # no" + "qa"),
        (house_rules.hides_a_complaint_without_a_reason, "cli/a.py", "import os  # no" + "qa: F401"),
        (house_rules.hides_a_complaint_without_a_reason, "cli/a.py", "a = b()  # type: " + "ignore[misc]"),
        (house_rules.package_does_work_on_import, "cli/__init__.py", "from dialogue_notes.cli import main"),
        (house_rules.package_does_work_on_import, "cli/__init__.py", "__version__ = '1'"),
        (house_rules.speaks_of_passwords, "cli/a.py", "def ask(password): pass"),
        (house_rules.speaks_of_passwords, "cli/a.py", "title = 'Type the Password'"),
        (too_large, "cli/a.py", "a = 1\n" * 301),
        (too_large, "cli/a.py", "def long():\n" + "    a = 1\n" * 40),
        (too_large, "cli/a.py", "class Wide:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(16))),
    ],
)
def test_the_rule_complains_of_what_it_is_for(rule: Rule, name: str, text: str) -> None:
    assert list(rule(Source.parse(f"src/dialogue_notes/{name}", text)))


def test_a_test_that_borrows_fixtures_as_plugins_is_found() -> None:
    text = "pytest_plugins = ('tests.ui.conftest',)"
    assert list(house_rules.borrows_fixtures_as_plugins(Source.parse("tests/a.py", text)))


@pytest.mark.parametrize(
    "text",
    [
        "import time\ntime.sleep(1)",
        "QTest.qWait(100)",
        "from unittest.mock import Mock",
        "from unittest import mock",
        "import unittest.mock",
    ],
)
def test_a_test_that_sleeps_or_mocks_is_found(text: str) -> None:
    assert list(house_rules.sleeps_or_mocks(Source.parse("tests/a.py", text)))


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (
            house_rules.makes_files_its_own_way,
            "services/a.py",
            "open(path)\npath.open('rb')\nopen(path, encoding='utf-8')",
        ),
        (house_rules.starts_work_its_own_way, "cli/a.py", "command.run(vault)"),
        (
            house_rules.hides_a_complaint_without_a_reason,
            "cli/a.py",
            "import os  # no" + "qa: F401 - its import is the test",
        ),
        (house_rules.speaks_of_passwords, "cli/a.py", "pikepdf.open(data, password=secret)"),
        (too_large, "cli/a.py", "def long():\n    '''A\n" + "    word\n" * 40 + "    '''\n    return 1\n"),
    ],
)
def test_the_rule_leaves_alone_what_it_is_not_for(rule: Rule, name: str, text: str) -> None:
    assert not list(rule(Source.parse(f"src/dialogue_notes/{name}", text)))


@pytest.mark.parametrize(
    "name", [*(name for name, _ in MAY_MAKE_FILES), *MAY_START_WORK, *MAY_SPEAK_TO_A_BUS]
)
def test_every_exception_is_still_there(name: str) -> None:
    assert (PACKAGE / name).is_file()


def test_every_call_that_may_make_a_file_is_still_there() -> None:
    calls = {
        (source.in_package, called_name(node))
        for source in python_files("src")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
    }
    assert set(MAY_MAKE_FILES) <= calls
