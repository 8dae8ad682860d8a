"""A roster's cell that holds one name in several scripts: "Han Ji-woo / 한지우", "王毅（Wang Yi）"."""

from __future__ import annotations

import re

from dialogue_notes.domain.reading import HANGUL_RANGES, NO_SPACE_RANGES
from dialogue_notes.domain.word_lists import words

TITLES_BEHIND = words(
    """
    장관 차관 국장 과장 부장 실장 대사 공사 참사관 서기관 영사 총리 부총리 대통령 의원 위원장 위원 의장 교수 박사
    선생 소장 원장 회장 사장 총장 장군 대장 중장 대령 중령 소령 제독 대표 단장 변호사 판사 여사 외상 부상 비서관
    보좌관 특사 씨 님 外交部长 外交部長 外长 外長 副外长 副外長 先生 女士 小姐 部长 部長 副部长 副部長 大使 公使
    主任 主席 教授 博士 局长 局長 司长 司長 处长 處長 院长 院長 所长 所長 总理 總理 总统 總統 委员 委員 委员长 委員長
    将军 將軍 上将 上將 上校 秘书长 秘書長 总书记 總書記 同志 老师 老師 代表 团长 團長 参赞 參贊 さん 氏 様 殿 大臣
    首相 議員 課長 長官
    """
)
"""What Korean, Chinese and Japanese put behind a name."""

_ALPHABETS = (
    "\u0370-\u03ff\u1f00-\u1fff",  # Greek
    "\u0400-\u052f",  # Cyrillic
    "\u0530-\u058f",  # Armenian
    "\u0590-\u05ff",  # Hebrew
    "\u0600-\u06ff\u0750-\u077f",  # Arabic
    "\u0900-\u0dff",  # of India
    "\u10a0-\u10ff",  # Georgian
)
_BETWEEN = r"\s.'’ʼ\u200b-\u200f\u2060\ufeff\u00ad\u2010\u2011-"
"""What may stand inside a name: Persian parts one with a joiner that does not show (U+200C)."""
_KINDS = re.compile(
    "|".join(
        (
            *(rf"[{letters}](?:[{letters}{_BETWEEN}]*[{letters}])?" for letters in _ALPHABETS),
            rf"[{HANGUL_RANGES}](?:[{HANGUL_RANGES} ]*[{HANGUL_RANGES}])?",
            rf"[{NO_SPACE_RANGES}](?:[{NO_SPACE_RANGES}·・‧• ]*[{NO_SPACE_RANGES}])?",
        )
    )
)
_TITLE_BEHIND = re.compile(rf"(?<=..)\s*(?:{'|'.join(sorted(TITLES_BEHIND, key=len, reverse=True))})님?$")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LEFT_OVER = re.compile(r"[(（\[]\s*[)）\]]|[/|｜／]\s*(?=$|[,;])|^\s*[/|｜／]")


def by_script(head: str) -> tuple[str, tuple[str, ...]]:
    """What of a cell is in Latin letters, and the runs in other scripts, in their order.

    A name with blanks that is in one such script alone counts as the former.
    """
    found = tuple(without_title(run[0].strip()) for run in _KINDS.finditer(head))
    if not found:
        return head, ()
    if _LATIN.search(head) is None and len(found) == 1:
        return (head, ()) if _is_spaced(found[0]) else ("", found)
    rest = _LEFT_OVER.sub(" ", _KINDS.sub(" ", head)).strip(" /|／｜")
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip(" ,")
    return (rest if _LATIN.search(rest) else ""), found


def without_title(name: str) -> str:
    """A name in Han or Hangul without the office behind it: "한지우" of "한지우 대사"."""
    return _TITLE_BEHIND.sub("", name) or name


def _is_spaced(name: str) -> bool:
    """Whether a name is in a script that parts given and family name by blanks, as Latin letters do."""
    return re.match(f"[{NO_SPACE_RANGES}{HANGUL_RANGES}]", name) is None
