"""Opening a stranger's zip file without being drowned by it."""

from __future__ import annotations

import io
import zipfile
from typing import Final

_MOST_ENTRIES: Final = 10_000
_MOST_BYTES: Final = 256 * 1024 * 1024


class ZipTooLargeError(ValueError):
    """The file would unpack to more than an honest document does."""


def open_zip(data: bytes) -> dict[str, bytes]:
    """Every part by its name, unpacked.

    Raises `ZipTooLargeError` beyond 10,000 parts or 256 MiB, counted while unpacking since sizes in a zip may
    lie; `zipfile.BadZipFile` and `zlib.error` for what is damaged.
    """
    parts: dict[str, bytes] = {}
    left = _MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise ZipTooLargeError
        for entry in entries:
            with archive.open(entry) as part:
                content = part.read(left + 1)
            left -= len(content)
            if left < 0:
                raise ZipTooLargeError
            parts[entry.filename] = content
    return parts
