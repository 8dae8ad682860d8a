"""A forward-secure chain of MACs: whoever takes over the vault today cannot rewrite yesterday's entries.

Each entry is authenticated with a key that is then replaced by its one-way successor, so that the past keys are
gone (Bellare and Yee, "Forward integrity for secure audit logs", 1997; Schneier and Kelsey, "Secure audit logs
to support computer forensics", 1999). The first key is kept sealed to the custodians, who alone can check.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from dialogue_notes.crypto.key_buffer import KeyBuffer, copy_key

_EVOLVE: Final = b"dialogue-notes audit: next key"
_START: Final = bytes(32)
"""What stands for the MAC before the first entry."""


class AuditChain:
    """The chain's end: the key for the next entry, and the MAC of the last one."""

    __slots__ = ("_key", "last")

    def __init__(self, key: KeyBuffer, last: bytes = _START) -> None:
        self._key = copy_key(key.view)
        self.last = last

    @property
    def key(self) -> KeyBuffer:
        """The key for the next entry."""
        return self._key

    def link(self, entry: bytes) -> bytes:
        """The MAC of `entry`, bound to all entries before; the key moves on and its old value is overwritten."""
        self.last = hmac.digest(self._key.view, self.last + entry, hashlib.sha256)
        self._key.view[:] = hmac.digest(self._key.view, _EVOLVE, hashlib.sha256)
        return self.last

    def close(self) -> None:
        """Erases the key."""
        self._key.close()
