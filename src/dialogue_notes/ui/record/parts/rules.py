"""The keys for danger and the rule of what follows."""

from __future__ import annotations

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.ui.common.commands import Command
from dialogue_notes.ui.record.parts.part import CODE, Parts, here


def install(parts: Parts) -> None:
    """Wires hands off, hiding and the questions for a rule."""
    view, rules = parts.view, parts.rules
    rules.hands_off_shown.connect(view.show_hands_off)
    rules.rule_asked.connect(view.show_question)
    rules.reason_asked.connect(view.ask_reason)
    rules.hidden.connect(view.show_hidden)
    rules.failed.connect(view.show_error)
    view.rule_prompt.chosen.connect(lambda rule: rules.choose_rule(GroundRule(rule)))
    view.reason_given.connect(rules.give_reason)
    view.show_again_requested.connect(rules.switch_hidden)
    words = "Put the selected entries under a rule"
    parts.commands.add(
        Command("record.hands_off", "Hands off, or on again", lambda: _hands_off(parts), ("F9", "Ctrl+.")),
        Command("record.hide", "Hide the text, or show it again", lambda: _hide(parts), ("F12", "Ctrl+,")),
        here("reach_back", words, lambda: rules.reach_back(view.list.selected_ids())),
        *(_rule_command(parts, rule) for rule in GroundRule),
    )


def _rule_command(parts: Parts, rule: GroundRule) -> Command:
    words = f"From now on: {RULE_WORDS[rule]}"
    return here(f"rule.{rule.value}", words, lambda: parts.rules.set_rule(rule))


def _hands_off(parts: Parts) -> None:
    parts.office.go_to(CODE)
    prompt = parts.view.rule_prompt
    if prompt.isVisible() and parts.rules.asks_to_resume:
        prompt.choose_first()
    else:
        prompt.hide()
        parts.rules.switch_hands()


def _hide(parts: Parts) -> None:
    parts.rules.switch_hidden()
    parts.office.go_to(CODE)
