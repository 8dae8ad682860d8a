"""The offline self-test: really tries what must not be possible, and says in words what happened."""

from __future__ import annotations

import sys
from typing import Final

from dialogue_notes.lockdown.enforcement import Enforcement, Probe
from dialogue_notes.lockdown.tripwire import NetworkRefusedError

if sys.platform == "linux":
    from dialogue_notes.lockdown.linux_probes import probe_system
else:

    def probe_system() -> tuple[Probe, ...]:
        """Elsewhere nothing can be tried that the system would refuse to a program started from source."""
        return ()


_AF_INET: Final = 2
_SOCK_STREAM: Final = 1


def self_test(enforcement: Enforcement) -> tuple[Probe, ...]:
    """Tries every way to the network and into our memory that can be tried without harm, in this process.

    What the lockdown reported is the first line; the others do not believe it, but try.
    """
    report = Probe("Lockdown at the start", enforcement.is_kernel_enforced, enforcement.headline)
    return (report, _probe_tripwire(), *probe_system())


def _probe_tripwire() -> Probe:
    tried = "Network socket from Python"
    try:
        sys.audit("socket.__new__", None, _AF_INET, _SOCK_STREAM, 0)
    except NetworkRefusedError:
        return Probe(tried, is_as_it_should=True, words="stopped by the program's own tripwire")
    return Probe(tried, is_as_it_should=False, words="nothing stopped it")
