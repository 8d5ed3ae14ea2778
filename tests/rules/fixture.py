"""A small catalogue for the rules' tests: five modules, every shape of right and question.

Its figures are invented for the tests, so that editing content never moves a golden game.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from engine.catalogue import Catalogue

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

TUNING = {
    "life_start_money": 3000,
    "life_first_age": 22,
    "life_last_age": 60,
    "life_work_days": 360,
    "life_debt_grows": 40,
    "life_debt_most": 9000,
    "life_weary": 3,
    "life_early_hearts": 1,
    "life_trip": 200,
    "life_treatment_most": 3000,
    "life_disagree_stars": 2,
    "life_mentor_hints": 2,
    "life_mend_hearts": 1,
    "life_help_stars": 1,
    "life_years_hearts": 1,
    "life_coin": 100,
    "life_most_coins": 3,
    "life_fund_year": 365,
    "life_fund_night": 100,
    "life_fund_nights": 10,
    "life_fund_storm": 300,
    "life_pension_months": 240,
    "life_piece": 200,
    "life_price_chapters": 4,
    "life_price_round": 50,
    "life_calm_swing": 50,
    "life_storm_swing": 150,
    "life_first_month": 7,
    "life_syllables": 150,
    "life_set_up": 180,
    "life_debrief": 480,
    "life_opening_first": 60,
    "life_opening": 20,
    "life_opening_each": 8,
    "life_throw": 8,
    "life_answer": 2,
    "life_card": 2,
    "life_result": 5,
    "life_close": 5,
    "life_market": 10,
    "life_unit": 20,
    "life_goal": 15,
}

JOBS = ("hairdresser", "orchard", "market", "massage", "rider", "stage", "homework", "farmer")
GOALS = {"claim_help": None, "mend": 1, "cheaper_care": 50, "more_stars": 1, "storm": 50}
EARNED = (
    *("dream_reached", "helped_most", "never_in_vain", "rumour_judge", "most_stars"),
    *("gave_most", "judged_others", "no_debt", "came_back", "always_protected"),
    *("largest_basket", "most_hearts", "neighbour"),
)
KINDS = (
    *("event", "right", "event", "rumour", "right", "community", "event"),
    *("event", "right", "event", "rumour", "right"),
    *("event", "right", "community", "event", "right", "event", "rumour"),
    *("event", "right", "event", "community", "right"),
)


def _fact(name: str) -> dict[str, Any]:
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


def _questions(module: str, count: int) -> list[dict[str, Any]]:
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


def _situation(name: str, harm: dict[str, Any], helps: list[str], **more: Any) -> dict[str, Any]:
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


def _module(name: str, **more: Any) -> dict[str, Any]:
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


def _benefit(name: str, pays: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "title": name,
        "short": name,
        "icon": "umbrella",
        "when": "ใช้เมื่อ",
        "pays": pays,
        **more,
    }


def _section40() -> dict[str, Any]:
    days = {"option1": "s.days12", "option2": "s.days12", "option3": "s.days3"}
    test = {"contributed": {"months": "s.test.months", "of_last": "s.test.of"}}

    def of(name: str, pays: dict[str, Any], **more: Any) -> dict[str, Any]:
        return _benefit(name, pays, scheme="section40", **more)

    return _module(
        "section40",
        schemes=[
            {
                "id": "section40",
                "title": "ม.40",
                "short": "ม.40",
                "icon": "umbrella",
                "join": {"age": {"from": "s.join.from", "to": "s.join.to"}, "at": ["sso-office"]},
                "options": [
                    {"id": f"option{i}", "title": f"{i}", "short": f"{i}", "pays_in": f"s.pay{i}"}
                    for i in (1, 2, 3)
                ],
            }
        ],
        benefits=[
            of(
                "s.inpatient",
                {
                    "shape": "per_unit",
                    "unit": "hospital_day",
                    "amount": "s.night",
                    "at_most": days,
                    "limit_group": "sick",
                },
                needs=test,
            ),
            of(
                "s.rest",
                {
                    "shape": "per_unit",
                    "unit": "rest_day",
                    "amount": "s.rest",
                    "at_most": days,
                    "limit_group": "sick",
                },
                needs=test,
            ),
            of(
                "s.visits",
                {"shape": "per_unit", "unit": "visit", "amount": "s.visit", "at_most": "s.visits"},
                needs=test,
            ),
            of(
                "s.children",
                {
                    "shape": "per_unit",
                    "unit": "child_month",
                    "amount": "s.child",
                    "at_most_children": "s.child.most",
                },
                options=["option3"],
                needs={"contributed": {"months": "s.child.months", "of_last": "s.child.of"}},
            ),
            of(
                "s.disability",
                {
                    "shape": "monthly",
                    "amount": {
                        "option1": "s.disability12",
                        "option2": "s.disability12",
                        "option3": "s.disability3",
                    },
                },
            ),
            of(
                "s.funeral",
                {
                    "shape": "lump_sum",
                    "amount": {
                        "option1": "s.funeral12",
                        "option2": "s.funeral12",
                        "option3": "s.funeral3",
                    },
                },
                needs={
                    "contributed": {"months": "s.funeral.months", "of_last": "s.funeral.of"},
                    "accident": {"months": "s.accident.months", "of_last": "s.accident.of"},
                    "named": True,
                },
            ),
            of(
                "s.oldage",
                {
                    "shape": "per_unit",
                    "unit": "paid_month",
                    "amount": {"option2": "s.old2", "option3": "s.old3"},
                },
                options=["option2", "option3"],
                needs={"age": {"from": "s.old.age"}},
            ),
        ],
        questions=_questions("section40", 18),
        situations=[
            _situation(
                "s.fall",
                {"hospital_days": 4, "rest_days": 10, "treatment": 4000, "other": 500, "hearts": 1},
                ["g.treatment", "s.inpatient", "s.rest"],
                tempting=[{"benefit": "n.pension", "why": "ยังไม่ถึงวัย"}],
                claim="section40.q0",
                **{"for": ["orchard"]},
            ),
            _situation(
                "s.cough",
                {"hospital_days": 1, "rest_days": 3, "visits": 2, "treatment": 600, "other": 300},
                ["g.treatment", "s.inpatient", "s.rest", "s.visits"],
                claim="section40.q1",
                village=True,
            ),
            _situation(
                "s.long",
                {"hospital_days": 20, "rest_days": 40, "hearts": 1, "other": 2000},
                ["s.inpatient", "s.rest"],
                claim="section40.q2",
            ),
            _situation(
                "s.kids",
                {"children": 3, "months": 12, "other": 2400},
                ["s.children"],
                **{"for": ["homework", "market", "farmer"]},
            ),
            _situation(
                "s.crash",
                {"death": True, "accident": True, "other": 15000, "hearts": 2},
                ["s.funeral"],
                claim="section40.q4",
            ),
            _situation(
                "s.arm",
                {"disability": True, "lost_days": 30, "hearts": 1, "accident": True},
                ["s.disability"],
                **{"for": ["rider", "stage"]},
            ),
        ],
    )


def _gold_card() -> dict[str, Any]:
    return _module(
        "gold_card",
        schemes=[
            {
                "id": "gold_card",
                "title": "บัตรทอง",
                "short": "บัตรทอง",
                "icon": "hospital",
                "automatic": True,
                "register_at": "health-station",
            }
        ],
        benefits=[
            _benefit(
                "g.treatment",
                {"shape": "covers"},
                scheme="gold_card",
                needs={"registered": True},
            ),
            _benefit("g.respect", {"shape": "access", "hearts": 2}),
        ],
        questions=_questions("gold_card", 12),
        situations=[
            _situation(
                "g.fever",
                {"treatment": 1500, "lost_days": 3},
                ["g.treatment"],
                claim="gold_card.q1",
            ),
            _situation("g.called-out", {"treatment": 800, "hearts": 2}, ["g.respect"]),
        ],
    )


def _nsf() -> dict[str, Any]:
    sizes = {"small": 600, "medium": 1800, "large": 3600}
    return _module(
        "nsf",
        schemes=[
            {
                "id": "nsf",
                "title": "กอช.",
                "short": "กอช.",
                "icon": "seedling",
                "join": {
                    "age": {"from": "n.join.from", "to": "n.join.to"},
                    "excludes": ["section40.option2", "section40.option3", "section33"],
                    "because": "ทางเลือก 2 และ 3 ถือคู่กับ กอช. ไม่ได้",
                },
                "options": [
                    {"id": size, "title": size, "short": size, "saves": baht}
                    for size, baht in sizes.items()
                ],
            }
        ],
        benefits=[
            _benefit(
                "n.match",
                {
                    "shape": "match",
                    "bands": [
                        {"to_age": "n.young", "percent": "n.rate1"},
                        {"to_age": "n.middle", "percent": "n.rate2"},
                        {"to_age": "n.join.to", "percent": "n.rate3"},
                    ],
                    "at_most": "n.most",
                },
                scheme="nsf",
            ),
            _benefit(
                "n.pension",
                {"shape": "access"},
                scheme="nsf",
                needs={"age": {"from": "s.old.age"}},
            ),
        ],
        questions=_questions("nsf", 12),
        situations=[
            _situation("n.save", {"other": 500}, ["n.match"]),
            _situation("n.dream", {"lost_days": 5, "hearts": 1}, [], claim="nsf.q1"),
        ],
    )


def _sogiesc() -> dict[str, Any]:
    return _module(
        "sogiesc",
        benefits=[_benefit("q.complaint", {"shape": "access"})],
        questions=_questions("sogiesc", 12),
        situations=[
            _situation("q.sign", {"lost_days": 4, "hearts": 1}, ["q.complaint"]),
            _situation("q.hall", {"other": 900, "hearts": 2}, ["q.complaint"], claim="sogiesc.q2"),
            _situation(
                "q.ward",
                {"hospital_days": 2, "treatment": 3000, "hearts": 1},
                ["q.complaint", "g.treatment", "s.inpatient"],
            ),
        ],
    )


def _hormones() -> dict[str, Any]:
    return _module(
        "hormones",
        benefits=[
            _benefit("h.care", {"shape": "covers", "of": "medicine"}, scheme="gold_card"),
            _benefit("h.test", {"shape": "covers", "of": "test"}),
        ],
        questions=_questions("hormones", 12),
        situations=[
            _situation("h.check", {"treatment": 1200, "other": 200}, ["h.care", "h.test"]),
            _situation(
                "h.night", {"treatment": 2500, "hearts": 1}, ["h.test"], claim="hormones.q0"
            ),
        ],
    )


def _allowances() -> dict[str, Any]:
    bands = [{"from_age": "a.age", "amount": "a.first"}]
    bands.append({"from_age": "a.age2", "amount": "a.second"})
    return {
        "id": "allowances",
        "title": "เบี้ย",
        "short": "เบี้ย",
        "icon": "house",
        "colour": "gold",
        "benefits": [_benefit("a.old_age", {"shape": "monthly_by_age", "bands": bands})],
        "helplines": ["help"],
    }


@cache
def fixture_catalogue() -> Catalogue:
    """The catalogue; built once."""
    spaces = []
    kinds = list(KINDS)
    for i in range(28):
        corner = i in (0, 8, 14, 22)
        kind = "unit" if corner else kinds.pop(0)
        space = {"id": f"space{i}", "title": f"ช่อง {i}", "kind": kind, "icon": "house"}
        if i == 3:
            space["place"] = "market"
        module = {2: "section40", 5: "gold_card", 10: "nsf"}.get(i)
        spaces.append({**space, "module": module} if module and kind == "right" else space)
    return Catalogue.model_validate(
        {
            "as_of": "2026-11-20",
            "edition": "fixture",
            "modules": [_section40(), _gold_card(), _nsf(), _sogiesc(), _hormones()],
            "supplements": [_allowances()],
            "facts": {name: _fact(name) for name in FACTS},
            "sources": {},
            "helplines": {},
            "places": {},
            "papers": {},
            "occupations": [
                {
                    "id": job,
                    "title": job,
                    "icon": "house",
                    "income": 72000 + 1000 * i,
                    "swing": 8 + i % 3,
                    "living": 66400 + 1000 * i,
                    "risk": "เสี่ยง",
                    "source": "ทดสอบ",
                }
                for i, job in enumerate(JOBS)
            ],
            "board": {"spaces": spaces},
            "teams": [
                {"id": f"team{i}", "title": f"ทีม {i}", "icon": "star", "colour": "gold"}
                for i in range(6)
            ],
            "dreams": [
                {
                    "id": f"dream.{i}",
                    "title": f"ฝัน {i}",
                    "icon": "house",
                    "why": "ทดสอบ",
                    "steps": [
                        {"price": price, "text": "ได้แล้ว"} for price in (2000, 3000 + 100 * i, 5000)
                    ],
                }
                for i in range(10)
            ],
            "tools": [
                {
                    "id": f"tool.{job}",
                    "title": job,
                    "icon": "house",
                    "occupation": job,
                    "price": 2000,
                    "yearly": 900,
                    "text": "งานไวขึ้น",
                    "why": "ทดสอบ",
                }
                for job in JOBS
            ],
            "village": {
                "goals": [
                    {
                        "id": f"goal.{effect}",
                        "title": effect,
                        "icon": "memo",
                        "coins": [2, 4, 6, 8, 10, 12],
                        "effect": effect,
                        "figure": figure,
                        "text": effect,
                        "why": "ทดสอบ",
                    }
                    for effect, figure in GOALS.items()
                ],
                "storm": {
                    "title": "พายุ",
                    "icon": "house",
                    "steps": 5,
                    "lost_days": 10,
                    "repair": 2000,
                    "hearts": 1,
                    "text": "พายุ",
                    "why": "ทดสอบ",
                },
            },
            "titles": [
                {"id": f"title.{i}", "title": f"{i}", "icon": "star", "earned_by": e, "text": "ดี"}
                for i, e in enumerate(EARNED)
            ],
            "tuning": {
                name: {"id": name, "value": value, "why": "ทดสอบ"} for name, value in TUNING.items()
            },
        }
    )
