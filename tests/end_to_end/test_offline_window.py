"""Seen from outside: the window, from its start to its end, with the whole job done in it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.lockdown.tracing import asked_of_the_kernel, needs_strace, not_local, started, written_to

if TYPE_CHECKING:
    from dialogue_notes.app.compose import Composition

pytestmark = needs_strace


def drive(composition: Composition, folder: Path) -> None:
    """In the child: a new vault, the roster, ten lines, review, summary, five exports, lock, unlock, quit."""
    from dialogue_notes.app.demo_hands import Hands
    from tests.end_to_end import test_window as job

    hands = Hands(composition.window)
    composition.window.activateWindow()  # a screen without a window manager gives the keyboard to nobody by itself
    hands.until(composition.window.isActiveWindow, "the window")
    job._make_vault(hands, composition)
    job._prepare(hands)
    job._record(hands)
    job._review(hands)
    job._summarise_and_export(hands, folder / "out")
    hands.after(composition.office.closed, lambda: hands.press("Ctrl+L"), "the lock")
    hands.type_text(job.PASSPHRASE)
    hands.after(composition.office.unlocked, lambda: hands.press("Return"), "the open vault")
    hands.press("Ctrl+2")
    hands.type_text("half typed")
    composition.window.close()


@pytest.mark.parametrize(
    ("screen", "before"),
    [
        ("offscreen", ()),
        pytest.param(
            "xcb",
            ("xvfb-run", "-a"),
            marks=pytest.mark.skipif(not shutil.which("xvfb-run"), reason="Xvfb is not installed"),
        ),
    ],
)
def test_the_whole_job_in_the_window_is_offline_and_writes_only_where_it_may(
    tmp_path: Path, project_root: Path, screen: str, before: tuple[str, ...]
) -> None:
    home, out, trace = tmp_path / "home", tmp_path / "out", tmp_path / "trace"
    for folder in (home, trace, *(home / name for name in ("config", "data", "tmp", "run"))):
        folder.mkdir(mode=0o700)
    calls = asked_of_the_kernel(
        trace,
        ["-m", "tests.end_to_end.driven", "tests.end_to_end.test_offline_window", str(tmp_path)],
        *before,
        PYTHONPATH=f"{project_root / 'src'}:{project_root}",
        QT_QPA_PLATFORM=screen,
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_RUNTIME_DIR=str(home / "run"),
        TMPDIR=str(home / "tmp"),
        DBUS_SESSION_BUS_ADDRESS="",
    )
    assert not_local(calls) == []
    assert set(started(calls)) == {sys.executable}  # the program and its workers; no bus, no helper
    vaults, settings = home / "data" / "dialogue-notes", home / "config" / "dialogue-notes"
    allowed = (f"{vaults}/", f"{settings}/", f"{out}/")
    elsewhere = {path for path in written_to(calls) if not f"{path}/".startswith(allowed)}
    assert elsewhere <= {"/dev/null"}
    assert sorted(path.name for path in home.rglob("*") if path.is_file()) == [
        "content.db",
        "header.json",
        "keybox.json",
        "lock",
        "reserve",
        "settings.json",
    ]
    assert len(list(out.iterdir())) == 5
    # No list of recent files: where the exports went is the vault's to know.
    kept = (settings / "settings.json").read_text(encoding="utf-8")
    assert "summary" not in kept
    assert str(out) not in kept
