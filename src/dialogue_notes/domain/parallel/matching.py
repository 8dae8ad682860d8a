"""Who and which session of another rapporteur's record is who and which of this one: by name, and never by a guess
between two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dialogue_notes.domain.names.parsing import parse_name
from dialogue_notes.domain.record import Participant, Session
from dialogue_notes.domain.text import normalise


def match_people(theirs: Sequence[Participant], ours: Sequence[Participant]) -> dict[str, str]:
    """Ids of `theirs` with the ids on the roster that are surely the same person; who is absent has none.

    First by any whole name, alias or other script, then by given and family name without titles, then by a family
    name that only one person of either record has.
    """
    found: dict[str, str] = {}
    for keys in (_whole_names, _bare_names, _families):
        left = [one for one in theirs if one.id not in found]
        free = [one for one in ours if one.id not in found.values()]
        found.update(
            _unique_matches({one.id: keys(one) for one in left}, {one.id: keys(one) for one in free})
        )
    return found


def match_sessions(theirs: Sequence[Session], ours: Sequence[Session]) -> dict[str, str]:
    """Ids of `theirs` with the ids of the sessions they belong to: by title, else by their place in the order.

    Every one of them gets a session if there is any: what is left over belongs to the last.
    """
    if not ours:
        return {}
    found = _unique_matches(
        {one.id: {normalise(one.title).strip()} for one in theirs},
        {one.id: {normalise(one.title).strip()} for one in ours},
    )
    for place, one in enumerate(theirs):
        if one.id not in found:
            found[one.id] = ours[min(place, len(ours) - 1)].id
    return found


def _unique_matches(theirs: Mapping[str, Iterable[str]], ours: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Pairs that share a key which nobody else on either side has."""
    there: Counter[str] = Counter(key for keys in theirs.values() for key in set(keys) if key)
    here: dict[str, set[str]] = defaultdict(set)
    for name, keys in ours.items():
        for key in keys:
            here[key].add(name)
    wanted: dict[str, set[str]] = {
        name: {one for key in keys if key and there[key] == 1 and len(here[key]) == 1 for one in here[key]}
        for name, keys in theirs.items()
    }
    taken = Counter(one for each in wanted.values() for one in each)
    return {
        name: next(iter(each))
        for name, each in wanted.items()
        if len(each) == 1 and taken[next(iter(each))] == 1
    }


def _whole_names(person: Participant) -> set[str]:
    return {normalise(name).strip() for name in (person.name, *person.aliases, *person.scripts)} - {""}


def _bare_names(person: Participant) -> set[str]:
    parsed = parse_name(person.name, person.role)
    whole = normalise(parsed.full).strip()
    return {whole} if parsed.given and parsed.family else set()


def _families(person: Participant) -> set[str]:
    if person.count > 1:
        return set()
    parsed = parse_name(person.name, person.role)
    return {normalise(person.family_name or parsed.family).strip()} - {""}
