"""The rules of the board game, pure: no screen, no clock reading, no files.

    tables = compile_tables(catalogue, modules=("section40", "nsf"))     # once
    state  = new_game(tables, Setup(households=4, minutes=45), seed=7)   # phase "ready"
    state, events = apply(tables, state, Begin())                        # IllegalMove if not
    for move in legal_moves(tables, state): ...                          # lazy, never empty

A game is a life in chapters, played by everybody at once: opening → village's event → every
household's turn (throw → one item) → rumour → village goal → market → close. `State`,
`Household` and events are NamedTuples, moves frozen dataclasses: plain data, as JSON too.
Seed, set-up and moves are the save (`Log`); luck is a pure function of the seed and the
moment, so that two lives can be compared. Answers come through one door, `AnswersIn`; a
`Ballot` collects them, and the state holds none that is not uncovered.
"""

from games.rules.analysis.debrief import debrief
from games.rules.analysis.fork import Decision, continue_branch, decisions, fork, other_reply
from games.rules.analysis.ledger import ledger
from games.rules.analysis.lives import ChapterLine, Life, TwoLives, two_lives
from games.rules.clock import LEADER_TAPS, Clock, best_chapters, chapters_for, labels
from games.rules.compile import compile_tables
from games.rules.legal import (
    MINUTES,
    MOST_HOUSEHOLDS,
    TALK,
    IllegalMove,
    invitations,
    legal_moves,
    legal_replies,
    why_not,
    why_not_reply,
)
from games.rules.log import (
    FirstEditionLog,
    Log,
    log_from_json,
    log_to_json,
    replay,
    setup_from_json,
    setup_to_json,
    start_log,
)
from games.rules.model.events import Event, Verdict, event_to_json
from games.rules.model.moves import (
    AnswersIn,
    AskMentor,
    Begin,
    GoToOldAge,
    Greet,
    Invite,
    Mend,
    Move,
    NextChapter,
    Reply,
    Throw,
    UseHint,
    move_from_json,
    move_to_json,
)
from games.rules.model.state import (
    EVERYBODY,
    Luck,
    Setup,
    State,
    state_from_json,
    state_hash,
    state_to_json,
)
from games.rules.model.tables import FUND, NOMINATION, Tables
from games.rules.phases.ages import age_of, chapter_ages, years_to_next
from games.rules.phases.answers import asks, open_ballot
from games.rules.phases.decks import dreams_offered
from games.rules.phases.market import Offer, dream_prices, offers, open_steps
from games.rules.phases.protection import Choice, affordable, protection
from games.rules.phases.village import coins_needed
from games.rules.play import apply, new_game, turn_order
