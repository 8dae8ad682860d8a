from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_notes.cli.main import COMMANDS
from dialogue_notes.cli.outcomes import OpenWindow, PlayDemo
from tests.support.command_line import run

NAMES = [command.name for command in COMMANDS]


def test_without_a_command_the_window_is_to_be_opened() -> None:
    assert run().outcome == OpenWindow()


def test_the_commands_are_those_of_the_plan() -> None:
    assert NAMES == [
        "demo", "create", "import", "meetings", "suggest", "draft", "approve", "export", "check", "verify",
    ]  # fmt: skip


def test_demo_is_handed_to_the_composition_root() -> None:
    assert run("demo", "--out", "there", "--json").outcome == PlayDemo(Path("there"), as_json=True)


def test_help_names_every_command_and_every_exit_code() -> None:
    ran = run("--help")
    assert (ran.outcome, ran.err) == (0, "")
    for name in NAMES:
        assert f"\n    {name} " in ran.out
    for code in range(5):
        assert f"\n  {code}  " in ran.out


@pytest.mark.parametrize("name", NAMES)
def test_each_command_explains_itself_with_an_example(name: str) -> None:
    ran = run(name, "--help")
    assert (ran.outcome, ran.err) == (0, "")
    assert f"example:\n  dialogue-notes {name} " in ran.out
    assert "--json prints {" in ran.out
    assert all(len(line) <= 120 for line in ran.out.splitlines())


def test_the_version_is_told() -> None:
    assert run("--version").out.startswith("dialogue-notes 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["--bogus"],
        ["import"],
        ["import", "v"],
        ["draft", "v"],
        ["draft", "v", "--meeting", "m"],
        ["export", "v", "--to", "d"],
        ["export", "v", "--summary", "s"],
        ["approve", "v"],
        ["check"],
        ["meetings", "v", "extra"],
        ["meetings", "v", "--passphrase-file", "a", "--recovery-key-file", "b"],
        ["meetings", "v", "--pass", "a"],
        ["suggest"],
        ["verify"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_one_clear_line(arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.outcome, ran.out) == (2, "")
    assert ran.err.startswith("dialogue-notes: ")
    assert ran.err.count("\n") == 1


def test_wrong_use_is_told_in_json_where_json_was_asked_for() -> None:
    ran = run("meetings", "--json")
    code, message = ran.error
    assert (ran.outcome, code) == (2, "wrong_use")
    assert "VAULT" in message


def test_without_a_terminal_and_without_a_file_no_passphrase_is_waited_for() -> None:
    ran = run("meetings", "v.vault", "--json")
    assert ran.outcome == 2
    assert "--passphrase-file" in ran.error[1]


def test_a_format_that_is_none_is_wrong_use() -> None:
    ran = run("export", "v", "--summary", "s", "--to", "d", "--format", "pdf,odt", "--json")
    assert ran.outcome == 2
    assert "pdf, docx, html, md, txt" in ran.error[1]


def test_output_is_ascii_so_that_every_terminal_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "강.json"
    path.write_text("{", encoding="utf-8")
    ran = run("suggest", path, "--json")
    assert ran.err.isascii()
    assert "강.json" in json.loads(ran.err)["error"]["message"]


def test_help_loads_neither_the_window_nor_a_typesetter_nor_the_database() -> None:
    heavy = "{'PySide6', 'typst', 'sqlcipher3', 'cryptography', 'docx', 'pypdf', 'pikepdf', 'jsonschema'}"
    lines = (
        "import sys",
        "from dialogue_notes.cli import main",
        "from dialogue_notes.lockdown.enforcement import Enforcement",
        "main.run(['import', '--help'], Enforcement(()))",
        f"sys.exit(bool({heavy} & set(sys.modules)))",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
