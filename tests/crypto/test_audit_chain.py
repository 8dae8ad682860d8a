from __future__ import annotations

from dialogue_notes.crypto.audit_chain import AuditChain
from dialogue_notes.crypto.key_buffer import copy_key

SEED = copy_key(bytes(range(32)))


def test_the_same_entries_from_the_same_seed_give_the_same_macs() -> None:
    one, other = AuditChain(SEED), AuditChain(SEED)
    assert [one.link(b"a"), one.link(b"b")] == [other.link(b"a"), other.link(b"b")]
    assert bytes(one.key.view) == bytes(other.key.view)


def test_each_mac_depends_on_all_entries_before_it() -> None:
    one, other = AuditChain(SEED), AuditChain(SEED)
    one.link(b"a")
    other.link(b"x")
    assert one.link(b"b") != other.link(b"b")


def test_equal_entries_have_different_macs() -> None:
    chain = AuditChain(SEED)
    assert chain.link(b"a") != chain.link(b"a")


def test_the_key_moves_on_and_the_seed_is_left_alone() -> None:
    chain = AuditChain(SEED)
    before = bytes(chain.key.view)
    chain.link(b"a")
    assert bytes(chain.key.view) != before == bytes(SEED.view)
