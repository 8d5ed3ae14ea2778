"""A small catalogue for the rules' tests: five modules, every shape of right and question.

Its figures are invented for the tests, so that editing content never moves a golden game.
"""

from __future__ import annotations

from functools import cache

from engine.catalogue import Catalogue
from tests.rules.fixture_modules import allowances, gold_card, hormones, nsf, section40, sogiesc
from tests.rules.fixture_records import FACTS, fact

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
            "modules": [section40(), gold_card(), nsf(), sogiesc(), hormones()],
            "supplements": [allowances()],
            "facts": {name: fact(name) for name in FACTS},
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
