"""A screen whose words are missing says which, and where they belong."""

from __future__ import annotations

import pygame
import pytest

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.ui.toolkit.interface_text import InterfaceText
from tests.ui.playing import Hand


def without(catalogue: Catalogue, key: str) -> Catalogue:
    words = {name: text for name, text in catalogue.words.items() if name != key}
    assert len(words) == len(catalogue.words) - 1
    return catalogue.model_copy(update={"words": words})


@pytest.mark.parametrize("key", ["ui.menu.rules", "web.animal.elephant"])
def test_a_missing_word_is_named_with_its_file(
    catalogue: Catalogue, screen: pygame.Surface, key: str
) -> None:
    file, _, short = key.partition(".")
    with pytest.raises(RusitError) as error:
        Hand(without(catalogue, key)).click("practise")
    assert error.value.problem.code == "UI03"
    assert f"{short} are missing in content/locale/{file}.yaml" in str(error.value)


def test_words_that_are_there_are_given(catalogue: Catalogue) -> None:
    assert InterfaceText(catalogue)("menu.rules") == catalogue.words["ui.menu.rules"]
