"""The error tree, and the one table that turns every code into words.

No error ever holds the text of notes. `KnownError` is the world's fault: it is shown in words, with what was
kept and what to do, and work goes on. `BugError` is ours and opens the crash window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ErrorCode(StrEnum):
    """What went wrong; each has its words in `WORDS` and its exit code in `EXIT_CODES`."""

    WRONG_USE = "wrong_use"
    WRONG_PASSPHRASE = "wrong_passphrase"
    RECOVERY_KEY_MISTYPED = "recovery_key_mistyped"
    WEAK_PASSPHRASE = "weak_passphrase"
    HEADER_DAMAGED = "header_damaged"
    HEADER_ALTERED = "header_altered"
    KDF_COST_REFUSED = "kdf_cost_refused"
    VAULT_DAMAGED = "vault_damaged"
    VAULT_NEWER = "vault_newer"
    VAULT_IN_USE = "vault_in_use"
    VAULT_EXISTS = "vault_exists"
    VAULT_MISSING = "vault_missing"
    VAULT_GONE = "vault_gone"
    VAULT_LOCKED = "vault_locked"
    VAULT_READ_ONLY = "vault_read_only"
    VAULT_IN_SYNCED_FOLDER = "vault_in_synced_folder"
    CIPHER_MISSING = "cipher_missing"
    DISK_FULL = "disk_full"
    DISK_FAILED = "disk_failed"
    DESTINATION_NOT_WRITABLE = "destination_not_writable"
    DESTINATION_EXISTS = "destination_exists"
    SETTINGS_NOT_SAVED = "settings_not_saved"
    FILE_UNREADABLE = "file_unreadable"
    FILE_NOT_UNDERSTOOD = "file_not_understood"
    NOT_FOUND = "not_found"
    BAD_FIELD = "bad_field"
    REASON_NEEDED = "reason_needed"
    MEETING_CLOSED = "meeting_closed"
    SESSION_CLOSED = "session_closed"
    HANDS_OFF = "hands_off"
    LEGAL_HOLD = "legal_hold"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDO_ELSEWHERE = "undo_elsewhere"
    STRIKE_STAYS = "strike_stays"
    SANITISATION_REFUSED = "sanitisation_refused"
    NOT_APPROVED = "not_approved"
    LEAK_FOUND = "leak_found"
    GLYPHS_MISSING = "glyphs_missing"
    FONTS_MISSING = "fonts_missing"
    NETWORK_NOT_BLOCKED = "network_not_blocked"
    NO_SCREEN = "no_screen"
    CANCELLED = "cancelled"
    WORKER_FAILED = "worker_failed"
    BUG = "bug"


@dataclass(frozen=True, slots=True)
class Words:
    """What a person reads: what happened (may hold `{detail}` fields) and what to do next."""

    happened: str
    do_next: str


class DialogueNotesError(Exception):
    """Root of all errors of the program.

    `code` picks the words; `details` fills their fields with facts that are safe to show: a file's name, a
    field's name and place, what was expected. Never the text of a note.
    """

    def __init__(self, code: ErrorCode, /, **details: str) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details

    @property
    def message(self) -> str:
        """What happened and what to do, as one line of plain words."""
        words = WORDS[self.code]
        happened = words.happened.format_map(_Blanks(self.details))
        return f"{happened} {words.do_next.format_map(_Blanks(self.details))}".strip()

    def __str__(self) -> str:
        return self.message


class KnownError(DialogueNotesError):
    """The world's fault, or the user's: shown in words, nothing lost, work goes on."""


class BugError(DialogueNotesError):
    """Our own fault: a state that the code promised could not be."""


class _Blanks(dict[str, str]):
    """Leaves a field out where the error gave no fact for it."""

    def __missing__(self, key: str) -> str:
        return ""


WORDS: dict[ErrorCode, Words] = {
    ErrorCode.WRONG_USE: Words("{detail}", "See `dialogue-notes --help`."),
    ErrorCode.WRONG_PASSPHRASE: Words(
        "The passphrase does not open this vault.",
        "Nothing was changed. Check the keyboard layout and Caps Lock, or use the recovery key.",
    ),
    ErrorCode.RECOVERY_KEY_MISTYPED: Words(
        "The recovery key has a typing error in {detail}.",
        "Compare that group with the paper and type it again.",
    ),
    ErrorCode.WEAK_PASSPHRASE: Words(
        "This passphrase could be guessed: {detail}",
        "Use the five random words offered, or a longer sentence.",
    ),
    ErrorCode.HEADER_DAMAGED: Words(
        "The vault's header is damaged{detail}.",
        "Nothing was changed. Put back header.json from a backup; the notes themselves were not touched.",
    ),
    ErrorCode.HEADER_ALTERED: Words(
        "The vault's header was changed by something other than this program.",
        "The vault was closed again. Put back header.json from a backup and find out who had access to the disk.",
    ),
    ErrorCode.KDF_COST_REFUSED: Words(
        "The vault's header asks for a key derivation that this program refuses ({detail}).",
        "Nothing was tried. Put back header.json from a backup.",
    ),
    ErrorCode.VAULT_DAMAGED: Words(
        "The vault's database is damaged{detail}.",
        "Do not write to it. Copy the folder, then restore the last backup; what was undamaged can still be read.",
    ),
    ErrorCode.VAULT_NEWER: Words(
        "This vault was written by a newer version of the program ({detail}).",
        "Nothing was changed. Install the newer version to open it.",
    ),
    ErrorCode.VAULT_IN_USE: Words(
        "This vault is open in another window or another program.", "Close it there, then try again."
    ),
    ErrorCode.VAULT_EXISTS: Words("There is already something at {path}.", "Choose another name or folder."),
    ErrorCode.VAULT_MISSING: Words("There is no vault at {path}.", "Check the folder's name."),
    ErrorCode.VAULT_GONE: Words(
        "The open vault is no longer at {path}: its folder was moved, removed or replaced.",
        "What is typed from now on may be lost. Put the folder back, and keep what is on the screen elsewhere first.",
    ),
    ErrorCode.VAULT_LOCKED: Words("The vault is locked.", "Unlock it to go on; what was typed is kept."),
    ErrorCode.VAULT_READ_ONLY: Words(
        "The vault's folder cannot be written to.", "Nothing was changed. Check its permissions or move it."
    ),
    ErrorCode.VAULT_IN_SYNCED_FOLDER: Words(
        "The folder is kept in step with another computer by {detail}.",
        "Choose a folder outside it, or allow it expressly (--allow-synced-folder).",
    ),
    ErrorCode.CIPHER_MISSING: Words(
        "The database library came without encryption.", "Nothing was written. Install the program again."
    ),
    ErrorCode.DISK_FULL: Words(
        "The disk is full.",
        "What was saved is whole; the last step was not done. Free some space and try again.",
    ),
    ErrorCode.DISK_FAILED: Words(
        "The disk did not accept the data ({detail}).", "What was saved before is whole. Check the disk."
    ),
    ErrorCode.DESTINATION_NOT_WRITABLE: Words(
        "Nothing can be written to {path}.", "Nothing was exported. Choose another folder."
    ),
    ErrorCode.DESTINATION_EXISTS: Words(
        "{path} is there already.",
        "Nothing was exported. Choose another folder, or allow overwriting (--overwrite).",
    ),
    ErrorCode.SETTINGS_NOT_SAVED: Words(
        "The settings could not be saved at {path}.", "They hold until the program is closed."
    ),
    ErrorCode.FILE_UNREADABLE: Words("{path} could not be read ({detail}).", "Nothing was taken from it."),
    ErrorCode.FILE_NOT_UNDERSTOOD: Words("{path}: {place}: {detail}", "Nothing was taken from it."),
    ErrorCode.NOT_FOUND: Words("There is no {detail} here.", "Check the name, or list what there is."),
    ErrorCode.BAD_FIELD: Words("{field}: {detail}", "Nothing was changed."),
    ErrorCode.REASON_NEEDED: Words(
        "A looser rule needs a stated reason.", "Say who allowed it and why; the rule was left as it is."
    ),
    ErrorCode.MEETING_CLOSED: Words(
        "This meeting is closed.", "Open it again to write in it; nothing was changed."
    ),
    ErrorCode.SESSION_CLOSED: Words(
        "This session has ended; only asides (~) and observations (--) are still taken.",
        "Open it again (“Open this session again” in the palette, Ctrl+K) to write in it; nothing was changed.",
    ),
    ErrorCode.HANDS_OFF: Words(
        "Hands are off: nothing is noted.", "Take typing up again (F9) first; nothing was changed."
    ),
    ErrorCode.LEGAL_HOLD: Words("A legal hold forbids destroying this.", "It was kept. Ask a custodian."),
    ErrorCode.NOTHING_TO_UNDO: Words("There is nothing to undo.", ""),
    ErrorCode.STRIKE_STAYS: Words(
        "What was struck does not come back.", "Undo once more to take back what was done before it."
    ),
    ErrorCode.UNDO_ELSEWHERE: Words(
        "What was done last here moved entries between sessions, and more was done in the other one since.",
        "Undo that there first; nothing was changed.",
    ),
    ErrorCode.SANITISATION_REFUSED: Words(
        "The summary may not go out yet: {detail}.", "Nothing was exported."
    ),
    ErrorCode.NOT_APPROVED: Words(
        "This summary is not approved in its present form.", "Approve it, or export a draft (--draft)."
    ),
    ErrorCode.LEAK_FOUND: Words(
        "Something withheld was found in the finished file: {detail}.",
        "Nothing was written and the staged file was destroyed. "
        "Redact the place, or decide that it is not identifying.",
    ),
    ErrorCode.GLYPHS_MISSING: Words(
        "No installed font can show {detail}.",
        "Nothing was exported. Install a font for that script ({font}).",
    ),
    ErrorCode.FONTS_MISSING: Words(
        "The fonts for exports are missing ({detail}).", "Run `make setup` or install them."
    ),
    ErrorCode.NETWORK_NOT_BLOCKED: Words(
        "The system could not be told to block the network ({detail}).",
        "No vault was opened. Start with --allow-unenforced-network to go on all the same; this is logged.",
    ),
    ErrorCode.NO_SCREEN: Words(
        "There is no screen to open a window on.", "Use a command; see `dialogue-notes --help`."
    ),
    ErrorCode.CANCELLED: Words("Stopped at your wish.", "Nothing was changed."),
    ErrorCode.WORKER_FAILED: Words(
        "The helper process stopped while it worked ({detail}).", "Nothing was lost. Try again."
    ),
    ErrorCode.BUG: Words("Something went wrong inside the program ({detail}).", "What was saved is whole."),
}

EXIT_CODES: dict[ErrorCode, int] = {
    **dict.fromkeys(
        (
            ErrorCode.HEADER_DAMAGED,
            ErrorCode.HEADER_ALTERED,
            ErrorCode.VAULT_DAMAGED,
            ErrorCode.SANITISATION_REFUSED,
            ErrorCode.NOT_APPROVED,
            ErrorCode.LEAK_FOUND,
            ErrorCode.GLYPHS_MISSING,
            ErrorCode.FILE_NOT_UNDERSTOOD,
        ),
        1,
    ),
    **dict.fromkeys(
        (
            ErrorCode.WRONG_PASSPHRASE,
            ErrorCode.RECOVERY_KEY_MISTYPED,
            ErrorCode.KDF_COST_REFUSED,
            ErrorCode.VAULT_NEWER,
            ErrorCode.NETWORK_NOT_BLOCKED,
            ErrorCode.CIPHER_MISSING,
        ),
        3,
    ),
    **dict.fromkeys(
        (
            ErrorCode.VAULT_IN_USE,
            ErrorCode.VAULT_GONE,
            ErrorCode.VAULT_READ_ONLY,
            ErrorCode.DISK_FULL,
            ErrorCode.DISK_FAILED,
            ErrorCode.DESTINATION_NOT_WRITABLE,
            ErrorCode.DESTINATION_EXISTS,
            ErrorCode.VAULT_EXISTS,
            ErrorCode.SETTINGS_NOT_SAVED,
            ErrorCode.FILE_UNREADABLE,
            ErrorCode.FONTS_MISSING,
            ErrorCode.NO_SCREEN,
            ErrorCode.WORKER_FAILED,
        ),
        4,
    ),
}
"""Exit codes of design 7; a code that is absent here exits with 2 (wrong use)."""

EXIT_BUG = 70
"""The program's own fault (EX_SOFTWARE of sysexits.h)."""

EXIT_SIGNAL = 128
"""Added to the number of the signal that ended the program, as shells count it."""
