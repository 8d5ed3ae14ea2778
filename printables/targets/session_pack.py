"""The papers of one session: what so many households need for so many minutes, no more.

Modules' cards are pooled and drawn by a seed, so that the same seed prints the same pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from random import Random
from typing import Any, TypeVar

from engine.catalogue import Catalogue
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.loading.similar_names import closest_name
from engine.schema.module import Module
from engine.schema.situation import Situation
from printables.cards.household_cards import goal_card
from printables.cards.play_cards import event_card, rumour_card
from printables.cards.quiz_cards import quiz_card
from printables.pdf.geometry import LARGE, SMALL, CardSheet
from printables.pdf.imposition import describe, saved
from printables.print_target import PrintTarget
from printables.sheets.board import board_sheet
from printables.sheets.household_mat import drawn_mats
from printables.sheets.pack_cover import Paper, cover_sheet
from printables.sheets.rules_sheet import rules_sheet
from printables.sheets.tokens import tokens_sheet
from printables.targets.registry import TargetMaker

FEWEST_TEAMS, MOST_TEAMS = 2, 6
SHORTEST, LONGEST = 20, 180
"""Minutes of a session."""
FRAME, CHAPTER, TURN = 12.0, 2.8, 2.37
"""Minutes of set-up and debrief together, of a chapter, and of a household's turn in it: what
the game's clock comes to for today's texts; a test compares them."""
FEWEST_CHAPTERS, MOST_CHAPTERS = 2, 8
DREAMS_EACH = 3
GOALS = 3

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Session:
    """The session that a pack is for.

    Attributes:
        modules: ids, in the order given.
        teams: households; `minutes` with set-up and debrief.
    """

    modules: tuple[str, ...]
    teams: int
    minutes: int
    seed: int = 1

    @property
    def chapters(self) -> int:
        """Chapters that come nearest to the minutes."""
        return min(
            range(FEWEST_CHAPTERS, MOST_CHAPTERS + 1),
            key=lambda n: (abs(FRAME + n * self.chapter_minutes - self.minutes), n),
        )

    @property
    def chapter_minutes(self) -> float:
        """Minutes of a chapter."""
        return CHAPTER + TURN * self.teams


def session_targets(make: TargetMaker, session: Session) -> tuple[PrintTarget, ...]:
    """Return the files of a pack in the order of their sheets.

    Raises:
        RusitError: PACK01 unknown module, PACK02 too few or many households or minutes.
    """
    catalogue, words, chance = make.catalogue, make.words, Random(session.seed)
    modules = _modules(catalogue, session)
    drawn = _households(catalogue, session, chance)
    small = _small_cards(make, modules, session, chance)
    large = _events(make, modules, session, {work for work, _ in drawn}, chance)
    sheets = CardSheet(SMALL[make.options.size], make.options.butted).per_sheet
    papers = (
        Paper(words["board_a4"], 2, words["pack_board"]),
        Paper(words["house_mat"], session.teams, words["pack_mats"]),
        Paper(words["rules"], 1, words["pack_rules"]),
        Paper(words["pack_cards"], ceil(len(small) / sheets), words["pack_cut"]),
        Paper(
            words["pack_events"], ceil(len(large) / CardSheet(LARGE).per_sheet), words["pack_cut"]
        ),
        Paper(words["tokens"], 1, words["pack_tokens"]),
    )
    cover = cover_sheet(
        catalogue,
        words,
        modules=tuple(module.title for module in modules),
        teams=session.teams,
        minutes=session.minutes,
        chapters=session.chapters,
        chapter_minutes=session.chapter_minutes,
        papers=papers,
        seed=session.seed,
    )
    mats = drawn_mats(catalogue, words, session.chapters, drawn)
    board = board_sheet(catalogue, words, tiled=True)
    rules = rules_sheet(catalogue)
    tokens = tokens_sheet(catalogue, session.teams)
    parts = [
        make.sheet("pack/1-contents", "fixed", words["pack"], cover, "pack"),
        make.sheet("pack/2-board", "board", words["board_a4"], board, "board"),
        make.sheet("pack/3-household-mats", "fixed", words["house_mat"], mats, "mats"),
        make.sheet("pack/4-rules", "rules", words["rules"], rules, "rules"),
        make.deck("pack/5-cards", words["pack_cards"], small, "cards"),
        make.deck("pack/6-events", words["pack_events"], large, "events"),
        make.sheet("pack/7-tokens", "fixed", words["tokens"], tokens, "tokens"),
    ]
    return tuple(part for part in parts if part.content is not None)


def bind_pack(files: Sequence[bytes], contents: PrintTarget) -> bytes:
    """Return one PDF of the pack: contents and plan on the backs of the board's two sheets.

    Args:
        files: the PDFs of `session_targets`, in their order.
        contents: the target of the contents page, for what the file says about itself.
    """
    import pikepdf

    with pikepdf.new() as pack:
        opened = [pikepdf.open(BytesIO(file)) for file in files]
        cover, board, *rest = opened
        for pair in zip(cover.pages, board.pages, strict=True):
            pack.pages.extend(pair)
        for part in rest:
            pack.pages.extend(part.pages)
            if len(part.pages) % 2:
                pack.add_blank_page(page_size=(595.28, 841.89))
        describe(pack, contents)
        return saved(pack)


def _modules(catalogue: Catalogue, session: Session) -> tuple[Module, ...]:
    for name in session.modules:
        if name not in catalogue.module_by_id:
            close = closest_name(name, catalogue.module_by_id, cutoff=0.5)
            there = ", ".join(catalogue.module_by_id)
            raise RusitError(
                "PACK01",
                Message("there is no module {name!r}", name=name),
                hint=Message("did you mean {close}?", close=close)
                if close
                else Message("there are {there}", there=there),
            )
    if not FEWEST_TEAMS <= session.teams <= MOST_TEAMS:
        message = Message(
            "a game has {fewest_teams} to {most_teams} households, not {teams}",
            fewest_teams=FEWEST_TEAMS,
            most_teams=MOST_TEAMS,
            teams=session.teams,
        )
        raise RusitError("PACK02", message, hint="join small groups, or print two packs")
    if not SHORTEST <= session.minutes <= LONGEST:
        message = Message(
            "a session takes {shortest} to {longest} minutes, not {minutes}",
            shortest=SHORTEST,
            longest=LONGEST,
            minutes=session.minutes,
        )
        raise RusitError("PACK02", message, hint="45 minutes suit four households")
    return tuple(catalogue.module_by_id[name] for name in dict.fromkeys(session.modules))


def _households(
    catalogue: Catalogue, session: Session, chance: Random
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return an occupation and dreams to choose from for each household."""
    works = chance.sample([work.id for work in catalogue.occupations], session.teams)
    dreams = [dream.id for dream in catalogue.dreams]
    return tuple((work, tuple(chance.sample(dreams, DREAMS_EACH))) for work in works)


