"""Giving entries the rule that they followed until now as their own, many at once."""

from __future__ import annotations

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.storage.vault import Vault, stamp


def hold_rule(vault: Vault, session_id: str, rule: GroundRule) -> int:
    """Gives `rule` to every entry of a session that has none of its own; how many there were."""
    with vault.transaction():
        vault.database.run(
            "UPDATE intervention SET rule = ?, written_at = ?, written_by = ? WHERE session_id = ? AND rule IS NULL",
            (rule, *stamp(vault), session_id),
        )
        return int(vault.database.query("SELECT changes()")[0][0])
