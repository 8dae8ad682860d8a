"""Names written in Han, kana, Hangul and other scripts that set no blanks inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.domain.names.han_variants import han_variants
from dialogue_notes.domain.names.scripts import without_title
from dialogue_notes.domain.reading import HANGUL, NO_SPACE_SCRIPTS

_HAN_TITLES = (
    "先生", "女士", "大使", "部长", "部長", "主席", "总理", "總理", "教授", "博士", "将军", "將軍", "老师", "老師",
    "外长", "外長", "司长", "司長", "局长", "局長", "主任", "同志", "参赞", "參贊", "さん", "氏", "様", "首相", "大臣",
)  # fmt: skip
_HANGUL_TITLES = (
    "대사", "장관", "차관", "총리", "대통령", "위원장", "박사", "교수", "선생", "장군", "의원", "국장", "외상", "부상",
    "단장", "대표", "실장", "씨",
)  # fmt: skip
_BETWEEN_PARTS = re.compile(r"[\s·・‧•=＝]+")
_HAN = re.compile(r"^[\u3400-\u9fff]")
_SHORTEST_WITH_GIVEN = 3
_FOUR_SIGNS = 4
_LONGEST = 5


def is_unspaced(name: str) -> bool:
    """Whether every letter of a name belongs to such a script."""
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and all(NO_SPACE_SCRIPTS.match(one) or HANGUL.match(one) for one in letters)


def unspaced_forms(name: str) -> Iterator[str]:
    """Every form of such a name: whole, its parts, and in Han and Hangul the family name with a title.

    A family name of one sign alone is not among them: it is part of too many other words.
    """
    bare = without_title(name.strip())
    for shape in (bare, *han_variants(bare)):
        yield from _forms_of_shape(shape)


def _forms_of_shape(name: str) -> Iterator[str]:
    parts = [part for part in _BETWEEN_PARTS.split(name) if part]
    whole = "".join(parts)
    if len(whole) < 2:  # noqa: PLR2004 - one sign names nobody
        return
    yield whole
    if len(parts) > 1:
        yield from (between.join(parts) for between in ("·", "・", " "))
        yield from (part for part in parts if len(part) > 1)
    if HANGUL.match(whole) or _HAN.match(whole):
        yield from _east_asian(whole)


def _east_asian(name: str) -> Iterator[str]:
    """Family name first: of four signs and more the family name has two (欧阳修远, 安倍晋三), else one."""
    family, given = (name[:2], name[2:]) if len(name) >= _FOUR_SIGNS else (name[:1], name[1:])
    is_hangul = HANGUL.match(name) is not None
    if _SHORTEST_WITH_GIVEN <= len(name) <= _LONGEST:
        yield given
        if is_hangul:
            yield from (f"{family} {given}", f"{family} {' '.join(given)}", " ".join(name))
        elif len(family) > 1:
            yield family
    for title in _HANGUL_TITLES if is_hangul else _HAN_TITLES:
        yield family + title
        if is_hangul:
            yield f"{family} {title}"
