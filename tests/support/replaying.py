"""Replays a recorded hour by keys only, and compares the record with what has to stand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.record import Intervention, Speaker
from tests.support.fingers import Fingers
from tests.support.recorded_hour import Hour
from tests.support.recorded_keys import Act, Noted, Stroke


@dataclass(frozen=True, slots=True)
class Replayed:
    """How it went."""

    keys: int
    seconds: float
    recorded_seconds: float

    @property
    def speed(self) -> float:
        """How many times faster than it was recorded."""
        return self.recorded_seconds / self.seconds


def replay(hour: Hour, fingers: Fingers, *, speed: float = 0.0) -> Replayed:
    """Presses every key of the hour in its order; at `speed` times its pace, or as fast as the line takes them."""
    began = monotonic()
    for stroke in hour.strokes:
        if speed:
            _wait(began + stroke.at / speed - monotonic())
        _press(stroke, fingers)
        QApplication.processEvents()
    return Replayed(fingers.keys, monotonic() - began, hour.strokes[-1].at)


def differences(
    noted: Sequence[Noted],
    entries: Sequence[Intervention],
    speaker_of: Callable[[Intervention], Speaker],
    people: Mapping[str, str],
) -> list[str]:
    """What is not as it has to be: each entry once, in order, exact, with its speaker, marks and kind."""
    found = [
        f"{place}: {_as_noted(entry, speaker_of(entry), people, wanted)} instead of {wanted}"
        for place, (wanted, entry) in enumerate(zip(noted, entries, strict=False))
        if _as_noted(entry, speaker_of(entry), people, wanted) != wanted
    ]
    if len(noted) != len(entries):
        found.append(f"{len(entries)} entries instead of {len(noted)}")
    return found


def _as_noted(entry: Intervention, speaker: Speaker, people: Mapping[str, str], wanted: Noted) -> Noted:
    codes = {each: code for code, each in people.items()}
    return Noted(
        entry.kind,
        entry.text,
        codes.get(speaker.participant_id or ""),
        speaker.unsure,
        frozenset(entry.marks),
        frozenset(entry.aims),
        entry.interpreted,
        entry.read_back,
        entry.spoken_at.time() if wanted.at and entry.spoken_at else None,
    )


def _press(stroke: Stroke, fingers: Fingers) -> None:
    match stroke.act:
        case Act.TEXT:
            fingers.type(stroke.text)
        case Act.CODE:
            fingers.press_keys_of(stroke.text)
        case Act.KEY:
            fingers.press(stroke.key)


def _wait(seconds: float) -> None:
    if seconds <= 0:
        return
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
