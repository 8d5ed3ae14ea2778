"""Which rights answer an event, who holds them, and what they pay."""

from __future__ import annotations

import dataclasses

from games.rules import Tables, Verdict
from games.rules.claims import Judgement, judge
from games.rules.tables import NOMINATION
from tests.rules.member import Member


def judged(
    tables: Tables, member: Member, situation: str, picks: tuple[str, ...], *, month: int = 6
) -> Judgement:
    row = tables.situations[situation]
    cards = (*row.helps, *row.tempting)
    return judge(tables, member, row, 4, month, cards, picks)


def line(result: Judgement, benefit: str) -> Verdict:
    return next(v for v in result.verdicts if v.benefit == benefit)


def test_a_right_pays_so_much_for_each_day(tables: Tables) -> None:
    member = Member(hold=("section40.option1",), paid=((1 << 48) - 1,))
    result = judged(tables, member, "s.fall", ("s.inpatient", "s.rest"))
    night = line(result, "s.inpatient")
    assert (night.each, night.times, night.baht) == (300, 4, 1200)
    assert night.outcome == "pays"
    assert "s.night" in night.facts
    assert result.waiting == (("s.inpatient", 1200), ("s.rest", 2000))


def test_rights_that_share_a_yearly_limit_use_it_up_in_order(tables: Tables) -> None:
    member = Member(hold=("section40.option1",), paid=((1 << 48) - 1,))
    result = judged(tables, member, "s.long", ("s.inpatient", "s.rest"))
    assert line(result, "s.inpatient").times == 20
    rest = line(result, "s.rest")
    assert (rest.times, rest.most, rest.baht) == (10, 30, 2000)
    wide = Member(hold=("section40.option3",), paid=((1 << 48) - 1,))
    assert line(judged(tables, wide, "s.long", ("s.rest",)), "s.rest").times == 40


def test_a_limit_used_up_says_so(tables: Tables) -> None:
    member = Member(hold=("section40.option1",), paid=((1 << 48) - 1,))
    row = tables.situations["s.long"]
    longer = dataclasses.replace(row, hospital_days=30)
    result = judge(tables, member, longer, 4, 6, row.helps, row.helps)
    assert line(result, "s.rest").outcome == "limit"
    assert line(result, "s.rest").baht == 0


def test_contributions_count_only_before_the_event(tables: Tables) -> None:
    this_year = ((1 << 12) - 1) << 36
    member = Member(hold=("section40.option1",), paid=(this_year,))
    early = line(judged(tables, member, "s.fall", ("s.rest",), month=3), "s.rest")
    assert early.outcome == "contributions"
    assert (early.have, early.need, early.window) == (2, 3, 4)
    assert not early.held
    later = line(judged(tables, member, "s.fall", ("s.rest",), month=4), "s.rest")
    assert later.outcome == "pays"


def test_what_is_held_but_not_picked_is_missed(tables: Tables) -> None:
    member = Member(hold=("gold_card", "section40.option1"), paid=((1 << 48) - 1,))
    result = judged(tables, member, "s.fall", ("s.inpatient",))
    assert line(result, "s.rest").missed
    assert result.missed == 2000 + 4000
    assert result.waiting == (("s.inpatient", 1200),)


def test_nothing_enrolled_is_shown_as_could_have_had(tables: Tables) -> None:
    verdict = line(judged(tables, Member(), "s.fall", ("s.rest",)), "s.rest")
    assert verdict.outcome == "not_held"
    assert verdict.applies
    assert not verdict.held
    assert (verdict.option, verdict.baht) == ("section40.option1", 2000)


def test_a_wrong_pick_costs_nothing(tables: Tables) -> None:
    result = judged(tables, Member(), "s.fall", ("n.pension",))
    verdict = line(result, "n.pension")
    assert verdict.outcome == "not_in_law"
    assert not verdict.applies
    assert result.waiting == ()


def test_an_option_without_the_right_is_told_from_having_none(tables: Tables) -> None:
    member = Member(hold=("section40.option1",), paid=((1 << 48) - 1,))
    assert line(judged(tables, member, "s.kids", ()), "s.children").outcome == "wrong_option"


def test_children_are_counted_up_to_the_most(tables: Tables) -> None:
    member = Member(hold=("section40.option3",), paid=((1 << 42) - 1,))
    verdict = line(judged(tables, member, "s.kids", ("s.children",)), "s.children")
    assert (verdict.each, verdict.times, verdict.baht) == (300, 24, 7200)


def test_the_accident_test_is_lighter_and_a_name_must_be_written(tables: Tables) -> None:
    one_month = 1 << 40
    member = Member(hold=("section40.option2",), paid=(one_month,))
    unnamed = line(judged(tables, member, "s.crash", ("s.funeral",)), "s.funeral")
    assert unnamed.outcome == "not_named"
    named = Member(hold=(NOMINATION, "section40.option2"), paid=(one_month,))
    paid = line(judged(tables, named, "s.crash", ("s.funeral",)), "s.funeral")
    assert paid.baht == 25000
    assert paid.facts[:3] == ("s.funeral12", "s.accident.months", "s.accident.of")
    assert "s.funeral.months" not in paid.facts


def test_a_monthly_right_pays_the_rest_of_the_year_and_goes_on(tables: Tables) -> None:
    member = Member(hold=("section40.option3",), paid=((1 << 48) - 1,))
    result = judged(tables, member, "s.arm", ("s.disability",), month=5)
    verdict = line(result, "s.disability")
    assert (verdict.each, verdict.times, verdict.monthly) == (1500, 7, True)
    assert result.standing == (("s.disability", 1500, -1),)


def test_treatment_is_covered_only_with_the_papers_the_right_asks(tables: Tables) -> None:
    bare = judged(tables, Member(), "s.fall", ("g.treatment",))
    assert line(bare, "g.treatment").outcome == "not_registered"
    assert bare.covered == 0
    registered = judged(tables, Member(hold=("gold_card",)), "s.fall", ("g.treatment",))
    assert registered.covered == 4000


def test_a_door_opened_mends_hearts_and_spares_the_cost(tables: Tables) -> None:
    result = judged(tables, Member(), "g.called-out", ("g.respect",))
    assert (result.hearts, result.covered) == (2, 800)
    assert line(result, "g.respect").outcome == "mends"


def test_the_state_share_comes_by_itself_and_is_never_missed(tables: Tables) -> None:
    member = Member(hold=("nsf.small",))
    verdict = line(judged(tables, member, "n.save", ()), "n.match")
    assert verdict.outcome == "automatic"
    assert not verdict.missed


def test_a_cost_that_an_unplayed_module_covers_is_not_charged(section40: Tables) -> None:
    assert section40.situations["s.fall"].treatment == 0
    assert section40.situations["s.fall"].helps == ("s.inpatient", "s.rest")
