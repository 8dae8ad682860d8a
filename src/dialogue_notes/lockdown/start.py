"""The first thing that the program does: everything is locked before anything else is even imported."""

from __future__ import annotations

import sys

from dialogue_notes.lockdown import tripwire
from dialogue_notes.lockdown.enforcement import Enforcement, Measure

if sys.platform == "linux":
    from dialogue_notes.lockdown import linux as system
elif sys.platform == "darwin":
    from dialogue_notes.lockdown import macos as system
else:
    from dialogue_notes.lockdown import windows as system


def lock_down(*, allow_unenforced: bool = False) -> Enforcement:
    """Locks this process down for good and says what is in force.

    Nothing is raised: what could not be set is in the report, and `Enforcement.require` then keeps vaults
    closed, unless `allow_unenforced` says that a person decided otherwise.
    """
    measures: tuple[Measure, ...] = (*system.set_up(), tripwire.lay())
    enforcement = Enforcement(measures)
    if enforcement.is_kernel_enforced or not allow_unenforced:
        return enforcement
    return Enforcement(measures, overridden=True)
