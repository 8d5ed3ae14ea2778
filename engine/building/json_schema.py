"""JSON Schema of every content file, for editors that complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from engine.linting.reference_index import known_ids
from engine.loading.content import ASSETS, SHARED, Content
from engine.schema.module import Module
from engine.schema.record import FACT_ID_PATTERN, ID_PATTERN
from engine.schema.text import WRITTEN_KEYS, Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Keys that name something by its id, and the kind of thing. Facts need none: their ids have a
# form of their own.
_NAMING = {
    "source": "source",
    "also": "source",
    "objective": "objective",
    "question": "question",
    "claim": "question",
    "questions": "question",
    "opening": "question",
    "closing": "question",
    "helpline": "helpline",
    "helplines": "helpline",
    "place": "place",
    "at": "place",
    "register_at": "place",
    "bring": "paper",
    "papers": "paper",
    "benefit": "benefit",
    "helps": "benefit",
    "rows": "benefit",
    "scheme": "scheme",
    "for": "occupation",
    "excludes": "scheme or option",
    "module": "module",
}


def file_kinds() -> dict[str, Any]:
    """The type of each kind of content file, by the schema's name."""
    shared = {name.removesuffix(".yaml"): kind for name, _, kind in SHARED}
    return {"module": Module, **shared, "locale": dict[str, Text]}


def schemas(content: Content) -> dict[str, str]:
    """A JSON Schema for each kind of file, as text, by its name.

    Args:
        content: whose ids are offered for completion.
    """
    names = offered_names(content)
    return {kind: schema(kind, names) for kind in file_kinds()}


def offered_names(content: Content) -> dict[str, list[str]]:
    """What an editor completes: ids by the kind of thing they name, and icons."""
    icons = sorted(path.stem for path in (ASSETS / "icons").glob("*.svg"))
    ids = {kind: sorted(names) for kind, names in known_ids(content).items()}
    return {**ids, "icon": icons}


def schema(kind: str, names: Mapping[str, list[str]]) -> str:
    """The JSON Schema of a kind of file, as text.

    Args:
        names: see `offered_names`.
    """
    done = TypeAdapter(file_kinds()[kind]).json_schema(by_alias=True, schema_generator=_Written)
    named: dict[str, Any] = {}
    _complete(done, names, named)
    done.setdefault("$defs", {}).update(named)
    whole = {"$schema": DIALECT, "title": f"Rusit {kind}", **done}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


class _Written(GenerateJsonSchema):
    """The schema of what people write: a text is Thai alone, or Thai and English."""

    def generate(self, schema: Any, mode: Any = "validation") -> Any:
        done = super().generate(schema, mode)
        text = done.get("$defs", {}).get("Text")
        if text:
            own = {k: v for k, v in text["properties"].items() if k in WRITTEN_KEYS}
            done["$defs"]["Text"] = {
                "title": "Text",
                "description": "Thai alone, or {th: …, en: …}",
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {
                        "type": "object",
                        "properties": own,
                        "required": ["th"],
                        "additionalProperties": False,
                    },
                ],
            }
        return done


def _complete(node: Any, names: Mapping[str, list[str]], named: dict[str, Any]) -> None:
    """Offer known ids and icons where a key names one. Icons are a closed set, ids are not:
    the check knows better than a schema made yesterday.

    Args:
        named: takes the definition of each kind of thing that is named; it is long, and stands
            once.
    """
    if isinstance(node, list):
        for item in node:
            _complete(item, names, named)
    if not isinstance(node, dict):
        return
    for key, field in node.get("properties", {}).items():
        if key == "icon":
            field["enum"] = names["icon"]
        elif key != "id":
            for target in _strings_in(field):
                pattern = target.get("pattern")
                kind = "fact" if pattern == FACT_ID_PATTERN else _NAMING.get(key, "")
                if pattern in (ID_PATTERN, FACT_ID_PATTERN) and kind:
                    own = {k: target.pop(k) for k in ("type", "pattern", "maxLength")}
                    definition = f"{kind} id".replace(" ", "-")
                    named[definition] = {**own, "examples": names.get(kind, [])}
                    target["$ref"] = f"#/$defs/{definition}"
    for value in node.values():
        _complete(value, names, named)


def _strings_in(field: Any) -> Iterator[dict[str, Any]]:
    """The schemas of strings that stand at a key: alone, in a list or mapping, or as a choice."""
    if not isinstance(field, dict):
        return
    if field.get("type") == "string":
        yield field
        return
    by_option = field.get("patternProperties", {}).values()
    for inner in (field.get("items"), *field.get("anyOf", ()), *by_option):
        yield from _strings_in(inner)
