"""Good modules with one list that is too long, or one value that is absurd."""

from __future__ import annotations

from collections.abc import Callable

from tests.engine.hostile.repeating import filled, numbered

_QUESTION = """\
  - id: tiny.q.q#
    kind: choice
    objective: tiny.know
    level: 1
    ask: ก
    options: [{text: ก, right: true}, {text: ก}, {text: ก}]
    explain: ก
"""
_FACT = """\
  - id: tiny.f#
    label: ก
    unit: baht
    values: [{from: 2018-01-01, value: 1, source: none#}]
    checked: 2026-11-20
    review_by: 2026-05-20
    grade: A
"""
_BENEFIT = """\
  - id: tiny.benefit#
    title: ก
    short: ก
    icon: bed
    scheme: tiny-scheme
    when: ก
    pays: {shape: lump_sum, amount: tiny.daily}
"""
_SITUATION = """\
  - id: tiny.s.a#
    title: ก
    icon: bed
    story: ก
    harm: {}
    helps: [tiny.b#]
    remember: ก
    talk: ก
"""
_WORDS = f"""\
  - id: tiny.w
    label: ก
    unit: text
    values: [{{from: 2018-01-01, value: {"ก" * 3900}, source: leaflet}}]
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: A
"""
_GROWING = f"  - {{id: s#, title: '{'{tiny.w}' * 400}', short: ก, icon: bed}}\n"
_SCHEME = "  - {id: s#, title: ก, short: ก, icon: umbrela#}\n"

# Lists too long for a good module: a line of it, and what stands there instead.
LISTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "unknown questions in a form": (
        "myths:\n",
        lambda n: f"forms:\n  opening: [{numbered('tiny.q.day#, ', n)}]\nmyths:\n",
    ),
    "one unknown question in a form": (
        "myths:\n",
        lambda n: f"forms:\n  opening: [{filled('tiny.q.day, ', n)}]\nmyths:\n",
    ),
    "unknown helplines": (
        "myths:\n",
        lambda n: f"helplines: [{numbered('line-#, ', n)}]\nmyths:\n",
    ),
    "unknown sources": (
        "value: 200, source: leaflet}",
        lambda n: f"value: 200, source: leaflet, also: [{numbered('leaflet#, ', n)}]}}",
    ),
    "names kept together": (
        "myths:\n",
        lambda n: f"keep_together: [{numbered('ชื่อ#, ', n)}]\nmyths:\n",
    ),
    "empty names kept together": (
        "myths:\n",
        lambda n: "keep_together: [" + filled("'', ", n) + "]\nmyths:\n",
    ),
    "objectives alike": (
        "facts:\n",
        lambda n: filled("  - {id: tiny.know, can: บอกได้}\n", n) + "facts:\n",
    ),
    "objectives": (
        "facts:\n",
        lambda n: numbered("  - {id: tiny.know#, can: บอกได้}\n", n) + "facts:\n",
    ),
    "rumours alike": (
        "myths:\n",
        lambda n: "myths:\n" + filled("  - {id: tiny.m.a, said: ก, really: ข, why: ค}\n", n),
    ),
    "rumours of unknown facts": (
        "myths:\n",
        lambda n: (
            "myths:\n"
            + numbered("  - {id: tiny.m.a#, said: ก, really: ข, why: ค, facts: [a.b#]}\n", n)
        ),
    ),
    "questions": ("myths:\n", lambda n: numbered(_QUESTION, n) + "myths:\n"),
    "facts": ("schemes:\n", lambda n: numbered(_FACT, n) + "schemes:\n"),
    "values of a fact": (
        "      - {from: 2026-01-01, value: 300, source: leaflet, where: หน้า 4}\n",
        lambda n: filled("      - {from: 2026-01-01, value: 300, source: leaflet}\n", n),
    ),
    "options of a scheme": (
        "benefits:\n",
        lambda n: (
            numbered("      - {id: a#, title: ก, short: ก}\n", n // 2)
            + "benefits:\n"
            + numbered(_BENEFIT, n // 2)
        ),
    ),
    "texts that grow by a fact": (
        "schemes:\n",
        lambda n: f"{_WORDS}schemes:\n{numbered(_GROWING, n)}",
    ),
    "unknown options": (
        "    when: ใช้เมื่อนอนโรงพยาบาล\n",
        lambda n: f"    when: ก\n    options: [{numbered('o#, ', n)}]\n",
    ),
    "amounts for unknown options": (
        "amount: tiny.daily,",
        lambda n: f"amount: {{{numbered('o#: tiny.daily, ', n)}}},",
    ),
    "age bands": (
        "pays: {shape: per_unit, unit: hospital_day, amount: tiny.daily, at_most: tiny.most}",
        lambda n: (
            "pays: {shape: match, at_most: tiny.most, bands: ["
            + filled("{to_age: tiny.most, percent: tiny.most}, ", n)
            + "]}"
        ),
    ),
    "rows of benefits": (
        "rows: [tiny.benefit]",
        lambda n: f"rows: [{filled('tiny.benefit, ', n)}]",
    ),
    "life events": ("myths:\n", lambda n: f"situations:\n{numbered(_SITUATION, n)}myths:\n"),
    "lesson steps": (
        "one_pager:\n",
        lambda n: filled("    - {kind: act, title: ก, minutes: 1, say: ก}\n", n) + "one_pager:\n",
    ),
    "unknown keys": ("myths:\n", lambda n: numbered("summry#: ก\n", n) + "myths:\n"),
    "unknown keys in records": (
        "myths:\n",
        lambda n: "myths:\n" + numbered("  - {id: m#, said: ก, realy#: ข, really: ข, why: ค}\n", n),
    ),
    "missing keys": ("myths:\n", lambda n: "myths:\n" + filled("  - {}\n", n)),
    "lists for records": ("myths:\n", lambda n: "myths:\n" + filled("  - []\n", n)),
    "lists for texts": (
        "title: {th: สิทธิเล็ก, en: Tiny right}",
        lambda n: f"title: [{filled('[], ', n)}]",
    ),
    "a text of many languages": (
        "title: {th: สิทธิเล็ก, en: Tiny right}",
        lambda n: f"title: {{th: ก, {numbered('x#: ก, ', n)}}}",
    ),
    "wrong kinds of questions": (
        "myths:\n",
        lambda n: numbered("  - {id: tiny.q.a#, kind: essay#}\n", n) + "myths:\n",
    ),
    "a long id": ("id: tiny\n", lambda n: f"id: {filled('a', n)}\n"),
    "a long icon": ("icon: umbrella\n", lambda n: f"icon: {filled('umbrela', n)}\n"),
    "unknown icons": (
        "benefits:\n",
        lambda n: numbered(_SCHEME, n) + "benefits:\n",
    ),
    "a huge number": ("value: 200,", lambda n: f"value: {filled('9', n)},"),
    "a number too large for a float": ("value: 200,", lambda _: "value: 1e999,"),
    "the last day": ("review_by: 2027-05-20", lambda _: "review_by: 9999-12-31"),
    "the first day": ("{from: 2018-01-01,", lambda _: "{from: 0001-01-01,"),
    "a day there is not": ("{from: 2018-01-01,", lambda _: "{from: 2018-02-30,"),
}
