"""Names in Arabic: what follows a title, and given names with a family name, particles included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.detection.people.scripts.hits import Hit, Reason
from dialogue_notes.domain.word_lists import words

_PERSONAL = words("سيد سيدة دكتور دكتورة أستاذ أستاذة شيخ حاج آنسة")
_OFFICES = words(
    """
    وزير وزيرة سفير سفيرة رئيس رئيسة أمير أميرة ملك ملكة لواء عميد عقيد جنرال فريق مشير نائب قائد مبعوث مستشار مدير
    بروفيسور قاضي سلطان إمام
    """
)
_TITLES = _PERSONAL | _OFFICES
_PARTICLES = words("بن ابن بنت أبو أبي أبا أم عبد آل ذو")
_GIVEN = words(
    """
    محمد أحمد محمود مصطفى علي حسن حسين خالد عمر عثمان إبراهيم إسماعيل يوسف موسى عيسى سليمان داود صالح صلاح سعيد سعود
    فيصل فهد سلمان ناصر نبيل نزار وليد طارق زياد كريم جمال كمال عادل فؤاد فاروق حامد رشيد مروان هشام باسم بشار رفيق
    فاطمة عائشة خديجة زينب مريم ليلى سلمى نادية هدى سعاد أمينة رانيا ياسمين نور سارة
    """
)
_NEVER = words(
    """
    في من إلى على عن مع أن إن أنه إنه هذا هذه ذلك تلك لن لم لا ما قد كان كانت يكون بعد قبل عند بين حول خلال ضد كل غير
    أو ثم لكن بل حتى إذا التي الذي الذين هو هي هم نحن أنا كما أي أيضا الآن اليوم أمس غدا
    قال قالت أكد أكدت صرح أعلن أعلنت أضاف أضافت أشار رد سأل اقترح وافق رفض يقول ذكر أوضح شدد دعا طلب حذر التقى زار
    وصل غادر سيزور يرى يعتقد يؤيد يعارض جديد الجديد السابق الحالي الأول العام الخارجية الدفاع الداخلية المالية
    الوزراء الدولة الحكومة الجمهورية الخاص المفوض
    """
)
_WORD = re.compile(r"\bد\.|[\u0621-\u064a\u064b-\u0652\u0671-\u06d3]+")
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_VERBS = ("ي", "ت", "سي", "ست", "أ", "و", "ل", "ب")
"""How verbs in the present, and words with something joined to them, begin; so do a few names."""
_DOCTOR = "د."
_LONGEST = 4


def hits(text: str) -> Iterator[Hit]:
    """The names of a text, those with a title first."""
    found = [(match.group(), *match.span()) for match in _WORD.finditer(text)]
    done = -1
    for place, (word, start, _) in enumerate(found):
        if place > done and _is_title(word):
            last = _name_end(text, found, place + 1, is_personal=word == _DOCTOR or _bare(word) in _PERSONAL)
            is_address = place > 0 and _bare(found[place - 1][0]) in _PERSONAL  # "Mr. Minister, yes"
            if last is not None and (not is_address or found[place + 1][0] in _GIVEN):
                done = last
                yield _hit(found, start, place + 1, last, Reason.TITLED)
    done = -1
    for place, (word, start, _) in enumerate(found):
        if place > done and word.removeprefix("و") in _GIVEN:
            last = _name_end(text, found, place, is_personal=False)
            if last is not None and last > place:
                done = last
                yield _hit(found, start, place, last, Reason.FULL)


def _hit(found: list[tuple[str, int, int]], start: int, first: int, last: int, reason: Reason) -> Hit:
    names = [word for word, _, _ in found[first : last + 1]]
    return Hit(start, found[last][2], names[-1], " ".join(names[:-1]), reason)


def _is_title(word: str) -> bool:
    """Whether a word is a title with its article; without it, what follows is what somebody is minister of."""
    return word == _DOCTOR or (word != _bare(word) and _bare(word) in _TITLES)


def _bare(word: str) -> str:
    """A word without its article and what is joined to it: "and the minister" as "minister"."""
    prefix = next((each for each in _PREFIXES if word.startswith(each)), "")
    return word.removeprefix(prefix)


def _name_end(text: str, found: list[tuple[str, int, int]], first: int, *, is_personal: bool) -> int | None:
    """The last word of a name that begins at `first`; None where no name begins there."""
    if first >= len(found) or not _is_next(text, found, first) or not _begins(found[first][0], is_personal):
        return None
    last = first
    while last + 1 < len(found) and last - first < _LONGEST and _is_next(text, found, last + 1):
        word, before = found[last + 1][0], found[last][0]
        is_family = is_personal and last == first and before in _GIVEN and not word.startswith(_VERBS)
        goes_on = before in _PARTICLES or word in _PARTICLES | _GIVEN or word.startswith("ال")
        if not (goes_on or (is_family and not word.endswith("ت"))) or word in _NEVER or _is_title(word):
            break
        last += 1
    return None if found[last][0] in _PARTICLES else last


def _begins(word: str, is_personal: bool) -> bool:  # noqa: FBT001 - the sort of title
    """Whether a word behind a title is a name; behind an office neither a verb nor one with the article is."""
    if word in _NEVER or word.removeprefix("و") in _NEVER or _is_title(word):
        return False
    return is_personal or word in _GIVEN | _PARTICLES or not word.startswith(("ال", *_VERBS))


def _is_next(text: str, found: list[tuple[str, int, int]], place: int) -> bool:
    """Whether nothing but blanks stands before a word and the one before it."""
    return place == 0 or not text[found[place - 1][2] : found[place][1]].strip(" \u00a0")
