"""Summaries for the tests of exports."""

from __future__ import annotations

from dialogue_notes.domain.sanitised import (
    MARKER,
    PointKind,
    Run,
    RunStyle,
    SanitisedPoint,
    SanitisedSection,
    SanitisedSummary,
)

SCRIPTS = {
    "Latin": "Notice before a test was spoken of as possible; naïve façade, efficient office.",
    "Cyrillic": "Переговоры должны быть возобновлены весной.",
    "Greek": "Η έγκαιρη ειδοποίηση είναι χρήσιμη.",
    "Arabic": "ينبغي أن يسبق الإخطار التجربة بأربع وعشرين ساعة",
    "Hebrew": "הודעה מוקדמת תישלח דרך המכונים",
    "Chinese": "谈判应当在春季恢复，并由四人起草小组准备文本。",
    "Japanese": "実験の事前通告は信頼醸成の第一歩である。",
    "Korean": "핵실험 사전 통보는 신뢰 구축의 첫걸음이 될 수 있다.",
}
"""A sentence in each script that has to be shown."""


def point(text: str, kind: PointKind = PointKind.PROSE, lead: str = "") -> SanitisedPoint:
    """A point of one plain run."""
    return SanitisedPoint(kind, lead, (Run(text),))


def summary(
    *points: SanitisedPoint, notices: tuple[str, ...] = (), title: str = "Where matters stand"
) -> SanitisedSummary:
    """A summary of one section with these points."""
    return SanitisedSummary(
        title=(Run(title),),
        subtitle=(),
        marking="For the recipient only",
        method="Held under the Chatham House Rule.",
        sections=(SanitisedSection((Run("Key points"),), points),),
        notices=notices,
    )


def full_summary() -> SanitisedSummary:
    """A summary with everything that a summary may have."""
    of_kinds = (
        SanitisedPoint(
            PointKind.PROSE,
            "One voice",
            (
                Run("As "),
                Run("Person 01", RunStyle.LABEL),
                Run(" told "),
                Run(MARKER, RunStyle.MARKER),
                Run("."),
            ),
            ("personal view",),
        ),
        point("Rather know than guess.", PointKind.QUOTE, "One voice"),
        point("A break of twenty minutes.", PointKind.NOTE),
        point("Non-papers at the next meeting.", PointKind.AGREED, "Agreed"),
        point("Circulate the glossary.", PointKind.ACTION, "Action"),
    )
    return SanitisedSummary(
        title=(Run("Notification of tests"),),
        subtitle=(Run("Lakeside, spring 2026"),),
        marking="For the recipient only",
        method="Held under the Chatham House Rule.",
        sections=(
            SanitisedSection((Run("Key points"),), of_kinds),
            SanitisedSection((Run("통보와 검증"),), tuple(point(text) for text in SCRIPTS.values())),
        ),
        attendance=("A. Delegate (Side one)", "B. Delegate (Side two)"),
        disclaimer="Prepared by the facilitators.",
        notices=("DRAFT", "Redactions proposed by the program were accepted without a person's decision."),
    )


def long_summary(points: int) -> SanitisedSummary:
    """A summary of many points: about ten make a page."""
    text = "Notice before a test was spoken of as possible, and no one spoke against it in the room. " * 4
    sections = tuple(
        SanitisedSection((Run(f"Session {number}"),), tuple(point(text, lead="One voice") for _ in range(25)))
        for number in range(points // 25)
    )
    return SanitisedSummary((Run("A long meeting"),), (), "For the file only", "Held.", sections)
