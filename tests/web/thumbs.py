"""A person at the page: picks an animal, taps answers, reads on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from playwright.sync_api import Error, Locator, Page, expect

BREAK = "\u200b"


def plain(text: str) -> str:
    return text.replace(BREAK, "")


def words_of(element: Locator) -> str:
    return " ".join(element.inner_text().replace(BREAK, "").split())


def same(text: str) -> str:
    return " ".join(plain(text).split())


SOON = 4_000
"""Milliseconds until a tap must be seen to have done something."""


def tap(target: Locator, seen: Callable[[], object]) -> None:
    """Taps as a person does: again, when nothing is seen to happen.

    A tap is handled after it is given, and a machine under load may hold the finger down for so
    long that the browser takes it for a long press, which answers nothing.

    Args:
        seen: waits until what the tap does is shown, or raises.
    """
    target.tap()
    try:
        seen()
    except (AssertionError, Error):
        target.tap()
        seen()


def pick(page: Page, animal: str = "elephant") -> None:
    """Picks an animal on the first screen."""
    button = page.locator(".animal").filter(has=page.locator(f'use[href="#i-{animal}"]'))
    tap(button, lambda: page.wait_for_selector(".home", timeout=SOON))


def begin(page: Page, way: int = 0) -> None:
    """Begins a round: 0 of ten questions, 1 of five minutes."""
    button = page.locator(".way").nth(way)
    tap(button, lambda: page.wait_for_selector(".screen.round .ask", timeout=SOON))


def asked(page: Page, content: dict[str, Any]) -> dict[str, Any]:
    """The question that is being asked."""
    shown = words_of(page.locator(".ask h2"))
    found: list[dict[str, Any]] = [
        q for m in content["modules"] for q in m["questions"] if same(q["ask"]) == shown
    ]
    assert found, shown
    return found[0]


def reply(page: Page, question: dict[str, Any], *, right: bool = True) -> None:
    """Answers the question by tapping, rightly or not, and waits for the feedback."""
    last = CHOOSE[question["kind"]](page, question, right)
    tap(last, lambda: page.wait_for_selector(".feedback:not([hidden])", timeout=SOON))


def go_on(page: Page) -> None:
    """On to the next question, or to the close, once it is there."""
    feedback = page.locator(".feedback:not([hidden])")
    tap(_confirm(page), lambda: feedback.wait_for(state="detached", timeout=SOON))


def finish(page: Page, content: dict[str, Any]) -> int:
    """Answers everything rightly to the end; gives how many questions that took."""
    count = 0
    while page.locator(".screen.round .ask").count():
        reply(page, asked(page, content))
        go_on(page)
        count += 1
        assert count < 100
    return count


def _option(page: Page, text: str, column: str = "") -> Locator:
    shown = page.locator(f"{column} .option").all()
    return next(o for o in shown if words_of(o.locator("> span").last) == same(text))


def _free(page: Page, text: str) -> Locator:
    """An option of the right column that has no partner yet: two may have the same text."""
    shown = page.locator(".options:last-child .option").all()
    return next(
        o
        for o in shown
        if o.get_attribute("aria-pressed") == "false"
        and words_of(o.locator("> span").last) == same(text)
    )


def _press(option: Locator, attribute: str = "aria-pressed") -> None:
    tap(option, lambda: expect(option).to_have_attribute(attribute, "true", timeout=SOON))


def _confirm(page: Page) -> Locator:
    return page.locator("#page .actions .primary")


def _choice(page: Page, question: dict[str, Any], right: bool) -> Locator:
    option = next(o for o in question["options"] if o.get("right", False) == right)
    return _option(page, option["text"])


def _several(page: Page, question: dict[str, Any], right: bool) -> Locator:
    for option in question["options"]:
        if option.get("right", False) == right:
            _press(_option(page, option["text"]), "aria-checked")
    return _confirm(page)


def _true_false(page: Page, question: dict[str, Any], right: bool) -> Locator:
    return page.locator(".half").nth(0 if question["answer"] == right else 1)


def _order(page: Page, question: dict[str, Any], right: bool) -> Locator:
    steps = question["steps"] if right else question["steps"][::-1]
    for step in steps:
        _press(_option(page, step))
    return _confirm(page)


def _match(page: Page, question: dict[str, Any], right: bool) -> Locator:
    pairs = question["pairs"]
    partners = pairs if right else [*pairs[1:], pairs[0]]
    for pair, partner in zip(pairs, partners, strict=True):
        _press(_option(page, pair["left"], ".options:first-child"))
        _press(_free(page, partner["right"]))
    return _confirm(page)


def _number(page: Page, question: dict[str, Any], right: bool) -> Locator:
    lowest, step = question.get("lowest", 0), question["step"]
    wanted = question["answer"]["value"]
    if not right:
        wanted += step * (1 + question.get("tolerance", 0) // step)
        if wanted > question["highest"]:
            wanted = lowest
    steps = round((wanted - lowest) / step)
    if steps >= 8:
        page.locator("input[type=range]").fill(str(wanted))
        return _confirm(page)
    amount = page.locator(".amount b")
    for taken in range(1, steps + 1):
        told = f"{lowest + taken * step:,}"
        tap(page.locator(".stepper").nth(1), partial(_reads, amount, told))
    return _confirm(page)


def _reads(element: Locator, words: str) -> None:
    expect(element).to_have_text(words, timeout=SOON)


# What is tapped to choose an answer; each gives what is tapped last, to give it.
CHOOSE = {
    "choice": _choice,
    "several": _several,
    "true_false": _true_false,
    "order": _order,
    "match": _match,
    "number": _number,
}
