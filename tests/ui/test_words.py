"""A screen whose words are missing says which, and where they belong."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pygame
import pytest

import games.ui
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


def test_every_place_of_the_screen_s_words_is_filled(catalogue: Catalogue) -> None:
    for path in Path(games.ui.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else None
            name = call.func.id if isinstance(call.func, ast.Name) else name
            key = call.args[0]
            given = {keyword.arg for keyword in call.keywords}
            if name != "words" or not isinstance(key, ast.Constant) or None in given:
                continue
            wanted = set(re.findall(r"\{(\w+)\}", catalogue.words[f"ui.{key.value}"].shown))
            assert given == wanted, (path.name, key.value)


def test_words_that_are_there_are_given(catalogue: Catalogue) -> None:
    assert InterfaceText(catalogue)("menu.rules") == catalogue.words["ui.menu.rules"]
