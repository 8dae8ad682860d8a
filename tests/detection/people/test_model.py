from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialogue_notes.detection.people.model import PeopleModel, people_model
from dialogue_notes.errors import BugError
from dialogue_notes.paths import resource

FILE = resource("detection/people.json")
SMALL = {
    "small": {"said": 3},
    "capital": ["Embassy"],
    "usual": ["said"],
    "never": ["The"],
    "titles": ["mr"],
    "first": {"1": -200},
    "second": {"2": -100},
}


def written(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_the_model_is_small_and_says_where_it_comes_from() -> None:
    assert FILE.stat().st_size <= 10_000_000
    facts = json.loads(FILE.read_bytes())
    assert "public domain" in facts["provenance"]
    assert len(facts["held_back"]) == 6


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    model = PeopleModel.read(written(tmp_path / "people.json", SMALL))
    assert model.first == {"1": -200}
    assert model.lexicon.small == {"said": 3}


@pytest.mark.parametrize("missing", SMALL)
def test_a_file_without_one_of_its_parts_is_damaged(tmp_path: Path, missing: str) -> None:
    part = {name: value for name, value in SMALL.items() if name != missing}
    with pytest.raises(BugError, match=r"people\.json is damaged"):
        PeopleModel.read(written(tmp_path / "people.json", part))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"small": 1}'])
def test_a_file_that_is_nothing_of_the_kind_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "people.json").write_bytes(content)
    with pytest.raises(BugError, match=r"people\.json is damaged"):
        PeopleModel.read(tmp_path / "people.json")


@pytest.mark.parametrize(
    "change",
    [{"first": {"1": 0.5}}, {"first": {"1": True}}, {"second": {}}, {"never": [1]}, {"titles": ["mr", ""]}],
)
def test_a_file_with_anything_else_than_words_and_whole_numbers_is_damaged(
    tmp_path: Path, change: dict[str, object]
) -> None:
    with pytest.raises(BugError, match=r"people\.json is damaged"):
        PeopleModel.read(written(tmp_path / "people.json", SMALL | change))


def test_the_file_cut_short_anywhere_is_damaged(tmp_path: Path) -> None:
    whole = FILE.read_bytes()
    for share in (0.1, 0.5, 0.99):
        (tmp_path / "people.json").write_bytes(whole[: int(share * len(whole))])
        with pytest.raises(BugError):
            PeopleModel.read(tmp_path / "people.json")


def test_the_model_shows_no_word_of_itself() -> None:
    assert "Embassy" not in repr(people_model())
