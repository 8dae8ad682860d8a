"""What holds for every meeting: nothing hidden gets out, what may be said survives, and secrets leave no trace."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import GroundRule, Kind, SidesAgreement
from dialogue_notes.domain.names.forms import name_forms
from dialogue_notes.domain.profiles import INSIDE, PRINCIPALS, WIDE, Profile
from dialogue_notes.domain.record import Agreements, Entry, MeetingRecord, Participant
from dialogue_notes.domain.sanitised import RunStyle, text_of
from dialogue_notes.domain.sanitising.gate_terms import gate_terms
from dialogue_notes.domain.sanitising.sanitiser import Material
from dialogue_notes.domain.term_finder import TermFinder
from tests.support.records import (
    all_text,
    drafted,
    entry,
    from_suggestions,
    participants,
    record,
    reviewed,
    sanitised,
)

ROSTERS = (
    ("Anna Halvorsen", "Pedro Quiroga", "Tomas Brandt", "Ruth Osei"),
    ("Kim Min-jun", "Zhou Xiang-fu", "Mohammed al-Qahtani", "Bo Xu"),
    ("Sir Marmaduke Wolverhampton-Fotheringay", "Winston Lord", "Jean-Baptiste de la Rochefoucauld", "An Ok"),
    ("Иван Сергеевич Вишневский", "习近平", "김정은", "محمد القحطاني"),
)
"""Names of other lengths, scripts and numbers of words, of ordinary words and of short ones."""

WORDS = (
    "harbour",
    "and",
    "the",
    "visits",
    "could",
    "fishing",
    "talks",
    "reopen",
    "in",
    "spring",
    "verify",
    "slowly",
)
SECRETS = ("submarines sail at dawn on the fifth", "x", "他们将在黎明时分启航", "a much longer secret " * 6)
NAMES = ("@0", "@1", "@2", "@3")

PIECES = st.lists(st.sampled_from([*WORDS, *NAMES, "@0's", "@2,", "\n", "“@1”"]), min_size=1, max_size=14)
KINDS = st.sampled_from(
    [Kind.STATEMENT, Kind.STATEMENT, Kind.AGREEMENT, Kind.ACTION, Kind.PROCEDURE, Kind.OBSERVATION]
)
RULES = st.sampled_from(
    [None, None, GroundRule.CHATHAM_HOUSE, GroundRule.OFF_RECORD, GroundRule.NOT_FOR_REPORT]
)
LINES = st.lists(st.tuples(PIECES, KINDS, RULES, st.integers(0, 3)), min_size=1, max_size=8)
PROFILES = st.sampled_from([INSIDE, PRINCIPALS, WIDE])


@dataclass(frozen=True)
class World:
    """One way to fill in what is hidden: names, speakers, what is said in entries that stay."""

    roster: int
    swap: bool
    secret: int
    keeps_hidden_entries: bool = True

    def people(self) -> tuple[Participant, ...]:
        return participants(ROSTERS[self.roster])


WORLDS = st.builds(World, st.integers(0, 3), st.booleans(), st.integers(0, len(SECRETS) - 1), st.booleans())


def meeting(
    lines: list[tuple[list[str], Kind, GroundRule | None, int]], world: World, profile: Profile
) -> MeetingRecord:
    """The meeting as it is in a world; what the profile may see is the same in all of them."""
    people = world.people()
    entries: list[Entry] = []
    for number, (pieces, kind, rule, speaker) in enumerate(lines):
        is_hidden = rule is GroundRule.NOT_FOR_REPORT or kind is Kind.OBSERVATION
        is_hidden = is_hidden or (rule is GroundRule.OFF_RECORD and not profile.restricted)
        if is_hidden and not world.keeps_hidden_entries:
            continue
        text = SECRETS[world.secret] if is_hidden else " ".join(pieces)
        for place, person in enumerate(people):
            text = text.replace(f"@{place}", person.name)
        speaks = (speaker + 1) % 4 if world.swap else speaker
        entries.append(entry(number, text, kind=kind, rule=rule, speaker=f"p{speaks}"))
    return record(*entries, people=people, title="Round on @0".replace("@0", people[0].name))


@given(LINES, WORLDS, WORLDS, PROFILES)
@settings(max_examples=150)
def test_replacing_every_secret_changes_nothing_that_is_seen(
    lines: list[tuple[list[str], Kind, GroundRule | None, int]], one: World, other: World, profile: Profile
) -> None:
    assert reviewed(meeting(lines, one, profile), profile) == reviewed(
        meeting(lines, other, profile), profile
    )


@given(LINES, WORLDS, PROFILES)
@settings(max_examples=100)
def test_no_form_of_a_participants_name_survives(
    lines: list[tuple[list[str], Kind, GroundRule | None, int]], world: World, profile: Profile
) -> None:
    made = meeting(lines, world, profile)
    out = all_text(reviewed(made, profile))
    for person in made.participants:
        forms = [form for form in name_forms(person) if form.form not in {"OK", "Ok", "ok"}]
        assert not TermFinder((form.form, form.match) for form in forms).find(out)
    assert "submarines" not in out
    assert "黎明" not in out


@given(LINES, WORLDS, PROFILES)
@settings(max_examples=100)
def test_every_word_outside_the_redactions_survives(
    lines: list[tuple[list[str], Kind, GroundRule | None, int]], world: World, profile: Profile
) -> None:
    made = meeting(lines, world, profile)
    out = reviewed(made, profile)
    shown = [
        word.strip("“”,")
        for section in out.sections
        for point in section.points
        for run in point.runs
        if run.style is RunStyle.PLAIN
        for word in run.text.split()
    ]
    wanted = [
        piece
        for pieces, kind, rule, _ in lines
        if kind is not Kind.OBSERVATION
        and rule is not GroundRule.NOT_FOR_REPORT
        and (profile.restricted or rule is not GroundRule.OFF_RECORD)
        for piece in pieces
        if piece in WORDS
    ]
    assert [word for word in shown if word in WORDS] == wanted


@given(LINES, WORLDS, PROFILES)
@settings(max_examples=60)
def test_the_gate_is_told_of_everything_that_is_hidden_and_allows_nothing(
    lines: list[tuple[list[str], Kind, GroundRule | None, int]], world: World, profile: Profile
) -> None:
    made = meeting(lines, world, profile)
    entities, redactions = from_suggestions(suggest(made))
    summary = drafted(made, profile, redactions)
    out = sanitised(made, profile, redactions, entities, summary)
    terms = gate_terms(Material(made, entities, redactions, summary), profile, out)
    found = TermFinder((term.form, term.match) for term in terms).find(all_text(out))
    assert all(terms[hit.term].allowed for hit in found)
    assert {form.form for person in made.participants for form in name_forms(person)} <= {
        one.form for one in terms
    }


@given(LINES, st.sampled_from(SidesAgreement), st.permutations([0, 1, 2, 3]))
@settings(max_examples=40)
def test_the_order_of_the_roster_changes_nothing_that_is_seen(
    lines: list[tuple[list[str], Kind, GroundRule | None, int]], sides: SidesAgreement, order: list[int]
) -> None:
    made = meeting(lines, World(0, swap=False, secret=0), INSIDE)
    made = replace(made, meeting=replace(made.meeting, agreements=Agreements(sides=sides, attendance=True)))
    shuffled = replace(made, participants=tuple(made.participants[place] for place in order))
    assert reviewed(made, INSIDE) == reviewed(shuffled, INSIDE)


def test_texts_of_a_sanitised_summary_are_its_runs() -> None:
    out = reviewed(record(entry(0, "Brandt spoke")))
    assert text_of(out.sections[0].points[0].runs) == "Person 01 spoke"
