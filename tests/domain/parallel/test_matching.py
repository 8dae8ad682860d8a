"""Who of another record is who on the roster: by name, and never by a guess between two."""

from __future__ import annotations

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.parallel.matching import match_people, match_sessions
from dialogue_notes.domain.parallel.records import sync_of
from dialogue_notes.domain.record import Participant, Session


def people(side: str, *names: str, aliases: tuple[str, ...] = ()) -> list[Participant]:
    return [
        Participant(f"{side}{number}", "m", number, name, aliases=aliases)
        for number, name in enumerate(names)
    ]


def sessions(side: str, *titles: str) -> list[Session]:
    return [Session(f"{side}{number}", "m", number, title) for number, title in enumerate(titles)]


def test_titles_and_blanks_and_case_are_no_hindrance() -> None:
    ours = people("o", "Anna Lindqvist", "Chou En-lai", "Petra Vance")
    theirs = people("t", "Ambassador  Anna LINDQVIST", "Chou En\u2011lai", "Dr. Petra Vance")
    assert match_people(theirs, ours) == {"t0": "o0", "t1": "o1", "t2": "o2"}


def test_an_alias_or_another_script_is_the_person() -> None:
    ours = [Participant("o0", "m", 0, "Kang Yong-chol", aliases=("the Chair",), scripts=("강용철",))]
    assert match_people(people("t", "강용철"), ours) == {"t0": "o0"}
    assert match_people(people("t", "The chair"), ours) == {"t0": "o0"}


def test_a_family_name_alone_is_enough_only_where_one_person_has_it() -> None:
    assert match_people(people("t", "Mr. Vance"), people("o", "Petra Vance", "Dieter Moser")) == {"t0": "o0"}
    assert match_people(people("t", "Mr. Vance"), people("o", "Petra Vance", "Otto Vance")) == {}
    assert match_people(people("t", "Mr. Vance", "Ms. Vance"), people("o", "Petra Vance")) == {}


def test_whoever_stands_twice_in_the_other_record_is_one_person_of_the_roster() -> None:
    ours = people("o", "Petra Vance", aliases=("PV",))
    assert match_people(people("t", "Petra Vance", "PV"), ours) == {"t0": "o0"}


def test_sessions_are_known_by_title_and_else_by_their_place() -> None:
    ours = sessions("o", "Opening views", "Notification of tests")
    assert match_sessions(sessions("t", "notification of TESTS", "Lunch", "Evening"), ours) == {
        "t0": "o1",
        "t1": "o1",
        "t2": "o1",
    }
    assert match_sessions(sessions("t", "Session 1"), ours) == {"t0": "o0"}
    assert match_sessions(sessions("t", "Session 1"), []) == {}


def test_sync_marks_of_files_are_known_by_their_words() -> None:
    assert sync_of(Kind.PROCEDURE, "Sync 3 at 11:04:07", ()) == 3
    assert sync_of(Kind.PROCEDURE, "sync mark 12", ()) == 12
    assert sync_of(Kind.STATEMENT, "Sync 3 at 11:04:07", ()) is None
    assert sync_of(Kind.PROCEDURE, "Coffee", ("sync:4",)) == 4
    assert sync_of(Kind.PROCEDURE, "Synchronise watches", ()) is None
