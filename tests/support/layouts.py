"""The physical keys of four keyboards and what they give alone and with Shift, and hands that press them.

Taken from the X keyboard database (xkeyboard-config): `us(basic)`, `fr(basic)`, `ru(winkeys)` and `kr(kr104)`, which is
`us` with a Hangul key. Korean letters come through an input method that composes them (KS X 5002, two sets). Nothing
here needs AltGr. Shift and the key left of 1 gives a tilde on X's French layout and nothing elsewhere: left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_ROWS = (49, range(10, 22), range(24, 36), range(38, 49), range(52, 62), 51, 94)
"""X keycodes (evdev's and 8) of the keys: left of 1, four rows, beside Enter, beside the left Shift."""

_NOT_EVERYWHERE = 94
"""The key beside the left Shift is on European keyboards only."""

SPACE, ENTER, TAB, BACKSPACE, SHIFT_KEY, UP, DOWN, N_KEY = 65, 36, 23, 22, 50, 111, 116, 57


@dataclass(frozen=True, slots=True)
class Press:
    """One key pressed: its X keycode, with Shift or not, and the text that the layout gives for it."""

    keycode: int
    shift: bool
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What each physical key gives; `composes` when an input method makes syllables of its letters."""

    name: str
    keys: tuple[Press, ...]
    composes: bool = False

    def press(self, letter: str) -> Press | None:
        """The key of a character, without Shift if there is one; None where the layout has none without AltGr."""
        found = [each for each in self.keys if each.text == letter]
        return min(found, key=lambda each: (each.keycode == _NOT_EVERYWHERE, each.shift), default=None)

    def at(self, keycode: int, *, shift: bool) -> Press:
        """What a physical key gives."""
        return next(each for each in self.keys if (each.keycode, each.shift) == (keycode, shift))


def _keycodes() -> Iterator[int]:
    for row in _ROWS:
        yield from (row,) if isinstance(row, int) else row


def _layout(name: str, plain: str, shifted: str, *, composes: bool = False) -> Layout:
    """`plain` and `shifted` give one character a key in the order of `_ROWS`; a space for none."""
    keys = [Press(SPACE, shift=False, text=" "), Press(SPACE, shift=True, text=" ")]
    for shift, letters in ((False, plain), (True, shifted)):
        given = zip(_keycodes(), letters.replace("\n", ""), strict=False)
        keys += [Press(keycode, shift, letter) for keycode, letter in given if letter != " "]
    return Layout(name, tuple(keys), composes)


US = _layout(
    "us",
    "`1234567890-=\nqwertyuiop[]\nasdfghjkl;'\nzxcvbnm,./\n\\",
    '~!@#$%^&*()_+\nQWERTYUIOP{}\nASDFGHJKL:"\nZXCVBNM<>?\n|',
)
FRENCH = _layout(
    "fr",
    "²&é\"'(-è_çà)=\nazertyuiop $\nqsdfghjklmù\nwxcvbn,;:!\n*<",
    " 1234567890°+\nAZERTYUIOP £\nQSDFGHJKLM%\nWXCVBN?./§\nµ>",
)
RUSSIAN = _layout(
    "ru",
    "ё1234567890-=\nйцукенгшщзхъ\nфывапролджэ\nячсмитьбю.\n\\/",
    'Ё!"№;%:?*()_+\nЙЦУКЕНГШЩЗХЪ\nФЫВАПРОЛДЖЭ\nЯЧСМИТЬБЮ,\n/|',
)
KOREAN = _layout(
    "kr",
    "`1234567890-=\nㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ[]\nㅁㄴㅇㄹㅎㅗㅓㅏㅣ;'\nㅋㅌㅊㅍㅠㅜㅡ,./\n\\",
    '~!@#$%^&*()_+\nㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ{}\nㅁㄴㅇㄹㅎㅗㅓㅏㅣ:"\nㅋㅌㅊㅍㅠㅜㅡ<>?\n|',
    composes=True,
)
LAYOUTS = {"us": US, "azerty": FRENCH, "russian": RUSSIAN, "korean": KOREAN}
"""Each as it stands when it is on; on the Korean one Latin letters come with the Hangul key, as on `us`."""

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PAIRS = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ", "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_PARTS = {joined: pair for pair, joined in _PAIRS.items()}


class Composer:
    """What a Korean input method makes of the keys: what it commits and what it goes on composing."""

    def __init__(self) -> None:
        self._letters = ""

    @property
    def preedit(self) -> str:
        """What is being composed."""
        return _syllable(self._letters)

    def key(self, letter: str) -> str:
        """Another letter; what is committed before it. The last consonant goes over to a vowel that follows."""
        longer = self._letters + letter
        if _fits(longer):
            self._letters = longer
            return ""
        moves = letter in _VOWELS and self._letters[-1:] in tuple(_INITIALS) and len(self._letters) > 1
        done, self._letters = (
            (self._letters[:-1], self._letters[-1] + letter) if moves else (self._letters, letter)
        )
        return _syllable(done)

    def flush(self) -> str:
        """Another key than a letter's: what is committed."""
        done, self._letters = self.preedit, ""
        return done


def letters_of(text: str) -> str:
    """The letters on the keys for Korean text, one for each key pressed."""
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter) if "가" <= letter <= "힣" else letter
        for part in parts:
            number = ord(part)
            jamo = (
                _INITIALS[number - 0x1100] if 0x1100 <= number < 0x1113
                else _VOWELS[number - 0x1161] if 0x1161 <= number < 0x1176
                else _FINALS[number - 0x11A7] if 0x11A8 <= number < 0x11C3
                else part
            )  # fmt: skip
            out.append(_PARTS.get(jamo, jamo))
    return "".join(out)


def _split(letters: str) -> tuple[str, str, str] | None:
    """Initial, vowel and final of letters that make one syllable at most; None when they do not."""
    consonants = letters[: len(letters) - len(letters.lstrip(_INITIALS))]
    rest = letters[len(consonants) :]
    vowels = rest[: len(rest) - len(rest.lstrip(_VOWELS))]
    finals = rest[len(vowels) :]
    vowel, final = _PAIRS.get(vowels, vowels), _PAIRS.get(finals, finals)
    is_whole = len(consonants) <= 1 and len(vowel) <= 1 and len(final) <= 1
    has_base = not final or (consonants and vowel and final in _FINALS)
    return (consonants, vowel, final) if is_whole and has_base else None


def _fits(letters: str) -> bool:
    return _split(letters) is not None


def _syllable(letters: str) -> str:
    parts = _split(letters)
    if parts is None:
        return letters
    initial, vowel, final = parts
    if not (initial and vowel):
        return initial + vowel
    number = (_INITIALS.index(initial) * 21 + _VOWELS.index(vowel)) * 28
    return chr(0xAC00 + number + (_FINALS.index(final) if final else 0))
