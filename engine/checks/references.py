"""Ids: each stands once, and whatever is named is there."""

from __future__ import annotations

from collections.abc import Mapping

from engine.checks.ground import Ground
from engine.checks.naming import known_ids, references, written_ids
from engine.content import ASSETS
from engine.filling import facts_named
from engine.nearest import nearest
from engine.problems import Problem


def check_references(ground: Ground) -> None:
    """Duplicate ids, unknown ids, unknown icons."""
    _check_unique(ground)
    known = known_ids(ground.written)
    if ground.written.unread:
        _tell_unread(ground, known)
    for part, kind, place, name in references(ground.written):
        if name in known[kind] or _elsewhere(ground, kind, name) or ground.full(part):
            continue
        close = nearest(name, known[kind], cutoff=0.6)
        hint = f"did you mean {close}?" if close else _WHERE.get(kind, "")
        ground.tell(part, place, "ID02", f"there is no {kind} {name!r}", hint)
    _check_icons(ground)


def _elsewhere(ground: Ground, kind: str, name: str) -> bool:
    """Whether it stands in a file whose shape is wrong, a scheme's option by its scheme; or may
    stand in one that could not be read."""
    if _FILES.get(kind, "modules") in ground.written.unread:
        return True
    scheme = name.partition(".")[0] if kind == "scheme or option" else name
    return not ground.elsewhere.isdisjoint((name, scheme))


# Kinds of things that stand in no module, by the part of the content that holds them.
_FILES = {
    "source": "sources",
    "place": "places",
    "paper": "papers",
    "helpline": "helplines",
    "occupation": "occupations",
    "space": "board",
}


def _tell_unread(ground: Ground, known: Mapping[str, set[str]]) -> None:
    """Unknown ids that may stand in a file that could not be read: one line for all of them."""
    hidden = {
        _FILES.get(kind, "modules")
        for _, kind, _, name in references(ground.written)
        if name not in known[kind]
    }
    in_texts = facts_named([ground.written.words, *(value for _, value in ground.written.parts())])
    if not known["fact"].issuperset(in_texts):
        hidden.add("modules")
    for part, file in ground.written.unread.items():
        if part in hidden:
            said = "this file cannot be read, so ids that may stand in it are not looked for"
            hint = "mend the error told of it, and check again"
            ground.problems.add(Problem(file, 1, 1, "ID04", said, hint, "warning"))


_WHERE = {
    "fact": "`rusit facts` lists all facts",
    "source": "sources stand in content/sources.yaml",
    "place": "places stand in content/places.yaml",
    "paper": "papers stand in content/papers.yaml",
    "helpline": "helplines stand in content/helplines.yaml",
    "occupation": "occupations stand in content/occupations.yaml",
    "space": "spaces of the board stand in content/board.yaml",
}


def _check_unique(ground: Ground) -> None:
    """A second use of an id is told at the second place, naming the first."""
    for kind, found in written_ids(ground.written):
        first: dict[str, str] = {}
        for part, place, name in found:
            document = ground.written.documents[part]
            if name in first:
                ground.tell(
                    part,
                    place,
                    "ID01",
                    f"the {kind} id {name!r} stands twice; first at {first[name]}",
                    "ids are unique over all files: give one of them another",
                )
            first.setdefault(name, f"{document.file}:{document.at(place)[0]}")


def _check_icons(ground: Ground) -> None:
    """Icons by name: each must be among the vendored ones."""
    vendored = {path.stem for path in (ASSETS / "icons").glob("*.svg")}
    for part, document in ground.written.documents.items():
        if part.startswith("locale."):
            continue  # There `icon` would be a word of the screen.
        for place, start in document.starts.items():
            if place and place[-1] in ("icon", "picture") and not ground.full(part):
                name = document.text[start : document.ends[place]].strip("'\"")
                if name not in vendored:
                    close = nearest(name, vendored, cutoff=0.5)
                    ground.tell(
                        part,
                        place,
                        "ICON01",
                        f"there is no icon {name!r}",
                        f"did you mean {close}?" if close else "see engine/assets/icons",
                    )
