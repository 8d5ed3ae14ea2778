"""Joins the page's scripts into one, because a file opened from a disk may not import others.

Each module becomes a function that returns what it exports, put in a table under its name,
after the modules it imports. Nothing else is changed, so the joined script still reads like
its source. Only the forms that our sources use are understood; any other is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w./-]+)";\n', re.MULTILINE)
_EXPORTED = re.compile(r"^export ((?:async )?function|class|const|let) (\w+)", re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export \{([^}]*)\};\n?", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundle(sources: Mapping[str, str], entry: str) -> str:
    """One script that runs `entry` after everything it needs.

    Args:
        sources: modules by the name they are imported under.

    Raises:
        ValueError: a module that is missing, imported in a circle, or written in a form
            that is not understood. A mistake of ours, never of the content.
    """
    parts = ["const $ = {};"]
    _add(entry, sources, parts, done=set(), above=())
    return "\n".join(parts) + "\n"


def _add(
    name: str, sources: Mapping[str, str], parts: list[str], done: set[str], above: tuple[str, ...]
) -> None:
    if name in done:
        return
    if name in above:
        raise ValueError(f"modules import in a circle: {' -> '.join((*above, name))}")
    if name not in sources:
        raise ValueError(f"{above[-1] if above else 'the page'} imports {name}, which is not there")
    source = sources[name]
    for match in _IMPORT.finditer(source):
        _add(match[2], sources, parts, done, (*above, name))
    parts.append(f'// ---------- {name}\n$["{name}"] = (() => {{\n{_body(name, source)}}})();')
    done.add(name)


def _body(name: str, source: str) -> str:
    exported = [match[2] for match in _EXPORTED.finditer(source)]
    for match in _EXPORT_LIST.finditer(source):
        exported += [part.strip() for part in match[1].split(",") if part.strip()]
    body = _IMPORT.sub(lambda m: f'const {{{m[1].replace(" as ", ": ")}}} = $["{m[2]}"];\n', source)
    body = _EXPORT_LIST.sub("", _EXPORTED.sub(r"\1 \2", body))
    if left := _LEFT_OVER.search(body):
        raise ValueError(f"{name}: cannot join {left[0]!r}")
    return f"{body.rstrip()}\nreturn {{ {', '.join(exported)} }};\n"
