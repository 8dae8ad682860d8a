"""The marks of the typing line in one table: how each is spelled and what it means.

Every mark has a spelling that needs at most Shift on US, AZERTY, Russian and Korean layouts: `//` stands for `~`
(which AZERTY and Russian lack) and `__` for the backslash (which AZERTY lacks). The won sign is what Korean
keyboards print on the backslash's key.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.codes import Kind

SPACES = " \t\u00a0\u202f\u3000"
"""What may stand between a mark and its text: spaces of every width that keyboards and input methods make."""

COLONS = ":：\ufe55"
QUESTION_MARKS = "?？؟"
ESCAPES = ("\\", "₩", "__")
CONTINUE = "+"
GAP = ".."


@dataclass(frozen=True, slots=True)
class KindMark:
    """A mark that opens an entry of some kind.

    `needs_space` keeps a single sign from being read out of ordinary text (`+5 %`, `~20 people`): it is a mark
    only when a space or nothing follows. A longer mark is none when its last sign goes on (`---`, `...`).
    """

    spelling: str
    kind: Kind
    needs_space: bool = False
    read_back: bool = False

    def opens(self, text: str) -> bool:
        """Whether `text` begins with this mark."""
        if not text.startswith(self.spelling):
            return False
        following = text[len(self.spelling) : len(self.spelling) + 1]
        if self.needs_space:
            return not following or following in SPACES
        return following != self.spelling[-1]


KIND_MARKS = (
    KindMark("==", Kind.AGREEMENT, read_back=True),
    KindMark("=", Kind.AGREEMENT, needs_space=True),
    KindMark("--", Kind.OBSERVATION),
    KindMark("!!", Kind.ACTION),
    KindMark("~", Kind.ASIDE, needs_space=True),
    KindMark("//", Kind.ASIDE),
    KindMark(GAP, Kind.GAP, needs_space=True),
)
"""Marks that only open; quotation marks and brackets, which also close, are read in `enclosed`."""


@dataclass(frozen=True, slots=True)
class MarkWords:
    """One line of the cheat sheet: spellings and meaning."""

    spellings: tuple[str, ...]
    meaning: str


SHORTHAND = MarkWords((";key",), "shorthand")
"""Means something only while there is a glossary."""

CHEAT_SHEET = (
    MarkWords(("hk:", "hk Tab"), "speaker; stays until changed"),
    MarkWords(("?:", "hk?:"), "unknown speaker; unsure"),
    MarkWords(("+ text",), "goes on with the entry before"),
    MarkWords(('" text', "« text", "“ text"), "verbatim quote"),
    MarkWords(("-- text",), "your own observation"),
    MarkWords(("= text",), "agreement as heard"),
    MarkWords(("== text",), "agreement read back in the room"),
    MarkWords(("!! text",), "action; @hk or hk: says who, by 12 Mar when"),
    MarkWords(("(text)",), "procedure: arrival, break, handout"),
    MarkWords(("~ text", "// text"), "aside; ~ hk: text says who told"),
    MarkWords((GAP,), "gap: something was missed"),
    MarkWords(("1105: text",), "noted later: spoken at 11:05"),
    MarkWords(("text *",), "important; * alone marks the entry before"),
    MarkWords(("%option", "%personal"), "aims and margin marks, first or last in the line"),
    MarkWords(("%interpreted",), "heard through an interpreter"),
    MarkWords(("%closing",), "the chairs' closing text"),
    MarkWords(("s/old/new/", "mend old > new"), "mends the last entry"),
    SHORTHAND,
    MarkWords(("\\text", "__text"), "takes the rest as plain text"),
)

_BEGUN = {
    spelling: words
    for words in CHEAT_SHEET
    for spelling in {
        "+ text": ("+",),
        '" text': tuple('"«“＂'),
        "-- text": ("-", "--"),
        "= text": ("=",),
        "== text": ("==",),
        "!! text": ("!", "!!"),
        "(text)": tuple("(（"),
        "~ text": ("~", "/", "//"),
        "%option": ("%",),
        "s/old/new/": ("s/", "mend"),
        ";key": (";",),
        "\\text": ("\\", "₩", "_", "__"),
    }.get(words.spellings[0], ())
}


def begun_mark(typed: str) -> MarkWords | None:
    """The line of the cheat sheet for a mark with nothing behind it yet; None for anything else."""
    return _BEGUN.get(typed)
