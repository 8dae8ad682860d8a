"""The rules of the house that no general tool knows. Each takes one file and gives its complaints."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Source, called_name, called_path

# Files and folders come from dialogue_notes.paths alone. Another call that looks like making one says why.
MAY_MAKE_FILES = {
    ("paths.py", "open"): "it is the helper",
    ("paths.py", "mkdir"): "it is the helper",
    ("export/render/docx.py", "ZipFile"): "the archive is made in memory",
    ("storage/vault_lock.py", "open"): "the empty file on which the vault's lock is held is never replaced",
}
_MAKES_A_FILE = {
    "write_text", "write_bytes", "touch", "mkdir", "makedirs", "mkfifo", "symlink_to", "hardlink_to",
    "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile",
    "copyfile", "copytree", "copy2", "QSaveFile", "QTemporaryFile", "QTemporaryDir", "QSettings",
}  # fmt: skip

# Work is done in three places only; whoever starts a thread or a process is listed with the reason.
MAY_START_WORK = {
    "services/places.py": "the writer thread and the reader thread",
    "services/worker/process.py": "the worker process without keys",
}
_STARTS_WORK = {
    "Thread", "Timer", "ThreadPoolExecutor", "ProcessPoolExecutor", "Popen", "run", "check_call", "check_output",
    "fork", "forkpty", "system", "popen", "posix_spawn", "execv", "execve", "QThread", "QThreadPool", "QProcess",
    "QRunnable",
}  # fmt: skip
_MODULES_OF_WORK = {"subprocess", "threading", "os", "concurrent", "multiprocessing", "QtCore"}

PLAIN_LABELS = "ui/common/labels.py"
_RICH_TEXT = {"setHtml", "insertHtml", "setMarkdown", "insertMarkdown"}
_FORBIDDEN_QT = {
    "QtNetwork",
    "QtPrintSupport",
    "QtWebSockets",
    "QtWebEngineCore",
    "QtWebEngineWidgets",
    "QtDBus",
}
# The message bus is a local socket, which the kernel's filter lets pass; who speaks to it is listed with the reason.
MAY_SPEAK_TO_A_BUS = {
    "ui/guard/bus.py": "asks to be told of sleep and of the screen's lock",
    "ui/guard/bus_watch.py": "reads what the bus answers",
}
_SUPPRESSION = re.compile(
    r"#\s*(?:noqa\b(?P<codes>:[A-Z0-9, ]+)?|type:\s*ignore(?P<kinds>\[[^]]*\])?)(?P<reason>[^#]*(?:#.*)?)"
)
_SHORTEST_REASON = 8
_DESKTOPS_OWN_WORD = "x-kde-passwordManagerHint"


def makes_files_its_own_way(source: Source) -> Iterator[str]:
    """Files made past `paths.write_private` would be readable by others, or half written after a power cut."""
    if not source.in_package:
        return
    for call in _calls(source):
        if (source.in_package, called_name(call)) in MAY_MAKE_FILES:
            continue
        if called_name(call) in _MAKES_A_FILE or _opens_for_writing(call):
            yield f"{source.name}:{call.lineno}: makes a file with {called_name(call)} and not as paths does"


def starts_work_its_own_way(source: Source) -> Iterator[str]:
    """A fourth place of work would let typing wait, or keep plaintext after the vault was locked."""
    if not source.in_package or source.in_package in MAY_START_WORK:
        return
    imported = {
        alias.name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for call in _calls(source):
        owner, _, name = called_path(call).rpartition(".")
        if name in _STARTS_WORK and (owner in _MODULES_OF_WORK or (not owner and name in imported)):
            yield f"{source.name}:{call.lineno}: {name} starts work outside the three places for it"


def shows_rich_text(source: Source) -> Iterator[str]:
    """Notes may hold what looks like HTML; a widget that guesses would show it, or fetch what it names."""
    if not source.in_package.startswith("ui/") or source.in_package == PLAIN_LABELS:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called_name(node) == "QLabel":
            yield f"{source.name}:{node.lineno}: a bare QLabel guesses at rich text; use the plain label"
        if isinstance(node, ast.Call) and called_name(node) in _RICH_TEXT:
            yield f"{source.name}:{node.lineno}: {called_name(node)} reads text as markup"
        if isinstance(node, ast.ClassDef) and any(_last_name(base) == "QLabel" for base in node.bases):
            yield f"{source.name}:{node.lineno}: {node.name} is a QLabel; build on the plain label"


def imports_what_it_must_not(source: Source) -> Iterator[str]:
    """Parts of Qt that reach a network or a printer, and imports that the import contracts could not see."""
    if not source.in_package:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            names = {part for alias in node.names for part in f"{module}.{alias.name}".split(".")}
            forbidden = _FORBIDDEN_QT - ({"QtDBus"} if source.in_package in MAY_SPEAK_TO_A_BUS else set())
            if found := sorted(names & forbidden):
                yield f"{source.name}:{node.lineno}: imports {', '.join(found)}"
        if isinstance(node, ast.Call) and called_name(node) in {"__import__", "import_module"}:
            yield f"{source.name}:{node.lineno}: an import that no contract can see"


def passes_round_what_can_change(source: Source) -> Iterator[str]:
    """Records of the domain are frozen and slotted, so that no one changes them behind another's back."""
    if not source.in_package.startswith("domain/"):
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            arguments = decorator.keywords if isinstance(decorator, ast.Call) else []
            said = {
                word.arg
                for word in arguments
                if isinstance(word.value, ast.Constant) and word.value.value is True
            }
            name = _last_name(decorator.func if isinstance(decorator, ast.Call) else decorator)
            if name == "dataclass" and not {"frozen", "slots"} <= said:
                yield f"{source.name}:{node.lineno}: {node.name} is not frozen and slotted"


