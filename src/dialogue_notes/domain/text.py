"""How texts are compared, so that a name is found however it was typed, broken over lines or hidden in marks.

Shared by detection (over what was typed) and by the leak gate (over what a finished file holds), so that both
mean the same by "the name stands here". The normalisation is that of targets E1: NFKC, letter case, hyphens,
ligatures and line ends, without bidi controls, soft hyphens, zero-width characters and U+FFFE; where letter case
is folded, accents and vowel signs are too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dialogue_notes.domain.letters import APOSTROPHES, HYPHENS, compared, is_unseen
from dialogue_notes.domain.names.look_alikes import in_one_alphabet
from dialogue_notes.domain.quick_reading import quick_cases
from dialogue_notes.domain.reading import (
    HANGUL,
    LINE_ENDS,
    NO_SPACE_RANGES,
    NO_SPACE_SCRIPTS,
    Reading,
    ReadingWriter,
)
from dialogue_notes.errors import ErrorCode, KnownError

LINE_END_HYPHENS = "\u00ad\ufffe"
"""A soft hyphen, and what PDFium gives for a hyphen at the end of a line: nothing inside a line, a join at its end."""

_JAMO_TAILS = range(0x1160, 0x1200)
_ODD_ASCII = re.compile(r"[\x00-\x08\x0e-\x1b\x7f`]")
_JOINERS = frozenset(HYPHENS + LINE_END_HYPHENS)
_BLANKS = r"\s{2,}|[^\S ]"
"""White space that is not one single blank."""
_APOSTROPHE = rf"[{re.escape(APOSTROPHES)}](?!(?i:s|t|d|m|re|ve|ll)(?![^\W_]))"
_APOSTROPHES = re.compile(_APOSTROPHE)
"""Apostrophes but for those of "Brien's" and "don't"."""
_PLAIN = re.compile(r"[!-&(-,.-_a-~]+(?: [!-&(-,.-_a-~]+)* ?")
"""ASCII that is read as it stands: no hyphen, apostrophe, backtick or control character, single blanks, none first."""
_UNSEEN_IN_A_ROW = 8
"""How many characters that show nothing are skipped in looking for a neighbour."""


def check_text(text: str, field: str = "the line") -> None:
    """Raises KnownError(BAD_FIELD) for half a character (a lone surrogate), which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        detail = "it holds half a character, which cannot be saved"
        raise KnownError(ErrorCode.BAD_FIELD, field=field, detail=detail) from error


def readings(text: str, *, fold_case: bool) -> tuple[Reading, Reading]:
    """The two ways to read a text: with hyphens and broken lines joined, and with both as blanks.

    Both are needed: "Kissin-⏎ger" is one word, "Kissinger-Dobrynin" are two. Where letter case is folded, an
    apostrophe inside a name is read so too. A term is sought in each with its
    own form of the same kind (`term_key`). Words that mix alphabets are read in one (`in_one_alphabet`).
    """
    text = in_one_alphabet(text)
    if _PLAIN.fullmatch(text):
        same = _as_it_stands(text.lower() if fold_case else text)
        return same, same
    special, plain = _prepared(text, fold_case=fold_case)
    joined = _read(text, plain, special, fold_case=fold_case, joined=True)
    if _JOINERS.isdisjoint(text) and text.isascii() and not (fold_case and _has_parted_names(text)):
        return joined, joined
    return joined, _read(text, plain, special, fold_case=fold_case, joined=False)


BothCases = tuple[tuple[Reading, Reading], tuple[Reading, Reading]]
"""The two readings of a text with letter case folded, and the two in its own case."""


def both_cases(text: str) -> BothCases:
    """The two readings with letter case folded, and the two in the text's own case."""
    quick = quick_cases(text)
    if quick is not None:
        return quick
    cased = readings(text, fold_case=False)
    joined = None if _has_parted_names(text) else cased[0].folded()
    split = joined if cased[1] is cased[0] else cased[1].folded()
    if joined is None or split is None:
        return readings(text, fold_case=True), cased
    return (joined, split), cased


def _as_it_stands(text: str) -> Reading:
    return Reading(text, (0, len(text)), (0, len(text)), (True, False))


def term_keys(form: str, *, fold_case: bool) -> tuple[str, str]:
    """A term as it would stand in the two readings of a text, in their order."""
    if _PLAIN.fullmatch(form):
        plain = (form.lower() if fold_case else form).strip()
        return plain, plain
    joined, split = readings(form, fold_case=fold_case)
    return joined.text.strip(), split.text.strip()


