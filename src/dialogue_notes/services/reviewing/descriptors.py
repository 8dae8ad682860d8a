"""What may stand in the place of a name: the ladder for a thing, and what is known of a wording typed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue_notes.domain.dangers.descriptors import (
    Descriptions,
    Judgement,
    RungKind,
    WordingKind,
    fits_words,
    general_words,
    judge,
    ladder,
    too_few_for,
    too_few_words,
)
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.withholding import finder, hidden_sides, hidden_terms
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.redactions import redactions
from dialogue_notes.storage.vault import Readable


@dataclass(frozen=True, slots=True)
class OfferedRung:
    """Words to take in the place of a thing, how many people in the room they fit (None where that is not counted),
    and what is to be said of them; `is_enough` for every audience.
    """

    words: str = field(repr=False)
    fits: int | None
    says: str
    is_enough: bool


class Wordings:
    """The ladders of a meeting and its judge of wordings, made once from what was read; holds words of the vault."""

    def __init__(
        self, record: MeetingRecord, decided: Iterable[Redaction], profiles: Iterable[Profile]
    ) -> None:
        terms = hidden_terms(record, Decisions.of(decided), record_texts(record))
        self._record = record
        self._profiles = tuple(profiles)
        self._hidden: TermFinder = finder(terms)
        self._sides = hidden_sides(record.delegations, terms)
        self._known = Descriptions(record, self._sides)

    def offered(self, entity: Entity) -> tuple[OfferedRung, ...]:
        """The rungs for a thing, those that are enough for every audience first, from the finest of them on.

        Never a name, and nothing that holds one.
        """
        person = next((one for one in self._record.participants if one.id == entity.participant_id), None)
        if person is None:
            return tuple(
                OfferedRung(words, None, "Says nothing of anybody in the room.", is_enough=True)
                for words in general_words(entity.category)
            )
        rungs = [
            self._offer(one.words, one.fits)
            for one in ladder(self._record, person, self._sides)
            if one.kind is not RungKind.NAME and not self._hidden.find(one.words)
        ]
        enough = [one for one in rungs if one.is_enough]
        return (*reversed(enough), *(one for one in rungs if not one.is_enough))

    def judged(self, wording: str, entity: Entity | None = None) -> Judgement:
        """What is known of a wording for a thing; one that is refused must not be used."""
        of_participant = entity is None or entity.participant_id is not None
        found = judge(wording, self._known, self._hidden, of_participant=of_participant)
        if found.kind is not WordingKind.KNOWN or found.fits is None:
            return found
        return Judgement(found.kind, self._offer(wording, found.fits).says, found.fits)

    def _offer(self, words: str, fits: int) -> OfferedRung:
        too_few = too_few_for(fits, self._profiles)
        says = fits_words(fits)
        if too_few:
            says = f"{says}; {too_few_words(too_few)}"
        return OfferedRung(words, fits, f"{says[:1].upper()}{says[1:]}.", is_enough=not too_few)


def refuse_names(readable: Readable, meeting_id: str, wording: str) -> None:
    """Raises KnownError(BAD_FIELD) when a wording holds a name of the roster, or something that was hidden.

    The sanitiser would refuse it too, but only when somebody wants to export.
    """
    record = meeting_record(readable, meeting_id)
    terms = hidden_terms(record, Decisions.of(redactions(readable, meeting_id)), record_texts(record))
    if finder(terms).find(wording):
        detail = "These words hold a name, or something that was hidden."
        raise KnownError(ErrorCode.BAD_FIELD, field="In these words", detail=detail)
