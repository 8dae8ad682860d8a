"""What was committed since a vault was opened, by table: so that what was read is kept exactly as long as it holds.

One process writes to a vault, on one connection, so what that connection commits is all that can have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_WRITES: Final = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(\w+)",
    re.IGNORECASE,
)
_READS: Final = re.compile(
    r"\s*(?:SELECT|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|EXPLAIN)\b", re.IGNORECASE
)
_UNKNOWN: Final = ""

ASIDE: Final = frozenset(
    {
        "audit_entry", "audit_seed", "audit_state", "closing_draft", "draft", "half_typed", "intervention_event",
        "intervention_revision", "review_step", "review_step_place", "search", "search_queue", "undo_entry",
        "undo_step",
    }
)  # fmt: skip
"""Tables that nothing is made of which is kept: what is half typed, histories, the log."""
APART: Final = frozenset(
    {
        "checklist_answer", "comment", "comment_thread", "entity", "entity_decision", "entity_form",
        "entity_form_source", "entity_form_word", "entity_merge", "entity_person", "entity_split", "redaction",
        "settled_danger",
    }
)  # fmt: skip
"""Tables that are counted one by one. Whatever is in neither set counts against everything that is kept.

Rows of some of them go with rows of others (redactions with their entity, comments with their thread): whoever rests on
the one rests on the other.
"""


@lru_cache(maxsize=512)
def written_table(sql: str) -> str | None:
    """The table that a statement of ours writes to; None for one that only reads, empty where it cannot be told."""
    found = _WRITES.match(sql)
    if found is not None:
        return found[1].lower()
    return None if _READS.match(sql) else _UNKNOWN


class Changes:
    """Counts commits by table. Counted once a commit is done, so that a count that was seen is never ahead of what can
    be read; safe to look at from another thread.
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, tables: Iterable[str]) -> None:
        """These were written to in a transaction that is committed now."""
        meant = {one if one in APART else _UNKNOWN for one in tables if one not in ASIDE}
        if meant:
            counts = dict(self._counts)
            for one in meant:
                counts[one] = counts.get(one, 0) + 1
            self._counts = counts  # put there whole: whoever looks sees the old ones or the new ones

    def counts(self) -> dict[str, int]:
        """The counts as they are now; not to be changed."""
        return self._counts


def version(counts: dict[str, int], tables: Iterable[str]) -> tuple[int, ...]:
    """By what something made of `tables` (of `APART`) and of any that are not counted one by one is told apart."""
    return (counts.get(_UNKNOWN, 0), *(counts.get(one, 0) for one in sorted(tables)))
