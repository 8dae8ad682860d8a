"""Who is the same person in two meetings of a dialogue: by whole names, never by a family name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_notes.domain.names.words import ROLES, TITLES
from dialogue_notes.domain.reading import HANGUL, NO_SPACE_SCRIPTS
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.text import normalise

_NAME_WORDS = 2
"""A given and a family name."""


def whole_name(wording: str) -> str:
    """The name in a wording if it is a whole one, in whatever order its words come; else nothing.

    Titles and initials do not make a name whole: "General Haig" and "A. Haig" may be another Haig.
    """
    words = [word for word in normalise(wording).split() if word.strip(".,") not in TITLES | ROLES]
    names = [word.strip(".,;:()’'\"") for word in words]
    names = [name for name in names if sum(letter.isalpha() for letter in name) > 1]
    if len(names) >= _NAME_WORDS or any(map(_is_whole_without_spaces, names)):
        return " ".join(sorted(names))
    return ""


def person_keys(participant: Participant) -> frozenset[str]:
    """What tells a participant of one meeting to be that of another: each whole name that they go by.

    Somebody who is entered under less than that is the same only under the very same name, role and delegation. A
    group of unnamed people is never the same.
    """
    if participant.count > 1:
        return frozenset()
    keys = frozenset(filter(None, map(whole_name, _names(participant))))
    name = normalise(participant.name).strip()
    if keys or not name or not participant.delegation_id:
        return keys
    return frozenset({"\0".join((name, normalise(participant.role).strip(), participant.delegation_id))})


def same_people(here: Iterable[Participant], elsewhere: Iterable[tuple[Participant, str]]) -> dict[str, str]:
    """For participants of a meeting (by id) the entity that somebody of another meeting has who is the same person.

    Whoever could be two people there, or shares a name with another one here, is left out: nobody is taken for
    somebody else.
    """
    there: dict[str, set[str]] = {}
    for who, entity_id in elsewhere:
        for key in person_keys(who):
            there.setdefault(key, set()).add(entity_id)
    present = tuple(here)
    shared: dict[str, int] = {}
    for who in present:
        for key in person_keys(who):
            shared[key] = shared.get(key, 0) + 1
    found: dict[str, str] = {}
    for who in present:
        keys = person_keys(who)
        entities = {one for key in keys for one in there.get(key, ())}
        if len(entities) == 1 and all(shared[key] == 1 for key in keys):
            found[who.id] = entities.pop()
    return found


def _names(participant: Participant) -> Iterator[str]:
    yield participant.name
    yield from participant.aliases
    yield from participant.scripts
    if participant.given_name and participant.family_name:
        yield f"{participant.given_name} {participant.family_name}"


def _is_whole_without_spaces(name: str) -> bool:
    """As in 基辛格 or 강용철: given and family name in one run of at least three signs."""
    return len(name) > _NAME_WORDS and all(NO_SPACE_SCRIPTS.match(one) or HANGUL.match(one) for one in name)
