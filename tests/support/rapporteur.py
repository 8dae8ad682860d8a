"""A rapporteur who notes a meeting that never was, by chance from a seed, and so the same each time."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import time

from dialogue_notes.domain.codes import Aim, Kind, MarginMark
from tests.support.layouts import BACKSPACE, ENTER, TAB
from tests.support.recorded_keys import Act, Noted, Stroke

CODES = ("kyc", "pjs", "hw", "pv", "dm")
"""The typing codes of the room in `tests.services.recording_room`."""

SECONDS_A_KEY = 0.105
"""About 95 words a minute: a rapporteur who keeps up with speech of 130 by leaving out a quarter."""

_SUBJECTS = (
    "the ministry",
    "our side",
    "the other side",
    "the navy",
    "the hotline office",
    "the working group",
    "Geneva",
    "the capital",
    "the observers",
    "the fishing fleet",
    "연락 채널",
    "государство",
    "l'état-major",
    "外交部",
)
_VERBS = (
    "would not object to",
    "cannot accept",
    "has never seen",
    "asks again for",
    "wants to postpone",
    "is ready to host",
    "doubts",
    "welcomes",
    "reads a threat into",
    "spoke at length about",
    "confirms",
    "would put in writing",
)
_OBJECTS = (
    "a moratorium on tests",
    "the joint inspection",
    "two more visits a year",
    "notification 48 hours before",
    "the draft of 12 March",
    "a channel between the staffs",
    "the line at sea",
    "the list of prisoners",
    "互信措施",
    "доверие",
    "نعم للحوار",
    "مذكرة تفاهم",
    "화해와 협력",
    "une clause de révision",
    "the annex (see page 4)",
)
_TAILS = (
    "",
    "",
    "",
    ", if the text stays as it is",
    ", but not this year",
    " before the summer",
    " at 10:46 sharp",
    ", so they said",
    " — for now",
    "; no date yet",
    ", 5 % at most",
    " = no change",
    ", and/or a letter",
)
_OPENINGS = (
    "So: let us be clear, ",
    "Re: annex, ",
    "NB: ",
    "10:46 ",
    "http://example.org says ",
    "c:\\notes, ",
    "Q: ",
)
"""What looks like a speaker, a time or a code and is text."""

_WITH_INTERPRETER = frozenset({"kyc", "pjs"})
_SLIPS = ("teh ", "adn", "mroat", "xx", "th")
_MARKS: dict[str, MarginMark | Aim] = {
    "%personal": MarginMark.PERSONAL_VIEW, "%check": MarginMark.CHECK, "%balloon": MarginMark.TRIAL_BALLOON,
    "%unsure": MarginMark.UNSURE, "%option": Aim.OPTION, "%channel": Aim.CHANNEL, "%attitude": Aim.ATTITUDE,
}  # fmt: skip
_PLAIN_KINDS = (
    (Kind.OBSERVATION, "-- ", ""),
    (Kind.AGREEMENT, "= ", ""),
    (Kind.AGREEMENT, "== ", ""),
    (Kind.PROCEDURE, "(", ")"),
    (Kind.QUOTE, '" ', ""),
    (Kind.QUOTE, '"', '"'),
)


class Rapporteur:
    """Goes on noting; `noted` is what the record has to hold by now."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._now = 0.0
        self._speaker: tuple[str | None, bool] = (None, False)
        self._interpreted: set[str] = set()
        self.strokes: list[Stroke] = []
        self.noted: list[Noted] = []

    def go_on(self) -> None:
        """The next thing that happens."""
        self._now += self._chance.uniform(0.2, 3.0)
        acts = [self._turn, self._statement, self._marked, self._kind, self._action, self._aside, self._gap]
        more = [
            self._continue,
            self._mend,
            self._mark_last,
            self._name_only,
            self._doubt,
            self._late,
            self._escape,
        ]
        weights = (40, 18, 10, 12, 4, 4, 2, 6, 4, 2, 2, 4, 2, 1)
        if not self.noted:
            self._turn()
        else:
            self._chance.choices([*acts, *more], weights)[0]()
        self._key(ENTER)

    def _turn(self) -> None:
        self._name(self._chance.choice(CODES))
        self._statement()

    def _statement(self) -> None:
        opening = self._chance.choice(_OPENINGS) if self._chance.random() < 0.06 else ""
        self._add(Noted(Kind.STATEMENT, self._say(opening + self._words()), *self._speaker))

    def _marked(self) -> None:
        """With margin words: before the speaker, or at the end."""
        words = self._chance.sample(sorted(_MARKS), self._chance.randint(1, 2))
        code = self._chance.choice(CODES)
        is_interpreted = code in _WITH_INTERPRETER and self._chance.random() < 0.5
        typed = " ".join([*words, *(["%interpreted"] if is_interpreted else [])])
        is_first = self._chance.random() < 0.5
        if is_first:
            self._type(f"{typed} ")
        self._name(code, may_tab=is_first)
        entry = Noted(Kind.STATEMENT, self._say(self._words()), *self._speaker, interpreted=is_interpreted)
        is_important = not is_first and self._chance.random() < 0.5
        if not is_first:
            self._type(f" {typed}{' *' if is_important else ''}")
        for word in words:
            entry = _with(entry, _MARKS[word])
        self._add(_with(entry, MarginMark.IMPORTANT) if is_important else entry)

    def _kind(self) -> None:
        kind, opener, closer = self._chance.choice(_PLAIN_KINDS)
        self._type(opener)
        text = self._say(self._words().rstrip(")"))
        self._type(closer)
        speaker = self._speaker if kind is Kind.QUOTE else (None, False)
        self._add(Noted(kind, text, *speaker, read_back=opener == "== "))

    def _action(self) -> None:
        self._type("!! ")
        text = self._say(self._words())
        due = f" by {self._chance.randint(1, 28)} Mar"
        self._type(due)
        self._add(Noted(Kind.ACTION, text + due))

    def _aside(self) -> None:
        self._type(self._chance.choice(("~ ", "// ")))
        teller = self._chance.choice((None, *CODES))
        if teller is not None:
            stays = self._speaker
            self._name(teller)
            self._speaker = stays
        self._add(Noted(Kind.ASIDE, self._say(self._words()), teller))

    def _gap(self) -> None:
        self._now += 20
        text = self._chance.choice(("", "two sentences, too fast"))
        self._type(f".. {text}".rstrip())
        self._add(Noted(Kind.GAP, text))

    def _continue(self) -> None:
        last = self.noted[-1]
        self._type("+ ")
        more = self._say(self._words())
        self.noted[-1] = replace(last, text=f"{last.text} {more}" if last.text else more)

    def _mend(self) -> None:
        last = self.noted[-1]
        words = [word for word in last.text.split() if word.isalnum() and "/" not in last.text]
        if not words:
            self._statement()
            return
        old = self._chance.choice(words)
        self._type(f"s/{old}/mended/")
        self.noted[-1] = replace(last, text=last.text.replace(old, "mended", 1))

    def _mark_last(self) -> None:
        word = self._chance.choice(("*", "%check"))
        self._type(word)
        mark = MarginMark.IMPORTANT if word == "*" else MarginMark.CHECK
        self.noted[-1] = _with(self.noted[-1], mark)

    def _name_only(self) -> None:
        self._name(self._chance.choice(CODES), may_tab=False)

    def _doubt(self) -> None:
        code = self._chance.choice((None, *CODES))
        if code is not None:
            self._code(code)
        self._type("?: ")
        self._speaker = (code, code is not None)
        self._statement()

    def _late(self) -> None:
        hour, minute = self._chance.randint(0, 23), self._chance.randint(0, 59)
        self._type(f"{hour:02d}{minute:02d}: ")
        self._name(self._chance.choice(CODES))
        self._add(Noted(Kind.STATEMENT, self._say(self._words()), *self._speaker, at=time(hour, minute)))

    def _escape(self) -> None:
        self._type("__")
        self._add(Noted(Kind.STATEMENT, self._say("= " + self._words() + " *"), *self._speaker))

    def _name(self, code: str, *, may_tab: bool = True) -> None:
        self._code(code)
        if may_tab and self._chance.random() < 0.3:
            self._key(TAB)
        else:
            self._type(self._chance.choice((": ", ":", " : ")))
        self._speaker = (code, False)

    def _words(self) -> str:
        pick = self._chance.choice
        clauses = [
            f"{pick(_SUBJECTS)} {pick(_VERBS)} {pick(_OBJECTS)}"
            for _ in range(self._chance.choice((1, 2, 2, 3)))
        ]
        return " and ".join(clauses) + pick(_TAILS)

    def _say(self, text: str) -> str:
        """Types it, with a slip of the fingers now and then."""
        if self._chance.random() < 0.2 and " " in text:
            place = self._chance.choice([n for n, letter in enumerate(text) if letter == " "])
            slip = self._chance.choice(_SLIPS)
            self._type(text[: place + 1] + slip)
            for _ in slip:
                self._key(BACKSPACE)
            self._type(text[place + 1 :])
        else:
            self._type(text)
        return text

    def _add(self, noted: Noted) -> None:
        """Whoever was heard through an interpreter once is heard through one from then on."""
        if noted.code is not None and noted.kind in {Kind.STATEMENT, Kind.QUOTE}:
            if noted.interpreted:
                self._interpreted.add(noted.code)
            noted = replace(noted, interpreted=noted.code in self._interpreted)
        self.noted.append(noted)

    def _type(self, text: str) -> None:
        if text:
            self.strokes.append(Stroke(self._now, Act.TEXT, text))
            self._now += SECONDS_A_KEY * len(text)

    def _code(self, code: str) -> None:
        self.strokes.append(Stroke(self._now, Act.CODE, code))
        self._now += SECONDS_A_KEY * len(code)

    def _key(self, key: int) -> None:
        self.strokes.append(Stroke(self._now, Act.KEY, key=key))
        self._now += SECONDS_A_KEY


def _with(noted: Noted, mark: MarginMark | Aim) -> Noted:
    if isinstance(mark, Aim):
        return replace(noted, aims=noted.aims | {mark})
    return replace(noted, marks=noted.marks | {mark})