def normalise(text: str) -> str:
    """The text as E1 compares it: the joined reading, letter case folded."""
    return readings(text, fold_case=True)[0].text


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether `start:end` of a reading stands there as whole words.

    In scripts without spaces any place counts; in Hangul the beginning of a word does, since particles follow
    a name; letters and digits bound each other ("Name²" holds "Name").
    """
    first, last = text[start], text[end - 1]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if first.isascii() and last.isascii() and before.isascii() and after.isascii():
        if (first.isalpha() and before.isalpha()) or (first.isdigit() and before.isdigit()):
            return False
        return not ((last.isalpha() and after.isalpha()) or (last.isdigit() and after.isdigit()))
    opens = NO_SPACE_SCRIPTS.match(first) is not None or not _holds_on(before, first)
    closes = (
        NO_SPACE_SCRIPTS.match(last) is not None
        or HANGUL.match(last) is not None
        or not _holds_on(after, last)
    )
    return opens and closes


def has_no_spaces(form: str) -> bool:
    """Whether a form is sought as a substring: its first letter belongs to a script without spaces."""
    return bool(form) and NO_SPACE_SCRIPTS.match(form) is not None


def is_hangul(form: str) -> bool:
    """Whether a form begins in Hangul."""
    return bool(form) and HANGUL.match(form) is not None


def _holds_on(neighbour: str, letter: str) -> bool:
    """Whether `neighbour` belongs to the same word as `letter`, which it stands beside."""
    if NO_SPACE_SCRIPTS.match(neighbour) or bool(HANGUL.match(neighbour)) != bool(HANGUL.match(letter)):
        return False  # another script begins: "是Name说", "Name가"
    if letter.isdigit():
        return neighbour.isdigit()
    if not (letter.isalpha() or unicodedata.category(letter).startswith("M")):
        return False
    return neighbour.isalpha() or unicodedata.category(neighbour).startswith("M")


def _prepared(text: str, *, fold_case: bool) -> tuple[re.Pattern[str], str]:
    """What of a text needs a closer look, and the text with every letter replaced that becomes one other letter.

    Replacing letter by letter of the alphabet used, not of the text, keeps this fast.
    """
    if text.isascii() and not _ODD_ASCII.search(text):
        return _special("", False), text
    odd = []
    plain = text
    for letter in sorted(set(text)):
        if (
            letter in _JOINERS
            or letter.isspace()
            or (letter.isascii() and letter != "`" and letter.isprintable())
        ):
            continue
        instead = compared(letter, fold_case=fold_case)
        if len(instead) != 1 or _belongs_to_letter_before(letter) or instead.isspace():
            odd.append(letter)
        elif instead != letter:
            plain = plain.replace(letter, instead)
    return _special("".join(odd), NO_SPACE_SCRIPTS.search(text) is not None), plain


@lru_cache(maxsize=256)
def _special(odd: str, has_no_spaces: bool) -> re.Pattern[str]:  # noqa: FBT001 - part of the cache's key
    """Finds white space, hyphens, and odd letters together with the letter before (which a mark may change)."""
    hyphens = f"[{re.escape(HYPHENS + LINE_END_HYPHENS)}]"
    odd_runs = f"|.?[{re.escape(odd)}]+" if odd else ""
    inside = f"|(?<=[{NO_SPACE_RANGES}]) (?=[{NO_SPACE_RANGES}])" if has_no_spaces else ""
    return re.compile(f"{_BLANKS}{inside}|{hyphens}{odd_runs}|{_APOSTROPHE}", re.DOTALL)


def _read(text: str, plain: str, special: re.Pattern[str], *, fold_case: bool, joined: bool) -> Reading:
    writer = ReadingWriter(joined=joined)
    done = 0
    for found in special.finditer(text):
        begin, stop = found.span()
        if done < begin:
            writer.copy(plain[done:begin].lower() if fold_case else plain[done:begin], done)
            done = begin  # otherwise a join took the beginning of this with it
        while done < stop:
            done = _take(text, done, writer, fold_case=fold_case)
    writer.copy(plain[done:].lower() if fold_case else plain[done:], done)
    return writer.reading(len(text))


def _take(text: str, begin: int, writer: ReadingWriter, *, fold_case: bool) -> int:
    """Writes what stands at `begin`, white space, a hyphen or one letter with its marks; returns where it ends."""
    letter = text[begin]
    if letter.isspace():
        stop = begin + 1
        while stop < len(text) and text[stop].isspace():
            stop += 1
        writer.blank(
            begin, before=text[begin - 1 : begin], after=text[stop : stop + 1], space=text[begin:stop]
        )
        return stop
    if letter in HYPHENS or letter in LINE_END_HYPHENS:
        return _take_hyphen(text, begin, writer)
    if fold_case and letter in APOSTROPHES and _parts_a_name(text, begin):
        if writer.joined:
            writer.put("", begin)
        else:
            writer.blank(begin)
        return begin + 1
    stop = begin + 1
    while stop < len(text) and _belongs_to_letter_before(text[stop]):
        stop += 1
    writer.put(compared(text[begin:stop], fold_case=fold_case), begin)
    return stop


def _take_hyphen(text: str, begin: int, writer: ReadingWriter) -> int:
    stop = begin + 1
    while stop < len(text) and text[stop].isspace():
        stop += 1
    ends_line = any(letter in LINE_ENDS for letter in text[begin + 1 : stop])
    soft = text[begin] in LINE_END_HYPHENS
    if soft and not ends_line:
        writer.put("", begin)
        return begin + 1
    is_inside = _seen_before(text, begin).isalnum() and _seen_after(text, stop)[:1].isalnum()
    if writer.joined and is_inside and (ends_line or stop == begin + 1):
        writer.put("", begin)
        return stop
    writer.blank(begin)
    return begin + 1


def _has_parted_names(text: str) -> bool:
    """Whether an apostrophe parts a name somewhere ("P'eng", "O'Brien"), as a hyphen does."""
    return any(_parts_a_name(text, found.start()) for found in _APOSTROPHES.finditer(text))


def _parts_a_name(text: str, place: int) -> bool:
    before, after = _seen_before(text, place), _seen_after(text, place + 1)
    return (
        (before.isalpha() or unicodedata.category(before).startswith("M"))
        and after[:1].isalpha()
        and _APOSTROPHES.match("'" + after) is not None
    )


def _seen_before(text: str, place: int) -> str:
    """The letter before a place that shows; a blank where there is none."""
    near = reversed(text[max(0, place - _UNSEEN_IN_A_ROW) : place])
    return next((letter for letter in near if not is_unseen(letter)), " ")


def _seen_after(text: str, place: int) -> str:
    """The letters after a place that show, of the next few."""
    return "".join(letter for letter in text[place : place + _UNSEEN_IN_A_ROW] if not is_unseen(letter))


def _belongs_to_letter_before(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Mc", "Me"} or ord(letter) in _JAMO_TAILS
