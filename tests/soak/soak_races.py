"""Windows that race for one vault, some killed while they hold it (targets R4): one has it, the others are refused."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_notes.storage import dialogues
from dialogue_notes.storage.verification import verify
from tests.soak.report import report, spread
from tests.support.children import start_child
from tests.support.vaults import new_vault, reopen

RACES = 100
RUNNERS = 4

RUNNER = """
import sys, time
from pathlib import Path
from dialogue_notes.domain.record import Dialogue
from dialogue_notes.errors import KnownError
from dialogue_notes.storage import dialogues
from dialogue_notes.storage.identifiers import new_id
from tests.support.vaults import reopen
vault = None
for line in sys.stdin:
    began = time.monotonic()
    if line.startswith("go"):
        try:
            vault = reopen(Path(sys.argv[1]))
            dialogues.add_dialogue(vault, Dialogue(new_id(), line.strip()))
            answer = "won"
        except KnownError as error:
            answer = error.code.value
    else:
        vault.close()
        answer = "closed"
    print(answer, (time.monotonic() - began) * 1000, flush=True)
"""


class Runner:
    """One process that opens the vault when told to."""

    def __init__(self, folder: Path) -> None:
        self.child: subprocess.Popen[str] = start_child(RUNNER, folder)

    def tell(self, what: str) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(f"{what}\n")
        self.child.stdin.flush()

    def answer(self) -> tuple[str, float]:
        assert self.child.stdout is not None
        word, milliseconds = self.child.stdout.readline().split()
        return word, float(milliseconds)

    def end(self) -> None:
        self.child.kill()
        self.child.communicate()


@pytest.mark.timeout(900)
def test_a_hundred_races(tmp_path: Path) -> None:
    folder, chance = tmp_path / "test.vault", random.Random(4)
    new_vault(folder).close()
    runners = [Runner(folder) for _ in range(RUNNERS)]
    refused: list[float] = []
    killed = 0
    for race in range(RACES):
        chance.shuffle(runners)
        for runner in runners:
            runner.tell(f"go {race}")
        answers = [runner.answer() for runner in runners]
        assert sorted(word for word, _ in answers) == ["vault_in_use"] * (RUNNERS - 1) + ["won"]
        refused += [milliseconds for word, milliseconds in answers if word != "won"]
        winner = next(place for place, (word, _) in enumerate(answers) if word == "won")
        if chance.random() < 0.3:  # its lock is stale; the next race must find it recovered
            runners[winner].end()
            runners[winner] = Runner(folder)
            killed += 1
        else:
            runners[winner].tell("close")
            assert runners[winner].answer()[0] == "closed"
    for runner in runners:
        runner.end()
    vault = reopen(folder)
    titles = sorted(dialogue.title for dialogue in dialogues.dialogues(vault))
    assert titles == sorted(f"go {race}" for race in range(RACES))
    assert verify(vault) == ()
    vault.close()
    report(
        f"R4 races: {RACES} of {RUNNERS} processes, {killed} winners killed with kill -9, vault whole, python"
        f" {sys.version.split()[0]}",
        f"R4 ms until a second instance is refused: {spread(refused)} (target 1000)",
    )
    assert max(refused) < 10_000
