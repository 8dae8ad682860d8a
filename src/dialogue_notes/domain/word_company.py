"""Fixed phrases in which an ordinary word with a capital is nobody's name: "Green Line", "Lord knows", "White House".

Both detection and the leak gate leave these alone, for a participant called Green or Lord must not cost the text
every such phrase. Only phrases that mean one thing are listed.
"""

from __future__ import annotations

import re

_BEHIND = """
bank: of account accounts
bay: of
bell: curve labs
black: box hole list market sea september
brown: coal rice university
bush: fire fires
case: study studies
chapel: hill
chase: manhattan
cook: islands
ford: foundation motor
gray: area areas zone
green: beret berets belt book card energy field growth light line paper papers party revolution room zone
grey: area areas zone
hill: station
lake: geneva superior victoria michigan
long: beach island march
lord: chancellor god have help jesus knows mayor privy willing
north: africa america atlantic dakota korea korean pole sea vietnam yemen
park: avenue lane
peace: corps talks treaty
power: plant plants point
price: waterhouse
rice: bowl paddies paddy production
rose: garden
south: africa african america american asia carolina china dakota korea korean pacific vietnam yemen
state: department of secretary
stone: age
summer: school palace time
union: jack
wall: street
war: powers
west: bank berlin coast german germany indies point
white: house paper papers russian sea
wood: products
world: bank cup
young: people turks
"""
_BEFORE = """
bank: central export import national reserve west world
book: blue green white
church: anglican catholic coptic lutheran methodist orthodox
court: criminal high international supreme
good: very
hill: capitol
house: white lower upper
law: martial sharia
lord: good my oh the
march: in last long next
may: in last next
park: central hyde national
power: great nuclear super
prince: crown
street: downing wall
sun: rising
union: african european labor labour soviet trade
wall: berlin great
war: civil cold first gulf korean second vietnam world
"""
_WORD = re.compile(r"[A-Za-z]+")
_SINGLE_BLANK = " "
_REACH = 16


def _table(lines: str) -> dict[str, frozenset[str]]:
    pairs = (line.partition(":") for line in lines.strip().splitlines())
    return {word: frozenset(company.split()) for word, _, company in pairs}


_AFTER_IT, _BEFORE_IT = _table(_BEHIND), _table(_BEFORE)


def is_in_company(text: str, start: int, end: int) -> bool:
    """Whether the word `start:end` is part of such a phrase; blanks alone lie between its words."""
    word = text[start:end].lower()
    behind = _AFTER_IT.get(word)
    if behind is not None and text[end : end + 1] == _SINGLE_BLANK:
        found = _WORD.match(text, end + 1)
        if found is not None and found[0].lower() in behind:
            return True
    before = _BEFORE_IT.get(word)
    if before is None or text[max(0, start - 1) : start] != _SINGLE_BLANK:
        return False
    words = _WORD.findall(text[max(0, start - _REACH) : start])
    return bool(words) and words[-1].lower() in before
