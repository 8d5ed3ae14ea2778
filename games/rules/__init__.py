"""The rules of the board game, pure: no screen, no clock, no files.

    tables = compile_tables(catalogue, modules=("section40", "nsf"))   # once, ~ 50 ms
    state  = new_game(tables, Setup(teams=4, minutes=40), seed=7)      # phase "ready"
    state, events = apply(tables, state, Begin())                      # IllegalMove if not
    for move in legal_moves(tables, state): ...                        # lazy, never empty
    why_not(tables, state, move)          # None, or the IllegalMove that apply would raise

`State`, `TeamState` and events are NamedTuples, moves frozen dataclasses: immutable, plain
data, as JSON too (`state_to_json`, `move_to_json`, both ways; `event_to_json`).
**Seed, setup and the list of moves are the save file**: `Log(setup, seed, edition, modules,
moves)`, `replay(tables, log)`; `log.undone()` drops the last move, `fork(log, at, *moves)`
goes another way from any of them and `lived_on` carries that on as it was decided then. Luck
is a pure function of the seed and the moment (year, seat, purpose), never of what was chosen
before, so that the "what if" page replays the same years with other decisions.

Phases and the moves each accepts
---------------------------------
========== ==================================================================================
ready      `Begin`
protect    `Protect(hold)`: payday has just happened. `protection(tables, state)` lists every
           choice with cost, whether it is held, and why it is not allowed
throw      `Throw`
question   `Answer(response)` · `UseHint`            (space kind right)
event      `Pick(cards)` · `UseHint`                 (life event; six cards in `state.cards`)
claim      `Answer(response)` · `UseHint`            (decides payment now or next year)
rumour     `AnswerRumour(answers)`                   (one answer for each team, None silent)
unit       `Mend` · `AskMentor(scheme)` · `HelpJoin(team, option)` · `Greet`
community  `Contribute(gives)`                       (one for each team)
shortfall  `Borrow` · `GiveHeart` · `AskNeighbours`  (only when the purse is below zero)
over       none
========== ==================================================================================

A turn is protect → throw → the space → (shortfall). Closing the year, passing the turn and
the next team's payday happen within the same `apply` as the move before: the events tell
it, in order: … `YearClosed`, `TurnBegan`, `Payday`, … A community space where everything
has been brought already asks a question instead. Above `debt_most` nobody lends:
`WentWithout`. Who uses the gold card before registering a unit pays a day in town:
`RegisteredLate`. The welfare fund comes by itself: `FundPaid`. The claim question is the
situation's own, or another of its module when that was asked already.

`Setup.luck` "calm": seasons swing less, and a second die lets some events pass by; "storm":
they swing more, and on right spaces life may strike (`LuckTurned`). `Setup.together`: the
other teams can pay what one is short of, and `GameOver` ranks nobody.

Answers always speak of options as *written* (`Response`), never as shown; `state.shown` is
the order to show: options of choice and several, steps of order, right sides of match.

The end: `GameOver` carries scores; `what_if(tables, log)` the page of the three lives;
`debrief(tables, log)` questions most missed, answers by team, rights used and missed;
`ledger(tables, log)` every payment with its right, facts and sum.
"""

from games.rules.analysis.counterfactual import LifeLine, WhatIf, lives, what_if
from games.rules.analysis.debrief import Debrief, QuestionCount, TeamDebrief, debrief
from games.rules.analysis.fork import Decision, continue_branch, decisions, fork, moment
from games.rules.analysis.ledger import LedgerEntry, ledger
from games.rules.compile.compiler import amounts_of, compile_tables
from games.rules.compile.errors import Unplayable
from games.rules.events import Event, Verdict, event_to_json, purse_changes
from games.rules.game import (
    Log,
    apply,
    log_from_json,
    log_to_json,
    new_game,
    replay,
    replay_steps,
    rounds_for,
    setup_from_json,
    setup_to_json,
    start_log,
    years_of,
)
from games.rules.legal import IllegalMove, legal_moves, why_not
from games.rules.moves import (
    Answer,
    AnswerRumour,
    AskMentor,
    AskNeighbours,
    Begin,
    Borrow,
    Contribute,
    GiveHeart,
    Greet,
    HelpJoin,
    Mend,
    Move,
    Pick,
    Protect,
    Response,
    Throw,
    UseHint,
    move_from_json,
    move_to_json,
)
from games.rules.protection import ProtectionChoice, protection
from games.rules.state import (
    Luck,
    Phase,
    Setup,
    State,
    TeamState,
    state_from_json,
    state_hash,
    state_to_json,
)
from games.rules.tables import FUND, NOMINATION, Tables

__all__ = [
    "FUND",
    "NOMINATION",
    "Answer",
    "AnswerRumour",
    "AskMentor",
    "AskNeighbours",
    "Begin",
    "Borrow",
    "Contribute",
    "Debrief",
    "Decision",
    "Event",
    "GiveHeart",
    "Greet",
    "HelpJoin",
    "IllegalMove",
    "LedgerEntry",
    "LifeLine",
    "Log",
    "Luck",
    "Mend",
    "Move",
    "Phase",
    "Pick",
    "Protect",
    "ProtectionChoice",
    "QuestionCount",
    "Response",
    "Setup",
    "State",
    "Tables",
    "TeamDebrief",
    "TeamState",
    "Throw",
    "Unplayable",
    "UseHint",
    "Verdict",
    "WhatIf",
    "amounts_of",
    "apply",
    "compile_tables",
    "continue_branch",
    "debrief",
    "decisions",
    "event_to_json",
    "fork",
    "ledger",
    "legal_moves",
    "lives",
    "log_from_json",
    "log_to_json",
    "moment",
    "move_from_json",
    "move_to_json",
    "new_game",
    "protection",
    "purse_changes",
    "replay",
    "replay_steps",
    "rounds_for",
    "setup_from_json",
    "setup_to_json",
    "start_log",
    "state_from_json",
    "state_hash",
    "state_to_json",
    "what_if",
    "why_not",
    "years_of",
]
