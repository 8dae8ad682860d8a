"""Shorthand by dialogue: adding, changing and removing it with a way back, and proposals for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.glossary import ListLine, Term, as_key, as_mapping, key_fault, words_fault
from dialogue_notes.domain.phrases import Avoided
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.prose import prose
from dialogue_notes.services.worker.phrase_jobs import PhraseTask
from dialogue_notes.storage import audit, dialogues, glossary, meetings, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault

__all__ = [
    "GlossaryChange",
    "ImportOutcome",
    "add_term",
    "apply",
    "change_term",
    "decline",
    "glossary_of",
    "import_lines",
    "phrase_task",
    "prose",
    "remove_term",
    "terms_of",
]

NEWEST_ENTRIES = 20_000
"""How many entries are looked through for phrases: years of a dialogue."""


@dataclass(frozen=True, slots=True)
class GlossaryChange:
    """What one step did, so that it can be taken back: terms before and after, and phrases declined by it."""

    dialogue_id: str
    before: tuple[Term, ...] = ()
    after: tuple[Term, ...] = ()
    declined: tuple[str, ...] = field(default=(), repr=False)
    taken_back: tuple[str, ...] = field(default=(), repr=False)

    @property
    def reversed(self) -> GlossaryChange:
        """The change that takes this one back."""
        return GlossaryChange(self.dialogue_id, self.after, self.before, self.taken_back, self.declined)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did: how many keys are new, how many were there with the same words, and the lines left out
    because their keys stand for other words in the glossary.
    """

    change: GlossaryChange
    added: int
    known: int
    left_out: tuple[ListLine, ...] = ()


def terms_of(readable: Readable, dialogue_id: str) -> tuple[Term, ...]:
    """The glossary of a dialogue, by key."""
    return glossary.terms(readable, dialogue_id)


def glossary_of(readable: Readable, dialogue_id: str) -> Mapping[str, str]:
    """Words by key, for the typing line."""
    return as_mapping(glossary.terms(readable, dialogue_id))


def add_term(vault: Vault, dialogue_id: str, key: str, words: str) -> GlossaryChange:
    """A new key. Raises KnownError(BAD_FIELD) for a bad or a taken key and for bad words."""
    return _put(vault, dialogue_id, None, key, words)


def change_term(vault: Vault, dialogue_id: str, term_id: str, key: str, words: str) -> GlossaryChange:
    """Gives a term another key or other words. Raises as `add_term`, and NOT_FOUND."""
    return _put(vault, dialogue_id, term_id, key, words)


def remove_term(vault: Vault, dialogue_id: str, term_id: str) -> GlossaryChange:
    """Removes a term. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        change = GlossaryChange(dialogue_id, before=(_term(vault, dialogue_id, term_id),))
        apply(vault, change)
    return change


def decline(vault: Vault, dialogue_id: str, phrase: str) -> GlossaryChange:
    """The phrase is not proposed again."""
    change = GlossaryChange(dialogue_id, declined=(phrase,))
    apply(vault, change)
    return change


def apply(vault: Vault, change: GlossaryChange) -> None:
    """Does a change, all of it or nothing; also to take one back (`change.reversed`) or do it again.

    Raises KnownError(BAD_FIELD) when a key is taken meanwhile, NOT_FOUND when a term is gone.
    """
    kept = {term.id for term in change.after}
    with vault.transaction():
        dialogues.dialogue(vault, change.dialogue_id)
        for term in change.before:
            if term.id not in kept:
                glossary.remove_term(vault, term.id)
        taken = {term.key: term.id for term in glossary.terms(vault, change.dialogue_id)}
        for term in change.after:
            if taken.get(term.key, term.id) != term.id:
                raise _bad("Key", "it stands for other words already")
            glossary.put_term(vault, change.dialogue_id, term)
        for phrase in change.declined:
            glossary.decline(vault, change.dialogue_id, phrase)
        for phrase in change.taken_back:
            glossary.take_back_declined(vault, change.dialogue_id, phrase)


def import_lines(vault: Vault, dialogue_id: str, lines: Sequence[ListLine]) -> ImportOutcome:
    """Adds the lines of a list in one step; what is there already stays as it is, and is told."""
    with vault.transaction():
        here = as_mapping(glossary.terms(vault, dialogue_id))
        new = tuple(Term(new_id(), line.key, line.words) for line in lines if line.key not in here)
        change = GlossaryChange(dialogue_id, after=new)
        apply(vault, change)
        audit.append(vault, "glossary_imported", dialogue=dialogue_id, count=str(len(new)))
    left_out = tuple(line for line in lines if line.key in here and here[line.key] != line.words)
    return ImportOutcome(change, len(new), len(lines) - len(new) - len(left_out), left_out)


def phrase_task(readable: Readable, dialogue_id: str) -> PhraseTask:
    """What the worker needs for proposals: the texts, and the names, keys and phrases to keep clear of."""
    terms = glossary.terms(readable, dialogue_id)
    codes, names = _codes_and_names(readable, dialogue_id)
    phrases = (*(term.words for term in terms), *glossary.declined(readable, dialogue_id))
    keys = (*(term.key for term in terms), *codes)
    return PhraseTask(glossary.texts(readable, dialogue_id, NEWEST_ENTRIES), Avoided(names, keys, phrases))


def _codes_and_names(readable: Readable, dialogue_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of everybody in the dialogue's meetings: typing codes, and the words of their names."""
    people = [
        who
        for meeting in meetings.meetings(readable, dialogue_id)
        for who in participants.participants(readable, meeting.id)
    ]
    names = (
        word
        for who in people
        for name in (who.name, who.given_name, who.family_name, *who.aliases, *who.scripts)
        for word in (name, *name.replace("-", " ").split(), *name.split())
    )
    return tuple({who.code for who in people if who.code}), tuple(dict.fromkeys(names))


def _put(vault: Vault, dialogue_id: str, term_id: str | None, key: str, words: str) -> GlossaryChange:
    term = Term(term_id or new_id(), as_key(key), words.strip())
    for name, fault in (("Key", key_fault(term.key)), ("Words", words_fault(term.words))):
        if fault:
            raise _bad(name, fault)
    with vault.transaction():
        before = () if term_id is None else (_term(vault, dialogue_id, term_id),)
        change = GlossaryChange(dialogue_id, before, (term,))
        apply(vault, change)
    return change


def _term(readable: Readable, dialogue_id: str, term_id: str) -> Term:
    found: Collection[Term] = glossary.terms(readable, dialogue_id)
    term = next((each for each in found if each.id == term_id), None)
    if term is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail="shorthand")
    return term


def _bad(name: str, detail: str) -> KnownError:
    return KnownError(ErrorCode.BAD_FIELD, field=name, detail=f"{detail}.")
