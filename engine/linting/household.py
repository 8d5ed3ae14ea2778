"""Dreams, tools, goals and titles: fair between households, and true to their own figures."""

from __future__ import annotations

import re
from collections import Counter

from engine.diagnostics.messages import Message
from engine.linting.context import LintContext

DREAMS_DIFFER = 10
"""Percent by which a dream may cost more or less than the mean: no dream is the easy one."""


def check_household(context: LintContext) -> None:
    """Check the household content of the game, where there is any."""
    _check_dreams(context)
    _check_tools(context)
    _check_village(context)
    _check_titles(context)


def _check_dreams(context: LintContext) -> None:
    dreams = context.filled.dreams
    sums = [sum(step.price for step in dream.steps) for dream in dreams]
    mean = sum(sums) / len(sums) if sums else 0
    for i, (dream, total) in enumerate(zip(dreams, sums, strict=True)):
        if abs(total - mean) * 100 > mean * DREAMS_DIFFER:
            message = Message(
                "the dream {dream!r} costs {total:,} baht; dreams cost {mean:,.0f} on average",
                dream=dream.id,
                total=total,
                mean=mean,
            )
            hint = Message(
                "stay within {dreams_differ} percent, so that no dream is the easy one",
                dreams_differ=DREAMS_DIFFER,
            )
            context.report("dreams", (i, "steps"), "HOME01", message, hint)


def _check_tools(context: LintContext) -> None:
    content = context.filled
    if not content.tools:
        return
    equipped = Counter(tool.occupation for tool in content.tools)
    for i, occupation in enumerate(content.occupations):
        if not 1 <= equipped[occupation.id] <= 2:
            message = Message(
                "the occupation {occupation!r} has {equipped} tools",
                occupation=occupation.id,
                equipped=equipped[occupation.id],
            )
            hint = "write one or two for it in content/tools.yaml"
            context.report("occupations", (i, "id"), "HOME02", message, hint)


def _check_village(context: LintContext) -> None:
    village = context.filled.village
    for i, goal in enumerate(village.goals if village else ()):
        if list(goal.coins) != sorted(goal.coins) or goal.coins[0] < 1:
            message = Message(
                "the goal {goal!r} needs fewer coins with more households", goal=goal.id
            )
            hint = "coins for 1, 2 … 6 households, each at least as many as the one before"
            context.report("village", ("goals", i, "coins"), "HOME03", message, hint)
        if (goal.figure is None) != (goal.effect == "claim_help"):
            message = Message(
                "the effect {effect} of {goal!r} wants a figure"
                if goal.figure is None
                else "the effect {effect} of {goal!r} takes no figure",
                effect=goal.effect,
                goal=goal.id,
            )
            hint = "every effect but claim_help says how much"
            context.report("village", ("goals", i), "HOME04", message, hint)
        elif goal.figure and str(goal.figure) not in re.findall(r"\d+", goal.text.shown):
            message = Message(
                "the sentence of {goal!r} does not tell its figure, {figure}",
                goal=goal.id,
                figure=goal.figure,
            )
            hint = "say the effect in the figure that the game uses"
            context.report("village", ("goals", i, "text"), "HOME04", message, hint)


def _check_titles(context: LintContext) -> None:
    titles = context.filled.titles
    if not titles:
        return
    first: dict[str, str] = {}
    for i, title in enumerate(titles):
        if title.earned_by in first:
            message = Message(
                "{first!r} is earned by {earned_by} already",
                first=first[title.earned_by],
                earned_by=title.earned_by,
            )
            hint = "each title is earned by something of its own"
            context.report("titles", (i, "earned_by"), "HOME05", message, hint)
        first.setdefault(title.earned_by, title.id)
    if "neighbour" not in first:
        hint = "add one with `earned_by: neighbour`: every household goes home with a title"
        context.report("titles", (), "HOME05", "no title is for whoever earns no other", hint)
