"""Which texts are still raw shorthand (`tld hw han wld not obj`), without accusing ordinary prose."""

from __future__ import annotations

import re

_TOKENS = re.compile(r"[^\s,;:.!?()\[\]\"“”«»…]+")
_ABBREVIATIONS = frozenset(
    (  # noqa: SIM905 - quoted one by one, a list of this length cannot be read
        "abt acc'g agr agrd agst appr appt b/c b4 bc bcs betw bkgd btw c/d cd cld cmte comm'n cont'd coop cttee delg"
        " delgn dept devt diffs disc'n dont eval exch fwd govt govts gp grp gvt hv hw impt incl intl juris legis mgmt"
        " mins mtg mtgs mtrl nec negs negot obj objd offl offls para parl pls poss ppl pres prob prop propd q'n qn qns"
        " rec recd rels resp rgd s/b s/o sb sched secy sess shd shld smb smth sth stmt subj tho thru thx tld tmrw twds"
        " u/s w/ w/in w/o wd wk wks wld wrt wth xch yday yr yrs"
    ).split()
)
_CERTAIN = frozenset(
    (  # noqa: SIM905 - as above
        "abt agr agrd agst b/c bcs betw cld delg delgn hv objd ppl q'n qns rgd shld sth tld tmrw w/ w/in w/o wld wth"
    ).split()
)
"""Those of them that nobody writes in prose: one is enough."""
_ORDINARY = frozenset(
    (  # noqa: SIM905 - as above
        "mr mrs ms dr st vs km kg cm mm nm ml hz khz mhz kw mw gw kt mt pp cf hrs rd th nd jr sr ph www http https tv"
        " pc hm hmm psst shh pst xv xx ll ltd"
    ).split()
)
"""Short words without a vowel that ordinary prose has: titles, units, sounds."""
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūıаеёиоуыэюя")
_LONGEST = 5
_LEAST_SHARE = 0.25
_BOTH = 2


def raw_words(text: str) -> tuple[str, ...]:
    """The words that make `text` raw shorthand, each once; none when it reads as prose.

    One clipped word does not, unless nobody writes it in prose: two must be there, and a quarter of all words.
    Clipped is a word of the lists above, or one in small Latin letters, up to five of them, without a vowel.
    Capitals are names (DPRK, CTBT).
    """
    tokens = _TOKENS.findall(text)
    clipped = [token for token in tokens if _is_clipped(token)]
    is_dense = len(clipped) >= _BOTH and len(clipped) >= _LEAST_SHARE * len(tokens)
    return tuple(dict.fromkeys(clipped)) if is_dense or not _CERTAIN.isdisjoint(clipped) else ()


def is_abbreviation(word: str) -> bool:
    """Whether a word in small letters is one that rapporteurs clip ("wld"), and so nobody's initials."""
    return word in _ABBREVIATIONS or word in _ORDINARY


def _is_clipped(token: str) -> bool:
    if token in _ABBREVIATIONS:
        return True
    is_plain = token.isascii() and token.isalpha() and token.islower()
    return is_plain and 1 < len(token) <= _LONGEST and not _VOWELS & set(token) and token not in _ORDINARY
