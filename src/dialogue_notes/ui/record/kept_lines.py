"""Lines on their way to the disk: each knows where it belongs, so that it may wait, and none is lost in locking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.rules import strictest
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import KeptEntry
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.vault import Vault

OF_THE_DISK = frozenset({ErrorCode.DISK_FULL, ErrorCode.DISK_FAILED, ErrorCode.VAULT_READ_ONLY})
"""What passes by itself, or by somebody's hand: a line waits for it."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptLine:
    """A line that was finished with Enter, the session in which it was, and the entry that it is to stand before."""

    recorder: Recorder = field(repr=False)
    text: str = field(repr=False)
    began: datetime
    rule: GroundRule | None
    glossary: Mapping[str, str] = field(repr=False)
    before: str = ""

    @property
    def session_id(self) -> str:
        """The session in which it was typed."""
        return self.recorder.session_id

    def write(self, vault: Vault) -> KeptEntry:
        """Keeps it. Raises KnownError of the disk, or by the session."""
        before = self.before or None
        return self.recorder.keep(vault, self.text, self.began, self.rule, self.glossary, before)

    def write_or_return(self, vault: Vault) -> str:
        """Keeps it; its text when it is not to be kept as it stands. Raises KnownError of the disk."""
        try:
            self.write(vault)
        except Exception as error:  # even a bug must not cost the words
            if _is_of_the_disk(error):
                raise
            return self.text
        return ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of lines sent together: kept, refused by their session with the reason, the disk's error with which
    it stopped, and a bug that was met.
    """

    kept: tuple[KeptEntry, ...]
    refused: tuple[tuple[KeptLine, KnownError], ...] = ()
    error: KnownError | None = None
    bug: Exception | None = None


def write_all(vault: Vault, lines: list[KeptLine], returned: list[KeptLine]) -> Batch:
    """Keeps lines in their order and takes each out of the list; at an error of the disk it stops, and the rest stays.

    What is not kept otherwise is in `returned` before anything else can be done on the vault, so that a last save
    finds it.
    """
    kept: list[KeptEntry] = []
    refused: list[tuple[KeptLine, KnownError]] = []
    bug: Exception | None = None
    while (line := first_of(lines)) is not None:
        try:
            kept.append(line.write(vault))
        except KnownError as error:
            if _is_of_the_disk(error):
                lines.insert(0, line)
                return Batch(tuple(kept), tuple(refused), error, bug)
            returned.append(line)
            refused.append((line, error))
        except Exception as error:  # noqa: BLE001 - told when the batch is settled, and the words are not lost
            returned.append(line)
            refused.append((line, KnownError(ErrorCode.BUG)))
            bug = error
    return Batch(tuple(kept), tuple(refused), None, bug)


def _is_of_the_disk(error: Exception) -> bool:
    return isinstance(error, KnownError) and error.code in OF_THE_DISK


def first_of(lines: list[KeptLine]) -> KeptLine | None:
    """Takes the first line out, in one step: screen and writer may take lines out of the same list."""
    try:
        return lines.pop(0)
    except IndexError:
        return None


class LastSave:
    """The last save before locking: the lines that wait, in their order, then the line half typed as a draft.

    What a session does not take (the meeting was closed) stands before its half typed line. Called again after the
    disk was full, it goes on where it stopped.
    """

    def __init__(self, lines: Sequence[list[KeptLine]], session_id: str, draft: Draft) -> None:
        """`lines` are looked at when it is called: some may be refused only then. Without `session_id` nothing is
        half typed.
        """
        self._lines = lines
        self._session_id = session_id
        self._draft = draft
        self._left: list[str] = []
        self._rule = draft.rule

    def __call__(self, vault: Vault) -> None:
        for lines in self._lines:
            while (line := first_of(lines)) is not None:
                try:
                    self._write(vault, line)
                except KnownError:
                    lines.insert(0, line)
                    raise
        if not self._session_id:
            return
        draft, left = self._draft, self._left
        text, aside = draft.text, draft.aside
        if draft.editing:
            aside = " ".join(each for each in (*left, aside) if each)
        elif left:
            text = " ".join(each for each in (*left, text) if each)
        caret = draft.caret + len(text) - len(draft.text)
        save_draft(vault, self._session_id, text, caret, draft.editing, aside, self._rule)

    def _write(self, vault: Vault, line: KeptLine) -> None:
        returned = line.write_or_return(vault)
        if returned and line.session_id == self._session_id:
            self._left.append(returned)
            rules = [rule for rule in (self._rule, line.rule) if rule is not None]
            self._rule = strictest(*rules) if rules else None
        elif returned:
            line.recorder.put_back(vault, returned, line.rule)
