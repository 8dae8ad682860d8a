"""Seen from outside: what every command of a meeting's life asks of the kernel, and where it writes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lockdown.children import environment
from tests.lockdown.tracing import asked_of_the_kernel, needs_strace, not_local, started, written_to

pytestmark = needs_strace

MEETING = {
    "format": "dialogue-notes/meeting",
    "version": 1,
    "meeting": {"title": "Second round", "date": "2024-03-12"},
    "participants": [{"id": "p1", "name": "Adela Winterbourne", "capacity": "official"}],
    "sessions": [
        {"title": "Opening", "interventions": [{"speaker": "p1", "text": "A survey of herons would help."}]}
    ],
}


class Desk:
    """A folder with a vault, an export folder, and a program that is traced from one command to the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._secret = folder / "passphrase"
        self.vault = folder / "vault"
        self.out = folder / "out"
        self._secret.write_text("seven herons over a quiet autumn lake")
        self.out.mkdir()

    def trace(self, command: str, *arguments: str) -> list[str]:
        """The calls of one command; checks that it wrote only where it may, and stayed offline."""
        calls = asked_of_the_kernel(self._folder, ["-m", "dialogue_notes", *self._whole(command, arguments)])
        assert not_local(calls) == []
        assert set(started(calls)) == {sys.executable}  # the program and its workers, nothing else
        # A vault is made whole beside its place and then moved there.
        allowed = (f"{self.vault}/", f"{self._folder}/.vault.", f"{self.out}/")
        elsewhere = {path for path in written_to(calls) if not f"{path}/".startswith(allowed)}
        assert elsewhere <= {"/dev/null", "/dev/tty"}
        return calls

    def ask(self, command: str, *arguments: str) -> dict[str, object]:
        """What one command answers, untraced."""
        done = subprocess.run(
            [sys.executable, "-B", "-m", "dialogue_notes", *self._whole(command, arguments)],
            env=environment(),
            capture_output=True,
            check=True,
        )
        answer: dict[str, object] = json.loads(done.stdout)
        return answer

    def _whole(self, command: str, arguments: tuple[str, ...]) -> list[str]:
        return [command, *arguments, "--passphrase-file", str(self._secret), "--json"]


def test_a_meeting_from_vault_to_export_is_offline_and_writes_only_where_it_was_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    vault = str(desk.vault)
    file = tmp_path / "meeting.json"
    file.write_text(json.dumps(MEETING))
    desk.trace("create", vault)
    assert len(started(desk.trace("import", vault, str(file)))) == 2  # a stranger's file is read by a worker
    meetings = desk.ask("meetings", vault)["meetings"]
    assert isinstance(meetings, list)
    meeting = meetings[0]["id"]
    desk.trace("suggest", vault, "--meeting", meeting)
    desk.trace("draft", vault, "--meeting", meeting, "--profile", "principals", "--accept-suggestions")
    summary = str(
        desk.ask("draft", vault, "--meeting", meeting, "--profile", "principals", "--accept-suggestions")[
            "summary"
        ]
    )
    exported = desk.trace(
        "export",
        vault,
        "--summary",
        summary,
        "--format",
        "pdf,docx,html,md,txt",
        "--to",
        str(desk.out),
        "--draft",
    )
    assert len(started(exported)) == 2
    assert len(list(desk.out.iterdir())) == 5
    desk.trace("check", str(desk.out / "summary.pdf"), str(desk.out / "summary.docx"))
    desk.trace("verify", vault)


@pytest.mark.parametrize("code", ["open('elsewhere', 'w')", "__import__('os').mkdir('elsewhere')"])
def test_the_trace_would_show_a_file_made_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "elsewhere" in set(written_to(asked_of_the_kernel(tmp_path, ["-c", code])))
