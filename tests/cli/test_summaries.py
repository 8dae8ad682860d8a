from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dialogue_notes.domain.codes import Category
from dialogue_notes.paths import resource
from tests.support.command_line import CommandVault, new_command_vault, run

SAMPLE = resource("sample/meeting.json")
FORMATS = ("pdf", "docx", "html", "md", "txt")


@dataclass(frozen=True)
class Drafted:
    """The sample meeting in a vault, with an accepted draft for principals."""

    vault: CommandVault
    meeting_id: str
    summary_id: str
    withheld: int


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    vault = new_command_vault(tmp_path_factory.mktemp("drafted"))
    (meeting_id,) = vault.done("import", SAMPLE)["meetings"]
    profile = ("--profile", "principals", "--accept-suggestions")
    draft = vault.done("draft", "--meeting", meeting_id, *profile)
    assert set(draft) == {"summary", "withheld"}
    return Drafted(vault, meeting_id, draft["summary"], draft["withheld"])


def _export(drafted: Drafted, folder: Path, *more: str, formats: str = "txt") -> Any:
    to = ("--summary", drafted.summary_id, "--format", formats, "--to", folder)
    return drafted.vault.run("export", *to, *more)


def test_suggest_reads_a_file_without_a_vault_in_the_shape_of_the_plan() -> None:
    ran = run("suggest", SAMPLE, "--json")
    assert (ran.outcome, ran.err, set(ran.json)) == (0, "", {"suggestions", "elsewhere"})
    file = json.loads(SAMPLE.read_text(encoding="utf-8"))
    texts = {entry["id"]: entry["text"] for session in file["sessions"] for entry in session["interventions"]}
    people = {person["id"] for person in file["participants"]}
    for one in ran.json["suggestions"]:
        assert list(one) == [
            "intervention", "start", "end", "text", "category", "entity", "reason", "score", "default",
        ]  # fmt: skip
        assert texts[one["intervention"]][one["start"] : one["end"]] == one["text"]
        assert one["category"] in set(Category)
        assert 0 <= one["score"] <= 1
    assert people & {one["entity"] for one in ran.json["suggestions"]}


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("t4", "seo"),
        ("t19", "Ellery"),
        ("t23", "차도연"),
        ("t31", "Lu Zhengyi"),
        ("t41", "명해인"),
        ("t65", "서규원"),
    ],
)
def test_the_traps_of_the_sample_are_suggested(entry: str, name: str) -> None:
    found = run("suggest", SAMPLE, "--json").json["suggestions"]
    assert any(one["intervention"] == entry and name in one["text"] and one["default"] for one in found)


def test_suggest_finds_the_same_in_a_vault(drafted: Drafted) -> None:
    in_vault = drafted.vault.done("suggest", "--meeting", drafted.meeting_id)["suggestions"]
    in_file = run("suggest", SAMPLE, "--json").json["suggestions"]
    assert [(one["text"], one["default"]) for one in in_vault] == [
        (one["text"], one["default"]) for one in in_file
    ]


def test_names_outside_the_interventions_are_told_by_field(tmp_path: Path) -> None:
    file = {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "meeting": {"title": "With Ellery", "place": "Ellery House"},
        "participants": [{"id": "p", "name": "Margaret Ellery", "role": "Envoy to Vienna"}],
        "sessions": [
            {"title": "One", "interventions": []},
            {"title": "On Ellery", "interventions": [{"text": "Ice.", "tags": ["x", "Ellery"]}]},
        ],
    }
    (tmp_path / "f.json").write_text(json.dumps(file), encoding="utf-8")
    printed = run("suggest", tmp_path / "f.json", "--json").json
    fields = {one["field"] for one in printed["elsewhere"]}
    told = {
        "meeting title",
        "meeting place",
        "session 2 title",
        "intervention s2t0 tag 2",
        "participant 1 role",
    }
    assert told <= fields
    assert all(list(one)[:3] == ["field", "start", "end"] for one in printed["elsewhere"])


def test_suggest_says_what_is_missing(drafted: Drafted, tmp_path: Path) -> None:
    assert run("suggest", drafted.vault.folder, "--json").error[0] == "wrong_use"
    (tmp_path / "n.txt").write_text("Ice.", encoding="utf-8")
    assert run("suggest", tmp_path / "n.txt", "--json").error[0] == "wrong_use"
    missing = run("suggest", tmp_path / "none.json", "--json")
    assert (missing.outcome, missing.error[0]) == (4, "file_unreadable")


def test_suggest_speaks_to_people_too() -> None:
    ran = run("suggest", SAMPLE)
    assert ran.out.splitlines()[-1].endswith("Meaning was not checked.")


def test_export_of_what_is_not_approved_is_refused(drafted: Drafted, tmp_path: Path) -> None:
    ran = _export(drafted, tmp_path / "out")
    assert (ran.outcome, ran.error[0]) == (1, "not_approved")
    assert not (tmp_path / "out").exists()


