from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import read_together
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder, runs_of

TEXTS = st.lists(st.text("aBé-' \n.1", max_size=14), max_size=5)


class Seeker:
    """Looks for some words, and counts how often it is asked."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.asked = 0

    def sought(self, concordance: Concordance) -> Iterable[str]:
        self.asked += 1
        return [word for word in self.words if word in concordance.words]


@given(TEXTS)
def test_every_word_is_found_where_it_stands(texts: list[str]) -> None:
    taken = [Words.of(text) for text in texts]
    concordance = Concordance(taken)
    for word in concordance.words:
        found = {(number, place) for number, places in concordance.places([word]).items() for place in places}
        assert found == {
            (number, place)
            for number, words in enumerate(taken)
            for place, other in enumerate(words.texts)
            if other == word
        }


@given(TEXTS, st.sampled_from(["a", "b", "ab", "é", "1"]))
def test_words_are_found_by_their_parts(texts: list[str], run: str) -> None:
    concordance = Concordance([Words.of(text) for text in texts])
    holding = {word for word in concordance.words if run in runs_of(word)[0] or run == word.lower()}
    assert concordance.written({run}) == holding


def test_places_are_in_order_and_asked_for_once() -> None:
    passages = tuple(read_together(["Osei met Bex", "", "Bex and Bex", "nobody"]).values())
    seeker = Seeker("Bex", "Osei", "absent")
    assert [list(passage.places(seeker)) for passage in passages] == [[0, 2], [], [0, 2], []]
    assert passages[0].concordance.numbers_for(seeker) == {0, 2}
    assert seeker.asked == 1


TERMS = [("Ruth Osei", TermMatch.FOLDED), ("Bex", TermMatch.CASED), ("En-lai", TermMatch.FOLDED)]
NAMED = st.lists(
    st.lists(
        st.sampled_from(["Ruth", "Osei", "osei", "Bex", "En", "lai", " ", "-", "\n", "\u2014", "  "]),
        max_size=8,
    ),
    max_size=4,
).map(lambda texts: ["".join(parts) for parts in texts])


@given(NAMED)
def test_a_text_holds_the_same_alone_and_among_others(texts: list[str]) -> None:
    finder = TermFinder(TERMS)
    for text, passage in read_together(texts).items():
        assert passage.hits(finder) == finder.find(text)
        assert not finder.find(text) or passage.number in passage.concordance.numbers_for(finder)