def hides_a_complaint_without_a_reason(source: Source) -> Iterator[str]:
    """Whoever silences a tool names the rule and says why beside it."""
    for number, line in enumerate(source.text.splitlines(), 1):
        for found in _SUPPRESSION.finditer(line):
            if (
                not (found["codes"] or found["kinds"])
                or len(found["reason"].strip(" #-:")) < _SHORTEST_REASON
            ):
                yield f"{source.name}:{number}: silences a tool without naming the rule and the reason"


def sleeps_or_mocks(source: Source) -> Iterator[str]:
    """Tests wait for a signal and use the real thing: sleeping is slow or flaky, a mock proves itself only."""
    if not source.name.startswith("tests/"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called_path(node) in {"time.sleep", "QTest.qWait", "QTest.qSleep"}:
            yield f"{source.name}:{node.lineno}: sleeps"
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if any("mock" in f"{module}.{alias.name}".split(".") for alias in node.names):
                yield f"{source.name}:{node.lineno}: mocks"


def borrows_fixtures_as_plugins(source: Source) -> Iterator[str]:
    """A conftest that a test named as a plugin before cannot be collected any more; import its fixtures instead."""
    for node in source.tree.body if source.name.startswith("tests/") else ():
        if isinstance(node, ast.Assign) and _last_name(node.targets[0]) == "pytest_plugins":
            yield f"{source.name}:{node.lineno}: names a plugin; import its fixtures in a conftest.py"


def package_does_work_on_import(source: Source) -> Iterator[str]:
    """An `__init__.py` holds a docstring at most; the package's own also says the version."""
    if not source.name.endswith("__init__.py"):
        return
    for node in source.tree.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_version = (
            source.in_package == "__init__.py"
            and isinstance(node, ast.Assign)
            and _last_name(node.targets[0]) == "__version__"
        )
        if not (is_text or is_version):
            yield f"{source.name}:{node.lineno}: more than a docstring"


def speaks_of_passwords(source: Source) -> Iterator[str]:
    """The word is "passphrase". What other libraries call their arguments and members is theirs to choose."""
    if not source.in_package:
        return
    for node in ast.walk(source.tree):
        match node:
            case ast.Name(id=said) | ast.arg(arg=said) | ast.FunctionDef(name=said) | ast.ClassDef(name=said):
                pass
            case ast.Constant(value=str(said)):
                pass
            case _:
                continue
        if "password" in said.casefold() and said != _DESKTOPS_OWN_WORD:
            yield f"{source.name}:{getattr(node, 'lineno', 0)}: says password"


RULES = (
    makes_files_its_own_way,
    starts_work_its_own_way,
    shows_rich_text,
    imports_what_it_must_not,
    passes_round_what_can_change,
    hides_a_complaint_without_a_reason,
    sleeps_or_mocks,
    borrows_fixtures_as_plugins,
    package_does_work_on_import,
    speaks_of_passwords,
)


def _calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _opens_for_writing(call: ast.Call) -> bool:
    if called_path(call) == "os.open":
        return any(isinstance(part, ast.Attribute) and part.attr == "O_CREAT" for part in ast.walk(call))
    if called_name(call) not in {"open", "ZipFile"}:
        return False
    arguments = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
    modes = [
        part.value for part in arguments if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    return any(re.fullmatch(r"[rwaxbt+]{1,4}", mode) and set(mode) & set("wax+") for mode in modes)
