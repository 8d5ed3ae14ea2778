"""A person at the page: picks an animal, taps answers, reads on."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Error, Locator, Page, expect

BREAK = "\u200b"


def plain(text: str) -> str:
    return text.replace(BREAK, "")


def words_of(element: Locator) -> str:
    return " ".join(element.inner_text().replace(BREAK, "").split())


def same(text: str) -> str:
    return " ".join(plain(text).split())


HEAR = """(target) => {
  window.heard = false;
  target.addEventListener('click', () => { window.heard = true; }, { once: true, capture: true });
}"""
LOST = 10_000
"""Milliseconds after which a tap that the page has not heard will not be heard any more."""


def tap(target: Locator) -> None:
    """Taps, and waits until the page has heard it: a tap is handled after it is given.

    One that never comes, because what was tapped moved away at that moment, is given again, as
    a person does; one that is only late is not.
    """
    target.evaluate(HEAR)
    target.tap()
    if target.page.evaluate("window.heard"):
        return
    try:
        target.page.wait_for_function("window.heard", timeout=LOST)
    except Error:
        target.tap()


def pick(page: Page, animal: str = "elephant") -> None:
    """Picks an animal on the first screen."""
    tap(page.locator(".new .animal").filter(has=page.locator(f'use[href="#i-{animal}"]')))
    page.wait_for_selector(".home")


def begin(page: Page, way: int = 0) -> None:
    """Begins a round: 0 of ten questions, 1 of five minutes."""
    tap(page.locator(".way").nth(way))
    page.wait_for_selector(".screen.round .ask")


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
    tap(CHOOSE[question["kind"]](page, question, right))
    page.wait_for_selector(".feedback")


def reply_at_once(page: Page, *, right: bool = True) -> str:
    """Answers what is asked by a click from inside the page; gives the question's id.

    For tests that are about what an answer leaves behind, not about giving it.
    """
    given: str = page.evaluate(
        """async (right) => {
          const { questions } = modules('core/content');
          const question = questions.get(modules('core/session').person().round.queue[0]);
          await reply(question, right);
          return question.id;
        }""",
        right,
    )
    return given


def go_on(page: Page) -> None:
    """On to the next question, or to the close, once it is there."""
    tap(_confirm(page))
    page.locator(".feedback").wait_for(state="detached")


def finish(page: Page, content: dict[str, Any]) -> int:
    """Answers everything rightly to the end; gives how many questions that took."""
    count = 0
    while page.locator(".screen.round .ask").count():
        reply(page, asked(page, content))
        go_on(page)
        count += 1
        assert count < 100
    return count


OPTIONS = """(options) => options.map((option) => [
  [...option.querySelectorAll(':scope > span')].at(-1).innerText,
  option.getAttribute('aria-pressed') === 'false',
])"""
"""The words of each option, and whether it waits to be pressed; asked all at once."""


def _option(page: Page, text: str, column: str = "", *, free: bool = False) -> Locator:
    """The option of that text; with `free` one that has no partner yet: two may read alike."""
    shown = page.locator(f"{column} .option")
    told: list[tuple[str, bool]] = shown.evaluate_all(OPTIONS)
    return shown.nth(
        next(
            place
            for place, (words, waits) in enumerate(told)
            if same(words) == same(text) and (waits or not free)
        )
    )


def _press(option: Locator, attribute: str = "aria-pressed") -> None:
    tap(option)
    expect(option).to_have_attribute(attribute, "true")


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
        _press(_option(page, partner["right"], ".options:last-child", free=True))
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
        tap(page.locator(".stepper").nth(1))
        expect(amount).to_have_text(told)
    return _confirm(page)


# What is tapped to choose an answer; each gives what is tapped last, to give it.
CHOOSE = {
    "choice": _choice,
    "several": _several,
    "true_false": _true_false,
    "order": _order,
    "match": _match,
    "number": _number,
}
