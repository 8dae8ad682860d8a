"""Every ground rule, kind, profile and agreement, by meeting file and command line only.

What must be out and what must be in is written down here anew, from the table of ground rules and the sentences
around it, not from the code. Each intervention holds a word of its own; the rules stand on sessions, on single
interventions and on the meeting itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command_line import CommandVault, new_command_vault
from tests.support.matrix_meetings import OTHER_SIDE, SIDE, SPEAKER, Held, Said, matrix

pytestmark = pytest.mark.timeout(300)  # 36 drafts and exports, each through its own unlocking

PROFILES = ("inside", "principals", "wide")
PEOPLE = [SPEAKER, "Margaret Ellery", "Jonas Reimholt"]
FAMILY_NAMES = ("Seo", "Ellery", "Reimholt")


@dataclass(frozen=True)
class Export:
    """What one profile was given of one meeting."""

    held: Held
    profile: str
    text: str
    withheld: int

    def paragraph(self, word: str) -> str | None:
        """The paragraph that holds a word; None when the word is nowhere."""
        return next((part for part in self.text.split("\n\n") if word in part), None)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[Export]:
    folder = tmp_path_factory.mktemp("matrix")
    vault = new_command_vault(folder)
    meetings = matrix()
    files = []
    for number, (_, content) in enumerate(meetings):
        files.append(folder / f"{number}.json")
        files[-1].write_text(json.dumps(content), encoding="utf-8")
    ids = vault.done("import", *files)["meetings"]
    return [
        _export(vault, folder / f"{number} {profile}", held, meeting_id, profile)
        for number, ((held, _), meeting_id) in enumerate(zip(meetings, ids, strict=True))
        for profile in PROFILES
    ]


def _export(vault: CommandVault, folder: Path, held: Held, meeting_id: str, profile: str) -> Export:
    draft = vault.done("draft", "--meeting", meeting_id, "--profile", profile, "--accept-suggestions")
    to = ("--summary", draft["summary"], "--format", "txt", "--to", folder, "--draft")
    (path,) = vault.done("export", *to)["files"]
    return Export(held, profile, Path(path).read_text(encoding="utf-8"), draft["withheld"])


def _may_go_out(rule: str, profile: str) -> bool:
    if rule == "not_for_report":
        return False
    return rule != "off_record" or profile in {"inside", "principals"}


def _description(rule: str, sides: str, profile: str) -> str:
    """The finest description of a speaker whose side and capacity are shared by enough people."""
    if rule == "on_record":
        by_rule = "name"
    elif rule == "off_record":
        by_rule = "voices"
    else:
        named = "side and capacity" if rule == "not_for_attribution" else "side"
        by_rule = {"no": "voices", "one_side": "one side", "named": named}[sides]
    coarsest_first = ("voices", "one side", "side", "side and capacity", "name")
    by_profile = {"inside": "name", "principals": "one side", "wide": "voices"}[profile]
    return min(by_rule, by_profile, key=coarsest_first.index)


def _each(exports: list[Export]) -> Iterator[tuple[Export, Said]]:
    return ((export, said) for export in exports for said in export.held.said)


def test_what_a_rule_a_kind_or_a_missing_consent_keeps_back_is_out_and_the_rest_is_in(
    exports: list[Export],
) -> None:
    wrong = [
        (export.held.rule, export.profile, said.sort.name, said.rule, "is in" if found else "is out")
        for export in exports
        for said in export.held.said
        if (found := said.word in export.text)
        is not (said.sort.is_drafted and _may_go_out(said.rule, export.profile))
    ]
    assert wrong == []


def test_the_count_of_what_was_withheld_is_told(exports: list[Export]) -> None:
    for export in exports:
        out = sum(said.word not in export.text for said in export.held.said)
        assert export.withheld == out


def test_a_speaker_is_described_as_finely_as_rule_agreement_and_profile_allow_and_no_finer(
    exports: list[Export],
) -> None:
    wrong = []
    for export, said in _each(exports):
        paragraph = export.paragraph(said.word)
        if paragraph is None or said.sort.name != "statement":
            continue
        finest = _description(said.rule, export.held.sides, export.profile)
        seen = {
            "voices": "one voice" in paragraph.lower(),
            "one side": "one side" in paragraph.lower(),
            "side": SIDE in paragraph and "former official" not in paragraph.lower(),
            "side and capacity": SIDE in paragraph and "former official" in paragraph.lower(),
            "name": SPEAKER in paragraph,
        }
        if [name for name, is_there in seen.items() if is_there] != [finest]:
            wrong.append((export.profile, said.rule, export.held.sides, paragraph))
    assert wrong == []


def test_no_kind_of_entry_says_more_of_its_speaker_than_a_statement_may(exports: list[Export]) -> None:
    for export, said in _each(exports):
        paragraph = export.paragraph(said.word) or ""
        finest = _description(said.rule, export.held.sides, export.profile)
        assert finest == "name" or SPEAKER not in paragraph
        assert finest in {"side", "side and capacity"} or SIDE not in paragraph


def test_names_are_seen_only_where_the_record_or_an_agreed_attendance_shows_them(
    exports: list[Export],
) -> None:
    for export in exports:
        listed = export.held.rule == "on_record" or (
            export.held.attendance and export.held.rule not in {"off_record", "not_for_report"}
        )
        body, _, attendance = export.text.partition("Attendance\n")
        assert bool(attendance) is listed, (export.held.rule, export.profile)
        assert all((name in attendance) is listed for name in PEOPLE)
        for family_name in FAMILY_NAMES[1:]:
            assert not re.search(rf"\b{family_name}\b", body)


def test_the_other_side_is_named_only_where_sides_are_agreed_or_the_record_is_open(
    exports: list[Export],
) -> None:
    for export in exports:
        if OTHER_SIDE in export.text:
            assert export.held.sides == "named" or export.held.rule == "on_record"
        if SIDE in export.text and export.held.rule != "on_record":
            assert export.held.sides == "named"


def test_the_track_is_printed_only_where_it_was_agreed_or_the_record_is_open(exports: list[Export]) -> None:
    for export in exports:
        may = export.held.rule == "on_record" or (
            export.held.track and export.held.rule not in {"off_record", "not_for_report"}
        )
        assert bool(re.search(r"\btrack\b", export.text, re.IGNORECASE)) is may, (
            export.held.rule,
            export.profile,
        )


def test_a_title_goes_out_only_with_a_session_whose_rule_lets_content_out(exports: list[Export]) -> None:
    for export in exports:
        for rule, title in export.held.titles.items():
            its_rule = export.held.rule if rule == "meeting" else rule
            assert (title in export.text) is _may_go_out(its_rule, export.profile), (rule, export.profile)


def test_only_what_was_read_back_is_called_agreed(exports: list[Export]) -> None:
    for export, said in _each(exports):
        paragraph = export.paragraph(said.word)
        if paragraph is not None:
            is_called_agreed = re.search(r"\bagreed\b", paragraph, re.IGNORECASE) is not None
            assert is_called_agreed is (said.sort.name == "agreement read back"), paragraph


def test_every_page_says_that_nobody_decided_and_that_it_is_a_draft(exports: list[Export]) -> None:
    for export in exports:
        assert "DRAFT" in export.text
        assert "without a person's decision" in export.text
