"""One run through what needs a look: where it stands, what was left, and how it follows what was put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dialogue_notes.domain.clean_up import CleanUpItem, Need

Key = tuple[Need, str]


@dataclass(frozen=True, slots=True)
class CleanUpRun:
    """`items` are all that were found in this run, also those put right since; `at` is the number of the one looked
    at, and as many as there are at the end. `open_keys` tells which still need a look, `left` those that a person
    has passed over.
    """

    items: tuple[CleanUpItem, ...] = field(default=(), repr=False)
    at: int = 0
    open_keys: frozenset[Key] = frozenset()
    left: frozenset[Key] = frozenset()

    @property
    def current(self) -> CleanUpItem | None:
        """What is looked at; None at the end."""
        return self.items[self.at] if self.at < len(self.items) else None

    def is_open(self, item: CleanUpItem) -> bool:
        """Whether it still needs a look."""
        return item.key in self.open_keys

    @property
    def still_open(self) -> tuple[CleanUpItem, ...]:
        """What was not put right, in order."""
        return tuple(item for item in self.items if self.is_open(item))

    def stepped(self, step: int) -> CleanUpRun:
        """The next one (1) or the one before (-1), whatever became of it."""
        return replace(self, at=max(0, min(len(self.items), self.at + step)))

    def passed_over(self) -> CleanUpRun:
        """The one looked at is left as it is, and remembered so for this run."""
        current = self.current
        return replace(self, left=self.left | {current.key}).gone_on() if current is not None else self

    def settled(self) -> CleanUpRun:
        """The one looked at is put right, as far as the screen knows."""
        current = self.current
        if current is None:
            return self
        return replace(self, open_keys=self.open_keys - {current.key}).gone_on()

    def reopened(self, item: CleanUpItem) -> CleanUpRun:
        """Back at an item that could not be put right."""
        return replace(self, open_keys=self.open_keys | {item.key}).gone_to(frozenset({item.key}))

    def gone_on(self) -> CleanUpRun:
        """To the next one that needs a look and was not passed over; to the end when there is none."""
        after = range(self.at + 1, len(self.items))
        wanted = (number for number in after if self._is_waiting(self.items[number]))
        return replace(self, at=next(wanted, len(self.items)))

    def gone_to(self, keys: frozenset[Key]) -> CleanUpRun:
        """To the first of these; where it is when there is none."""
        numbers = (number for number, item in enumerate(self.items) if item.key in keys)
        return replace(self, at=next(numbers, self.at))

    def refreshed(self, found: Sequence[CleanUpItem]) -> CleanUpRun:
        """After the record was read again: what was put right is no longer open, and what is new has its place behind
        the others of its entry, else at the end.
        """
        now = {item.key: item for item in found}
        items = [now.get(item.key, item) for item in self.items]
        known = {item.key for item in items}
        for item in found:
            if item.key not in known:
                places = [n for n, other in enumerate(items) if other.subject_id == item.subject_id]
                items.insert(places[-1] + 1 if places else len(items), item)
        current = self.current
        at = [item.key for item in items].index(current.key) if current is not None else len(items)
        return replace(self, items=tuple(items), at=at, open_keys=frozenset(now))

    def _is_waiting(self, item: CleanUpItem) -> bool:
        return self.is_open(item) and item.key not in self.left


def begun(found: Sequence[CleanUpItem]) -> CleanUpRun:
    """A new run, at its first item."""
    return CleanUpRun(tuple(found), 0, frozenset(item.key for item in found))