def test_a_draft_is_exported_in_every_format_and_stamped(drafted: Drafted, tmp_path: Path) -> None:
    ran = _export(drafted, tmp_path / "out", "--draft", formats=",".join(FORMATS))
    files = [Path(path) for path in ran.json["files"]]
    assert [path.name for path in files] == [f"summary.{ending}" for ending in FORMATS]
    assert "DRAFT" in files[-1].read_text(encoding="utf-8")


def test_approval_lets_it_out_without_a_stamp(tmp_path: Path) -> None:
    vault = new_command_vault(tmp_path)
    (meeting_id,) = vault.done("import", SAMPLE)["meetings"]
    profile = ("--profile", "principals", "--accept-suggestions")
    summary_id = vault.done("draft", "--meeting", meeting_id, *profile)["summary"]

    approval = vault.done("approve", "--summary", summary_id)

    assert set(approval) == {"approval", "content_hash"}
    assert len(approval["content_hash"]) == 64
    to = ("--summary", summary_id, "--format", "txt", "--to", tmp_path / "out")
    (path,) = vault.done("export", *to)["files"]
    assert "DRAFT" not in Path(path).read_text(encoding="utf-8")
    again = vault.run("export", *to)
    assert (again.outcome, again.error[0]) == (4, "destination_exists")
    assert vault.done("export", *to, "--overwrite")["files"] == [path]


def test_a_draft_with_open_suggestions_cannot_go_out(drafted: Drafted, tmp_path: Path) -> None:
    draft = drafted.vault.done("draft", "--meeting", drafted.meeting_id, "--profile", "wide")
    to = ("--summary", draft["summary"], "--to", tmp_path / "out", "--draft")
    ran = drafted.vault.run("export", *to)
    assert (ran.outcome, ran.error[0]) == (1, "sanitisation_refused")
    refused = drafted.vault.run("approve", "--summary", draft["summary"])
    assert (refused.outcome, refused.error[0]) == (1, "sanitisation_refused")


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("draft", ("--meeting", "none", "--profile", "principals")),
        ("approve", ("--summary", "none")),
        ("export", ("--summary", "none", "--to", ".")),
        ("suggest", ("--meeting", "none")),
    ],
)
def test_what_is_not_in_the_vault_is_wrong_use(
    drafted: Drafted, command: str, arguments: tuple[str, ...]
) -> None:
    ran = drafted.vault.run(command, *arguments)
    assert (ran.outcome, ran.error[0]) == (2, "not_found")


def test_a_profile_that_is_not_there_is_wrong_use(drafted: Drafted) -> None:
    ran = drafted.vault.run("draft", "--meeting", drafted.meeting_id, "--profile", "press")
    assert (ran.outcome, ran.error[0]) == (2, "not_found")


def test_an_export_to_nowhere_ends_with_4(drafted: Drafted, tmp_path: Path) -> None:
    ran = _export(drafted, tmp_path / "a" / "b", "--draft")
    assert (ran.outcome, ran.error[0]) == (4, "destination_not_writable")


def test_our_own_exports_pass_the_check_with_and_without_the_vault(drafted: Drafted, tmp_path: Path) -> None:
    files = _export(drafted, tmp_path / "out", "--draft", formats=",".join(FORMATS)).json["files"]
    alone = run("check", *files, "--json")
    assert alone.outcome == 0, alone.out
    assert [file["path"] for file in alone.json["files"]] == files
    unlocking = ("--vault", drafted.vault.folder, "--passphrase-file", drafted.vault.passphrase_file)
    assert run("check", *files, *unlocking, "--json").outcome == 0


def test_check_finds_what_the_vault_withholds(drafted: Drafted, tmp_path: Path) -> None:
    leak = tmp_path / "leak.txt"
    leak.write_text("The idea came from Myung Hae-in, they say.\n", encoding="utf-8")
    assert run("check", leak, "--json").outcome == 0
    unlocking = ("--vault", drafted.vault.folder, "--passphrase-file", drafted.vault.passphrase_file)
    ran = run("check", leak, *unlocking, "--json")
    assert ran.outcome == 1
    (file,) = ran.json["files"]
    assert {finding["code"] for finding in file["findings"]} == {"withheld_term"}
    assert all(set(one) == {"code", "where", "detail", "severity"} for one in file["findings"])
    assert "Myung" not in ran.out


def test_check_finds_the_text_of_what_is_not_for_the_report(drafted: Drafted, tmp_path: Path) -> None:
    leak = tmp_path / "leak.txt"
    leak.write_text("Was asked not to name the hospital, and does not.\n", encoding="utf-8")
    unlocking = ("--vault", drafted.vault.folder, "--passphrase-file", drafted.vault.passphrase_file)
    assert run("check", leak, *unlocking, "--json").outcome == 1


def test_check_of_what_is_not_there_ends_with_4(tmp_path: Path) -> None:
    ran = run("check", tmp_path / "none.pdf", "--json")
    assert (ran.outcome, ran.error[0]) == (4, "file_unreadable")
