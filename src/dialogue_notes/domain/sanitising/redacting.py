"""A text with its redactions carried out: what stays, and what stands in the place of what does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dialogue_notes.domain.clusters import whole_letters
from dialogue_notes.domain.codes import Category, RedactionAction, RedactionState
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.domain.sanitised import MARKER, Run, RunStyle
from dialogue_notes.domain.spans import Cut, Span, merge

_LABEL_WORDS = {category: category.value.capitalize() for category in Category} | {
    Category.SELF_REFERENCE: "Description",
}
_POSSESSIVES = ("'s", "’s", "ʼs")
_TWO_DIGITS = 99


@dataclass(frozen=True, slots=True)
class Piece:
    """A run before labels are given: plain text, the marker (no text, no entity), or an entity's label."""

    text: str = field(default="", repr=False)
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decided and undecided redactions of a meeting, by the place they lie in.

    `accept_defaults` says that what the program proposes by default counts as accepted unseen.
    """

    redactions: Mapping[Place, tuple[Redaction, ...]]
    accept_defaults: bool = False

    @staticmethod
    def of(redactions: Iterable[Redaction], *, accept_defaults: bool = False) -> Decisions:
        """Sorts redactions by their places."""
        by_place: dict[Place, list[Redaction]] = defaultdict(list)
        for redaction in redactions:
            by_place[redaction.place].append(redaction)
        return Decisions({place: tuple(found) for place, found in by_place.items()}, accept_defaults)

    def at(self, place: Place) -> tuple[Redaction, ...]:
        """All redactions in one place."""
        return self.redactions.get(place, ())

    def applied(self, place: Place) -> tuple[Redaction, ...]:
        """Those that are carried out there."""
        return tuple(one for one in self.at(place) if self.is_applied(one))

    def is_applied(self, redaction: Redaction) -> bool:
        """Whether a redaction is carried out: accepted, or proposed by default and accepted unseen."""
        if redaction.state is RedactionState.ACCEPTED:
            return True
        return self.accept_defaults and is_open(redaction)

    def open(self, place: Place) -> tuple[Redaction, ...]:
        """Those that still wait for a person: undecided defaults, and decisions whose text changed since."""
        if self.accept_defaults:
            return tuple(one for one in self.at(place) if one.stale and one.state is RedactionState.REJECTED)
        return tuple(one for one in self.at(place) if is_open(one) or is_outdated(one))


def is_open(redaction: Redaction) -> bool:
    """Whether a redaction is proposed by default and undecided."""
    return redaction.state is RedactionState.SUGGESTED and redaction.default


def is_outdated(redaction: Redaction) -> bool:
    """Whether a decision was taken on a text that has changed since."""
    return redaction.stale and redaction.state is not RedactionState.SUGGESTED


def redact(text: str, redactions: Iterable[Redaction]) -> tuple[Piece, ...]:
    """The pieces of `text` after carrying out `redactions` of its place (spans in code points)."""
    pieces: list[Piece] = []  # plain text and what stands for a cut, in turn
    done = 0
    for cut in merge((_cut(one, text) for one in redactions), text):
        pieces.append(Piece(text[done : cut.span.start]))
        pieces.append(_piece(cut))
        done = cut.span.end
    pieces.append(Piece(text[done:]))
    return tuple(piece for number, piece in enumerate(pieces) if number % 2 or piece.text)


class Labeller:
    """Gives entities their labels by first appearance: "Person 01", "Organisation 01", "Person 02", ...

    The labels depend on the order in which pieces are shown to it and on nothing else; all of a kind are of
    equal width.
    """

    def __init__(self, pieces: Iterable[Piece], categories: Mapping[str, Category]) -> None:
        """`pieces`: all of an export, in the order of the exported text; `categories` by entity id."""
        numbers: dict[str, tuple[str, int]] = {}
        counts: dict[str, int] = defaultdict(int)
        for piece in pieces:
            if piece.entity_id and piece.entity_id not in numbers:
                word = _LABEL_WORDS[categories.get(piece.entity_id, Category.PERSON)]
                counts[word] += 1
                numbers[piece.entity_id] = (word, counts[word])
        self._labels = {
            entity: f"{word} {number:0{3 if counts[word] > _TWO_DIGITS else 2}d}"
            for entity, (word, number) in numbers.items()
        }

    def runs(self, pieces: Iterable[Piece]) -> tuple[Run, ...]:
        """The pieces as runs."""
        return tuple(self._run(piece) for piece in pieces)

    def _run(self, piece: Piece) -> Run:
        if piece.entity_id:
            return Run(self._labels[piece.entity_id], RunStyle.LABEL)
        if not piece.text:
            return Run(MARKER, RunStyle.MARKER)
        return Run(piece.text)


def entity_categories(entities: Iterable[Entity]) -> dict[str, Category]:
    """The category of each entity, by id."""
    return {entity.id: entity.category for entity in entities}


def _cut(redaction: Redaction, text: str) -> Cut:
    """The span to hide, in whole letters, and without the possessive at its end, which stays to be read."""
    span = whole_letters(text, Span(redaction.start, redaction.end))
    is_owner = text[span.start : span.end].endswith(_POSSESSIVES)
    if redaction.action is not RedactionAction.RECAST and is_owner:
        span = Span(span.start, span.end - 2)
    return Cut(span, redaction.action, redaction.entity_id, redaction.replacement)


def _piece(cut: Cut) -> Piece:
    if cut.action is RedactionAction.PSEUDONYMISE:
        return Piece(entity_id=cut.entity_id)
    if cut.action in {RedactionAction.GENERALISE, RedactionAction.RECAST}:
        return Piece(cut.replacement)
    return Piece()
