"""The demonstration: the sample meeting, played through the real windows from capture to export."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dialogue_notes.app.compose import Composition, Where
from dialogue_notes.app.demo_closing import export, summarise
from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.demo_review import review
from dialogue_notes.app.demo_scenes import make_vault, prepare, record
from dialogue_notes.app.demo_script import load_script
from dialogue_notes.app.window import make_application, require_screen
from dialogue_notes.cli.main import EXIT_WRONG_USE
from dialogue_notes.cli.outcomes import PlayDemo
from dialogue_notes.cli.output import fail, say, say_json
from dialogue_notes.errors import EXIT_CODES, ErrorCode, KnownError
from dialogue_notes.lockdown.enforcement import Enforcement
from dialogue_notes.paths import make_private_folder, write_private
from dialogue_notes.services.places import ThreadedPlaces

_BACKSTAGE = ".demo"
"""Where the throwaway vault and its settings lie while the demonstration plays; removed at its end."""


def run(wanted: PlayDemo, enforcement: Enforcement) -> int:
    """Plays it, says which files it left, or what stood in the way; the exit code."""
    try:
        files = _play_in(wanted.folder.absolute(), enforcement)
    except KnownError as error:
        fail(error, as_json=wanted.as_json)
        return EXIT_CODES.get(error.code, EXIT_WRONG_USE)
    if wanted.as_json:
        say_json({"files": [str(path) for path in files]})
    else:
        for path in files:
            say(str(path))
    return 0


def _play_in(folder: Path, enforcement: Enforcement) -> list[Path]:
    """Plays it with everything that it needs inside `folder`, where only exports and pictures stay."""
    enforcement.require()
    _take_what_screen_there_is()
    make_private_folder(folder, not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
    backstage = folder / _BACKSTAGE
    shutil.rmtree(backstage, ignore_errors=True)
    try:
        return _play(folder, backstage, enforcement)
    finally:
        shutil.rmtree(backstage, ignore_errors=True)


def _play(folder: Path, backstage: Path, enforcement: Enforcement) -> list[Path]:
    application = make_application()
    composition = Composition(
        application, enforcement, ThreadedPlaces(), Where(backstage / "settings", backstage / "vaults")
    )
    pictures: list[Path] = []
    hands = Hands(composition.window)

    def picture(name: str) -> None:
        path = folder / f"{name}.png"
        write_private(path, hands.picture(), not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
        pictures.append(path)

    composition.window.show()
    composition.window.activateWindow()
    hands.until(composition.window.isActiveWindow, "the window")
    script = load_script()
    try:
        make_vault(hands, composition.office, picture)
        prepare(hands, script, picture)
        record(hands, script, picture)
        review(hands, picture)
        summarise(hands, picture)
        exports = export(hands, folder, picture)
    finally:
        composition.close()
    return [*exports, *pictures]


def _take_what_screen_there_is() -> None:
    """Qt draws into memory where there is no screen; it must know before it begins."""
    try:
        require_screen()
    except KnownError:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
