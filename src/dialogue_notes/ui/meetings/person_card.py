"""What the table has no room for: other names, role, number and descriptions of the person that the cursor is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from dialogue_notes.domain.dangers.own_descriptions import Concern, OwnDescription
from dialogue_notes.domain.names.roster_lines import read_roster_line
from dialogue_notes.domain.record import Participant
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Card, clear_layout, column

_EXAMPLES = (
    "Director, Lakeside Institute", "강용철, 姜勇哲", "the ambassador, Yong", "", "", "", "1",
    "a former official; a former official of the north",
)  # fmt: skip
"""What a field may hold, in the order of the fields."""
_TONES = {
    Concern.NONE: Tone.MUTED,
    Concern.TOO_FEW: Tone.AMBER,
    Concern.ONE_PERSON: Tone.AMBER,
    Concern.NAME: Tone.RED,
}


@dataclass(frozen=True, slots=True)
class PersonEdit:
    """What stands in the card after an edit: several names are parted by commas there, descriptions by semicolons."""

    participant_id: str
    role: str
    scripts: tuple[str, ...]
    aliases: tuple[str, ...]
    honorific: str
    given_name: str
    family_name: str
    count: int
    descriptors: tuple[str, ...]


class PersonCard(Card):
    """`edited(PersonEdit)` when a field was left."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._person: Participant | None = None
        self._role = LineField("Role")
        self._scripts = LineField("In other scripts")
        self._aliases = LineField("Also called")
        self._honorific = LineField("Title")
        self._given = LineField("Given name")
        self._family = LineField("Family name")
        self._count = LineField("How many")
        self._described = LineField("May be described as, the widest first")
        self._fields = (
            self._role, self._scripts, self._aliases, self._honorific, self._given, self._family, self._count,
            self._described,
        )  # fmt: skip
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        places = (
            (self._role, 0, 0, 3), (self._scripts, 0, 3, 2), (self._aliases, 0, 5, 2),
            (self._honorific, 1, 0, 1), (self._given, 1, 1, 2), (self._family, 1, 3, 3), (self._count, 1, 6, 1),
            (self._described, 2, 0, 7),
        )  # fmt: skip
        for field, line, place, span in places:
            grid.addWidget(field, line, place, 1, span)
            field.finished.connect(lambda _text: self._say())
        self._understood = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._understood.setAccessibleName("How the name was understood")
        self._doubts = PlainLabel(tone=Tone.AMBER, size=Size.SMALL, wraps=True)
        self._doubts.setAccessibleName("What to mend in this row")
        self._said = column(gap=2)
        self._labels: list[PlainLabel] = []
        grid.addLayout(self._said, 3, 0, 1, 7)
        grid.addWidget(self._understood, 4, 0, 1, 7)
        grid.addWidget(self._doubts, 5, 0, 1, 7)
        for place in range(7):
            grid.setColumnStretch(place, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.forget()

    def show_person(self, person: Participant | None, described: Iterable[OwnDescription] = ()) -> None:
        """Shows somebody, with what is to be said of each description; nobody, and the card can only be read."""
        is_same = person is not None and self._person is not None and person.id == self._person.id
        self._person = person
        self.setEnabled(person is not None)
        texts = _texts(person) if person else ("",) * len(self._fields)
        for field, text in zip(self._fields, texts, strict=True):
            (field.refresh_text if is_same else field.set_text)(text)
        self._count.show_wrong("")
        self._show_descriptions(described)
        self._show_reading(person)
        for field, example in zip(self._fields, _EXAMPLES, strict=True):
            field.edit.setPlaceholderText(example if person else "")

    def forget(self) -> None:
        """Nobody is shown."""
        self.show_person(None)

    def _show_descriptions(self, described: Iterable[OwnDescription]) -> None:
        """How many people each description fits, and what speaks against it."""
        for old in self._labels:  # which is destroyed only later
            old.forget()
            old.setAccessibleName("")
        clear_layout(self._said)
        self._labels = []
        for one in described:
            label = PlainLabel(one.says, tone=_TONES[one.concern], size=Size.SMALL, wraps=True)
            label.setAccessibleName(f"Description: {one.says}")
            self._said.addWidget(label)
            self._labels.append(label)

    def _show_reading(self, person: Participant | None) -> None:
        """How the row was understood, by which names are looked for, and what to mend in it."""
        line = read_roster_line(person) if person is not None else None
        understood = line.understood if line else ""
        doubts = "\n".join(doubt.value for doubt in line.doubts) if line else ""
        for label, words in (
            (self._understood, f"Understood as: {understood}" if understood else ""),
            (self._doubts, doubts),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def _say(self) -> None:
        if self._person is None:
            return
        count = self._count.text() or "1"
        if not (count.isascii() and count.isdigit() and 1 <= int(count) <= 999):
            self._count.show_wrong("A number from 1.")
            return
        self.edited.emit(
            PersonEdit(
                self._person.id,
                self._role.text(),
                _several(self._scripts.text()),
                _several(self._aliases.text()),
                self._honorific.text(),
                self._given.text(),
                self._family.text(),
                int(count),
                _parted(self._described.text()),
            )
        )


def _texts(person: Participant) -> tuple[str, ...]:
    """What stands in the fields of the card, in their order."""
    return (
        person.role,
        ", ".join(person.scripts),
        ", ".join(person.aliases),
        person.honorific,
        person.given_name,
        person.family_name,
        str(person.count),
        "; ".join(person.descriptors),
    )


def _several(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.replace(";", ",").replace("、", ",").replace("，", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _parted(text: str) -> tuple[str, ...]:
    """Descriptions, of which one may well hold a comma."""
    parts = (" ".join(part.split()) for part in text.replace("；", ";").split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))
