"""The ledger: under which right, option and facts each payment came."""

from __future__ import annotations

from games.rules import Setup, Tables, ledger
from games.simulation.bots import Bot, always
from tests.rules.recorded import bot_log


def test_a_monthly_payment_names_the_option_it_was_granted_by(tables: Tables) -> None:
    """Options 1 and 2 pay the same for a disability; the team held the second."""
    rows = tables.benefits["s.disability"].each
    assert rows["section40.option1"] == rows["section40.option2"]
    acts = [option.id for option in tables.options.values() if option.act]
    bots = [Bot(100, always(tuple(sorted(["section40.option2", *acts]))))] * 6
    log = bot_log(tables, Setup(6, 60), 0, bots)
    monthly = [line for line in ledger(tables, log) if line.kind == "monthly"]
    assert monthly
    assert {line.option for line in monthly} == {"section40.option2"}
    assert all("s.disability12" in line.facts for line in monthly)
