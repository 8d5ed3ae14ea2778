"""The window and its loop: events in, frames out, until it is closed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pygame

from engine.catalogue import Catalogue
from games.session import open_store
from games.ui.screens.setup.menu import FULL_SCREEN
from games.ui.shell.app import App, AppOptions
from games.ui.shell.input import Controls
from games.ui.toolkit.sounds import loudspeaker

FRAMES_A_SECOND = 60
LEAST_SIZE = (640, 400)


def run(catalogue: Catalogue, options: AppOptions) -> int:
    """Open the window and plays until it is closed. Gives the exit code, 0."""
    pygame.display.init()
    pygame.font.init()
    store = open_store(options.folder)
    try:
        window = _window(options.size, options.full_screen)
        app = App(catalogue, replace(options, sound=loudspeaker()), store)
        pygame.display.set_caption(app.words("app.name").shown)
        app.scenes.resize(window.get_size(), app.settings.large)
        with closing(app):
            _loop(app, window)
    finally:
        store.close()
        pygame.quit()
    return 0


def _window(size: tuple[int, int], full: bool) -> pygame.Surface:
    if full:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    return pygame.display.set_mode(size, pygame.RESIZABLE)


def _loop(app: App, window: pygame.Surface) -> None:
    controls = Controls(app.scenes)
    clock = pygame.time.Clock()
    full = app.options.full_screen
    while app.scenes.running:
        acted = False
        for event in pygame.event.get():
            acted = True
            if event.type == pygame.QUIT:
                app.scenes.running = False
            elif event.type == pygame.VIDEORESIZE:
                size = (max(LEAST_SIZE[0], event.w), max(LEAST_SIZE[1], event.h))
                app.scenes.resize(size, app.settings.large)
            elif event.type == pygame.KEYDOWN and event.key == FULL_SCREEN:
                full = not full
                window = _window(app.options.size, full)
                app.scenes.resize(window.get_size(), app.settings.large)
            else:
                app.handle(controls, event)
        window = pygame.display.get_surface() or window
        if app.frame(window, clock.get_time(), acted):
            pygame.display.flip()
        clock.tick(FRAMES_A_SECOND)
