"""Real memoranda from import to export by the command line: what may be said survives (names: `test_attack`)."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import CommandVault, new_command_vault, run

_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "memcons"
NAMES = sorted(path.name for path in _FOLDER.glob("*.meeting.json"))


@dataclass(frozen=True)
class Imported:
    """All memoranda in one vault."""

    vault: CommandVault
    meetings: dict[str, str]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Imported:
    vault = new_command_vault(tmp_path_factory.mktemp("memoranda"))
    files = [shared_data / "memcons" / name for name in NAMES]
    outcome = vault.done("import", *files)
    assert outcome["interventions"] == 2455
    assert outcome["participants"] == 182
    return Imported(vault, dict(zip(NAMES, outcome["meetings"], strict=True)))


def test_all_28_memoranda_are_there(shared_data: Path) -> None:
    assert shared_data.is_dir()
    assert len(NAMES) == 28


@pytest.mark.parametrize("name", NAMES)
def test_what_may_be_said_survives(name: str, imported: Imported, tmp_path: Path) -> None:
    memorandum = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    meeting = ("--meeting", imported.meetings[name])
    hidden = run("suggest", _FOLDER / name, "--json").json["suggestions"]
    draft = imported.vault.done("draft", *meeting, "--profile", "principals", "--accept-suggestions")
    to = ("--summary", draft["summary"], "--format", "txt", "--to", tmp_path / "out", "--draft")
    (file,) = imported.vault.done("export", *to)["files"]

    survived = _share_that_survives(memorandum, hidden, Path(file).read_text(encoding="utf-8"))
    assert survived >= 0.90, survived


def _share_that_survives(memorandum: dict[str, Any], hidden: list[dict[str, Any]], exported: str) -> float:
    """The share of the words outside accepted redactions that stand in the export (all kinds here go out)."""
    taken = Counter(_words(exported))
    kept = total = 0
    entries = [entry for session in memorandum["sessions"] for entry in session["interventions"]]
    texts = {entry["id"]: entry["text"] for entry in entries}
    for one in hidden:
        if one["default"]:
            text = texts[one["intervention"]]
            blank = " " * (one["end"] - one["start"])
            texts[one["intervention"]] = text[: one["start"]] + blank + text[one["end"] :]
    for word in (word for text in texts.values() for word in _words(text)):
        total += 1
        if taken[word] > 0:
            taken[word] -= 1
            kept += 1
    return kept / total


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
