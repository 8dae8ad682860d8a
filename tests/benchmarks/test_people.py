from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import people

PROSE = Path(__file__).parents[2].parent / "shared" / "data" / "tagged_prose" / "people.jsonl.gz"


def tagged(volume: str, text: str, *names: str) -> str:
    spans = [[text.index(name), text.index(name) + len(name)] for name in names]
    return json.dumps({"volume": volume, "text": text, "people": spans})


def test_only_volumes_held_back_are_looked_through_and_new_names_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        tagged("another", "Mr. Serrowen came.", "Serrowen"),
        tagged("1961-63v03", "Mr. Vothrekk met Mr. Serrowen.", "Vothrekk", "Serrowen"),
        tagged("1977-80v01", "It rained.", *()),
    ]
    path = tmp_path / "prose.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert people.main([str(path)]) == 0
    said = capsys.readouterr().out
    assert "words of names: 2, of them new 1" in said
    assert "mentions: by default 1.0000  at all 1.0000  of 2" in said
    assert "new ones: by default 1.0000  at all 1.0000  of 1" in said
    assert "precision of what is hidden by default: 1.0000 of 2" in said


@pytest.mark.skipif(not PROSE.exists(), reason="the tagged prose is not here")
def test_what_is_found_of_people_whom_training_never_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert people.main([str(PROSE)]) == 0
    mentions, new, precision = capsys.readouterr().out.splitlines()[-3:]
    assert float(mentions.split()[3]) >= 0.93
    assert float(new.split()[4]) >= 0.84
    assert float(new.split()[7]) >= 0.97
    assert float(precision.split(":")[1].split()[0]) >= 0.90
