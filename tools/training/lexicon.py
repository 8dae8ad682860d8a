"""What the training texts teach about words, names apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dialogue_notes.detection.people.cues import Lexicon, is_candidate
from dialogue_notes.detection.people.given_names import GIVEN_NAMES
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.word_lists import words
from tools.training.prose import Record, is_person

USUAL = 30
"""How often a word must be written small to be told apart as a neighbour."""
CAPITAL, CAPITAL_VOLUMES, CAPITAL_PERSON = 5, 3, 0.08
"""How often, in how many volumes, and as a person at most in which share, for a capitalised word to be a cue itself."""
NEVER, NEVER_VOLUMES, NEVER_PERSON = 20, 4, 0.005
"""The same for a word that is not looked at at all; what is left of a share are slips of the tagging ("I")."""
TITLES = words(
    """
    academician acm acting adm admiral air amb ambassador archbishop asg assistant asst attache attaché aunt
    avm ayatollah bishop brig brigadier brother capt captain cardinal cda cdr chair chairman chairperson
    chairwoman chancellor charge chargé chief cmdr col colonel commander commissioner commodore comrade
    congressman congresswoman consul consul-general councillor counsellor counselor cousin cpt dame daw dcm
    ddg defence defense delegate deputy dfm dg director doctor doña dpm dr dsg emeritus emperor envoy
    ex-minister ex-president excellency father field finance first fm foreign former frau gen general gens
    gov governor group h.e he her herr his hod hom hon honorable honourable imam interior judge justice khun
    king lady lieutenant lord lt madam madame maj major marshal mayor messrs military minister
    minister-counsellor minister-counselor miss mister mlle mme monsieur mr mrs ms mullah mx national party
    permanent pm political pope premier pres president prime prince princess prof professor queen rabbi radm
    rear rep representative ret retd retired rev reverend right rt second secretary security secy sen
    senator senor sergeant señor señora sg sgt shaikh sheik sheikh signor signora sir sister speaker special
    spokesman spokeswoman state third uncle under undersecretary usg vadm vfm vice vpm wing
    """
)
"""Words that stand before names. They go into the file: the lists by which rosters are read may change without
changing what the weights mean."""


def lexicon_of(training: Sequence[Record]) -> Lexicon:
    """What the training texts teach about words, names apart."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    person: Counter[str] = Counter()
    volumes: dict[str, set[str]] = defaultdict(set)
    for record in training:
        for text, people in record.paragraphs:
            words = Words.of(text)
            for word, start in zip(words.texts, words.starts, strict=True):
                if word.islower():
                    small[word] += 1
                elif is_candidate(word):
                    capital[word] += 1
                    person[word] += is_person(start, people)
                    volumes[word].add(record.volume)
    return Lexicon(
        small={
            word: min(8, (count + 1).bit_length() - 1) for word, count in sorted(small.items()) if count > 1
        },
        capital=frozenset(
            word
            for word, count in capital.items()
            if count >= CAPITAL
            and len(volumes[word]) >= CAPITAL_VOLUMES
            and person[word] / count < CAPITAL_PERSON
        ),
        usual=frozenset(word for word, count in small.items() if count >= USUAL),
        never=frozenset(
            word
            for word, count in capital.items()
            if count >= NEVER
            and len(volumes[word]) >= NEVER_VOLUMES
            and person[word] / count <= NEVER_PERSON
            and word.casefold() not in GIVEN_NAMES
        ),
        titles=TITLES,
    )
