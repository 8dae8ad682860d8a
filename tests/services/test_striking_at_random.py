"""Whatever went before a strike, in any order: the struck words are nowhere and the others are where they were."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.services.recording_room import make_room
from tests.support.striking_script import Script, left


@pytest.mark.parametrize("seed", range(6))
def test_struck_words_are_nowhere_and_the_others_stay(tmp_path: Path, seed: int) -> None:
    room = make_room(tmp_path / "one.vault")
    script = Script(room, Random(seed))
    for _ in range(6):
        for _ in range(12):
            script.act()
        before = script.texts()
        script.strike()
        after = script.texts()
        gone = before.keys() - after.keys()
        assert len(gone) <= 1
        assert after == {one: text for one, text in before.items() if one not in gone}
        assert left(room, script.forbidden) == set()
    assert script.forbidden
    standing = {word for text in script.texts().values() for word in text.split() if len(word) == 14}
    assert left(room, standing) == standing
    room.vault.close()
