"""Made-up rosters in five scripts: the defaults accepted unseen, no mention of anybody is left in an export."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from tests.support.command_line import CommandVault, new_command_vault
from tests.support.made_up_rosters import Person, Script, meeting, scripts

SEEDS = range(3)


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> CommandVault:
    return new_command_vault(tmp_path_factory.mktemp("made up"))


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.name)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_mention_of_anybody_is_left(
    script: Script, seed: int, vault: CommandVault, tmp_path: Path
) -> None:
    content, people = meeting(script, seed)
    file = tmp_path / "meeting.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    (meeting_id,) = vault.done("import", file)["meetings"]
    draft = vault.done("draft", "--meeting", meeting_id, "--profile", "principals", "--accept-suggestions")
    to = ("--summary", draft["summary"], "--format", "txt", "--to", tmp_path / "out", "--draft")
    (path,) = vault.done("export", *to)["files"]

    text = Path(path).read_text(encoding="utf-8")
    assert {trace for person in people for trace in left_of(person, text)} == set()
    assert text.count("Person") >= sum(len(person.mentions) for person in people)


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.name)
def test_the_notes_hold_everybody_before_that(script: Script) -> None:
    content, people = meeting(script, 0)
    text = "\n".join(one["text"] for one in content["sessions"][0]["interventions"])
    for person in people:
        assert left_of(person, text)


def left_of(person: Person, text: str) -> list[str]:
    """The traces of a person in a text, whatever the letter case, hyphens and kinds of blank."""
    read = plain(text)
    return [trace for trace in person.traces if plain(trace) in read]


def plain(text: str) -> str:
    """A text in which what looks alike is alike: compatible forms, small letters, one blank and one hyphen."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(folded.replace("\u2010", "-").replace("\u2011", "-").split())
