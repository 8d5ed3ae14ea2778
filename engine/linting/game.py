"""Lessons, schemes and life events: what the game and the leader rely on."""

from __future__ import annotations

from engine.diagnostics.messages import Message
from engine.linting.context import LintContext
from engine.resolving.benefit_format import benefit_cells
from engine.resolving.placeholders import FillError
from engine.schema.benefit import ByOption
from engine.schema.module import BenefitsBlock, Module, TableBlock


def check_lessons(context: LintContext) -> None:
    """Check that the minutes of each lesson add up and the first one ends in a deed."""
    for module in context.modules():
        for place, lesson in module.lessons():
            total = sum(step.minutes for step in lesson.steps)
            if total != lesson.minutes:
                message: str = Message(
                    "the steps take {total:g} minutes, the lesson says {minutes:g}",
                    total=total,
                    minutes=lesson.minutes,
                )
                context.report(module.id, (*place, "minutes"), "MOD01", message, "make them agree")
        if not any(step.kind == "act" for step in module.lesson.steps):
            message = "the lesson has no step `act`"
            hint = "close with one thing to do this week"
            context.report(module.id, ("lesson", "steps"), "MOD02", message, hint)


def check_rights(context: LintContext) -> None:
    """Check that a module with life events has rights, and its sheet says whom to ask."""
    for module in context.modules():
        if module.situations and not module.benefits:
            message = (
                "the module has life events but no rights: its page in the game would be empty"
            )
            hint = "write `benefits:`, what the module's law gives, or take `situations` out"
            context.report(module.id, ("situations",), "MOD08", message, hint)
        asks = any(block.kind == "ask" for block in module.one_pager)
        if context.filled.helplines and not asks:
            message = "the sheet to take home names nobody to ask"
            hint = "add a block: {kind: ask, title: ถามที่ไหน, helplines: [sso-1506]}"
            context.report(module.id, ("one_pager",), "MOD09", message, hint, warning=True)


def check_benefits(context: LintContext) -> None:
    """Check that benefits name options of their scheme and can be put into words."""
    schemes = {s.id: s for h in context.rights() for s in h.schemes}
    for holder in context.rights():
        for i, benefit in enumerate(holder.benefits):
            scheme = schemes.get(benefit.scheme or "")
            options = {o.id for o in scheme.options} if scheme else set()
            named = [(("options",), o) for o in benefit.options]
            pays = dict(benefit.pays)
            for field in ("amount", "at_most", "up_to"):
                amount: ByOption | None = pays.get(field)
                if isinstance(amount, dict):
                    named += [(("pays", field, o), o) for o in amount]  # type: ignore[misc]
            for place, option in named:
                if option not in options:
                    message = Message(
                        "the scheme {scheme!r} has no option {option!r}",
                        scheme=benefit.scheme,
                        option=option,
                    )
                    hint = Message(
                        "its options are {names}", names=", ".join(sorted(options)) or "none"
                    )
                    context.report(holder.id, ("benefits", i, *place), "ID02", message, hint)
            try:
                benefit_cells(benefit, scheme, context.facts)
            except FillError as error:
                if error.code != "FACT01":
                    context.report(
                        holder.id, ("benefits", i, "pays"), error.code, error.message, error.hint
                    )


def check_tables(context: LintContext) -> None:
    """Check that rows of tables have a cell for each column."""
    for module in context.modules():
        for i, block in enumerate(module.one_pager):
            if isinstance(block, TableBlock):
                for j, row in enumerate(block.rows):
                    _check_cells(
                        context,
                        module.id,
                        ("one_pager", i, "rows", j),
                        len(row.cells),
                        len(block.columns) - 1,
                    )
            elif isinstance(block, BenefitsBlock):
                _check_columns(context, module, i, block)
    comparison = context.filled.comparison
    for j, line in enumerate(comparison.rows if comparison else ()):
        columns = len(comparison.columns) if comparison else 0
        _check_cells(context, "comparison", ("rows", j), len(line.cells), columns)


def _check_columns(context: LintContext, module: Module, i: int, block: BenefitsBlock) -> None:
    options = {o.id for s in module.schemes for o in s.options}
    for j, column in enumerate(block.columns):
        if options and column.option not in options:
            context.report(
                module.id,
                ("one_pager", i, "columns", j, "option"),
                "ID02",
                Message("no scheme of this module has an option {option!r}", option=column.option),
                Message("options are {names}", names=", ".join(sorted(options))),
            )


def _check_cells(
    context: LintContext, part: str, place: tuple[str | int, ...], cells: int, columns: int
) -> None:
    if cells != columns:
        message = Message(
            "this row has {cells} cells; the table wants {columns}", cells=cells, columns=columns
        )
        context.report(part, place, "MOD03", message, "one cell for each column after the first")


def check_situations(context: LintContext) -> None:
    """Check that no right both applies and tempts, and that sensitive stories have care."""
    for module in context.modules():
        for i, situation in enumerate(module.situations):
            for j, tempting in enumerate(situation.tempting):
                if tempting.benefit in situation.helps:
                    context.report(
                        module.id,
                        ("situations", i, "tempting", j, "benefit"),
                        "SIT01",
                        Message(
                            "{benefit!r} stands under `helps` and under `tempting`",
                            benefit=tempting.benefit,
                        ),
                        "a right applies or it does not",
                    )
            harm = situation.harm
            harmless = not any(
                (
                    harm.hospital_days,
                    harm.rest_days,
                    harm.lost_days,
                    harm.treatment,
                    harm.other,
                    harm.hearts,
                    harm.visits,
                    harm.months,
                )
            )
            if harmless:
                message = "this event costs nothing: no days, no money, no heart"
                hint = "say what it costs the team"
                context.report(module.id, ("situations", i, "harm"), "SIT02", message, hint)
