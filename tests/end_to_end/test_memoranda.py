"""Real memoranda from import to export by the command line: no name gets out, and what may be said survives."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import CommandVault, new_command_vault, run
from tests.support.reading_exports import can_hold, everything_in

_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "memcons"
NAMES = sorted(path.name for path in _FOLDER.glob("*.meeting.json"))
FORMATS = ("pdf", "docx", "html", "md", "txt")

FAMILY_FIRST = {"Huang", "Chen", "Ch'en", "Wei", "Tsao"}
"""Family names in the rosters that stand before a given name without a hyphen."""

ORDINARY_WORDS = {
    "Lord",
    "Green",
    "Brown",
    "Bush",
    "Cooper",
    "Parker",
    "Palmer",
    "Gardner",
    "Chi",
    "Cho",
    "Ling",
}
"""Family names that are words too, of one language or another: only their capitalised form is a name."""

NO_NAMES = {
    "President", "Secretary", "Madame", "Notetaker", "Notetakers", "Embassy", "Assistant", "Ambassador", "LeS",
}  # fmt: skip


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
def test_no_family_name_leaves_and_what_may_be_said_survives(
    name: str, imported: Imported, tmp_path: Path
) -> None:
    memorandum = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    meeting = ("--meeting", imported.meetings[name])
    hidden = run("suggest", _FOLDER / name, "--json").json["suggestions"]
    draft = imported.vault.done("draft", *meeting, "--profile", "principals", "--accept-suggestions")
    to = ("--summary", draft["summary"], "--format", ",".join(FORMATS), "--to", tmp_path / "out", "--draft")
    files = [Path(file) for file in imported.vault.done("export", *to)["files"]]

    assert [file.name for file in files] == [f"summary.{ending}" for ending in FORMATS]
    family_names = _family_names(memorandum)
    for file in files:
        for where, text in everything_in(file):
            names = {name for name in family_names if can_hold(where, name)}
            assert _found(names, text) == [], (file.name, where)
    survived = _share_that_survives(memorandum, hidden, files[-1].read_text(encoding="utf-8"))
    assert survived >= 0.90, survived


def _family_names(memorandum: dict[str, Any]) -> set[str]:
    """The family names of a roster, by a rule of this test's own."""
    found = set()
    for participant in memorandum["participants"]:
        for whole in re.split(r"\band\b", participant["name"].rpartition("—")[2]):
            words = [word.strip(",.") for word in whole.split() if word.strip(",.") != "Jr"]
            given = [place for place, word in enumerate(words) if re.fullmatch(r"\w[\w']*-\w[\w']*", word)]
            if given and given[0] > 0:
                found.add(words[given[0] - 1])
            elif starts := [word for word in words[:-1] if word in FAMILY_FIRST]:
                found.add(starts[0])
            elif words:
                found.add(words[-1])
    return {name for name in found - NO_NAMES if len(name) > 1 and name[0].isupper()}


def _found(names: set[str], text: str) -> list[str]:
    """The names that stand in a text as whole words."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("\xad", "")
    folded = plain.casefold()
    return [
        name
        for name in sorted(names)
        if _stands_in(name, plain) or (name not in ORDINARY_WORDS and _stands_in(name.casefold(), folded))
    ]


def _stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as a whole word; few stand there at all, which is quickly told."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


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
