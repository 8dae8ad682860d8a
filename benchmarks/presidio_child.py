"""Runs inside the environment that has Presidio: its recognisers without a model, with names to look for.

Reads {"texts": [...], "names": [...], "runs": N} from standard input; writes {"seconds": [...], "found": [N]}. Seconds
are of the processor.
"""

from __future__ import annotations

import json
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine


class BlankEngine(SpacyNlpEngine):  # type: ignore[misc]  # it is not here where types are looked at
    """Words without a trained model, which would have to be fetched from a network."""

    def __init__(self) -> None:
        super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
        self.nlp = {"en": spacy.blank("en")}

    def load(self) -> None:
        """Nothing has to be loaded."""


def main() -> int:
    """Measures every run."""
    asked = json.load(sys.stdin)
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"])
    registry.remove_recognizer("SpacyRecognizer")
    registry.add_recognizer(PatternRecognizer(supported_entity="PERSON", deny_list=asked["names"]))
    engine = AnalyzerEngine(registry=registry, nlp_engine=BlankEngine(), supported_languages=["en"])
    engine.analyze("One text, so that what is loaded late is loaded.", language="en")
    seconds, found = [], 0
    for _ in range(asked["runs"]):
        begun = time.process_time()
        found = sum(len(engine.analyze(text, language="en")) for text in asked["texts"])
        seconds.append(time.process_time() - begun)
    json.dump({"seconds": seconds, "found": [found]}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
