"""Nothing hidden leaves a trace: other secrets, other speakers, another vault and another day give the same bytes.

A meeting is made twice. What the audience may see is the same; every name, every withheld entry, every speaker and
all that is never exported is another, also what the Record room keeps: who came when, papers, times, mended words,
what was taken back or is half typed. Both go from meeting file to finished files of all five formats.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dialogue_notes.cli.places import inline_places
from dialogue_notes.export.formats import Format
from dialogue_notes.services.exports import export_summary
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.importing.importer import import_files
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.reviewing.review import refresh_suggestions
from dialogue_notes.services.summaries import draft_summary
from dialogue_notes.storage.vault import Vault
from tests.support.room_secrets import SHOWN, Secrets, spend_evening
from tests.support.vaults import new_vault

pytestmark = pytest.mark.timeout(300)


@dataclass(frozen=True)
class World:
    """Everything that is hidden, one way."""

    time_zone: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    sides: tuple[str, str]
    secrets: tuple[str, str]
    swap: int
    """How far speakers of one side are moved along among themselves."""
    extra: bool
    """Whether there are further withheld entries and a further withheld session."""


WORLDS = (
    World(
        "Pacific/Kiritimati",
        ("Anna Halvorsen", "Pedro Quiroga", "Tomas Brandt", "Ruth Osei", "Jan Kowal", "Mei Tan"),
        ("envoy", "", "colonel", "", "chair of the institute", ""),
        ("Norland", "Sudria"),
        ("The submarines sail at dawn on the fifth of the month.", "No."),
        0,
        extra=False,
    ),
    World(
        "Etc/GMT+12",
        (
            "Sir Marmaduke Wolverhampton-Fotheringay",
            "Winston Lord",
            "习近平",
            "Kim Min-jun",
            "An Ok",
            "Иван Орлов",
        ),
        ("", "Permanent Representative to the Lakes", "", "fisherman", "", "retired"),
        ("The Upper Valleys", "Х"),
        (
            "他们将在黎明时分启航",
            "A longer thing was said that stays in this room, and more than once. " * 9,
        ),
        1,
        extra=True,
    ),
)
EVENINGS = (
    Secrets(("Hedda Larsen", "Paulo Reis"), WORLDS[0].secrets, 0, 0),
    Secrets(("Qin Shi", "Theodora Vasilopoulou-Smythe"), WORLDS[1].secrets, 2, 1),
)
HIDDEN_RULES = {
    "inside": ("not_for_report",),
    "principals": ("not_for_report",),
    "wide": ("not_for_report", "off_record"),
}
WORDS = (
    "harbour",
    "and",
    "visits",
    "could",
    "reopen",
    "in",
    "spring",
    "<b>",
    "*so*",
    "$x$",
    "#set",
    "漁業",
    "مرفأ",
)
TEXTS = st.lists(st.sampled_from([*WORDS, "@0", "@1's", "@2,", "(@3)"]), min_size=1, max_size=10)
SEEN = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["statement", "quote", "agreement", "action", "procedure", "gap", "closing"]),
        "marks": st.lists(st.sampled_from(["personal_view", "trial_balloon"]), max_size=1),
        "text": TEXTS,
        "speaker": st.integers(0, 5),
    }
)
HIDDEN = st.sampled_from(["observation", "aside", "unclear quote", "rule"])
LINES = st.lists(st.one_of(SEEN, HIDDEN), min_size=1, max_size=8)


def meeting(lines: list[Any], world: World, profile: str, sides: str) -> dict[str, Any]:
    """The meeting file in a world."""
    people = [_person(place, world) for place in range(len(world.names))]
    return {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "dialogue": {"title": world.secrets[0]},
        "meeting": {
            "title": f"Round with {world.names[1]}",
            "place": "Oslo",
            "date": "2026-05-04",
            "ground_rule": "chatham_house",
            "agreements": {"sides": sides},
        },
        "delegations": [{"id": "a", "name": world.sides[0]}, {"id": "b", "name": world.sides[1]}],
        "participants": people[::-1] if world.swap else people,
        "sessions": _sessions(lines, world, profile),
    }


def _sessions(lines: list[Any], world: World, profile: str) -> list[dict[str, Any]]:
    seen = [_intervention(number, line, world, profile) for number, line in enumerate(lines)]
    secret = {"text": world.secrets[0], "ground_rule": "not_for_report", "tags": [world.names[0]]}
    sessions: list[dict[str, Any]] = [
        {
            "title": f"Morning on {world.names[0]}",
            "interventions": [*seen, *[secret] * world.extra],
        },
        {
            "title": world.secrets[1],
            "ground_rule": "not_for_report",
            "interventions": [{"text": world.secrets[0]}],
        },
        {"title": "Evening", "interventions": [{"text": "They met again.", "speaker": "p2"}]},
    ]
    if world.extra:
        sessions.insert(0, sessions[1])
    return sessions


def _person(place: int, world: World) -> dict[str, Any]:
    side = {"delegation": "ab"[place % 2], "capacity": "specialist"}
    return {"id": f"p{place}", "name": world.names[place], "role": world.roles[place]} | side


def _intervention(number: int, line: Any, world: World, profile: str) -> dict[str, Any]:
    secret = {"text": f"{world.secrets[number % 2]} {world.names[3]}", "speaker": f"p{number % 6}"}
    if isinstance(line, str):
        rules = HIDDEN_RULES[profile]
        rule = {"ground_rule": rules[(number + world.swap) % len(rules)]}
        kinds = {
            "observation": "observation",
            "aside": "aside",
            "unclear quote": "quote",
            "rule": "statement",
        }
        return secret | {"kind": kinds[line]} | (rule if line == "rule" else {})
    text = " ".join(line["text"])
    for place, name in enumerate(world.names):
        text = text.replace(f"@{place}", name)
    made: dict[str, Any] = line | {"text": text, "speaker": f"p{(line['speaker'] + 2 * world.swap) % 6}"}
    made |= {"marks": [*line["marks"], *["important"] * world.swap], "tags": [world.names[2]] * world.swap}
    if line["kind"] == "quote":
        made["consent"] = {"by": world.names[2], "when": world.secrets[1]}
    return made | {"time": f"2026-05-04T{9 + number + world.swap:02}:00:00", "aims": ["option"] * world.swap}


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, Vault]]:
    folder = tmp_path_factory.mktemp("worlds")
    pair = (new_vault(folder / "a.vault"), new_vault(folder / "b.vault", "Somebody Else"))
    yield pair
    for vault in pair:
        vault.close()


@pytest.fixture(scope="module")
def places() -> Iterator[InlinePlaces]:
    with inline_places() as here:
        yield here


@contextmanager
def _day_of(world: World) -> Iterator[None]:
    """The clock on the wall of a world: there is never the same day in both."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = world.time_zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def exported(
    vault: Vault,
    places: InlinePlaces,
    content: dict[str, Any],
    profile: str,
    folder: Path,
    evening: Secrets | None = None,
) -> list[bytes]:
    """The finished files of a meeting, from its file on."""
    folder.mkdir(exist_ok=True)
    file = folder / "meeting.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    (meeting_id,) = import_files(vault, places, [read_import_file(file)]).result().meeting_ids
    if evening is not None:
        spend_evening(vault, meeting_id, "Evening", evening)
    refresh_suggestions(vault, places, meeting_id)
    summary_id = draft_summary(vault, meeting_id, profile, accept_suggestions=True).summary_id
    files = export_summary(
        vault, places, summary_id, tuple(Format), folder / "out", draft=True, overwrite=True
    )
    return [path.read_bytes() for path in files]


@given(LINES, st.sampled_from(["inside", "principals", "wide"]), st.sampled_from(["no", "one_side"]))
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_other_secrets_in_another_vault_on_another_day_give_the_same_bytes(
    vaults: tuple[Vault, Vault],
    places: InlinePlaces,
    tmp_path: Path,
    lines: list[Any],
    profile: str,
    sides: str,
) -> None:
    files = []
    for number, (vault, world) in enumerate(zip(vaults, WORLDS, strict=True)):
        with _day_of(world):
            content = meeting(lines, world, profile, sides)
            files.append(exported(vault, places, content, profile, tmp_path / str(number), EVENINGS[number]))
    for form, one, other in zip(Format, *files, strict=True):
        assert one == other, form
    for words in ("They met again.", *SHOWN):
        assert words in files[0][-1].decode()
