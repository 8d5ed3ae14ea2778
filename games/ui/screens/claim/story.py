"""A life event: a word of care, the story in pictures, and the right-cards asked for."""

from __future__ import annotations

from functools import partial

import pygame

from engine.schema.situation import Situation
from games.rules import Reply, UseHint
from games.ui.screens.claim.care import CareScene
from games.ui.screens.claim.harm import draw_facts, draw_tiles, harm_facts, tiles_height
from games.ui.screens.claim.pick_grid import PickGrid, PickRow
from games.ui.screens.claim.right_card import draw_card
from games.ui.screens.common.arrange import cut_top, foot, grid, put, with_legend
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.waiting import uncover_button
from games.ui.screens.question.counting import Counting
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Flow, Gap, Row, Say, Tight
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import DONE, INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button

MANY = 4
"""More households than these leave little room in portrait."""
MOST = 3
"""Right-cards that a household may ask for."""


def story_scene(game: GameScreens) -> Scene:
    """Return the scene of the life event on the table; a word of care before a hard story."""
    situation = game.catalogue.situations[game.state.situation]
    story = StoryScene(game, situation)
    if situation.care is not None and not story.picking:
        return CareScene(game, situation.care, story)
    return story


class StoryScene(BallotScene):
    """The story, then the six cards; picks are secret until all households have chosen.

    Attributes:
        picking: the cards are on the page; False: the story.
        hand: hidden answers: what the household on the page has picked and not yet given.
    """

    kind = "event"

    def __init__(self, game: GameScreens, situation: Situation) -> None:
        super().__init__(game)
        self.situation = situation
        self.picking = bool(game.state.hinted)
        self.hand: tuple[str, ...] = ()
        self.counting = Counting(calm=game.settings.calm)
        self.facts = harm_facts(game, situation)

    # --- acts -----------------------------------------------------------------------------

    def lay_cards(self) -> None:
        """Go from the story to the cards."""
        self.picking = True
        self.settle()

    def most(self, seat: int) -> int:
        """Return how many cards the household may name."""
        return self.ballot.asked[seat].most

    def tap(self, seat: int, card: str) -> None:
        """Take a card for the household, or take it back; the last of too many is changed."""
        if self.ballot.asked[seat].kind == "card":
            self.give(seat, None if self.reply(seat) == card else card)
            return
        chosen = _toggled(_picks(self.reply(seat)), card)
        if len(chosen) <= MOST:
            self.give(seat, chosen or None)

    def nothing(self, seat: int) -> None:
        """Let the household ask for nothing, or back nobody; tapped again it has to choose."""
        if self.ballot.asked[seat].kind == "card":
            if seat in self.ballot.silent:
                self.give(seat, None)
            else:
                self.ballot = self.ballot.given(seat, None)
        elif self.reply(seat) == ():
            self.give(seat, None)
        else:
            self.give(seat, ())

    def tap_hidden(self, seat: int, card: str) -> None:
        """Take a card into the hand of the household that holds the device."""
        if self.most(seat) == 1:
            self.hand = () if self.hand == (card,) else (card,)
        else:
            chosen = _toggled(self.hand, card)
            self.hand = chosen if len(chosen) <= MOST else self.hand

    def give_hidden(self, seat: int) -> None:
        """Give what is in the hand, and pass the device on."""
        if self.ballot.asked[seat].kind == "card":
            reply: Reply = self.hand[0] if self.hand else None
            self.ballot = self.ballot.given(seat, reply)
        else:
            self.give(seat, self.hand)
        self.hand = ()
        self.settle()

    def tick(self, elapsed: int) -> bool:
        if self.counting.tick(elapsed):
            self.game.scenes.hear("count")
            return True
        return False

    # --- pages ----------------------------------------------------------------------------

    def build(self, page: Page) -> None:
        with_legend(page, lambda: self._draw(page))

    def _draw(self, page: Page) -> None:
        page.ground(PAIRS["lotus"].tint)
        if not self.picking:
            self._story(page)
        elif self.game.settings.hidden and self.ballot.waiting:
            self._hidden(page, self.ballot.waiting[0])
        else:
            self._cards(page)

    def _whose(self) -> Block:
        """Return whose story it is."""
        words = self.words
        if self.everybody:
            faces: list[Block] = [
                FaceDisc(look_of(self.game, seat), 1.4, badge=False) for seat in self.game.seats
            ]
            said = Say(words("story.all"), "body", "title")
            shown = len(faces) <= 4 and self.game.scenes.scale.wide
            return Tight(said, *faces, align="left", gaps=0.4) if shown else said
        name = self.game.household_name(self.seat)
        look = look_of(self.game, self.seat)
        said = Say(words("story.turn", household=name), "body", "title", look.colours.dark)
        return Row(FaceDisc(look, 1.9), said, shares=[0, 1])

    def _story(self, page: Page) -> None:
        gap = page.scale.gap
        button = Button("cards", self.lay_cards, self.words("story.cards"), look="primary")
        body = foot(page, button, self._whose())
        body = self._name(page, body)
        month = ("sun-behind-cloud", self.words("harm.month", count=self.game.state.month))
        facts = (month, *self.facts)
        tall = tiles_height(page, len(facts))
        upper, lower = cut_top(body, body.height - tall - gap, gap)
        page.box(upper, WHITE)
        inner = upper.inflate(-2 * gap, -gap)
        if page.scale.wide:
            side = min(inner.height * 8 // 10, inner.width // 5)
            spot = pygame.Rect(inner.x, inner.centery - side // 2, side, side)
        else:
            side = min(inner.height // 4, inner.width // 2)
            spot = pygame.Rect(inner.centerx - side // 2, inner.y + gap, side, side)
        page.surface.blit(paint.disc(side // 2, PAIRS["lotus"].tint), spot)
        page.icon(self.situation.icon, spot.inflate(-side * 35 // 100, -side * 35 // 100))
        if page.scale.wide:
            left = spot.right + 2 * gap
            text = pygame.Rect(left, inner.y, inner.right - left, inner.height)
        else:
            text = pygame.Rect(inner.x, spot.bottom, inner.width, inner.bottom - spot.bottom)
        story = self.situation.story
        large, small = Say(story, "title", "read", INK), Say(story, "lead", "read", INK)
        fits = large.height(page, text.width, 0.0) <= text.height
        put(page, large if fits else small, text)
        draw_tiles(page, facts, lower)

    def _name(self, page: Page, body: pygame.Rect) -> pygame.Rect:
        """Draw the title; return what is left of the body."""
        head = self.title_head(self.situation.title, PAIRS["lotus"].dark, self.situation.icon)
        tall = page.scale.touch
        if not page.scale.wide:
            tall = max(tall, head.height(page, body.width, 0.0))
        top, body = cut_top(body, tall, page.scale.gap // 2)
        put(page, head, top)
        return body

    def _head(self, page: Page, body: pygame.Rect) -> pygame.Rect:
        """Draw title and harm in two lines; return what is left of the body."""
        body = self._name(page, body)
        crowded = not page.scale.wide and len(self.game.seats) > MANY
        if page.scale.large or crowded:
            return body
        strip, body = cut_top(body, round(page.scale.size("body").floor * 1.4), page.scale.gap // 2)
        draw_facts(page, self.facts, strip)
        return body

    def _places(self, page: Page, box: pygame.Rect) -> list[pygame.Rect]:
        many = len(self.game.seats) > 4 and not self.game.settings.hidden
        across = 3 if page.scale.wide or (box.height < box.width and not many) else 2
        return grid(box, len(self.game.state.cards), across, page.scale.gap // 2)

    def _cards(self, page: Page) -> None:
        game, gap = self.game, page.scale.gap
        body = self._head(page, foot(page, uncover_button(self), self._sides()))
        if page.scale.wide:
            wide = body.width * 575 // 1000
            left = pygame.Rect(body.x, body.y, wide, body.height)
            right = pygame.Rect(left.right + gap, body.y, body.width - wide - gap, body.height)
        else:
            left, right = cut_top(
                body, body.height * (45 if len(game.seats) > MANY else 47) // 100, gap
            )
        for number, (card, box) in enumerate(
            zip(game.state.cards, self._places(page, left), strict=True), 1
        ):
            draw_card(page, game, card, number, box)
            if number - 1 in game.state.hinted:
                _bulb(page, box)
        rows = [
            PickRow(
                seat,
                look_of(game, seat),
                frozenset(_picks(self.reply(seat))),
                self.most(seat),
                now=seat == self.seat,
                nothing=self.reply(seat) == () or seat in self.ballot.silent,
            )
            for seat in game.seats
        ]
        shown = None if not game.settings.hidden else self.words("story.give")
        PickGrid(
            rows, game.state.cards, self.tap, self.nothing, self.words("story.nothing"), shown
        ).draw(page, right)

    def _hidden(self, page: Page, seat: int) -> None:
        """Draw the cards large for the household that holds the device."""
        game, words = self.game, self.words
        look = look_of(game, seat)
        page.ground(look.colours.tint)
        name = game.household_name(seat)
        backs = self.ballot.asked[seat].kind == "card"
        ask = words("story.pick.back" if backs else "story.pick.hidden", household=name)
        label = words("story.give") if self.hand else words("story.nothing")
        give = partial(self.give_hidden, seat)
        left = Row(FaceDisc(look, 2), Say(ask, "body", "title", look.colours.dark), shares=[0, 1])
        body = self._head(page, foot(page, Button("give", give, label, look="primary"), left))
        for number, (card, box) in enumerate(
            zip(game.state.cards, self._places(page, body), strict=True), 1
        ):
            on = card in self.hand
            draw_card(page, game, card, number, box, chosen=on)
            if on:
                side = page.scale.gap * 2
                mark = pygame.Rect(box.right - side - 4, box.y + 4, side, side)
                page.box(mark, DONE, radius=side // 4)
                paint.tick(page.surface, mark, WHITE)
            act = partial(self.tap_hidden, seat, card)
            key = pygame.K_0 + number
            page.target(Target(box, act, f"card-{number}", key=key))

    def _sides(self) -> Block:
        """Return what stands beside the way on: the count for paddles, the mentor."""
        parts: list[Block] = []
        if not self.game.settings.hidden:
            parts.append(self.counting.button(self.words("grid.count")))
        fresh = all(reply is None for reply in self.ballot.replies)
        hint = self.making(UseHint()) if fresh else None
        if hint is not None:
            parts.append(Button("hint", hint, self.words("story.hint"), "light-bulb", "chip"))
        return Flow(*parts) if parts else Gap(0)


def _picks(reply: Reply) -> tuple[str, ...]:
    """Return the cards of a reply, one or several."""
    if isinstance(reply, str):
        return (reply,)
    return tuple(str(card) for card in reply) if isinstance(reply, tuple) else ()


def _toggled(chosen: tuple[str, ...], card: str) -> tuple[str, ...]:
    return tuple(c for c in chosen if c != card) if card in chosen else (*chosen, card)


def _bulb(page: Page, box: pygame.Rect) -> None:
    """Mark a card that the mentor named."""
    side = page.scale.gap * 3
    spot = pygame.Rect(box.right - side - 4, box.y + 4, side, side)
    page.icon("light-bulb", spot)
