"""Records of the fixture: facts, questions, life events, rights, modules."""

from __future__ import annotations

from typing import Any

FACTS = {
    "s.pay1": ("baht/month", 70),
    "s.pay2": ("baht/month", 100),
    "s.pay3": ("baht/month", 300),
    "s.night": ("baht/day", 300),
    "s.rest": ("baht/day", 200),
    "s.days12": ("days/year", 30),
    "s.days3": ("days/year", 90),
    "s.visit": ("baht/visit", 200),
    "s.visits": ("visits", 3),
    "s.test.months": ("months", 3),
    "s.test.of": ("months", 4),
    "s.child": ("baht/child/month", 300),
    "s.child.most": ("children", 2),
    "s.child.months": ("months", 24),
    "s.child.of": ("months", 36),
    "s.disability12": ("baht/month", 1000),
    "s.disability3": ("baht/month", 1500),
    "s.funeral12": ("baht", 25000),
    "s.funeral3": ("baht", 50000),
    "s.funeral.months": ("months", 6),
    "s.funeral.of": ("months", 12),
    "s.accident.months": ("months", 1),
    "s.accident.of": ("months", 6),
    "s.old2": ("baht", 50),
    "s.old3": ("baht", 150),
    "s.old.age": ("years", 60),
    "s.join.from": ("years", 15),
    "s.join.to": ("years", 65),
    "n.join.from": ("years", 15),
    "n.join.to": ("years", 60),
    "n.young": ("years", 30),
    "n.middle": ("years", 50),
    "n.rate1": ("percent", 50),
    "n.rate2": ("percent", 80),
    "n.rate3": ("percent", 100),
    "n.most": ("baht/year", 1800),
    "a.age": ("years", 60),
    "a.age2": ("years", 70),
    "a.first": ("baht/month", 600),
    "a.second": ("baht/month", 700),
}


def fact(name: str) -> dict[str, Any]:
    unit, value = FACTS[name]
    return {
        "id": name,
        "module": "section40",
        "label": name,
        "unit": unit,
        "value": value,
        "text": f"{value}",
        "since": "2026-01-01",
        "grade": "A",
        "checked": "2026-11-01",
        "review_by": "2027-11-01",
    }


def questions(module: str, count: int) -> list[dict[str, Any]]:
    """All six kinds in turn, over two objectives."""
    made = []
    for i in range(count):
        core = {
            "id": f"{module}.q{i}",
            "objective": f"{module}.o{i % 2}",
            "level": 1 + i % 3,
            "ask": f"ถาม {i}",
            "explain": "เพราะ",
        }
        options = [{"text": t, "right": False, "why": "คิดว่า"} for t in "กขคง"]
        kinds: list[dict[str, Any]] = [
            {"kind": "choice", "options": [{"text": "ถูก", "right": True}, *options[:3]]},
            {
                "kind": "several",
                "options": [options[0], {"text": "ถูก", "right": True}, *options[1:3]],
            },
            {"kind": "true_false", "answer": bool(i % 4), "why": "คิดว่า"},
            {"kind": "order", "steps": ["หนึ่ง", "สอง", "สาม"], "why": "คิดว่า"},
            {
                "kind": "match",
                "pairs": [{"left": f"ซ้าย{k}", "right": f"ขวา{k}"} for k in range(3)],
                "why": "คิดว่า",
            },
            {
                "kind": "number",
                "answer": {"fact": "s.night", "times": 4, "value": 1200},
                "unit": "บาท",
                "highest": 3000,
                "step": 100,
                "tolerance": 50,
                "why": "คิดว่า",
            },
        ]
        made.append({**core, **kinds[i % 6]})
    return made


def situation(name: str, harm: dict[str, Any], helps: list[str], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "title": name,
        "icon": "leg",
        "story": "เรื่อง",
        "harm": harm,
        "helps": helps,
        "remember": "จำ",
        "talk": "คุย",
        **more,
    }


def module(name: str, **more: Any) -> dict[str, Any]:
    step = {"kind": "explain", "title": "เล่า", "minutes": 3, "say": "เล่า"}
    return {
        "id": name,
        "title": name,
        "short": name,
        "icon": "umbrella",
        "colour": "teal",
        "audience": "ทุกคน",
        "summary": "สรุป",
        "tagline": "สรุป",
        "objectives": [{"id": f"{name}.o{i}", "can": "ทำได้"} for i in range(2)],
        "lesson": {"minutes": 9, "steps": [step, step, step]},
        "one_pager": [{"kind": "note", "title": "หมายเหตุ", "items": ["ข้อ"]}],
        "myths": [
            {"id": f"{name}.m{i}", "said": "ว่า", "really": "จริง", "why": "เพราะ", "true": i == 0}
            for i in range(4)
        ],
        **more,
    }


def benefit(name: str, pays: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "title": name,
        "short": name,
        "icon": "umbrella",
        "when": "ใช้เมื่อ",
        "pays": pays,
        **more,
    }
