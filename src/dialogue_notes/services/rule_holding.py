"""What was said under a rule stays under it: entries that follow a rule are given it as their own.

Called before a rule is loosened, so that what was said before the loosening does not come out with it; and
before the rule of a running session changes at all, since tightening reaches back only where a person says so.
"""

from __future__ import annotations

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Dialogue, Meeting, Session
from dialogue_notes.storage import meetings
from dialogue_notes.storage.held_rules import hold_rule
from dialogue_notes.storage.vault import Vault


def hold_entries(vault: Vault, target: Dialogue | Meeting | Session, rule: GroundRule) -> int:
    """Gives `rule` to every entry that has it only through `target`; how many there were.

    `rule` is the one that holds for `target` now. Entries, sessions and meetings with a rule of their own keep
    theirs.
    """
    with vault.transaction():
        return sum(hold_rule(vault, session.id, rule) for session in _followers(vault, target))


def _followers(vault: Vault, target: Dialogue | Meeting | Session) -> list[Session]:
    """The sessions whose rule is that of `target`."""
    if isinstance(target, Session):
        return [target]
    if isinstance(target, Meeting):
        return [one for one in meetings.sessions(vault, target.id) if one.ground_rule is None]
    following = [one for one in meetings.meetings(vault, target.id) if one.ground_rule is None]
    return [session for meeting in following for session in _followers(vault, meeting)]
