"""The quick way of scoring gives exactly what the sum of the weights of the cues gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.people.cues import own_cues
from dialogue_notes.detection.people.model import UNIT, PeopleModel, people_model
from dialogue_notes.detection.people.scoring import scores
from dialogue_notes.detection.people.weighing import ReadRecord, SecondLook, Seen
from dialogue_notes.detection.words import Words

WORDS = [
    *(
        "Vothrekk",
        "vothrekk",
        "VOTHREKK",
        "Vothrekk-Lunde",
        "Ilmaquist",
        "O'Serrowen",
        "al-Brunthal",
        "Mr.",
        "Dr",
    ),
    *(
        "Ambassador",
        "AMBASSADOR",
        "ambassador",
        "the",
        "said",
        "Moscow",
        "Embassy",
        "J.",
        "A. M.",
        "He",
        "and",
        ",",
        ".",
        "“",
        "”",
        "1969",
    ),
    *(
        "Soviet",
        "Paris",
        "told",
        "that",
        "Press",
        "Will",
        "ß",
        "İstanbullu",
        "Ørsted",
        "—",
        "\n",
        "de",
        "van",
    ),
]
RECORDS = st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), min_size=1, max_size=4)


def plain(record: ReadRecord, model: PeopleModel) -> dict[Seen, float]:
    """The same from the cues one by one."""

    def weighed(seen: Seen) -> float:
        cues = (*own_cues(record.word(seen), model.lexicon), *record.first_cues(seen))
        return sum(model.first.get(cue, 0) for cue in cues) / UNIT

    look = SecondLook(record, {seen: weighed(seen) for seen in record.candidates})
    return {
        seen: sum(model.second.get(cue, 0) for cue in look.cues(seen)) / UNIT for seen in record.candidates
    }


def read(texts: list[str]) -> ReadRecord:
    return ReadRecord([Words.of(text) for text in texts], people_model().lexicon)


@given(RECORDS)
def test_quick_and_plain_scores_are_the_same(texts: list[str]) -> None:
    assert scores(read(texts), people_model()) == plain(read(texts), people_model())


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3))
def test_they_are_the_same_for_any_text(texts: list[str]) -> None:
    assert scores(read(texts), people_model()) == plain(read(texts), people_model())


@given(RECORDS)
def test_a_record_is_scored_the_same_each_time(texts: list[str]) -> None:
    assert list(scores(read(texts), people_model()).items()) == list(
        scores(read(texts), people_model()).items()
    )


def test_every_candidate_is_looked_at_once() -> None:
    texts = ["Vothrekk met Ilmaquist. Vothrekk left."] * 3
    record = read(texts)
    assert len(record.candidates) == len(set(record.candidates)) == 9
    assert scores(record, people_model()).keys() == set(record.candidates)


def test_words_of_a_record_are_forgotten_with_it() -> None:
    import gc

    word = "Vothrekkianson"
    scores(read([f"Mr. {word} said so. We told {word} that."]), people_model())
    gc.collect()
    held = [one for one in gc.get_objects() if isinstance(one, dict) and word in one]
    assert not [one for one in held if "__name__" not in one and one is not locals()]
