"""A small catalogue made in code: one module with every block and every kind of question."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from printed_data import COMPARISON, MYTH, ONE_PAGER, QUESTIONS, SITUATION

from engine.catalogue import Catalogue
from engine.resolving.markdown import RichText
from engine.schema.text import Text
from engine.thai.word_breaks import WordBreaker

ROOT = Path(__file__).parents[2]

KEEP = """ประกันสังคม
สำนักงานประกันสังคม
ผู้ประกันตน
บัตรทอง
บัตรประชาชน
กองทุนการออมแห่งชาติ
เงินสมทบ
ทางเลือก
โรงพยาบาล
ใบรับรองแพทย์""".splitlines()

_breaker = WordBreaker(KEEP)
_prose = RichText()


def text(thai: str, *facts: str, unconfirmed: bool = False) -> Text:
    """A compiled text: Markdown rendered, break points found."""
    plain, blocks = _prose.render(thai)
    return Text(
        shown=plain,
        blocks=blocks,
        breaks=_breaker.breaks(plain),
        facts=facts,
        unconfirmed=unconfirmed,
    )


def _deep(data: Any) -> Any:
    """Every ``t:`` string of the sample as a compiled text."""
    if isinstance(data, str) and data.startswith("t:"):
        return text(data[2:], unconfirmed="*" in data and "**" not in data)
    if isinstance(data, dict):
        return {k: _deep(v) for k, v in data.items()}
    if isinstance(data, list | tuple):
        return tuple(_deep(v) for v in data)
    return data


def words() -> dict[str, Text]:
    """The sheets' words as the real build would bring them."""
    path = ROOT / "content" / "locale" / "print.yaml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {f"print.{key}": text(value) for key, value in raw.items()}


def fact(fact_id: str, shown: str, value: float | None = None, grade: str = "A") -> dict[str, Any]:
    """A fact as it stands today."""
    return {
        "id": fact_id,
        "module": "section40",
        "label": "t:" + fact_id,
        "unit": "baht",
        "value": value,
        "text": "t:" + shown,
        "since": date(2026, 1, 1),
        "sources": ["mol-2026"],
        "grade": grade,
        "checked": date(2026, 11, 1),
        "review_by": date(2027, 5, 1),
        "unconfirmed": grade == "D",
    }


def module(**changes: Any) -> dict[str, Any]:
    """The sample module as data; `changes` replace its fields."""
    return {
        "id": "section40",
        "title": "t:ประกันสังคม มาตรา 40",
        "short": "t:ม.40",
        "icon": "umbrella",
        "colour": "teal",
        "audience": "t:คนทำงานอิสระ",
        "summary": "t:หลักประกันของคนทำงานอิสระ",
        "tagline": "t:หลักประกันของคนทำงานอิสระ เมื่อป่วย พิการ เสียชีวิต หรือสูงวัย",
        "objectives": [{"id": "o1", "can": "t:บอกได้ว่าใครสมัครได้"}],
        "benefits": [
            _benefit("s40.inpatient-pay", "นอนโรงพยาบาล", "bed"),
            _benefit("s40.rest-pay", "ไม่ได้นอน แต่แพทย์สั่งพัก", "house"),
            _benefit("s40.funeral", "ค่าทำศพ", "page-facing-up"),
            _benefit("s40.child", "สงเคราะห์บุตร", "red-heart"),
        ],
        "lesson": {
            "minutes": 10,
            "steps": [
                {"kind": "story", "title": "t:เรื่อง", "minutes": 3, "say": "t:เล่าเรื่อง"}
                for _ in range(3)
            ],
        },
        "one_pager": ONE_PAGER,
        "questions": QUESTIONS,
        "schemes": [
            {
                "id": "s40",
                "title": "t:ประกันสังคม มาตรา 40",
                "short": "t:ม.40",
                "icon": "umbrella",
                "options": [
                    {"id": f"option{n}", "title": f"t:ทางเลือกที่ {n}", "short": f"t:ทาง {n}"}
                    for n in (1, 2, 3)
                ],
            }
        ],
        "situations": [SITUATION],
        "myths": [MYTH],
        **changes,
    }


def _benefit(benefit_id: str, title: str, icon: str) -> dict[str, Any]:
    return {
        "id": benefit_id,
        "title": "t:" + title,
        "short": "t:" + title,
        "icon": icon,
        "when": "t:ใช้เมื่อ" + title,
        "scheme": "s40",
        "claim": {"at": "sso", "bring": ["id-card", "certificate"]},
        "pays": {"shape": "lump_sum", "amount": "s40.funeral"},
    }


def catalogue_of(*modules: dict[str, Any], **changes: Any) -> Catalogue:
    """A catalogue with those modules and the sample's facts, sources and words."""
    data: dict[str, Any] = {
        "as_of": date(2026, 11, 20),
        "edition": "0000",
        "modules": modules,
        "facts": {
            f["id"]: f
            for f in (
                fact("s40.pay1", "70 บาทต่อเดือน", 70),
                fact("s40.pay2", "100 บาทต่อเดือน", 100),
                fact("s40.pay3", "300 บาทต่อเดือน", 300),
                fact("s40.rest", "200 บาทต่อวัน", 200),
                fact("s40.inpatient", "300 บาทต่อวัน", 300),
                fact("s40.funeral", "25,000 บาท*", 25000, "D"),
            )
        },
        "sources": {
            "mol-2026": {
                "id": "mol-2026",
                "title": "t:ข่าวกระทรวงแรงงาน",
                "short": "t:กระทรวงแรงงาน ม.ค. 2569",
                "publisher": "t:กระทรวงแรงงาน",
                "dated": "2026-01",
                "kind": "official",
            }
        },
        "helplines": {
            "sso-1506": {
                "id": "sso-1506",
                "title": "t:สายด่วนประกันสังคม",
                "phone": "1506",
                "online": ["www.sso.go.th"],
                "for_what": "t:มาตรา 33 39 40 เงินสมทบ และการเบิก",
                "seen": 2569,
                "grade": "B",
            }
        },
        "places": {
            "sso": {
                "id": "sso",
                "title": "t:สำนักงานประกันสังคม",
                "icon": "classical-building",
                "for_what": "t:สมัครและยื่นขอเงินทดแทน",
            }
        },
        "papers": {
            "id-card": {
                "id": "id-card",
                "title": "t:บัตรประชาชน",
                "icon": "identification-card",
            },
            "certificate": {
                "id": "certificate",
                "title": "t:ใบรับรองแพทย์",
                "tip": "t:ให้หมอเขียนวันที่พักให้ครบ",
            },
        },
        "benefit_cells": {
            "s40.inpatient-pay": {
                "option1": "t:300 บาทต่อวัน",
                "option3": "t:300 บาทต่อวัน",
            },
            "s40.rest-pay": {
                "option1": "t:200 บาทต่อวัน ตั้งแต่วันแรก",
                "option3": "t:200 บาทต่อวัน ตั้งแต่วันแรก",
            },
            "s40.funeral": {"option1": "t:25,000 บาท*", "option3": "t:50,000 บาท*"},
            "s40.child": {"option3": "t:300 บาทต่อคนต่อเดือน ไม่เกิน 2 คน"},
        },
        **changes,
    }
    catalogue = Catalogue.model_validate(_deep(data))
    return catalogue.model_copy(update={"words": words()})


@cache
def sample() -> Catalogue:
    """The catalogue most tests print from."""
    return catalogue_of(module(), comparison=COMPARISON)
