"""Before a round of practice: who practises, how long, and what about."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from engine.schema.module import Module
from engine.schema.text import Text
from games.practice.animals import ANIMALS
from games.practice.rounds import Mode
from games.ui.screens.common.scenes import Over
from games.ui.screens.practice.round import next_scene
from games.ui.shell.frame import frame, heading
from games.ui.shell.practice_session import MINUTES, QUESTIONS, Grown, Practice
from games.ui.shell.scene import BaseScene
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, Pair, pair
from games.ui.toolkit.widgets import Button, Card, Draw

LEAF = PAIRS["leaf"]


class Who(BaseScene):
    """An animal instead of a name, or just once."""

    kind = "who"

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.words = practice.words

    def back(self) -> None:
        self.practice.leave()

    def build(self, page: Page) -> None:
        words = self.words
        known = self.practice.people()
        order = [*known, *(animal for animal in ANIMALS if animal not in known)]
        cells = [self._animal(animal, known.get(animal)) for animal in order]
        frame(
            page,
            Column(
                Say(words("who.why"), "body", "read", INK),
                Grid(cells, 6 if page.scale.wide else 3, gaps=0.7),
                gaps=0.8,
            ),
            head=heading(words("who.title"), LEAF.dark, "busts-in-silhouette"),
            primary=Button("once", self._pick(None), words("who.once"), look="primary", pair=LEAF),
            sides=[Button("close", self.back, words("back"), "", "chip", role="body")],
            ground=LEAF.tint,
        )

    def _animal(self, animal: str, met: int | None) -> Button:
        """Return one to pick; one that is known says so."""
        parts: list[Block] = [
            Picture(animal, 1.8),
            Say(self.practice.animal_name(animal), "body", "title", INK, "centre"),
        ]
        if met is not None:
            told = self.words("who.known", n=met)
            parts.append(Say(told, "label", "strong", LEAF.dark, "centre"))
        return Button(
            f"animal-{animal}",
            self._pick(animal),
            part=Column(*parts, gaps=0.1),
            pair=LEAF,
            selected=met is not None,
            pad=0.9,
            grow=1,
        )

    def _pick(self, animal: str | None) -> Callable[[], None]:
        def act() -> None:
            self.practice.practise_as(animal)
            self.practice.scenes.show(PracticeStart(self.practice))

        return act


class PracticeStart(BaseScene):
    """The choice of length and modules. What is shown first is good enough for most."""

    kind = "practice"

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.words = practice.words

    def back(self) -> None:
        self.practice.scenes.show(Who(self.practice))

    def build(self, page: Page) -> None:
        words, practice = self.words, self.practice
        animal = practice.animal
        hello = (
            words("practice.hello", animal=practice.animal_name(animal))
            if animal
            else words("practice.hello-once")
        )
        modes = [
            self._mode("questions", words("practice.questions", n=QUESTIONS), "spiral-notepad"),
            self._mode("minutes", words("minutes", minutes=MINUTES), "hourglass-not-done"),
        ]
        modules = [self._module(module) for module in practice.catalogue.modules]
        most = (2 if page.scale.large else 3) if page.scale.wide else 2
        sides = [Button("close", self.back, words("practice.other"), "", "chip", role="body")]
        if animal:
            label = words("forget", animal=practice.animal_name(animal))
            sides.append(Button("forget", self._forget, label, "", "chip", role="body"))
        primary = self._primary()
        if practice.left:
            label = words("practice.new")
            sides.append(Button("new", self._begin, label, "", "chip", role="body"))
        frame(
            page,
            Column(
                Say(self._waits(), "body", "read", INK),
                Say(words("practice.length"), "body", "title", INK),
                Row(*modes, gaps=0.6, grow=1),
                Say(words("practice.modules"), "body", "title", INK),
                Grid(modules, max(1, min(len(modules), most)), gaps=0.6, grow=1),
                gaps=0.5,
            ),
            head=heading(hello, LEAF.dark, animal or "bust-in-silhouette"),
            primary=primary,
            sides=sides,
            ground=LEAF.tint,
        )

    def _waits(self) -> Text:
        """Return what waits today."""
        if not self.practice.memories:
            return self.words("practice.first")
        due = self.practice.due
        return self.words("practice.due", n=due) if due else self.words("practice.none-due")

    def _primary(self) -> Button:
        practice, words = self.practice, self.words
        if practice.left:
            label = words("practice.resume", n=practice.left)
            return Button("resume", self._go_on, label, look="primary", pair=LEAF)
        ready = bool(practice.modules)
        return Button(
            "start",
            self._begin if ready else None,
            words("practice.start") if ready else words("setup.pick"),
            look="primary",
            pair=LEAF,
        )

    def _mode(self, mode: Mode, label: Text, picture: str) -> Button:
        def act() -> None:
            self.practice.mode = mode

        say = Say(label, "button", "title", INK)
        chosen = self.practice.mode == mode
        part = Row(Picture(picture, 1.3), say, shares=[0, 1], gaps=0.7)
        return Button(f"mode-{mode}", act, part=part, pair=LEAF, selected=chosen, pad=0.6)

    def _module(self, module: Module) -> Button:
        def act() -> None:
            self.practice.modules ^= {module.id}

        colours = pair(module.colour)
        grown = self.practice.grown(module.id)
        parts: list[Block] = [
            Row(
                Picture(module.icon, 1.2),
                Say(module.short, "body", "title", INK),
                shares=[0, 1],
                gaps=0.5,
            )
        ]
        if grown.solid + grown.growing:
            told = self.words("practice.grown", solid=grown.solid, growing=grown.growing)
            parts += [meter(grown, colours), Say(told, "label", "strong", colours.dark)]
        return Button(
            f"module-{module.id}",
            act,
            part=Column(*parts, gaps=0.2),
            pair=colours,
            selected=module.id in self.practice.modules,
            pad=0.9,
        )

    def _begin(self) -> None:
        if self.practice.modules:
            self.practice.begin()
            self._go_on()

    def _go_on(self) -> None:
        self.practice.scenes.show(next_scene(self.practice, self._leave))

    def _leave(self) -> None:
        self.practice.scenes.show(PracticeStart(self.practice))

    def _forget(self) -> None:
        self.practice.scenes.push(Forget(self.practice))


def meter(grown: Grown, colours: Pair) -> Block:
    """Draw the shares of a module's questions that are solid (dark) and growing (hatched)."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        tall = max(6, page.scale.gap // 2)
        bar = pygame.Rect(rect.x, rect.centery - tall // 2, rect.width, tall)
        page.box(bar, WHITE, colours.dark, 1, tall // 2)
        solid = round(bar.width * grown.solid / grown.all)
        growing = round(bar.width * grown.growing / grown.all)
        if solid:
            full = pygame.Rect(bar.x, bar.y, max(solid, tall), tall)
            page.box(full, colours.dark, radius=tall // 2)
        for x in range(bar.x + solid + 2, bar.x + solid + growing, 4):
            page.surface.fill(colours.dark, (x, bar.y + 1, 2, tall - 2))

    return Draw(draw, gaps=0.8, grow=0)


class Forget(Over):
    """Forgetting an animal, confirmed by one tap."""

    kind = "forget"

    def __init__(self, practice: Practice) -> None:
        super().__init__(practice)
        self.practice = practice

    def build(self, page: Page) -> None:
        words, animal = self.words, self.practice.animal or ANIMALS[0]
        colours = PAIRS["lotus"]
        name = self.practice.animal_name(animal)
        frame(
            page,
            Card(
                Column(
                    Picture(animal, 3),
                    Say(words("forget.sure", animal=name), "title", "title", INK, "centre"),
                    Say(words("forget.what"), "lead", "read", INK, "centre"),
                ),
                WHITE,
                pad=2,
                grow=1,
            ),
            primary=Button("keep", self.over, words("forget.no"), look="primary", pair=LEAF),
            sides=[Button("forget", self._forget, words("forget.yes"), "", "chip", role="body")],
            ground=colours.tint,
        )

    def _forget(self) -> None:
        self.practice.forget()
        self.practice.scenes.show(Who(self.practice))
