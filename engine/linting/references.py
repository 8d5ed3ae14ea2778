"""Ids: each stands once, and whatever is named is there."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem
from engine.linting.context import LintContext
from engine.linting.reference_index import known_ids, references, written_ids
from engine.loading.content import ASSETS
from engine.loading.similar_names import closest_name
from engine.resolving.placeholders import facts_named


def check_references(context: LintContext) -> None:
    """Check for duplicate ids, unknown ids and unknown icons."""
    _check_unique(context)
    known = known_ids(context.written)
    if context.written.unread:
        _report_unread(context, known)
    for part, (kind, place, name) in references(context.written):
        if name in known[kind] or _may_be_unread(context, kind, name) or context.full(part):
            continue
        close = closest_name(name, known[kind], cutoff=0.6)
        hint = Message("did you mean {close}?", close=close) if close else _WHERE.get(kind, "")
        message = Message("there is no {kind} {name!r}", kind=Message(kind), name=name)
        context.report(part, place, "ID02", message, hint)
    _check_icons(context)


def _may_be_unread(context: LintContext, kind: str, name: str) -> bool:
    """Return True if it stands in a file whose shape is wrong, or may stand in an unread one.

    A scheme's option is found by its scheme.
    """
    if _FILES.get(kind, "modules") in context.written.unread:
        return True
    scheme = name.partition(".")[0] if kind == "scheme or option" else name
    return not context.elsewhere.isdisjoint((name, scheme))


# Kinds of things that stand in no module, by the part of the content that holds them.
_FILES = {
    "source": "sources",
    "place": "places",
    "paper": "papers",
    "helpline": "helplines",
    "occupation": "occupations",
    "space": "board",
}


def _report_unread(context: LintContext, known: Mapping[str, set[str]]) -> None:
    """Report ids that may stand in a file that could not be read, in one line for all."""
    hidden = {
        _FILES.get(kind, "modules")
        for _, (kind, _, name) in references(context.written)
        if name not in known[kind]
    }
    in_texts = facts_named(
        [context.written.words, *(value for _, value in context.written.parts())]
    )
    if not known["fact"].issuperset(in_texts):
        hidden.add("modules")
    for part, file in context.written.unread.items():
        if part in hidden:
            said = "this file cannot be read, so ids that may stand in it are not looked for"
            hint = "mend the error reported there, and check again"
            context.problems.add(Problem(file, 1, 1, "ID04", said, hint, "warning"))


_WHERE = {
    "fact": "`rusit facts` lists all facts",
    "source": "sources stand in content/sources.yaml",
    "place": "places stand in content/places.yaml",
    "paper": "papers stand in content/papers.yaml",
    "helpline": "helplines stand in content/helplines.yaml",
    "occupation": "occupations stand in content/occupations.yaml",
    "space": "spaces of the board stand in content/board.yaml",
}


def _check_unique(context: LintContext) -> None:
    """Report the second use of an id at its place, naming the first."""
    for kind, found in written_ids(context.written):
        first: dict[str, str] = {}
        for part, place, name in found:
            document = context.written.documents[part]
            if name in first:
                message = Message(
                    "the {kind} id {name!r} stands twice; first at {first}",
                    kind=Message(kind),
                    name=name,
                    first=first[name],
                )
                hint = "ids are unique over all files: give one of them another"
                context.report(part, place, "ID01", message, hint)
            first.setdefault(name, f"{document.file}:{document.at(place)[0]}")


def _check_icons(context: LintContext) -> None:
    """Check that each icon named is among the vendored ones."""
    vendored = {path.stem for path in (ASSETS / "icons").glob("*.svg")}
    for part, document in context.written.documents.items():
        if part.startswith("locale."):
            continue  # There `icon` would be a word of the screen.
        for place, start in document.starts.items():
            if place and place[-1] in ("icon", "picture") and not context.full(part):
                name = document.text[start : document.ends[place]].strip("'\"")
                if name not in vendored:
                    close = ", ".join(get_close_matches(name.lower(), vendored, 3, 0.6))
                    said = Message("there is no icon {name!r}", name=name)
                    near = Message("did you mean {close}?", close=close) if close else ""
                    hint = near or "see engine/assets/icons"
                    line, col = document.line_col(start)
                    context.problems.add(Problem(document.file, line, col, "ICON01", said, hint))
