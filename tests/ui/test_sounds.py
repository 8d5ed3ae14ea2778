"""What is heard: soft tones at their moment, nothing where there is no loudspeaker or no wish."""

from __future__ import annotations

import pygame
import pytest

from engine.catalogue import Catalogue
from games.ui.toolkit.sounds import RATE, SOUND_OF, SOUNDS, loudspeaker, samples, silence
from tests.ui.playing import Hand

LOUDEST = 32_767


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_short_and_soft_and_neither_cracks_nor_breaks_off(name: str) -> None:
    made = samples(SOUNDS[name])
    assert 0.1 < len(made) / RATE < 2.5
    assert 0.08 * LOUDEST < max(map(abs, made)) < 0.7 * LOUDEST
    assert abs(made[0]) < 0.01 * LOUDEST
    assert max(map(abs, made[-50:])) < 0.01 * LOUDEST


def test_every_sound_is_heard_somewhere() -> None:
    assert set(SOUND_OF.values()) == set(SOUNDS)


@pytest.mark.usefixtures("screen")
def test_a_game_is_heard_until_the_menu_silences_it(catalogue: Catalogue) -> None:
    hand = Hand(catalogue, seed=3)
    hand.begin()
    hand.until("board-walk")
    hand.until("rumour")
    assert {"throw", "event", "stamp"} < set(hand.heard)
    hand.key(pygame.K_ESCAPE)
    hand.click("quiet")
    assert hand.store.settings()["quiet"] == "1"
    heard = len(hand.heard)
    hand.click("close")
    hand.until("close")
    assert len(hand.heard) == heard


@pytest.mark.usefixtures("screen")
def test_looking_up_a_source_does_not_sound_the_answer_again(catalogue: Catalogue) -> None:
    hand = Hand(catalogue, seed=3, households=4)
    hand.begin()
    hand.until("verdict")
    heard = list(hand.heard)
    assert heard[-1] in ("star", "wrong")
    hand.click("sources")
    hand.key(pygame.K_ESCAPE)
    assert hand.kind.startswith("verdict")
    assert hand.heard == heard


def test_a_machine_without_a_loudspeaker_plays_in_silence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "alsa")
    monkeypatch.setenv("ALSA_CONFIG_PATH", "/nowhere")
    assert loudspeaker() is silence
    assert capfd.readouterr().err == ""


def test_a_machine_with_one_plays_every_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    play = loudspeaker()
    try:
        assert play is not silence
        for name in SOUNDS:
            play(name)
        assert pygame.mixer.get_busy()
    finally:
        pygame.mixer.quit()
