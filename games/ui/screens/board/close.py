"""The chapter's close, a strip on the board: debts, and how many years pass."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.rules import GoToOldAge, NextChapter, chapter_ages, years_to_next
from games.rules.model.events import ChapterClosed
from games.ui.screens.board.board_page import BoardPage
from games.ui.screens.board.households import CardNote
from games.ui.screens.board.middle import middle_top
from games.ui.screens.board.spaces import label_size
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import LONGEST, Motion, ease_out
from games.ui.toolkit.page import Action, Page, Target
from games.ui.toolkit.theme import CREAM, DIM, INK, PAIRS, SAND, WHITE, Scale

LEAF = PAIRS["leaf"]


class CloseScene(BoardPage):
    """The years pass: the ages as a way, the debts on the cards, and the next chapter."""

    kind = "close"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.motion = Motion(LONGEST, calm=game.settings.calm)
        self._way = pygame.Rect(0, 0, 0, 0)

    @property
    def on_turn(self) -> int:
        return -1

    def build(self, page: Page) -> None:
        places = self.draw_spaces(page)
        room = self.cards_room(page, places)
        self.draw_village(page, places, room.top)
        self.draw_cards(page, room, self._notes())
        self.draw_tokens(page.surface, places)
        self._strip(page, places.inner, room.top)

    def _notes(self) -> dict[int, CardNote]:
        """Return the debt of each household that has one."""
        closed = [e for e in self.game.session.chapter_events if isinstance(e, ChapterClosed)]
        return {
            one.seat: CardNote(
                self.words("close.owes", baht=one.debt),
                self.words("close.grows", baht=one.grows),
                plain(one.debt),
                plain(one.grows),
            )
            for one in closed
            if one.debt
        }

    @property
    def _last(self) -> bool:
        return self.game.state.chapter >= self.game.state.chapters

    def _ages(self) -> list[int]:
        """Return the ages of all chapters, and that of old age."""
        tables = self.game.tables
        return [*chapter_ages(tables, self.game.state.chapters), tables.amounts.last_age]

    def _strip(self, page: Page, inner: pygame.Rect, bottom: int) -> None:
        """Draw how many years pass, the way of ages, and the ways on."""
        scale = page.scale
        gap = max(4, scale.gap // 2)
        menu = middle_top(page, inner)[2]
        tall = max(scale.touch, round(scale.measure * 0.1))
        years = years_to_next(self.game.tables, self.game.state, self._last)
        title = self.words("close.years", years=years)
        size = scale.size("title").floor if scale.wide else round(label_size(scale) * 1.4)
        head = pygame.Rect(inner.x + gap, inner.y + gap, menu.left - inner.x - 2 * gap, menu.height)
        page.box(head, WHITE, radius=head.height // 2)
        wide = min(head.width - head.height // 2, page.letters.width(title.shown, "title", size))
        words = pygame.Rect(head.x + head.height // 3, head.y, wide + 4, head.height)
        page.text(title, words, face="title", size=size, colour=LEAF.dark, role="lead")
        way = pygame.Rect(
            words.right + gap, head.y, head.right - words.right - 2 * gap, head.height
        )
        if not scale.wide or way.width < scale.touch * 2:
            way = pygame.Rect(head.x, head.bottom + gap, head.width, head.height)
            if way.bottom + 2 * (tall + gap) < bottom:
                page.box(way, WHITE, radius=way.height // 2)
            else:
                way = pygame.Rect(0, 0, 0, 0)
        self._way = way.inflate(-2 * label_size(scale), 0)
        if way.width:
            self._draw_ages(page, self._way)
        self._ways_on(page, pygame.Rect(inner.x, bottom - tall - gap, inner.width, tall))

    def _draw_ages(self, page: Page, rect: pygame.Rect) -> None:
        """Draw the ages as stops of a way, the running one large; those to come are pale."""
        ages = self._ages()
        size = label_size(page.scale)
        now = self.game.state.chapter - 1
        step = rect.width / max(1, len(ages) - 1) if len(ages) > 1 else 0
        bar = pygame.Rect(rect.x, 0, rect.width, max(3, size // 6)).move_to(centery=rect.centery)
        page.box(bar, SAND, radius=bar.height // 2)
        done = pygame.Rect(bar.x, bar.y, round(step * now), bar.height)
        page.box(done, LEAF.dark, radius=bar.height // 2)
        for place, age in enumerate(ages):
            centre = (round(rect.x + step * place), rect.centery)
            radius = round(size * 0.92)
            fill = LEAF.dark if place <= now else WHITE
            edge = LEAF.dark if place <= now else DIM
            page.disc(centre, radius, edge)
            box = page.disc(centre, radius - max(2, radius // 12), fill)
            ink = WHITE if place <= now else INK
            page.text(
                plain(age), box, face="title", size=size, colour=ink, align="centre", role="label"
            )

    def _ways_on(self, page: Page, rect: pygame.Rect) -> None:
        """Draw the next chapter at the right; old age, when it is a choice, at the far left."""
        gap = max(4, page.scale.gap // 2)
        scale = page.scale
        size = scale.size("body").floor if scale.wide else label_size(scale)
        old = self.making(GoToOldAge())
        on = old if self._last else self.making(NextChapter())
        key = "close.old-age" if self._last else "close.next-chapter"
        large = page.scale.size("number").floor
        main = self._button_box(page, self.words(key), large, rect)
        main.right = rect.right - gap
        page.box(main.inflate(6, 6), WHITE)
        self._button(page, self.words(key), main, large, on, "next-chapter", primary=True)
        if not self._last:
            words = self.words("close.end-now")
            side = self._button_box(page, words, size, rect)
            side.x = rect.x + gap
            if side.right + gap > main.left:
                side.bottom = main.top - gap
            self._button(page, words, side, size, old, "old-age", primary=False)

    def _button_box(self, page: Page, words: Text, size: int, rect: pygame.Rect) -> pygame.Rect:
        wide = page.letters.width(words.shown, "title", size)
        return pygame.Rect(rect.x, rect.y, wide + round(rect.height * 0.7), rect.height)

    def _button(
        self,
        page: Page,
        words: Text,
        box: pygame.Rect,
        size: int,
        action: Action | None,
        name: str,
        *,
        primary: bool,
    ) -> None:
        if primary:
            page.box(box, INK)
        else:
            page.box(box, CREAM, INK, page.scale.line)
        ink = WHITE if primary else INK
        role = "button" if size >= page.scale.size("body").floor else "label"
        page.text(words, box, face="title", size=size, colour=ink, align="centre", role=role)
        if action is not None:
            page.target(Target(box.copy(), action, name, primary=primary))

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving or self._way.width <= 0:
            return False
        ages = self._ages()
        step = self._way.width / max(1, len(ages) - 1)
        place = self.game.state.chapter - 1 + ease_out(self.motion.share(200, 900))
        x, y = round(self._way.x + step * place), self._way.centery
        radius = max(6, label_size(scale) // 2)
        surface.blit(paint.disc(radius, (255, 205, 51)), (x - radius, y - radius))
        return True
