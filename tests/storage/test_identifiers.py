from __future__ import annotations

import time
from datetime import UTC, datetime
from uuid import RFC_4122, UUID

from dialogue_notes.storage.identifiers import new_id, utc_now


def test_ids_are_uuids_of_version_7_with_the_time_in_front() -> None:
    before = time.time_ns() // 1_000_000
    made = [UUID(new_id()) for _ in range(200)]
    after = time.time_ns() // 1_000_000
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {RFC_4122}
    assert all(before <= one.int >> 80 <= after for one in made)
    assert len(set(made)) == 200
    assert all(str(one) == str(one).lower() and len(str(one)) == 36 for one in made)


def test_the_stamp_is_utc() -> None:
    stamped = datetime.fromisoformat(utc_now())
    assert stamped.utcoffset() == datetime.now(UTC).utcoffset()
    assert utc_now().endswith("Z")
