"""Choosing a passphrase: how easily one is guessed, and five random words to take instead."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cache
from typing import Final

from dialogue_notes.paths import resource

GOOD_STRENGTH: Final = 3
"""The lowest score that is not warned about: beyond 10^8 guesses, each at the cost of the key derivation."""

OFFERED_WORDS: Final = 5
_MOST_JUDGED: Final = 72
"""Characters that the estimator takes; what is longer is strong by what it has seen already."""

_WORDS: Final = (
    "One of the first a guesser tries.",
    "Very easily guessed.",
    "Easily guessed by someone who has the folder.",
    "Good.",
    "Very good.",
)


@dataclass(frozen=True, slots=True)
class Strength:
    """0 (guessed at once) to 4 (out of reach), and what to say about it."""

    score: int
    words: str


def passphrase_strength(passphrase: bytes | bytearray | str) -> Strength:
    """How easily a passphrase is guessed, by zxcvbn (Wheeler, USENIX Security 2016).

    The estimator works on `str` objects, whose memory cannot be erased; the passphrase itself is not kept.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 90,000 words, for which nobody waits who makes no vault

    text = passphrase if isinstance(passphrase, str) else passphrase.decode("utf-8", errors="replace")
    if not text:
        return Strength(0, "Empty.")
    estimate = zxcvbn(text[:_MOST_JUDGED])
    score = int(estimate["score"])
    warning = str(estimate["feedback"]["warning"])
    return Strength(score, f"{_WORDS[score]} {warning}".strip())


def offered_passphrase() -> str:
    """Five random words, 64 bits, from the Electronic Frontier Foundation's long list of 7,776."""
    return " ".join(secrets.choice(_word_list()) for _ in range(OFFERED_WORDS))


@cache
def _word_list() -> tuple[str, ...]:
    lines = resource("words/eff_large.txt").read_text(encoding="ascii").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))
