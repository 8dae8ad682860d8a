"""What a picture tells beside what it shows: camera, place and time, texts, a thumbnail of an earlier state."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import ExifTags, Image

from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, leak, warning

_PERSONAL: Final = frozenset(
    {
        ExifTags.Base.Artist, ExifTags.Base.Copyright, ExifTags.Base.ImageDescription, ExifTags.Base.XPAuthor,
        ExifTags.Base.XPComment, ExifTags.Base.XPTitle, ExifTags.Base.XPSubject, ExifTags.Base.XPKeywords,
        ExifTags.Base.HostComputer,
    }
)  # fmt: skip
_TECHNICAL_KEYS: Final = frozenset(
    {
        "dpi", "jfif", "jfif_version", "jfif_unit", "jfif_density", "gamma", "srgb", "transparency", "icc_profile",
        "exif", "progressive", "progression", "adobe", "adobe_transform", "interlace", "chromaticity", "aspect",
        "photoshop", "xmp", "bbox", "duration", "default_image", "loop", "blend", "disposal",
    }
)  # fmt: skip


def check_picture(data: bytes, where: str = "the picture") -> tuple[Finding, ...]:
    """Findings in a PNG or JPEG; nothing is said about what it shows. Pillow's own errors pass through."""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        return tuple(_findings(picture, where))


def _findings(picture: Image.Image, where: str) -> Iterator[Finding]:
    exif = picture.getexif()
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        yield leak(FindingCode.METADATA, where, "the place where it was taken")
    if _PERSONAL & set(exif):
        yield warning(FindingCode.METADATA, where, "an author, title or comment")
    elif exif:
        yield info(FindingCode.METADATA, where, "notes of the camera or program")
    if exif.get_ifd(ExifTags.IFD.IFD1):
        yield warning(FindingCode.EMBEDDED_THUMBNAIL, where, "a small copy that may show an earlier state")
    if "xmp" in picture.info or "photoshop" in picture.info:
        yield warning(FindingCode.METADATA, where, "notes of a picture editor")
    if "comment" in picture.info or set(map(str, picture.info)) - _TECHNICAL_KEYS - {"comment"}:
        yield warning(FindingCode.METADATA, where, "a text stored with it")
