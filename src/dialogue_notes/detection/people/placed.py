"""Words that stand where places stand: "in Varnholt", "the Varnholt talks", "by road to Emsby", "Otter Lake".

No list knows a small town, and its name is built like a person's. What stands beside it tells the two apart: nobody
meets in Ardelean, and "in Ardelean's office" names him by the "'s". Once a word stood so, its other mentions in the
record are its too, unless a title, a given name or a clear mention makes it a person's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dialogue_notes.detection.people.weighing import ReadRecord
from dialogue_notes.detection.things.landmarks import HEADS, LEADS
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.names.words import TITLES
from dialogue_notes.domain.word_lists import words

_INSIDE = words("in near outside inside at across around")
_OF_PERSONS = words(
    """
    look looks looked looking stare stared glance glanced glances laugh laughed smile smiled shout shouted nod nodded
    point pointed aim aimed wave waved angry directed swipe snapped frowned grinned winked s
    """
)
"""Before "at": what is done at a person. "s" is the end of "Kelm's"."""
_MOVED = words(
    """
    went go goes going came come comes coming flew fly flies flying travel travels travelled traveled travelling drove
    drive sailed sail walked walk marched rode ride returned return returning moved crossed train trains flight flights
    road bus buses ferry ferries way border arrived journey trip convoy line railway boat boats bound north south east
    west miles kilometres kilometers km
    """
)
_TOWARDS = words("from to for into via of towards toward")
_BEFORE_PLACES = _INSIDE | _TOWARDS | {"the"}
_NEARBY = words(
    """
    talks process round track conference accord accords region area front coast harbour harbor port road bridge
    airport district province valley border garrison refinery ferry railway station crossing checkpoint market quarter
    """
)
"""Behind "the" and a name: what is called after places."""
_JOINTS = frozenset({",", "and", "or"})
_APOSTROPHES = frozenset({"'", "’"})


def placed_words(record: ReadRecord) -> frozenset[str]:
    """The words with a capital that stand as a place's name somewhere in the record."""
    found = {record.word(seen) for seen in record.candidates if _is_placed(record.texts[seen[0]], seen[1])}
    return (
        frozenset(found | set(_listed(record, found)) | set(_travelled(record, found)))
        if found
        else frozenset()
    )


def is_landmark(found: Words, place: int) -> bool:
    """Whether a word is one of the two in "Otter Lake"."""
    before = found.at(place - 1)
    if found.texts[place] in HEADS and before[0].isupper() and before.casefold() not in TITLES:
        return _is_next(found, place - 1)
    return found.at(place + 1) in HEADS and _is_next(found, place)


def _is_next(found: Words, place: int) -> bool:
    return found.starts[place + 1] - found.end(place) == 1


def _is_placed(found: Words, place: int) -> bool:
    before = found.at(place - 1)
    small = before.casefold()
    if small not in _BEFORE_PLACES and before not in LEADS:
        return False
    after = found.at(place + 1)
    if _is_owner(found, place) or found.texts[place].isupper():
        return False
    if small in _INSIDE:
        is_at_somebody = small == "at" and not _OF_PERSONS.isdisjoint(
            (found.at(place - 2), found.at(place - 3))
        )
        return not is_at_somebody and not after[0].isupper()
    if small in _TOWARDS and found.at(place - 2).casefold() in _MOVED:
        return not after[0].isupper()
    is_named_after = small == "the" and after in _NEARBY and "-" not in found.texts[place]
    return before in LEADS or is_named_after


def _is_owner(found: Words, place: int) -> bool:
    return found.at(place + 1) in _APOSTROPHES


def _listed(record: ReadRecord, placed: Collection[str]) -> Iterator[str]:
    """Words beside a placed one in "at Kelm and Dorran"."""
    for number, place in record.candidates:
        found = record.texts[number]
        is_listed = found.at(place - 1) in _JOINTS and found.at(place - 2) in placed
        if is_listed and not _is_owner(found, place) and _is_placed(found, place - 2):
            yield found.texts[place]


def _travelled(record: ReadRecord, placed: Collection[str]) -> Iterator[str]:
    """Where "from Varnholt to Emsby" leads, when it begins at a place."""
    for number, place in record.candidates:
        found = record.texts[number]
        is_end = (
            found.at(place - 1) == "to" and found.at(place - 3) == "from" and found.at(place - 2) in placed
        )
        if is_end and not _is_owner(found, place):
            yield found.texts[place]
