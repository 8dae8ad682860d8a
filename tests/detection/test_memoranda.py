"""On the real memoranda: every family name of a roster is hidden by default, and what was said survives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.names.forms import parsed_names
from dialogue_notes.domain.profiles import PRINCIPALS
from dialogue_notes.domain.sanitised import text_of
from dialogue_notes.services.importing.meeting_files import read_meeting_file
from tests.support.records import all_text, drafted, from_suggestions, sanitised

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "memcons"
FILES = sorted(FOLDER.glob("*.meeting.json"))


@pytest.mark.skipif(not FILES, reason="the memoranda are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split(".")[0])
def test_a_draft_holds_no_family_name_and_keeps_nine_words_of_ten(path: Path) -> None:
    record = read_meeting_file(path.read_text(encoding="utf-8"), path.name)
    entities, redactions = from_suggestions(suggest(record))
    out = sanitised(record, PRINCIPALS, redactions, entities, drafted(record, PRINCIPALS, redactions))
    text = all_text(out)
    for person in record.participants:
        for name in parsed_names(person):
            flags = re.NOFLAG if is_ordinary(name.family) else re.IGNORECASE
            assert not re.search(rf"(?<!\w){re.escape(name.family)}(?!\w)", text, flags)
    said = sum(len(entry.intervention.text.split()) for entry in record.entries)
    kept = sum(len(text_of(point.runs).split()) for section in out.sections for point in section.points)
    assert kept >= 0.9 * said
