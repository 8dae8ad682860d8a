"""What a naive attacker finds in drafts of real memoranda whose suggestions were all taken unseen.

The attacker knows the family name of everyone in the room and of everyone that historians tagged in the text, and
searches every byte, part and attribute of the exports for each.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.attacking import family_names, names_in
from tests.support.command_line import CommandVault, new_command_vault, run
from tests.support.reading_exports import can_hold, everything_in

_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "memcons"
NAMES = sorted(path.name for path in _FOLDER.glob("*.meeting.json"))
FORMATS = ("pdf", "docx", "html", "md", "txt")

MOST_LEFT_OPEN = 0.06
"""The share of the family names of whole memoranda, room and tagged together, that detection may leave standing."""


@dataclass(frozen=True)
class Imported:
    """All memoranda in one vault."""

    vault: CommandVault
    meetings: dict[str, str]


@dataclass(frozen=True)
class Known:
    """What the attacker knows, and what the program proposed to hide."""

    room: set[str]
    tagged: set[str]
    left: str
    """The record's texts with everything blank that is hidden by default."""

    @property
    def missed(self) -> set[str]:
        """The names that detection left standing somewhere: of these nobody was told."""
        return set(names_in(self.left, self.room | self.tagged))


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Imported:
    vault = new_command_vault(tmp_path_factory.mktemp("attacked"))
    outcome = vault.done("import", *(shared_data / "memcons" / name for name in NAMES))
    return Imported(vault, dict(zip(NAMES, outcome["meetings"], strict=True)))


@pytest.mark.parametrize("profile", ["principals", "wide"])
@pytest.mark.parametrize("name", NAMES)
def test_an_attacker_finds_nobody_of_the_room_and_nobody_that_was_proposed(
    name: str, profile: str, imported: Imported, tmp_path: Path
) -> None:
    known = known_of(name)
    assert known.room
    assert known.missed.isdisjoint(known.room)
    meeting = ("--meeting", imported.meetings[name], "--profile", profile)
    draft = imported.vault.done("draft", *meeting, "--accept-suggestions")
    to = ("--summary", draft["summary"], "--format", ",".join(FORMATS), "--to", tmp_path / "out", "--draft")
    files = [Path(file) for file in imported.vault.done("export", *to)["files"]]

    assert [file.name for file in files] == [f"summary.{ending}" for ending in FORMATS]
    sought = (known.room | known.tagged) - known.missed
    for file in files:
        for where, text in everything_in(file):
            names = {one for one in sought if can_hold(where, one)}
            assert names_in(text, names) == [], (file.name, where)


def test_an_attacker_finds_few_of_the_others_named(shared_data: Path) -> None:
    assert shared_data.is_dir()
    all_known = {name: known_of(name) for name in NAMES}
    missed = sorted((name, one) for name, known in all_known.items() for one in known.missed)
    sought = sum(len(known.room | known.tagged) for known in all_known.values())
    assert sought > 300
    assert len(missed) <= MOST_LEFT_OPEN * sought, missed


def test_the_attacker_would_find_them_in_what_is_not_redacted(shared_data: Path) -> None:
    for name in NAMES:
        memorandum, gold = read(shared_data / "memcons" / name), read(gold_of(shared_data / "memcons" / name))
        text = "\n".join(texts_of(memorandum).values())
        tagged = family_names(one["text"] for one in gold["people"])
        assert set(names_in(text, tagged)) == tagged


@cache
def known_of(name: str) -> Known:
    memorandum, gold = read(_FOLDER / name), read(gold_of(_FOLDER / name))
    texts = {place: list(text) for place, text in texts_of(memorandum).items()}
    for one in run("suggest", _FOLDER / name, "--json").json["suggestions"]:
        if one["default"]:
            blank = " " * (one["end"] - one["start"])
            texts[one["intervention"]][one["start"] : one["end"]] = blank
    return Known(
        family_names(person["name"] for person in memorandum["participants"]),
        family_names(one["text"] for one in gold["people"]),
        "\n".join("".join(letters) for letters in texts.values()),
    )


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def gold_of(memorandum: Path) -> Path:
    return memorandum.with_name(memorandum.name.replace(".meeting.", ".gold."))


def texts_of(memorandum: dict[str, Any]) -> dict[str, str]:
    entries = [entry for session in memorandum["sessions"] for entry in session["interventions"]]
    return {entry["id"]: entry["text"] for entry in entries}
