"""Trains the weights that tell people's names from other capitalised words, and writes the model file.

    python -m tools.train_people PROSE [--out FILE] [--hold-back VOLUME ...]

PROSE is a gzipped file of JSON lines, each `{"volume", "text", "people": [[start, end], ...]}` with spans in code
points. The volumes held back are neither trained nor tuned on; `benchmarks/people.py` tells what is found in them.
Needs scikit-learn (tools/requirements.txt), which the program itself does not. With those versions the same input
gives the same file, byte for byte.

The paragraphs of a volume, forty in a row, stand for the record of a meeting. So that names are learned by how they
are written and where they stand, and not by heart: a word weighs the less the more often it comes up, no name is a
cue by itself, and half of the records are learned a second time with every name replaced by a made-up one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.training.learning import trained
from tools.training.prose import records

HELD_BACK = ("1961-63v03", "1964-68v13", "1964-68v18", "1964-68v28", "1969-76v03", "1977-80v01")


def main(arguments: Sequence[str]) -> int:
    """Trains, writes and reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("prose", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/detection/people.json"))
    parser.add_argument("--hold-back", nargs="*", default=HELD_BACK)
    options = parser.parse_args(arguments)
    every = records(options.prose)
    training = [one for one in every if one.volume not in options.hold_back]
    model = trained(training)
    facts = {
        "provenance": (
            "Weights of logistic regressions, trained by tools/train_people.py on 28,939 paragraphs with people tagged"
            " by the Office of the Historian of the US Department of State (Foreign Relations of the United States,"
            " 1961-76 and 1977-80; public domain). Holds words and pieces of words, no text."
        ),
        "held_back": sorted(options.hold_back),
        "small": model.lexicon.small,
        "capital": sorted(model.lexicon.capital),
        "usual": sorted(model.lexicon.usual),
        "never": sorted(model.lexicon.never),
        "titles": sorted(model.lexicon.titles),
        "first": model.first,
        "second": model.second,
    }
    options.out.write_text(json.dumps(facts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{options.out}: {options.out.stat().st_size:,} bytes, learned from {len(training):,} records")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
