"""What must stand in no file of the project, and what must."""

from __future__ import annotations

import re
import tomllib

import pytest

from dialogue_notes import __version__
from tests.architecture.source import PACKAGE, ROOT, text_files

# Whatever else an address leads to, a package index for one, stands in no file.
KNOWN_HOSTS = {
    "127.0.0.1", "example.org", "fsf.org", "json-schema.org", "keepachangelog.com", "purl.org",
    "schemas.microsoft.com", "schemas.openxmlformats.org", "semver.org", "www.crockford.com", "www.gnu.org",
    "www.eff.org", "www.sqlite.org", "www.w3.org", "x", "x.org",
}  # fmt: skip
ADDRESS = re.compile(r"\b(?:https?|ftp|git|ssh)://(?:[^\s/@]*@)?([\w.-]+)", re.IGNORECASE)

# Built from halves, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of somebody's machine": re.compile(
        r"(?<![\w.])/(?:ro" + r"ot|wo" + r"rk|ho" + r"me/\w+|Us" + r"ers/\w+)/"
    ),
    "a private key": re.compile("-----BEGIN [A-Z ]*PRIV" + "ATE KEY"),
}


def _forbidden_in(text: str) -> list[str]:
    unknown = sorted({host.rstrip(".") for host in ADDRESS.findall(text)} - KNOWN_HOSTS)
    return [
        *(f"the address of {host}" for host in unknown),
        *(what for what, pattern in FORBIDDEN.items() if pattern.search(text)),
    ]


def test_no_file_names_an_unknown_host_a_machine_or_a_key() -> None:
    found = [f"{name}: {what}" for name, text in text_files() for what in _forbidden_in(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "https:" + "//packages.example/simple",
        "index = 'http:" + "//reader:secret@mirror.example:8080/simple'",
        "see /ro" + "ot/notes",
        "(/ho" + "me/ann/x)",
        "-----BEGIN PRIV" + "ATE KEY-----",
    ],
)
def test_what_must_not_stand_in_a_file_is_found(text: str) -> None:
    assert _forbidden_in(text)


def test_every_requirement_is_pinned_and_hashed() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        blocks = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8"))
        for block in blocks:
            if not block.startswith("#"):
                assert re.match(r"[a-z0-9-]+==\S+", block), f"{path.name}: {block[:60]}"
                assert "--hash=sha256:" in block, f"{path.name}: {block[:60]}"


def test_what_the_program_depends_on_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {
        "base.txt": project["project"]["dependencies"],
        "build.txt": project["dependency-groups"]["build"],
        "dev.txt": project["dependency-groups"]["dev"],
    }
    for name, wanted in pins.items():
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        pinned = {line.split("==")[0] for line in text.splitlines() if "==" in line}
        names = {re.split(r"[<>=!~ \[;]", requirement)[0].lower() for requirement in wanted}
        assert names <= pinned, f"{name}: run `make lock`"


def test_qt_stays_below_the_release_that_aborts() -> None:
    text = (ROOT / "requirements" / "base.txt").read_text(encoding="utf-8")
    found = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", text, re.MULTILINE)
    assert found
    assert (int(found[1]), int(found[2])) < (6, 12)


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_picture_and_page_that_is_linked_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert not missing, "\n".join(missing)


def test_the_tests_mirror_the_rooms_of_the_program() -> None:
    rooms = {
        path.parent.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.glob("*/**/*.py")
        if path.name != "__init__.py"
    }
    without = [room for room in sorted(rooms) if not list((ROOT / "tests" / room).rglob("test_*.py"))]
    assert not without, without


def _named_and_missing(text: str) -> list[str]:
    return sorted(
        {
            name
            for name in re.findall(r"`((?:tests|src|tools|benchmarks)/[\w/]+\.py)`", text)
            if not (ROOT / name).exists()
        }
    )


@pytest.mark.parametrize("name", ["architecture", "security"])
def test_what_the_documents_point_to_is_there(name: str) -> None:
    assert not _named_and_missing((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8"))


def test_a_pointer_to_nothing_is_found() -> None:
    assert _named_and_missing("shown by `tests/domain/test_nothing_at_all.py`") == [
        "tests/domain/test_nothing_at_all.py"
    ]