def _small_cards(
    make: TargetMaker, modules: Sequence[Module], session: Session, chance: Random
) -> tuple[Any, ...]:
    """Return questions, rumours and goals, as many as fill whole sheets."""
    catalogue, words = make.catalogue, make.words
    turns = session.teams * session.chapters
    rumours = _in_turn(
        [
            [m for m in module.myths if m.true is truth]
            for truth in (True, False)
            for module in modules
        ],
        session.chapters + ceil(turns * _share(catalogue, "rumour")),
        chance,
    )
    goals = catalogue.village.goals if catalogue.village else ()
    chosen = chance.sample(goals, min(GOALS, len(goals)))
    asked = ceil(turns * (_share(catalogue, "right") + _share(catalogue, "unit")))
    per_sheet = CardSheet(SMALL[make.options.size], make.options.butted).per_sheet
    total = ceil((asked + len(rumours) + len(chosen)) / per_sheet) * per_sheet
    piles = [list(module.questions) for module in modules]
    questions = _in_turn(piles, total - len(rumours) - len(chosen), chance)
    holder = {record.id: m for m in modules for record in (*m.questions, *m.myths)}
    return (
        *(quiz_card(catalogue, holder[q.id], q, words) for q in questions),
        *(rumour_card(catalogue, holder[m.id], m, words) for m in rumours),
        *(goal_card(catalogue, goal, words) for goal in chosen),
    )


def _events(
    make: TargetMaker,
    modules: Sequence[Module],
    session: Session,
    works: set[str],
    chance: Random,
) -> tuple[Any, ...]:
    """Return the village's events and others that can befall these occupations."""
    catalogue = make.catalogue
    holder = {situation.id: module for module in modules for situation in module.situations}
    possible = [
        [s for s in module.situations if not s.jobs or works.intersection(s.jobs)]
        for module in modules
    ]
    village: list[Situation] = _in_turn(
        [[s for s in pile if s.village] for pile in possible], session.chapters, chance
    )
    wanted = ceil(session.teams * session.chapters * _share(catalogue, "event"))
    per_sheet = CardSheet(LARGE).per_sheet
    own = _in_turn(
        [[s for s in pile if not s.village] for pile in possible],
        ceil((wanted + len(village)) / per_sheet) * per_sheet - len(village),
        chance,
    )
    return tuple(event_card(catalogue, holder[s.id], s, make.words) for s in (*village, *own))


def _share(catalogue: Catalogue, kind: str) -> float:
    """Return the part of the board's spaces that are of this kind."""
    spaces = catalogue.board.spaces if catalogue.board else ()
    return sum(s.kind == kind for s in spaces) / max(1, len(spaces))


def _in_turn(piles: Iterable[Sequence[Item]], count: int, chance: Random) -> list[Item]:
    """Return so many things, from one pile after the other, each pile shuffled."""
    shuffled = [chance.sample(list(pile), len(pile)) for pile in piles]
    found: list[Item] = []
    while len(found) < count and any(shuffled):
        for pile in shuffled:
            if pile and len(found) < count:
                found.append(pile.pop())
    return found
