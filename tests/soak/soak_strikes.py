"""Strikes after thousands of random acts: the struck words are nowhere in the decrypted pages, the others stay."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.services.recording_room import make_room
from tests.soak.report import report
from tests.support.striking_script import Script, left

RUNS = 200


def test_struck_words_are_nowhere_after_many_scripts(tmp_path: Path) -> None:
    struck = 0
    for seed in range(1000, 1000 + RUNS):
        room = make_room(tmp_path / f"{seed}.vault")
        script = Script(room, Random(seed))
        for _ in range(12):
            for _ in range(10):
                script.act()
            script.strike()
            assert left(room, script.forbidden) == set(), seed
        struck += len(script.forbidden)
        room.vault.close()
    report(f"{RUNS} scripts of 120 acts and 12 strikes: {struck} words struck, 0 found")
