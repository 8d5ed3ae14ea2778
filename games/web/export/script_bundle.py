"""Joins the page's scripts into one, because a file opened from a disk may not import others.

Each module becomes a function that returns its exports, kept in a table under the module's
path, after the modules it imports. Its JSDoc, which the page would only carry, is left out;
nothing else is changed, so the joined script still reads like its source. Only the forms that
our sources use are understood; any other is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[\w./-]+)";\n', re.MULTILINE)
_EXPORTED = re.compile(r"^export ((?:async )?function|class|const|let) (\w+)", re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export \{([^}]*)\};\n?", re.MULTILINE)
_JSDOC = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundle(sources: Mapping[str, str], entry: str) -> str:
    """Return one script that runs `entry` after everything it needs.

    Args:
        sources: modules by path; imports are relative to the importing module.

    Raises:
        ValueError: If a module is missing, imported in a circle, or written in a form that is
            not understood. This is a mistake in the program, never in the content.
    """
    parts = ["const $ = {};"]
    _add(entry, sources, parts, done=set(), importers=())
    return "\n".join(parts) + "\n"


def _add(
    path: str,
    sources: Mapping[str, str],
    parts: list[str],
    done: set[str],
    importers: tuple[str, ...],
) -> None:
    """Append the module after its imports, once."""
    if path in done:
        return
    if path in importers:
        raise ValueError(f"modules import in a circle: {' -> '.join((*importers, path))}")
    if path not in sources:
        importer = importers[-1] if importers else "the page"
        raise ValueError(f"{importer} imports {path}, which is not there")
    source = sources[path]
    for match in _IMPORT.finditer(source):
        _add(_resolve(path, match[2]), sources, parts, done, (*importers, path))
    parts.append(f'// ---------- {path}\n$["{path}"] = (() => {{\n{_body(path, source)}}})();')
    done.add(path)


def _resolve(importer: str, written: str) -> str:
    """Return the path of a module that is imported as `written`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), written))


def _body(path: str, source: str) -> str:
    """Return the module's code with its imports and exports rewritten."""
    exported = [match[2] for match in _EXPORTED.finditer(source)]
    for match in _EXPORT_LIST.finditer(source):
        exported += [part.strip() for part in match[1].split(",") if part.strip()]

    def from_table(match: re.Match[str]) -> str:
        names = match[1].replace(" as ", ": ")
        return f'const {{{names}}} = $["{_resolve(path, match[2])}"];\n'

    body = _IMPORT.sub(from_table, _JSDOC.sub("", source))
    body = _EXPORT_LIST.sub("", _EXPORTED.sub(r"\1 \2", body))
    if left := _LEFT_OVER.search(body):
        raise ValueError(f"{path}: cannot join {left[0]!r}")
    return f"{body.rstrip()}\nreturn {{ {', '.join(exported)} }};\n"
