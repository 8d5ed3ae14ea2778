"""Questions: answerable, fair, explained; and the test forms."""

from __future__ import annotations

from collections import Counter

from engine.diagnostics.messages import Message
from engine.linting.context import LintContext
from engine.resolving.units import number_of
from engine.schema.module import Module
from engine.schema.question import (
    Amount,
    Choice,
    Match,
    Number,
    Order,
    Question,
    Several,
    TrueFalse,
)
from engine.schema.record import RecordPath

MOST_ASK = 120
MOST_OPTION = 75
"""Characters in what is asked, and in an option: more overflow a card or a button."""


def check_questions(context: LintContext) -> None:
    """Check every question, the objectives, and the forms."""
    for module in context.modules():
        for i, question in enumerate(module.questions):
            check_question(context, module, i, question)
        _check_objectives(context, module)
        _check_forms(context, module)


def check_question(context: LintContext, module: Module, i: int, question: Question) -> None:
    """Check one question of a module: answerable, its options explained and different."""
    here: RecordPath = ("questions", i)

    def report(
        place: RecordPath, code: str, message: str, hint: str, *, warning: bool = False
    ) -> None:
        context.report(module.id, (*here, *place), code, message, hint, warning=warning)

    if len(question.ask.shown) > MOST_ASK:
        report(
            ("ask",),
            "TEXT03",
            Message(
                "the question has {count} characters, more than {most_ask}",
                count=len(question.ask.shown),
                most_ask=MOST_ASK,
            ),
            "tell the story in fewer words",
            warning=True,
        )
    match question:
        case Choice() | Several():
            right = sum(o.right for o in question.options)
            if isinstance(question, Choice) and right != 1:
                report(
                    ("options",),
                    "QUEST01",
                    Message("{right} options are right; a choice has exactly one", right=right),
                    "mark one option `right: true`, or make it `kind: several`",
                )
            if isinstance(question, Several) and not 0 < right < len(question.options):
                report(
                    ("options",),
                    "QUEST01",
                    Message(
                        "{right} of {count} options are right",
                        right=right,
                        count=len(question.options),
                    ),
                    "at least one should be right and one wrong",
                )
            for j, option in enumerate(question.options):
                spot: RecordPath = ("options", j)
                if not option.right and option.why is None:
                    report(
                        spot,
                        "QUEST02",
                        "this wrong option does not say why",
                        "why: what a person who picks it is probably thinking, and what is so",
                    )
                if len(option.text.shown) > MOST_OPTION:
                    report(
                        (*spot, "text"),
                        "TEXT03",
                        Message(
                            "the option has {count} characters, more than {most_option}",
                            count=len(option.text.shown),
                            most_option=MOST_OPTION,
                        ),
                        "shorten it: it has to fit a button and a card",
                        warning=True,
                    )
            _check_equal(context, module, here, [o.text.shown for o in question.options], "options")
        case Order():
            _check_equal(context, module, here, [s.shown for s in question.steps], "steps")
        case Match():
            _check_equal(context, module, here, [p.left.shown for p in question.pairs], "pairs")
            _check_equal(context, module, here, [p.right.shown for p in question.pairs], "pairs")
        case Number():
            _check_number(context, module, here, question)
        case TrueFalse():
            pass


def _check_equal(
    context: LintContext, module: Module, here: RecordPath, texts: list[str], field: str
) -> None:
    first: dict[str, int] = {}
    for j, text in enumerate(texts):
        same = " ".join(text.split())
        if same in first:
            message = Message(
                "this is equal to number {first} of the {field}: {same!r}",
                first=first[same] + 1,
                field=field,
                same=same,
            )
            hint = "after facts are filled in, all must differ; change one"
            context.report(module.id, (*here, field, j), "QUEST03", message, hint)
        first.setdefault(same, j)


def _value(context: LintContext, amount: Amount) -> float | None:
    resolved = context.facts.get(amount.fact)
    number = number_of(resolved.now.value) if resolved and resolved.now else None
    return None if number is None else number * amount.times


def _check_number(context: LintContext, module: Module, here: RecordPath, question: Number) -> None:
    spot = (*here, "answer")
    resolved = context.facts.get(question.answer.fact)
    if resolved is None:
        return
    value = _value(context, question.answer)
    if value is None:
        message = Message(
            "the fact {fact!r} has no number on {as_of}",
            fact=question.answer.fact,
            as_of=context.as_of.isoformat(),
        )
        hint = "a number question needs a fact with a number"
        context.report(module.id, spot, "FACT02", message, hint)
        return
    if resolved.grade in ("C", "D"):
        message = Message(
            "the answer is a fact of grade {grade}; that is not sure enough", grade=resolved.grade
        )
        hint = "ask in another way, one that teaches to check"
        context.report(module.id, spot, "QUEST06", message, hint)
    off = (value - question.lowest) % question.step
    if not question.lowest <= value <= question.highest or off:
        message = Message(
            "the answer {value:g} cannot be set with the stepper from {lowest} to {highest} "
            "in steps of {step}",
            value=value,
            lowest=question.lowest,
            highest=question.highest,
            step=question.step,
        )
        context.report(module.id, spot, "QUEST05", message, "change lowest, highest or step")
    for j, mistake in enumerate(question.mistakes):
        wrong = _value(context, mistake.amount)
        if wrong is not None and abs(wrong - value) <= question.tolerance:
            message = Message("this mistake is the right answer: {value:g}", value=value)
            context.report(module.id, (*here, "mistakes", j), "QUEST03", message, "take it away")


def _check_objectives(context: LintContext, module: Module) -> None:
    asked = {q.objective for q in module.questions}
    for i, objective in enumerate(module.objectives):
        if objective.id not in asked:
            message = Message(
                "no question asks about the objective {objective!r}", objective=objective.id
            )
            hint = "write one, or take the objective away"
            context.report(module.id, ("objectives", i), "QUEST04", message, hint)


def _check_forms(context: LintContext, module: Module) -> None:
    forms = module.forms
    shared = set(forms.opening) & set(forms.closing)
    for j, name in enumerate(forms.closing):
        if name in shared:
            message = Message("the question {name!r} stands in both forms", name=name)
            hint = "parallel forms share no question"
            context.report(module.id, ("forms", "closing", j), "QUEST07", message, hint)
    by_id = {q.id: q for q in module.questions}

    def profile(names: tuple[str, ...]) -> Counter[tuple[str, int]]:
        return Counter((by_id[n].objective, by_id[n].level) for n in names if n in by_id)

    opening, closing = profile(forms.opening), profile(forms.closing)
    if opening != closing:
        more = ", ".join(f"{o} ({n})" for o, n in sorted((opening - closing).elements()))
        less = ", ".join(f"{o} ({n})" for o, n in sorted((closing - opening).elements()))
        message = Message(
            "the forms are not parallel: only in opening: {more}; only in closing: {less}",
            more=more or "none",
            less=less or "none",
        )
        hint = "both need the same objectives at the same levels"
        context.report(module.id, ("forms",), "QUEST08", message, hint)
