"""The line being typed, apart from any widget: since when, under which rule, and for which entry."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.rules import strictest
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import LineContext, NewEntry


@dataclass(frozen=True, slots=True)
class LineState:
    """A half typed line.

    `began` and `rule` belong to its first key; the rule only ever gets stricter. `editing` is the entry that the
    line edits, `put_aside` what was half typed before that, under `rule_aside`. `named` is who was named by a code
    alone and has not said anything yet.
    """

    text: str = field(default="", repr=False)
    caret: int = 0
    began: datetime | None = None
    rule: GroundRule | None = None
    editing: str = ""
    original: str = field(default="", repr=False)
    put_aside: str = field(default="", repr=False)
    named: Speaker | None = None
    rule_aside: GroundRule | None = None

    def typed(self, text: str, caret: int, now: datetime, rule: GroundRule) -> LineState:
        """After a key: the first one starts the clock, and the strictest rule stays."""
        if not text:
            return replace(self, text="", caret=0, began=None, rule=None)
        return replace(
            self,
            text=text,
            caret=caret,
            began=self.began or now,
            rule=strictest(self.rule or rule, rule),
        )

    def under(self, rule: GroundRule) -> LineState:
        """After the rule in force changed while the line is half typed, or put aside."""
        return replace(
            self,
            rule=strictest(self.rule or rule, rule) if self.text else self.rule,
            rule_aside=strictest(self.rule_aside or rule, rule) if self.put_aside else self.rule_aside,
        )

    def edits(self, entry_id: str, line: str) -> LineState:
        """The line now edits an entry; what was half typed is put aside."""
        return LineState(line, len(line), None, None, entry_id, line, self.text, self.named, self.rule)

    def ended(self) -> LineState:
        """After an edit: what was put aside comes back."""
        aside = self.put_aside
        return LineState(aside, len(aside), rule=self.rule_aside if aside else None, named=self.named)

    def takes_up_again(self, line: LineState, *, is_gone: bool) -> LineState:
        """After an edit was refused: it is open again over this line; as words, if its entry is gone."""
        if is_gone:
            words = " ".join(each for each in (line.text, self.text) if each)
            rule = _stricter(line.rule, self.rule)
            return replace(self, text=words, caret=len(words), began=self.began or line.began, rule=rule)
        if self.editing:
            aside = " ".join(each for each in (line.text, self.put_aside) if each)
            return replace(self, put_aside=aside, rule_aside=_stricter(line.rule, self.rule_aside))
        return replace(line, put_aside=self.text, rule_aside=self.rule)

    @property
    def strictest_rule(self) -> GroundRule | None:
        """Of the line and of what was put aside: on the disk they have one together."""
        return _stricter(self.rule, self.rule_aside)

    def draft(self, context: LineContext) -> tuple[str, int]:
        """What is to be found again after a crash or a lock, with its caret: the line as it would be understood
        by itself, with the code of who was named before it.
        """
        code = self._code(context)
        if not code or self.editing:
            return self.text, self.caret
        outcome = parse(self.text, context)
        if self.text and not (isinstance(outcome, NewEntry) and not outcome.names_speaker):
            return self.text, self.caret
        return code + self.text, len(code) + self.caret

    def _code(self, context: LineContext) -> str:
        if self.named is None:
            return ""
        if self.named.participant_id is None:
            return "?: "
        codes = (code for code, who in context.codes.items() if who == self.named.participant_id)
        code = next(codes, "")
        return f"{code}{'?' if self.named.unsure else ''}: " if code else ""


def _stricter(one: GroundRule | None, other: GroundRule | None) -> GroundRule | None:
    rules = [rule for rule in (one, other) if rule is not None]
    return strictest(*rules) if rules else None
