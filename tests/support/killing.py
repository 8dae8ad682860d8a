"""Kills a window while somebody types in it, opens the vault again, and compares it with what was typed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dialogue_notes.storage import drafts, interventions
from dialogue_notes.storage.verification import verify
from tests.services.recording_room import fill
from tests.support.children import ROOT
from tests.support.vaults import new_vault, reopen

LIVES = (0.05, 2.5)
"""Between how many seconds a window may type before it is killed."""

State = tuple[int, str, str]
"""How often Enter was pressed, the line, and what was put aside for an edit."""


@dataclass(frozen=True, slots=True)
class Killing:
    """What one kill cost. `lost_ms` is the age of the oldest key whose effect is not on the disk, 0 when none is."""

    keys: int
    shown: int
    kept: int
    lost_keys: int
    lost_ms: float


@dataclass(slots=True)
class _Typed:
    """What the typist said."""

    states: list[tuple[int, State]] = field(default_factory=list)
    entered: list[tuple[str, bool]] = field(default_factory=list)
    shown: int = 0

    def hear(self, line: str) -> None:
        kind, *rest = line.split(" ", 2 if line.startswith("t") else 1)
        if not line.endswith("\n") or not rest:
            return  # cut off by the kill
        what = json.loads(rest[-1])
        if kind in {"r", "t"}:
            when = int(rest[0]) if kind == "t" else 0
            self.states.append((when, (what[0], what[1], what[2])))
        elif kind == "e":
            self.entered.append((what[0], what[1]))
        elif kind == "k":
            self.shown += 1


class Sitting:
    """A vault in which one typist after the other is killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "vaults"
        self._folder.mkdir()
        vault = new_vault(self._folder / "Lakeside.vault")
        self._session = fill(vault).sessions[0].id
        vault.close()
        self._entries: list[str] = []

    def kill_one(self, seed: int, *, one_line_for: float = 0.0) -> Killing:
        """Lets somebody type for a random while and kills the window; fails when something is lost that was kept.

        `one_line_for` so many seconds somebody types one long line instead.
        """
        typed, killed_at = self._type_and_kill(seed, one_line_for)
        entries, draft = self._what_is_there()
        possible = list(_after_each_enter(self._entries, typed.entered))
        assert entries in possible, f"no order of what was typed gives the {len(entries)} entries there are"
        kept = max(count for count, each in enumerate(possible) if each == entries)
        assert kept >= typed.shown, f"{typed.shown} were shown as kept, {kept} are there"
        places = [place for place, (_when, state) in enumerate(typed.states) if state == (kept, *draft)]
        assert places, f"the draft is none of the {len(typed.states)} states of the line"
        later = typed.states[max(places) + 1 :]
        lost_ms = (killed_at - later[0][0]) / 1e6 if later else 0.0
        self._entries = entries
        return Killing(len(typed.states) - 1, typed.shown, kept, len(later), lost_ms)

    def _type_and_kill(self, seed: int, one_line_for: float) -> tuple[_Typed, int]:
        typed, killed_at, pauses = _Typed(), 0, "0" if one_line_for else "1"
        with subprocess.Popen(
            [sys.executable, "-m", "tests.support.typist", str(self._folder), str(seed), pauses],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        ) as child:
            assert child.stdout is not None

            def kill() -> None:
                nonlocal killed_at
                killed_at = time.monotonic_ns()
                child.kill()

            killer = threading.Timer(one_line_for or random.Random(seed).uniform(*LIVES), kill)
            for line in child.stdout:
                if line.startswith("r"):
                    killer.start()
                typed.hear(line)
            killer.join()
        assert child.returncode == -9, "the window ended before it was killed"
        return typed, killed_at

    def _what_is_there(self) -> tuple[list[str], tuple[str, str]]:
        vault = reopen(self._folder / "Lakeside.vault")
        assert verify(vault) == ()
        entries = [entry.text for entry in interventions.interventions(vault, self._session)]
        draft = drafts.draft(vault, self._session)
        vault.close()
        return entries, (draft.text, draft.aside) if draft is not None else ("", "")


def _after_each_enter(entries: list[str], entered: list[tuple[str, bool]]) -> Iterator[list[str]]:
    """The record as it is before any Enter, after the first, and so on."""
    yield list(entries)
    now = list(entries)
    for line, is_edit in entered:
        words = line.split(": ", 1)[-1] if is_edit else line
        now = [*now[:-1], words] if is_edit else [*now, words]
        yield now
