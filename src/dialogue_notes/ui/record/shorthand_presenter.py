"""Shorthand: keys added, changed and removed with a way back, proposals, and the list as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.glossary import ListLine, Term, as_mapping
from dialogue_notes.domain.phrases import Proposal, key_for
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.errors import KnownError
from dialogue_notes.services import glossary
from dialogue_notes.services.glossary import GlossaryChange, ImportOutcome
from dialogue_notes.services.glossary_files import log_export, write_list
from dialogue_notes.services.importing.files import read_import_file
from dialogue_notes.services.recording.entering import codes_of
from dialogue_notes.services.worker.phrase_jobs import PROPOSE, READ_LIST, PhraseTask
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk

Done = tuple[GlossaryChange, tuple[Term, ...]]


class ShorthandPresenter(QObject):
    """Signals: `terms_shown(terms)`, `proposals_shown(proposals)`, `looking(is_looking)` while phrases are looked
    for, `done(words)` when a step is kept, `failed(KnownError)`, `imported(words)`, `exported(path)`.
    """

    terms_shown = Signal(tuple)
    proposals_shown = Signal(tuple)
    looking = Signal(bool)
    done = Signal(str)
    failed = Signal(object)
    imported = Signal(str)
    exported = Signal(str)

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._terms: tuple[Term, ...] = ()
        self._proposals: tuple[Proposal, ...] = ()
        self._undo: list[GlossaryChange] = []
        self._redo: list[GlossaryChange] = []
        self._read_of = ""
        office.locked.connect(self._forget)

    def read(self) -> None:
        """Reads the list, and has phrases looked for."""
        dialogue_id = self._dialogue_id()
        if dialogue_id != self._read_of:
            self._forget()
        self._read_of = dialogue_id
        if dialogue_id:
            self._office.read(
                lambda reader: glossary.terms_of(reader, dialogue_id),
                lambda terms: self._take(dialogue_id, terms),
                self.failed.emit,
            )
            self._look_for_phrases(dialogue_id)

    def proposed_key(self, words: str) -> str:
        """A free key for words that a person selected."""
        codes = codes_of(self._desk.view.cast.participants) if self._desk.view else {}
        return key_for(words, (*self._desk.glossary, *codes))

    def add(self, key: str, words: str) -> None:
        """A new key."""
        self._step(lambda vault, dialogue_id: glossary.add_term(vault, dialogue_id, key, words), "Added.")

    def change(self, term_id: str, key: str, words: str) -> None:
        """Another key or other words."""
        self._step(
            lambda vault, dialogue_id: glossary.change_term(vault, dialogue_id, term_id, key, words),
            "Changed.",
        )

    def remove(self, term_id: str) -> None:
        """Takes a key out."""
        self._step(lambda vault, dialogue_id: glossary.remove_term(vault, dialogue_id, term_id), "Removed.")

    def decline(self, phrase: str) -> None:
        """The phrase is not proposed again."""
        self._step(lambda vault, dialogue_id: glossary.decline(vault, dialogue_id, phrase), "Declined.")

    def undo(self) -> None:
        """Takes the last step back."""
        if self._undo:
            self._again(self._undo, self._redo, "Taken back.")

    def redo(self) -> None:
        """Does what was taken back."""
        if self._redo:
            self._again(self._redo, self._undo, "Done again.")

    def import_file(self, path: Path) -> None:
        """Reads a list in the worker process, then adds what is new in one step."""
        places, dialogue_id = self._office.places, self._dialogue_id()

        def add(vault: Vault, lines: tuple[ListLine, ...]) -> tuple[ImportOutcome, tuple[Term, ...]]:
            return glossary.import_lines(vault, dialogue_id, lines), glossary.terms_of(vault, dialogue_id)

        def understood(lines: tuple[ListLine, ...]) -> None:
            self._office.write(
                lambda vault: add(vault, lines),
                lambda pair: self._imported(dialogue_id, *pair),
                self.failed.emit,
            )

        reading = places.read(lambda: read_import_file(path)).then(
            lambda file: places.compute(READ_LIST, file)
        )
        self._office.watch(reading, understood, self.failed.emit)

    def export_to(self, folder: Path) -> None:
        """Writes the list into a folder."""
        terms, dialogue_id = self._terms, self._dialogue_id()

        def written(path: Path) -> None:
            self._office.write(lambda vault: log_export(vault, dialogue_id, len(terms)), lambda _none: None)
            self.exported.emit(str(path))

        self._office.read(lambda _reader: write_list(terms, folder), written, self.failed.emit)

    def _dialogue_id(self) -> str:
        return self._office.chosen.dialogue_id or ""

    def _step(self, work: Callable[[Vault, str], GlossaryChange], words: str) -> None:
        dialogue_id = self._dialogue_id()

        def kept(done: Done) -> None:
            self._undo.append(done[0])
            self._redo.clear()
            self._take(dialogue_id, done[1])
            self.done.emit(words)

        if dialogue_id:
            self._office.write(
                lambda vault: (work(vault, dialogue_id), glossary.terms_of(vault, dialogue_id)),
                kept,
                self.failed.emit,
            )

    def _again(self, taken: list[GlossaryChange], other: list[GlossaryChange], words: str) -> None:
        change = taken.pop().reversed

        def do(vault: Vault) -> Done:
            glossary.apply(vault, change)
            return change, glossary.terms_of(vault, change.dialogue_id)

        def kept(done: Done) -> None:
            other.append(change)
            self._take(change.dialogue_id, done[1])
            self._look_for_phrases(change.dialogue_id)
            self.done.emit(words)

        def failed(error: KnownError) -> None:
            taken.append(change.reversed)
            self.failed.emit(error)

        self._office.write(do, kept, failed)

    def _imported(self, dialogue_id: str, outcome: ImportOutcome, terms: tuple[Term, ...]) -> None:
        if outcome.added:
            self._undo.append(outcome.change)
            self._redo.clear()
        self._take(dialogue_id, terms)
        self.imported.emit(_outcome_words(outcome))

    def _take(self, dialogue_id: str, terms: tuple[Term, ...]) -> None:
        """What is stored holds at once, in whatever session of the dialogue is typed."""
        if dialogue_id != self._dialogue_id():
            return
        self._terms = terms
        self._desk.glossary = as_mapping(terms)
        self.terms_shown.emit(terms)
        self._show_proposals(self._proposals)

    def _look_for_phrases(self, dialogue_id: str) -> None:
        """In the worker process: typing never waits for it."""
        self.looking.emit(True)

        def found(proposals: tuple[Proposal, ...]) -> None:
            self.looking.emit(False)
            if dialogue_id == self._dialogue_id():
                self._show_proposals(proposals)

        def failed(_error: KnownError) -> None:
            self.looking.emit(False)  # there is nothing to propose then, and nothing is lost

        def compute(task: PhraseTask) -> None:
            self._office.compute(PROPOSE, task, found, failed)

        self._office.read(lambda reader: glossary.phrase_task(reader, dialogue_id), compute, failed)

    def _show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        settled = {as_typed(term.words) for term in self._terms}
        settled |= {as_typed(phrase) for change in self._undo for phrase in change.declined}
        self._proposals = tuple(each for each in proposals if as_typed(each.phrase) not in settled)
        self.proposals_shown.emit(self._proposals)

    def _forget(self) -> None:
        self._terms, self._proposals = (), ()
        self._undo.clear()
        self._redo.clear()


def _outcome_words(outcome: ImportOutcome) -> str:
    words = [f"{outcome.added} added"]
    if outcome.known:
        words.append(f"{outcome.known} were here already")
    if outcome.left_out:
        lines = ", ".join(f";{line.key} (line {line.number})" for line in outcome.left_out)
        words.append(f"left out, for they stand for other words here: {lines}")
    return f"{'; '.join(words)}."
