"""A small catalogue made in code: one module with every block and every kind of question."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

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


WHY = "t:เข้าใจว่าเป็นกติกาเดิม ก่อนที่กฎใหม่จะเริ่มใช้"

QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "s40.q.rest-one-day",
        "kind": "choice",
        "objective": "o1",
        "level": 2,
        "ask": "t:แพทย์สั่งให้พักอยู่บ้าน 1 วัน ไม่ได้นอนโรงพยาบาล เบิกเงินทดแทนการขาดรายได้ได้ไหม",
        "explain": "t:ได้วันละ **200 บาท** ตั้งแต่วันแรก กติกาใหม่เริ่ม 1 มกราคม 2569 เก็บใบรับรองแพทย์ไว้ทุกครั้ง",
        "facts": ["s40.rest"],
        "options": [
            {"text": "t:ได้ ตั้งแต่วันแรก", "right": True},
            {"text": "t:ได้ ถ้าพักครบ 3 วัน", "why": WHY},
            {
                "text": "t:ไม่ได้ ต้องนอนโรงพยาบาลก่อน",
                "why": "t:เงินวันนอนกับเงินวันพักเป็นคนละกรณีกัน",
            },
            {
                "text": "t:ได้ แต่ต้องเป็นทางเลือกที่ 3 เท่านั้น",
                "why": "t:ทุกทางเลือกได้เงินวันพัก ต่างกันที่จำนวนวันต่อปี",
            },
        ],
    },
    {
        "id": "s40.q.papers",
        "kind": "several",
        "objective": "o1",
        "level": 1,
        "ask": "t:ป่วยนอนโรงพยาบาล จะยื่นขอเงินทดแทน ต้องเตรียมอะไรไปบ้าง",
        "explain": "t:ใบรับรองแพทย์บอกวันที่ป่วย บัตรประชาชนบอกว่าเป็นเรา สมุดบัญชีไว้รับเงิน",
        "options": [
            {"text": "t:ใบรับรองแพทย์ที่ระบุวันพัก", "right": True},
            {"text": "t:บัตรประชาชน", "right": True},
            {"text": "t:สมุดบัญชีธนาคาร", "right": True},
            {"text": "t:สำเนาโฉนดที่ดิน", "why": "t:ไม่เกี่ยวกับการเบิก ใครขอให้ระวัง"},
            {"text": "t:รหัสผ่านแอปธนาคาร", "why": "t:ไม่มีหน่วยงานไหนขอรหัสผ่าน"},
        ],
    },
    {
        "id": "s40.q.treatment",
        "kind": "true_false",
        "objective": "o1",
        "level": 1,
        "ask": "t:มาตรา 40 จ่ายค่ารักษาพยาบาลให้ด้วย",
        "answer": False,
        "explain": "t:มาตรา 40 จ่ายเงินทดแทนรายได้ที่ขาดไป ค่ารักษาใช้บัตรทองได้ตามเดิม",
        "why": "t:คำว่าประกันสังคมทำให้นึกถึงมาตรา 33 ที่มีโรงพยาบาลของตัวเอง",
    },
    {
        "id": "s40.q.steps",
        "kind": "order",
        "objective": "o1",
        "level": 2,
        "ask": "t:ล้มป่วยต้องนอนโรงพยาบาล เรียงขั้นตอนขอเงินทดแทนให้ถูก",
        "explain": "t:ยื่นได้ภายใน 2 ปี แต่ยื่นเร็วก็ได้เงินเร็ว",
        "steps": [
            "t:ใช้บัตรทองรักษาตัว",
            "t:ขอใบรับรองแพทย์ก่อนกลับบ้าน",
            "t:กรอกแบบคำขอที่สำนักงานประกันสังคม",
            "t:รอเงินเข้าบัญชี แล้วเก็บหลักฐานไว้",
        ],
        "why": "t:หลายคนนึกถึงใบรับรองแพทย์เมื่อกลับถึงบ้านแล้ว",
    },
    {
        "id": "s40.q.match",
        "kind": "match",
        "objective": "o1",
        "level": 3,
        "ask": "t:เรื่องแบบนี้ ไปที่ไหน",
        "explain": "t:แต่ละที่รับคนละเรื่อง ไปถูกที่ไม่เสียเที่ยว",
        "pairs": [
            {"left": "t:ขอเงินทดแทนวันนอน", "right": "t:สำนักงานประกันสังคม"},
            {"left": "t:ย้ายหน่วยบริการบัตรทอง", "right": "t:สปสช. โทร. 1330"},
            {"left": "t:ออมเงินเพื่อบำนาญ", "right": "t:กองทุนการออมแห่งชาติ"},
        ],
        "why": "t:ทั้งสามเรื่องฟังคล้ายกัน เพราะเป็นสิทธิของคนทำงานอิสระเหมือนกัน",
    },
    {
        "id": "s40.q.amount",
        "kind": "number",
        "objective": "o1",
        "level": 3,
        "ask": "t:นอนโรงพยาบาล 4 วัน ได้เงินทดแทนทั้งหมดกี่บาท",
        "explain": "t:วันละ 300 บาท คูณ 4 วัน รวม 1,200 บาท",
        "answer": {"fact": "s40.inpatient", "times": 4, "value": 1200},
        "unit": "t:บาท",
        "highest": 5000,
        "step": 100,
        "mistakes": [
            {
                "amount": {"fact": "s40.rest", "times": 4, "value": 800},
                "why": "t:800 บาทเป็นเงินของวันพักที่บ้าน ไม่ใช่วันนอน",
            }
        ],
        "why": "t:ดูให้ดีว่านอนโรงพยาบาลหรือพักที่บ้าน",
    },
]

ONE_PAGER: list[dict[str, Any]] = [
    {
        "kind": "who",
        "title": "t:ใครสมัครได้",
        "items": [
            "t:คนทำงานอิสระ อายุ 15–65 ปี สัญชาติไทย",
            "t:ไม่ได้เป็นผู้ประกันตนมาตรา 33 หรือ 39",
        ],
    },
    {
        "kind": "numbers",
        "title": "t:จ่ายเดือนละเท่าไร",
        "numbers": [
            {
                "title": "t:ทางเลือกที่ 1",
                "fact": "s40.pay1",
                "caption": "t:เจ็บป่วย ทุพพลภาพ เสียชีวิต",
            },
            {
                "title": "t:ทางเลือกที่ 2",
                "fact": "s40.pay2",
                "caption": "t:เพิ่มเงินก้อนชราภาพ",
            },
            {
                "title": "t:ทางเลือกที่ 3",
                "fact": "s40.pay3",
                "caption": "t:เพิ่มเงินก้อนชราภาพ และเงินสงเคราะห์บุตร",
            },
        ],
    },
    {
        "kind": "benefits",
        "title": "t:ได้อะไรบ้าง",
        "columns": [
            {"title": "t:ทางเลือกที่ 1 และ 2", "option": "option1"},
            {"title": "t:ทางเลือกที่ 3", "option": "option3"},
        ],
        "rows": ["s40.inpatient-pay", "s40.rest-pay", "s40.funeral", "s40.child"],
    },
    {
        "kind": "steps",
        "title": "t:ทำอย่างไร",
        "items": [
            "t:เลือกทางเลือก แล้วสมัครที่สำนักงานประกันสังคม หรือให้แกนนำหน่วยบริการช่วย",
            "t:ส่งเงินสมทบทุกเดือน เก็บใบเสร็จหรือข้อความยืนยัน",
            "t:เจ็บป่วยเมื่อไร ขอใบรับรองแพทย์ แล้วยื่นขอภายใน 2 ปี",
        ],
    },
    {
        "kind": "papers",
        "title": "t:เอาอะไรไปด้วย",
        "papers": ["id-card", "certificate"],
        "items": ["t:สมุดบัญชี หรือพร้อมเพย์ที่ผูกกับเลขบัตรประชาชน"],
    },
    {
        "kind": "watch",
        "title": "t:ระวัง",
        "items": [
            "t:ม.40 **ไม่ได้จ่ายค่ารักษา** ค่ารักษาใช้บัตรทองได้ตามเดิม",
            "t:ขาดส่งแล้วอาจเบิกไม่ได้ ถามก่อน*",
        ],
    },
    {
        "kind": "note",
        "title": "t:รู้ไว้",
        "items": ["t:เงินที่ได้โอนให้คนอื่นไม่ได้ และเจ้าหนี้ยึดไม่ได้"],
    },
    {
        "kind": "table",
        "title": "t:สามมาตรา ต่างกันอย่างไร",
        "columns": ["t:มาตรา", "t:ใคร", "t:จ่ายอย่างไร"],
        "rows": [
            {"head": "t:33", "cells": ["t:ลูกจ้างมีนายจ้าง", "t:นายจ้างหักให้"]},
            {"head": "t:40", "cells": ["t:คนทำงานอิสระ", "t:ส่งเองทุกเดือน"]},
        ],
    },
    {"kind": "ask", "title": "t:ไม่แน่ใจ ถามก่อนตัดสินใจ", "helplines": ["sso-1506"]},
]


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


SITUATION: dict[str, Any] = {
    "id": "s40.ev.fall",
    "title": "t:พลัดตกต้นลำไย",
    "icon": "deciduous-tree",
    "story": "t:กิ่งหักตอนเก็บลำไย ขาหัก ต้องหยุดงานหลายวัน",
    "harm": {"hospital_days": 3, "rest_days": 11, "treatment": 1500, "hearts": 1},
    "helps": ["s40.inpatient-pay", "s40.rest-pay"],
    "tempting": [{"benefit": "s40.child", "why": "t:เป็นเงินสำหรับลูก ไม่เกี่ยวกับการเจ็บป่วย"}],
    "remember": "t:ขอใบรับรองแพทย์ก่อนกลับบ้าน",
    "talk": "t:ใครในบ้านเคยต้องหยุดงานเพราะเจ็บบ้าง",
    "care": {"note": "t:เรื่องนี้พูดถึงอุบัติเหตุ", "helpline": "sso-1506"},
}

MYTH: dict[str, Any] = {
    "id": "s40.myth.free",
    "said": "t:มี ม.40 แล้วเข้าโรงพยาบาลไหนก็รักษาฟรี",
    "really": "t:ม.40 จ่ายเงินทดแทนวันที่ขาดรายได้ ค่ารักษาใช้บัตรทอง",
    "why": "t:จำปนกับประกันสังคมของลูกจ้าง",
    "facts": ["s40.inpatient"],
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


COMPARISON: dict[str, Any] = {
    "title": "t:ม.40 กอช. และบัตรทอง เทียบกันทีละข้อ",
    "intro": "t:คนทำงานอิสระคนเดียวถือได้มากกว่าหนึ่งสิทธิ ดูให้รู้ว่าอะไรคู่กันได้",
    "columns": [
        {
            "id": "c1",
            "title": "t:ม.40 ทางเลือกที่ 1",
            "icon": "umbrella",
            "colour": "teal",
            "scheme": "s40",
        },
        {
            "id": "c2",
            "title": "t:ม.40 ทางเลือกที่ 2",
            "icon": "umbrella",
            "colour": "teal",
            "scheme": "s40",
        },
        {
            "id": "c3",
            "title": "t:ม.40 ทางเลือกที่ 3",
            "icon": "umbrella",
            "colour": "teal",
            "scheme": "s40",
        },
        {
            "id": "c4",
            "title": "t:กองทุนการออมแห่งชาติ",
            "icon": "seedling",
            "colour": "leaf",
            "scheme": "nsf",
        },
        {"id": "c5", "title": "t:บัตรทอง", "icon": "hospital", "colour": "gold", "scheme": "gold"},
    ],
    "rows": [
        {
            "head": "t:ใครสมัครได้",
            "cells": [
                "t:อายุ 15–65 ปี ไม่ใช่ ม.33 หรือ ม.39",
                "t:อายุ 15–65 ปี ไม่ใช่ ม.33 หรือ ม.39",
                "t:อายุ 15–65 ปี ไม่ใช่ ม.33 หรือ ม.39",
                "t:อายุ 15–60 ปี ไม่มีกองทุนที่รัฐสมทบ",
                "t:คนไทยทุกคนที่ไม่มีสิทธิรักษาอื่น",
            ],
        },
        {
            "head": "t:จ่ายเท่าไร",
            "cells": [
                "t:70 บาทต่อเดือน",
                "t:100 บาทต่อเดือน",
                "t:300 บาทต่อเดือน",
                "t:ออมเท่าไรก็ได้ตามกำลัง",
                "t:ไม่ต้องจ่าย",
            ],
        },
        {
            "head": "t:ได้อะไร",
            "cells": [
                "t:เงินทดแทนวันป่วย ทุพพลภาพ ค่าทำศพ",
                "t:เหมือนทางเลือกที่ 1 และเงินก้อนชราภาพ",
                "t:เหมือนทางเลือกที่ 2 และเงินสงเคราะห์บุตร*",
                "t:บำนาญรายเดือนเมื่ออายุครบ 60 ปี",
                "t:ค่ารักษาพยาบาล",
            ],
        },
        {
            "head": "t:ไม่ได้อะไร",
            "cells": [
                "t:ค่ารักษา และเงินชราภาพ",
                "t:ค่ารักษา",
                "t:ค่ารักษา",
                "t:เงินทดแทนวันป่วย",
                "t:เงินทดแทนวันที่ขาดรายได้",
            ],
        },
    ],
    "choose": ["t:อยากมีบำนาญด้วย เลือก ม.40 ทางเลือกที่ 1 คู่กับ กอช.", "t:มีลูกเล็ก ดูทางเลือกที่ 3"],
    "notes": ["t:ถือ ม.40 ทางเลือกที่ 2 หรือ 3 แล้ว สมัคร กอช. ไม่ได้*"],
}


@cache
def sample() -> Catalogue:
    """The catalogue most tests print from."""
    return catalogue_of(module(), comparison=COMPARISON)
