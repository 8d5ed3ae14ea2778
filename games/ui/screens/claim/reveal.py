"""The reveal: the right-cards are opened one by one, then what the event comes to."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.rules import Verdict
from games.rules.model.events import Backed, Revealed
from games.ui.screens.claim.card_panels import JudgedCard, draw_card_panels
from games.ui.screens.claim.card_row import LaidCard, draw_card_row, draw_open_card
from games.ui.screens.claim.harm import draw_facts, harm_facts
from games.ui.screens.claim.panels import draw_panel
from games.ui.screens.claim.right_card import card_pair
from games.ui.screens.claim.sums import draw_sums, entries
from games.ui.screens.claim.verdicts import Outcome, outcome
from games.ui.screens.common.arrange import (
    corner,
    cut_top,
    foot,
    grid,
    line,
    put,
    rows,
    seats_across,
    with_legend,
)
from games.ui.screens.common.household import FaceDisc, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.common.stamps import StampKind, draw_stamp, stamp_picture
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Gap, Picture, Row, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.motion import Flight, Motion, draw_flights, draw_popping
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import CREAM, DIM, INK, WHITE, Scale
from games.ui.toolkit.widgets import Button

NIGHT = (32, 62, 88)
HILL = (39, 76, 98)
MANY = 4
"""More households than these stand in two rows."""
LAW_AT, HELD_AT, COINS_AT = 0, 300, 560
"""Milliseconds at which the stamps of law and of households fall, and coins fly."""


class RevealScene(GameScene):
    """Card by card: in law, held, paid; then the sums, and the lesson.

    Attributes:
        groups: cards opened together, by place: each that is in law or was asked for alone,
            those that were only backed at the end; what nobody named stays closed. All at once
            where the event befell a `single` household.
        opened: how many groups are open; beyond the last: the sums.
    """

    kind = "reveal"

    def __init__(self, game: GameScreens, revealed: tuple[Revealed, ...]) -> None:
        super().__init__(game)
        self.revealed = revealed
        self.cards = tuple(verdict.benefit for verdict in revealed[0].verdicts)
        self.situation = game.catalogue.situations[revealed[0].situation]
        self.backed = tuple(e for e in game.events if isinstance(e, Backed))
        told = [n for n in range(len(self.cards)) if self._applies(n) or self._asked(n)]
        rest = tuple(n for n in range(len(self.cards)) if n not in told and self._raised(n))
        alone: tuple[tuple[int, ...], ...] = tuple((n,) for n in told)
        self.groups = (*alone, rest) if rest or not told else alone
        # What befell one household is told at one look: its turn is one of many.
        self.single = len(revealed) == 1
        if self.single:
            self.kind = "reveal-cards"
            self.groups = (tuple(sorted((*told, *rest))),)
        self.opened = 1
        self._pops: list[tuple[pygame.Surface, tuple[int, int], int]] = []
        self._flights: list[Flight] = []
        self.motion = self._motion()

    def _motion(self) -> Motion:
        paid = any(self._outcome(r, n).coins for r in self.revealed for n in self._group())
        lasting = COINS_AT + 600 if paid else HELD_AT + 380
        return Motion(lasting, calm=self.game.settings.calm)

    def _group(self) -> tuple[int, ...]:
        return self.groups[self.opened - 1]

    def _verdict(self, revealed: Revealed, place: int) -> Verdict:
        return revealed.verdicts[place]

    def _outcome(self, revealed: Revealed, place: int) -> Outcome:
        return outcome(self.game, revealed, self._verdict(revealed, place))

    def _applies(self, place: int) -> bool:
        return any(revealed.verdicts[place].applies for revealed in self.revealed)

    def _asked(self, place: int) -> bool:
        """Return True if a household that the event befell asked for the card."""
        return any(revealed.verdicts[place].picked for revealed in self.revealed)

    def _raised(self, place: int) -> tuple[int, ...]:
        """Return the seats that named the card, for themselves or as backers."""
        own = [r.seat for r in self.revealed if r.verdicts[place].picked]
        backers = [b.seat for b in self.backed if b.card == self.cards[place]]
        return tuple(own + backers)

    @property
    def summing(self) -> bool:
        """True when all cards are open and the sums are shown."""
        return self.opened > len(self.groups)

    @property
    def _to_counter(self) -> bool:
        """True on the last card when the money is decided at the counter: sums come then."""
        return self.opened == len(self.groups) and any(one.waits for one in self.revealed)

    def go_on(self) -> None:
        """Skip the motion; else open the next card, show the sums, or leave."""
        if self.motion.moving:
            self.motion.skip()
            return
        if self.summing or self._to_counter:
            self.game.next()
            return
        self.opened += 1
        self.settle()
        if self.opened <= len(self.groups):
            self.motion = self._motion()
            self.game.scenes.hear("stamp")
        elif any(revealed.hearts_lost for revealed in self.revealed):
            self.game.scenes.hear("crack")

    # --- motion ---------------------------------------------------------------------------

    def tick(self, elapsed: int) -> bool:
        before = self.motion.elapsed
        ended = self.motion.tick(elapsed)
        if self._flights and before < COINS_AT <= self.motion.elapsed:
            self.game.scenes.hear("coin")
        return ended

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.motion.moving:
            return False
        for picture, centre, start in self._pops:
            share = self.motion.share(start, 320)
            if share > 0:
                draw_popping(surface, picture, centre, share)
        draw_flights(surface, self._flights, self.motion.elapsed)
        return True

    # --- pages ----------------------------------------------------------------------------

    def build(self, page: Page) -> None:
        with_legend(page, lambda: self._draw(page))

    def _draw(self, page: Page) -> None:
        page.ground()
        self._pops, self._flights = [], []
        if self.summing:
            draw_sums(page, self.game, self.revealed, self.situation, self.backed, self.go_on)
            return
        gap = page.scale.gap
        body = foot(page, self._button(), self._note())
        band = round(page.scale.touch * 3.1)
        self._band(page, pygame.Rect(0, 0, page.rect.width, band))
        top, body = cut_top(body, page.scale.touch, 0)
        title = Say(self.situation.title, "lead", "title", WHITE)
        self._title(page, top, title)
        # Large type and many households: their outcomes need the room of the harm told before.
        if not (page.scale.large and len(self.revealed) > MANY):
            strip, body = cut_top(body, round(page.scale.size("body").floor * 1.4), gap // 2)
            draw_facts(page, harm_facts(self.game, self.situation), strip, WHITE)
        group = self._group()
        if self.single:
            self._judged(page, body, group)
            return
        wide = page.scale.wide
        tall = round(page.scale.touch * (2.35 if wide else 1.6))
        cards, body = cut_top(body, tall, round(gap * 1.6))
        alone = group[0] if len(group) == 1 else -1
        laid = self._laid()
        starts, stamp = draw_card_row(page, self.game, laid, cards, alone + 1 if wide else 0)
        if alone >= 0 and not wide:
            strip, body = cut_top(body, tall, round(gap * 1.8))
            stamp = draw_open_card(page, self.game, laid[alone], strip)
        if stamp is not None:
            self._law(page, alone, stamp)
        if alone >= 0 and (self._applies(alone) or self._raised(alone)):
            self._panels(page, body, alone, starts[alone + 1])
        else:
            self._rest(page, body, group)

    def _title(self, page: Page, box: pygame.Rect, title: Say) -> None:
        room = corner(page, self.gear(), box)
        if self.single:
            face = FaceDisc(look_of(self.game, self.revealed[0].seat), 1.6)
            put(page, Row(face, title, shares=[0, 1], gaps=0.6), room)
        else:
            put(page, title, room)

    def _band(self, page: Page, box: pygame.Rect) -> None:
        """Draw the dark sky and hills behind the head."""
        page.surface.fill(NIGHT, box)
        before = page.surface.get_clip()
        page.surface.set_clip(box)
        for x, wide, tall in ((0.1, 0.5, 0.5), (0.45, 0.6, 0.62), (0.85, 0.5, 0.45)):
            hill = pygame.Rect(0, 0, round(box.width * wide), round(box.height * tall * 2))
            hill.center = (round(box.width * x), box.bottom)
            pygame.draw.ellipse(page.surface, HILL, hill)
        page.surface.set_clip(before)

    def _button(self) -> Button:
        words = self.words
        if self.opened < len(self.groups):
            now = words("reveal.count", now=self.opened, all=len(self.groups))
            count = Say(now, "label", "title", (216, 208, 196))
            part = Row(
                Say(words("reveal.next"), "button", "title", WHITE, "centre"), count, shares=[1, 0]
            )
            return Button("go-on", self.go_on, look="primary", part=part)
        label = words("reveal.counter" if self._to_counter else "reveal.sum")
        return Button("go-on", self.go_on, label, look="primary")

    def _note(self) -> Block:
        """Return what is said beside the way on: the loss, until when to ask, or why not."""
        if self._to_counter:
            lost = -sum(entries(self.game, one)[1] for one in self.revealed)
            said = self.words("reveal.stake", baht=lost)
            return Row(Picture("money-with-wings", 1.5), Say(said, "body", "title"), shares=[0, 1])
        group = self._group()
        found = (self._still(place) for place in group)
        text = next((still for still in found if still is not None), None)
        if text is None and len(group) == 1 and not self.single:
            text = self._tempting(group[0])
        if text is None:
            return Gap(0)
        return Row(Picture("light-bulb", 1.5), Say(text, "body", "read", INK), shares=[0, 1])

    def _tempting(self, place: int) -> Text | None:
        """Return why somebody may think of a card that is not in law for this event."""
        whys = (t.why for t in self.situation.tempting if t.benefit == self.cards[place])
        return None if self._applies(place) else next(whys, None)

    def _still(self, place: int) -> Text | None:
        """Return until when a household can still ask for what it had and did not ask for."""
        claim = self.game.benefit(self.cards[place]).claim
        within = claim.within if claim is not None else None
        missed = [r.seat for r in self.revealed if r.verdicts[place].missed]
        if not missed or within is None or not self._applies(place):
            return None
        name = self.game.household_name(missed[0])
        time = self.game.catalogue.facts[within].text
        return self.words("reveal.still", household=name, time=time)

    def _laid(self) -> tuple[LaidCard, ...]:
        """Return the cards as they lie now."""
        judged = {place for group in self.groups[: self.opened] for place in group}
        starred = frozenset(b.seat for b in self.backed if b.right)
        return tuple(
            LaidCard(card, n + 1, self._raised(n), n in judged, self._applies(n), starred)
            for n, card in enumerate(self.cards)
        )

    def _law(self, page: Page, place: int, centre: tuple[int, int]) -> None:
        """Stamp the open card: in law, or not for this event."""
        right = self._applies(place)
        text = self.words("reveal.law" if right else "reveal.no-law")
        size = page.scale.size("body").floor
        self._stamp(page, text, centre, size, "yes" if right else "no", 4, at=LAW_AT)

    def _stamp(
        self,
        page: Page,
        text: Text,
        centre: tuple[int, int],
        size: int,
        kind: StampKind,
        slant: float,
        at: int = HELD_AT,
    ) -> None:
        """Draw a stamp on the page; while things move, note it to pop up."""
        if self.motion.moving and kind != "ghost":
            self._pops.append((stamp_picture(page.letters, text, size, kind, slant), centre, at))
        else:
            draw_stamp(page, text, centre, size, kind, slant=slant)

    def _panels(self, page: Page, box: pygame.Rect, place: int, start: tuple[int, int]) -> None:
        count = len(self.revealed)
        places = grid(box, count, seats_across(page, count), page.scale.gap)
        coin = icon("coin", round(page.scale.touch * 0.5))
        for revealed, spot in zip(self.revealed, places, strict=True):
            found = self._outcome(revealed, place)
            land = draw_panel(
                page,
                self.game,
                revealed.seat,
                found,
                spot,
                self._stamp,
                settled=not self.motion.moving,
            )
            if found.coins and self.motion.moving:
                for n in range(3):
                    at = COINS_AT + n * 70
                    self._flights.append(Flight(coin, start, land, at=at, lasting=430))

    def _judged(self, page: Page, box: pygame.Rect, group: tuple[int, ...]) -> None:
        """Draw every card of the group with what came of it for the one household."""
        laid, coin = self._laid(), icon("coin", round(page.scale.touch * 0.5))
        cards = [
            JudgedCard(
                laid[place],
                self.words("reveal.law" if self._applies(place) else "reveal.no-law"),
                self._tempting(place),
                self._outcome(self.revealed[0], place),
            )
            for place in group
        ]

        def landed(start: tuple[int, int], land: tuple[int, int]) -> None:
            late = 70 * len(self._flights)
            if self.motion.moving:
                self._flights.append(Flight(coin, start, land, at=COINS_AT + late, lasting=430))

        draw_card_panels(
            page, self.game, cards, box, self._stamp, landed, settled=not self.motion.moving
        )

    def _rest(self, page: Page, box: pygame.Rect, group: tuple[int, ...]) -> None:
        """Draw the cards that nobody raised and the law does not give, with the reason."""
        gap = page.scale.gap
        top, box = cut_top(box, round(page.scale.size("body").floor * 1.5), gap // 2)
        line(page, self.words("reveal.rest"), top)
        whys = {t.benefit: t.why for t in self.situation.tempting}
        for place, strip in zip(group, rows(box, max(2, len(group)), gap // 2), strict=False):
            card = self.cards[place]
            benefit, colours = self.game.benefit(card), card_pair(self.game, card)
            page.box(strip, CREAM)
            inner = strip.inflate(-gap, 0)
            side = min(strip.height - 8, round(page.scale.touch * 0.8))
            page.icon(benefit.icon, pygame.Rect(inner.x, inner.centery - side // 2, side, side))
            x = inner.x + side + gap
            wide = (inner.right - x) * 32 // 100
            name = pygame.Rect(x, strip.y, wide, strip.height)
            put(page, Say(benefit.short, "body", "title", colours.dark), name)
            why = pygame.Rect(
                name.right + gap, strip.y, inner.right - name.right - gap, strip.height
            )
            text = whys.get(card, benefit.when)
            say = Say(text, "body", "read", DIM)
            if say.height(page, why.width, 0.0) <= strip.height + 8:
                put(page, say, why)
