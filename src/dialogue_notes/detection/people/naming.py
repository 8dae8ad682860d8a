"""Which mentions are of one person: "Ioan Ardelean", "I. Ardelean" and "Mr. Ardelean" are, "Ana Ardelean" is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dialogue_notes.detection.people.runs import Run
from dialogue_notes.domain.names.words import FAMILY_FIRST

_PREFIX = "person:"
_PLURAL = "s"
_FAMILY_FIRST_LONGEST = 3


class Namesakes:
    """The people of one record, by their names.

    A name alone belongs to the one person who bears it, as family name or else as given name. Borne by several, it
    is an entity of its own: to tell them apart is not the program's to guess.
    """

    def __init__(self, found: Iterable[Run]) -> None:
        self._given: dict[str, dict[str, None]] = defaultdict(dict)
        self._family_of: dict[str, dict[str, None]] = defaultdict(dict)
        alone: dict[str, None] = {}
        for run in found:
            family, given = _parts(run)
            if given:
                self._given[family][given] = None
            if len(run.names) > 1:
                self._family_of[given][family] = None
                self._family_of[run.names[-1]][family] = None
            alone[family] = None
        self._alone = alone

    def entity(self, run: Run) -> str:
        """The entity of a mention: the family name where one person bears it, else the full one."""
        family, given = _parts(run)
        if not given:
            family, given = self._bearer(family)
        bearers = _persons(self._given.get(family, {}))
        if len(bearers) > 1 and given:
            return f"{_PREFIX}{_whose(given, bearers)} {family}"
        return f"{_PREFIX}{family}"

    def _bearer(self, name: str) -> tuple[str, str]:
        """Family and given name of the one person whom a name alone means."""
        if name in self._given:
            return name, ""
        singular = name.removesuffix(_PLURAL)
        if singular != name and (singular in self._given or singular in self._alone):
            return singular, ""
        families = self._family_of.get(name, {})
        return (next(iter(families)), name) if len(families) == 1 else (name, "")


def _parts(run: Run) -> tuple[str, str]:
    """Family and given name (or its initial) of a mention; either may be empty but not both."""
    if not run.names:
        return run.initials or "?", ""
    if len(run.names) == 1:
        return run.names[0], run.initials[:1]
    if run.names[0] in FAMILY_FIRST and len(run.names) <= _FAMILY_FIRST_LONGEST and not run.initials:
        return run.names[0], " ".join(run.names[1:])
    return run.names[-1], run.names[0]


def _persons(given: Mapping[str, None]) -> list[str]:
    """Given names that are different people's: an initial is nobody new where a name begins with it."""
    full = [name for name in given if len(name) > 1]
    initials = [one for one in given if len(one) == 1 and not any(name.startswith(one) for name in full)]
    return sorted(full + initials)


def _whose(given: str, bearers: Iterable[str]) -> str:
    """The bearer's given name; the one that an initial stands for, if it stands for one only."""
    fitting = [name for name in bearers if name.startswith(given)] if len(given) == 1 else [given]
    return fitting[0] if len(fitting) == 1 else given
