"""Lines on their way to the disk: each knows where it belongs, so that it may wait, and none is lost in locking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recorder import Recorder
from dialogue_notes.services.recording import save_draft
from dialogue_notes.services.recording_types import KeptEntry
from dialogue_notes.storage.vault import Vault

OF_THE_DISK = frozenset({ErrorCode.DISK_FULL, ErrorCode.DISK_FAILED, ErrorCode.VAULT_READ_ONLY})
"""What passes by itself, or by somebody's hand: a line waits for it."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptLine:
    """A line that was finished with Enter, and the session in which it was."""

    recorder: Recorder = field(repr=False)
    text: str = field(repr=False)
    began: datetime
    rule: GroundRule | None
    glossary: Mapping[str, str] = field(repr=False)

    @property
    def session_id(self) -> str:
        """The session in which it was typed."""
        return self.recorder.session_id

    def write(self, vault: Vault, refused: list[KeptLine]) -> KeptEntry:
        """Keeps it; when that fails, puts it into `refused` before anything else can be done on the vault."""
        try:
            return self._keep(vault)
        except KnownError:
            refused.append(self)
            raise

    def write_or_return(self, vault: Vault) -> str:
        """Keeps it; its text when it is not to be kept as it stands. Raises KnownError of the disk."""
        try:
            self._keep(vault)
        except KnownError as error:
            if error.code in OF_THE_DISK:
                raise
            return self.text
        return ""

    def _keep(self, vault: Vault) -> KeptEntry:
        return self.recorder.keep(vault, self.text, self.began, self.rule, self.glossary)


class LastSave:
    """The last save before locking: the lines that wait, in their order, then the line half typed as a draft.

    What a session does not take (the meeting was closed) stands before its half typed line. Called again after the
    disk was full, it goes on where it stopped.
    """

    def __init__(self, lines: Sequence[list[KeptLine]], session_id: str, text: str, caret: int) -> None:
        """`lines` are looked at when it is called: some may be refused only then. Without `session_id` nothing is
        half typed.
        """
        self._lines = lines
        self._draft = session_id, text, caret
        self._left: list[str] = []

    def __call__(self, vault: Vault) -> None:
        for lines in self._lines:
            while lines:
                self._write(vault, lines[0])
                del lines[0]
        session_id, text, caret = self._draft
        if not session_id:
            return
        whole = " ".join([*self._left, text]) if self._left else text
        save_draft(vault, session_id, whole, caret + len(whole) - len(text))

    def _write(self, vault: Vault, line: KeptLine) -> None:
        returned = line.write_or_return(vault)
        if returned and line.session_id == self._draft[0]:
            self._left.append(returned)
        elif returned:
            line.recorder.put_back(vault, returned)
