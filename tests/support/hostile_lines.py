"""Lines that nobody types on purpose: random code points, soups of marks, and good lines gone wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Participant, Speaker
from dialogue_notes.domain.typing_codes import make_code, read_code
from dialogue_notes.domain.typing_line.actions import assignees, due_date
from dialogue_notes.domain.typing_line.completion import candidates
from dialogue_notes.domain.typing_line.mending import mended
from dialogue_notes.domain.typing_line.newcomers import names_on, newcomer, with_code
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.shorthand import expand_before
from dialogue_notes.domain.typing_line.typed import Blank, LineContext, NewEntry
from dialogue_notes.domain.typing_line.write import write
from dialogue_notes.services.recording.view import Cast
from dialogue_notes.ui.record.hints import hint_for
from dialogue_notes.ui.record.line_state import LineState

_MARKS = (
    *("hk", "h", "k", "kyc", "pjs2", "рл", "ㅗㅏ", "ㅘ", "화", "qz", "aw", "Жук"),
    *(":", "：", " :", "?", "？", "؟", "?:", "Ж ", ",Ж ", "M ", "§M ", "\u00a0:", "﹕"),
    *(" ", "  ", "\t", "\u00a0", "\u3000", "\u202f", "\u2028", "\u2029", "\n", "\r\n", "\x0b", "\x85"),
    *("+", "+ ", '"', "«", "»", "“", "”", "＂", "-", "--", "-- ", "=", "==", "= ", "!", "!!", "(", ")", "（", "）"),
    *("~", "~ ", "/", "//", ".", "..", "...", "*", "**", "%", "%option", "%личное", "%interpreted", "%closing"),
    *("1105", "2561", "1105:", "s/", "ы/", "mend ", " > ", ">", ";", ";mor", ";ьщк", "\\", "_", "__", "₩", "@", "@hk"),
    *("by ", "by 12 Mar", "ин 31 фев", "by 99 Mar", "Park Jin-ho", "박진호", "王毅", "محمد", "hk, kyc:", "http://"),
    *("\x00", "\x1b", "\ud800", "\udfff", "\ufeff", "\ufffc", "\uffff", "\U0010ffff", "\u200b", "\u200f", "\u202e"),
    *("\u2066", "\u2069", "e\u0301", "\u0301", "ﬁ", "ǅ", "ß", "İ", "ı", "㎏", "½", "①", "٣", "߁", "ᄒ", "👨\u200d👩"),
)  # fmt: skip
_GOOD = (
    "hk: tld hw han wld not obj", "hk?: yes %option *", "?: no", "+ and more", '" we will', "-- tense", "== one page",
    "!! @hk sends draft by 12 Mar", "(Ri arrives)", "~ hk: he is ill", "..", "1105: hk: late", "%interpreted hk: yes",
    "s/before/after/", "mend before > after", "the ;mor ends", "\\hk: text *", "__= text", "Park Jin-ho: we cannot",
)  # fmt: skip
CODES = {"hk": "p1", "kyc": "p2", "pjs2": "p3", "aw": "p4"}
_ROSTER = (
    Participant("p1", "m", 1, "Han Kim", scripts=("김한",), code="hk"),
    Participant("p2", "m", 2, "Kang Yong-chol", family_name="Kang", scripts=("강용철",), code="kyc"),
    Participant("p3", "m", 3, "Ærø İnan", aliases=("ﬁrst",), code="pjs2"),
    Participant("p4", "m", 4, "王毅", code="aw"),
)
_CAST = Cast(_ROSTER, {"p1": 1}, GroundRule.CHATHAM_HOUSE, GroundRule.CHATHAM_HOUSE)
_GLOSSARY = {"mor": "moratorium", "ne": "nuclear exercise; %option *"}
_CONTEXTS = (
    LineContext(CODES, Speaker("p1"), "hk before * .. text", _GLOSSARY, names_on(_ROSTER)),
    LineContext({}),
    LineContext(CODES, Speaker(None, unsure=True), "", {"": "x", "mor": ""}),
    LineContext(CODES, Speaker("left"), "\ud800 before"),
)


def hostile_lines(count: int, seed: int) -> Iterator[str]:
    """So many lines, the same for a seed each time; a third of each sort."""
    chance = random.Random(seed)
    for number in range(count):
        sort = number % 3
        if sort == 0:
            yield "".join(_any_letter(chance) for _ in range(chance.randrange(24)))
        elif sort == 1:
            yield "".join(chance.choices(_MARKS, k=chance.randrange(12)))
        else:
            yield _spoilt(chance.choice(_GOOD), chance)


def check_line(line: str, number: int) -> None:
    """Everything that reads a line as it is typed, on one: nothing raises, and nothing that was typed is lost."""
    context = _CONTEXTS[number % len(_CONTEXTS)]
    outcome = parse(line, context)
    assert isinstance(outcome, Blank) == (not line.strip())
    if isinstance(outcome, NewEntry):
        again = parse(write(outcome.entry, context), context)
        assert isinstance(again, NewEntry)
        assert again.entry.text == outcome.entry.text
        whole = len(outcome.entry.text)
        due = due_date(outcome.entry.text)
        assert due is None or 0 <= due.start < due.end <= whole
        assert all(0 <= each.start < each.end <= whole for each in assignees(outcome.entry.text, CODES))
    caret = number % (len(line) + 1)
    for one in candidates(line, caret, _ROSTER, context.glossary):
        assert 0 <= one.start <= caret
        assert one.replacement
    expanded = expand_before(line, caret, context.glossary)
    assert expanded is None or 0 <= expanded[1] <= len(expanded[0])
    found = newcomer(line)
    if found is not None:
        text, moved = with_code(line, caret, found, make_code(found.name, CODES))
        assert 0 <= moved <= len(text)
        assert text.endswith(line[found.end :])
    assert read_code(line[:8], CODES) in {None, *CODES.values()}
    assert mended(line, "before") != "before"
    assert hint_for(LineState(line, caret), _CAST, context).words


def _any_letter(chance: random.Random) -> str:
    """A code point of any plane, halves of pairs among them; the lower ones more often."""
    return chr(chance.randrange((0x80, 0x3000, 0x10000, 0x110000)[chance.randrange(4)]))


def _spoilt(line: str, chance: random.Random) -> str:
    """A good line with up to four pieces put in, taken out, doubled or swapped."""
    letters = list(line)
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(letters) + 1)
        match chance.randrange(4):
            case 0:
                letters.insert(place, chance.choice(_MARKS))
            case 1:
                del letters[place : place + chance.randrange(4)]
            case 2:
                letters[place:place] = letters[place : place + 6]
            case _:
                letters.insert(place, _any_letter(chance))
    return "".join(letters)
