"""What keeps the program offline and its memory to itself, by whom, and in words a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_notes.errors import ErrorCode, KnownError


class Guard(StrEnum):
    """Who or what holds a measure in force."""

    SECCOMP = "kernel filter (seccomp)"
    LANDLOCK = "kernel rules (Landlock)"
    DESCRIPTORS = "inherited connections"
    MEMORY = "memory"
    CORE_DUMPS = "core dumps"
    AUDIT_HOOK = "tripwire in the program"
    SYSTEM = "operating system"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: in force or not, with what it does, or why it is not."""

    guard: Guard
    is_in_force: bool
    words: str


@dataclass(frozen=True, slots=True)
class Enforcement:
    """The outcome of the lockdown, for the shield, the audit log and the decision to open a vault.

    `overridden` says that the system does not block the network and a person went on all the same
    (`--allow-unenforced-network`).
    """

    measures: tuple[Measure, ...]
    overridden: bool = False

    @property
    def is_kernel_enforced(self) -> bool:
        """Whether the system itself refuses every network socket to this process and its children."""
        return self._is_in_force(Guard.SECCOMP) and self._is_in_force(Guard.DESCRIPTORS)

    @property
    def headline(self) -> str:
        """The words beside the shield."""
        if self.is_kernel_enforced:
            return "Offline, enforced by the kernel"
        return "Offline by the program alone: the system does not enforce it"

    @property
    def missing(self) -> tuple[Measure, ...]:
        """What is not in force."""
        return tuple(measure for measure in self.measures if not measure.is_in_force)

    def require(self) -> None:
        """Lets a vault be opened, or raises `KnownError(NETWORK_NOT_BLOCKED)` with the reasons."""
        if self.is_kernel_enforced or self.overridden:
            return
        network = (Guard.SECCOMP, Guard.DESCRIPTORS, Guard.SYSTEM)
        reasons = [measure.words for measure in self.missing if measure.guard in network]
        raise KnownError(ErrorCode.NETWORK_NOT_BLOCKED, detail="; ".join(reasons))

    def _is_in_force(self, guard: Guard) -> bool:
        return any(measure.is_in_force for measure in self.measures if measure.guard is guard)


@dataclass(frozen=True, slots=True)
class Probe:
    """One line of the self-test: what was tried, whether it ended as it should, and what happened."""

    tried: str
    is_as_it_should: bool
    words: str
