"""The modules and the supplement of the fixture."""

from __future__ import annotations

from typing import Any

from tests.rules.fixture_records import benefit, module, questions, situation


def section40() -> dict[str, Any]:
    days = {"option1": "s.days12", "option2": "s.days12", "option3": "s.days3"}
    test = {"contributed": {"months": "s.test.months", "of_last": "s.test.of"}}

    def of(name: str, pays: dict[str, Any], **more: Any) -> dict[str, Any]:
        return benefit(name, pays, scheme="section40", **more)

    return module(
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
        questions=questions("section40", 18),
        situations=[
            situation(
                "s.fall",
                {"hospital_days": 4, "rest_days": 10, "treatment": 4000, "other": 500, "hearts": 1},
                ["g.treatment", "s.inpatient", "s.rest"],
                tempting=[{"benefit": "n.pension", "why": "ยังไม่ถึงวัย"}],
                claim="section40.q0",
                **{"for": ["orchard"]},
            ),
            situation(
                "s.cough",
                {"hospital_days": 1, "rest_days": 3, "visits": 2, "treatment": 600, "other": 300},
                ["g.treatment", "s.inpatient", "s.rest", "s.visits"],
                claim="section40.q1",
                village=True,
            ),
            situation(
                "s.long",
                {"hospital_days": 20, "rest_days": 40, "hearts": 1, "other": 2000},
                ["s.inpatient", "s.rest"],
                claim="section40.q2",
            ),
            situation(
                "s.kids",
                {"children": 3, "months": 12, "other": 2400},
                ["s.children"],
                **{"for": ["homework", "market", "farmer"]},
            ),
            situation(
                "s.crash",
                {"death": True, "accident": True, "other": 15000, "hearts": 2},
                ["s.funeral"],
                claim="section40.q4",
            ),
            situation(
                "s.arm",
                {"disability": True, "lost_days": 30, "hearts": 1, "accident": True},
                ["s.disability"],
                **{"for": ["rider", "stage"]},
            ),
        ],
    )


def gold_card() -> dict[str, Any]:
    return module(
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
            benefit(
                "g.treatment",
                {"shape": "covers"},
                scheme="gold_card",
                needs={"registered": True},
            ),
            benefit("g.respect", {"shape": "access", "hearts": 2}),
        ],
        questions=questions("gold_card", 12),
        situations=[
            situation(
                "g.fever",
                {"treatment": 1500, "lost_days": 3},
                ["g.treatment"],
                claim="gold_card.q1",
            ),
            situation("g.called-out", {"treatment": 800, "hearts": 2}, ["g.respect"]),
        ],
    )


def nsf() -> dict[str, Any]:
    sizes = {"small": 600, "medium": 1800, "large": 3600}
    return module(
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
            benefit(
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
            benefit(
                "n.pension",
                {"shape": "access"},
                scheme="nsf",
                needs={"age": {"from": "s.old.age"}},
            ),
        ],
        questions=questions("nsf", 12),
        situations=[
            situation("n.save", {"other": 500}, ["n.match"]),
            situation("n.dream", {"lost_days": 5, "hearts": 1}, [], claim="nsf.q1"),
        ],
    )


def sogiesc() -> dict[str, Any]:
    return module(
        "sogiesc",
        benefits=[benefit("q.complaint", {"shape": "access"})],
        questions=questions("sogiesc", 12),
        situations=[
            situation("q.sign", {"lost_days": 4, "hearts": 1}, ["q.complaint"]),
            situation("q.hall", {"other": 900, "hearts": 2}, ["q.complaint"], claim="sogiesc.q2"),
            situation(
                "q.ward",
                {"hospital_days": 2, "treatment": 3000, "hearts": 1},
                ["q.complaint", "g.treatment", "s.inpatient"],
            ),
        ],
    )


def hormones() -> dict[str, Any]:
    return module(
        "hormones",
        benefits=[
            benefit("h.care", {"shape": "covers", "of": "medicine"}, scheme="gold_card"),
            benefit("h.test", {"shape": "covers", "of": "test"}),
        ],
        questions=questions("hormones", 12),
        situations=[
            situation("h.check", {"treatment": 1200, "other": 200}, ["h.care", "h.test"]),
            situation("h.night", {"treatment": 2500, "hearts": 1}, ["h.test"], claim="hormones.q0"),
        ],
    )


def allowances() -> dict[str, Any]:
    bands = [{"from_age": "a.age", "amount": "a.first"}]
    bands.append({"from_age": "a.age2", "amount": "a.second"})
    return {
        "id": "allowances",
        "title": "เบี้ย",
        "short": "เบี้ย",
        "icon": "house",
        "colour": "gold",
        "benefits": [benefit("a.old_age", {"shape": "monthly_by_age", "bands": bands})],
        "helplines": ["help"],
    }
