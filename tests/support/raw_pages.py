"""Every byte that a vault's database holds, decrypted: all pages, those on the free list and in the log too.

SQLCipher 4: pages of 4096 bytes, of which the last 80 are an initial vector of 16 bytes and an HMAC of 64; AES-256-CBC;
the first 16 bytes of the file are a salt. A log is a header of 32 bytes and frames of 24 bytes before each page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from dialogue_notes.storage.vault import Vault

PAGE, RESERVED, SALT = 4096, 80, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def decrypted_pages(vault: Vault) -> Iterator[bytes]:
    """The pages of content.db and of its log as they stand on the disk."""
    key = bytes(vault.keyring.content.view)
    database = (vault.folder / "content.db").read_bytes()
    for start in range(0, len(database), PAGE):
        yield _plain(key, database[start : start + PAGE], is_first=start == 0)
    log = _read(vault.folder / "content.db-wal")
    for start in range(LOG_HEADER, len(log), FRAME_HEADER + PAGE):
        number = int.from_bytes(log[start : start + 4], "big")
        page = log[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        yield _plain(key, page, is_first=number == 1)


def _plain(key: bytes, page: bytes, *, is_first: bool) -> bytes:
    vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(AES(key), CBC(vector)).decryptor()
    return decryptor.update(page[SALT if is_first else 0 : PAGE - RESERVED]) + decryptor.finalize()


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
