"""A new vault: its name and place, who you are, and a passphrase that is judged as it is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import LineField, PassphraseField
from dialogue_notes.ui.common.folders import FolderField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Card, column, row
from dialogue_notes.ui.unlock.pages import Page
from dialogue_notes.ui.unlock.strength_bar import StrengthBar

JUDGE_AFTER_MS = 120
"""The estimator takes a few milliseconds a word; it waits until the fingers rest."""


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a person chose for a vault; the passphrase is for the receiver to erase."""

    folder: Path
    person: str
    passphrase: bytearray = field(repr=False)


class NewPage(Page):
    """`create_requested(NewVault)`, `judge_requested(bytearray)` while the passphrase is typed."""

    create_requested = Signal(object)
    judge_requested = Signal(object)
    words_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__("A new vault", "One encrypted folder. Nobody can open it without the passphrase.")
        self._name = LineField("Name of the vault", placeholder="Lakeside Dialogue")
        self._folder = FolderField("Kept in")
        self._person = LineField("Your name", hint="Written beside your approvals, inside the vault only.")
        self._passphrase = PassphraseField("Passphrase")
        self._again = PassphraseField("The same again")
        self._shown = QCheckBox("Show what I type")
        self._strength = StrengthBar()
        self._offered = PlainLabel(strong=True, wraps=True)
        self._use = Button("Use these words", kind=ButtonKind.LINK)
        self._others = Button("Other words", kind=ButtonKind.LINK)
        self._create = Button("Make the vault", kind=ButtonKind.PRIMARY)
        self._back = Button("Back", kind=ButtonKind.QUIET)
        self._judge = QTimer(self, singleShot=True, interval=JUDGE_AFTER_MS)
        self._lay_out_fields()
        self._connect()

    def show_folder(self, folder: Path) -> None:
        """Where vaults are kept unless said otherwise."""
        self._folder.set_folder(folder)

    def show_offer(self, words: str) -> None:
        """Five random words, to be taken or not."""
        self._offered.setText(words)

    def show_strength(self, score: int, words: str) -> None:
        """How hard the passphrase is to guess: 0 to 4, and in words."""
        self._strength.show_strength(score, words)

    def show_wrong_name(self, words: str) -> None:
        """Says what is wrong with the name or the place."""
        self.show_idle()
        self._name.show_wrong(words)
        self._name.setFocus()

    def start(self) -> None:
        self.words_requested.emit()
        self._name.setFocus()

    def forget(self) -> None:
        super().forget()
        for each in (self._name, self._person, self._passphrase, self._again, self._offered, self._strength):
            each.forget()
        self._judge.stop()

    def _lay_out_fields(self) -> None:
        offer = Card(
            column(
                PlainLabel(
                    "Or five random words, easy to type and hard to guess:", tone=Tone.MUTED, size=Size.SMALL
                ),
                self._offered,
                row(self._use, self._others, None, gap=18),
                margins=(12, 9, 12, 7),
                gap=4,
            )
        )
        names = row(self._name, self._person, gap=12)
        names.setStretch(0, 1)
        names.setStretch(1, 1)
        self.lay_out(
            names, self._folder, row(self._passphrase, self._again, gap=12),
            row(self._shown, None), self._strength, offer, 4, row(self._create, self._back, None),
        )  # fmt: skip

    def _connect(self) -> None:
        self._shown.toggled.connect(self._show_secrets)
        self._passphrase.changed.connect(self._judge.start)
        self._judge.timeout.connect(lambda: self.judge_requested.emit(self._passphrase.copy()))
        self._use.clicked.connect(self._take_offer)
        self._others.clicked.connect(self.words_requested)
        self._create.clicked.connect(self._request)
        self._again.submitted.connect(self._request)
        self._passphrase.submitted.connect(self._again.setFocus)
        self._back.clicked.connect(self.back_requested)

    def _show_secrets(self, is_shown: bool) -> None:
        self._passphrase.set_shown(is_shown)
        self._again.set_shown(is_shown)
        self._again.setVisible(not is_shown)

    def _take_offer(self) -> None:
        """The words go into the field, readable, to be learnt or written down."""
        self._shown.setChecked(True)
        self._passphrase.edit.setText(self._offered.text())
        self.judge_requested.emit(self._passphrase.copy())
        self._create.setFocus()

    def _request(self) -> None:
        for wanted, words in ((self._name, "Give the vault a name."), (self._person, "Say who you are.")):
            if not wanted.text():
                wanted.show_wrong(words)
                wanted.setFocus()
                return
        if self._passphrase.is_empty:
            self._passphrase.show_wrong("Choose a passphrase.")
            self._passphrase.setFocus()
            return
        if not self._shown.isChecked() and not self._passphrase.matches(self._again):
            self._again.show_wrong("The two are not the same.")
            self._again.setFocus()
            return
        folder = self._folder.folder() / f"{self._name.text().replace('/', '-')}.vault"
        self._again.forget()
        self.create_requested.emit(NewVault(folder, self._person.text(), self._passphrase.take()))
