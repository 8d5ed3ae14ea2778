"""JSON Schema of every content file, for editors that complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from engine.languages import LANGUAGE_PATTERN, SOURCE
from engine.linting.reference_index import known_ids
from engine.loading.content import ASSETS, SHARED, Content
from engine.schema.documentation import field_description, summary
from engine.schema.module import Module
from engine.schema.record import REF_KEY, Record
from engine.schema.supplement import Supplement
from engine.schema.text import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_kinds() -> dict[str, Any]:
    """Return the type of each kind of content file, by the schema's name."""
    shared = {name.removesuffix(".yaml"): kind for name, _, kind in SHARED}
    return {"module": Module, "supplement": Supplement, **shared, "locale": dict[str, Text]}


def schemas(content: Content) -> dict[str, str]:
    """Return a JSON Schema for each kind of file, as text, by its name.

    Args:
        content: whose ids are offered for completion.
    """
    names = offered_names(content)
    return {kind: schema(kind, names) for kind in file_kinds()}


def offered_names(content: Content) -> dict[str, list[str]]:
    """Return the ids and icons that editors complete, by the kind of record they name."""
    icons = sorted(path.stem for path in (ASSETS / "icons").glob("*.svg"))
    ids = {kind: sorted(names) for kind, names in known_ids(content).items()}
    return {**ids, "icon": icons}


def schema(kind: str, names: Mapping[str, list[str]]) -> str:
    """Return the JSON Schema of a kind of file, as text.

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
    """The schema of what people write: a text is Thai alone, or Thai and translations."""

    def model_schema(self, schema: Any) -> Any:
        """Describe the record and its fields in the words of its docstring."""
        done = super().model_schema(schema)
        record = schema["cls"]
        if isinstance(record, type) and issubclass(record, Record):
            done["description"] = summary(record)
            for name, field in record.model_fields.items():
                key = field.alias or name
                if key in done.get("properties", {}):
                    done["properties"][key]["description"] = field_description(record, name)
            _accept_bare(done)
        return done

    def generate(self, schema: Any, mode: Any = "validation") -> Any:
        done = super().generate(schema, mode)
        if "Text" in done.get("$defs", {}):
            done["$defs"]["Text"] = {
                "title": "Text",
                "description": "Thai alone, or {th: …, en: …}: keys are codes of languages",
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {
                        "type": "object",
                        "properties": {SOURCE: {"type": "string", "minLength": 1}},
                        "patternProperties": {LANGUAGE_PATTERN: {"type": "string"}},
                        "required": [SOURCE],
                        "additionalProperties": False,
                    },
                ],
            }
        return done


def _accept_bare(record: dict[str, Any]) -> None:
    """Accept what YAML takes for a number or a truth value and we take for text.

    Editors read `dated: 2025` as a number, and the key in `true: true` as a truth value.
    """
    properties = record.get("properties", {})
    if "true" in properties:
        record["patternProperties"] = {"^true$": properties["true"]}
    if "dated" in properties:
        description = properties["dated"].pop("description")
        either = [properties["dated"], {"type": "integer"}]
        properties["dated"] = {"anyOf": either, "description": description}


def _complete(node: Any, names: Mapping[str, list[str]], named: dict[str, Any]) -> None:
    """Offer known ids and icons where a key names one.

    Icons are a closed set, ids are not: the check knows better than a schema made yesterday.

    Args:
        named: takes the definition of each kind of thing that is named; it is long, and stands
            once.
    """
    if isinstance(node, list):
        for item in node:
            _complete(item, names, named)
    if not isinstance(node, dict):
        return
    if "icon" in node.get("properties", {}):
        node["properties"]["icon"]["enum"] = names["icon"]
    kind = node.pop(REF_KEY, None)
    if kind is not None:
        definition = f"{kind} id".replace(" ", "-")
        own = {key: node.pop(key) for key in tuple(node) if key in ("type", "pattern", "maxLength")}
        named[definition] = {**own, "examples": names.get(kind, [])}
        node["$ref"] = f"#/$defs/{definition}"
    for value in tuple(node.values()):
        _complete(value, names, named)
