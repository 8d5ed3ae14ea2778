"""Pages for the browser tests, made from the content we ship."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from engine.catalogue import Catalogue
from games.web.export.page_content import as_json
from games.web.export.targets import PAGE, WebTarget, web_targets
from tests.shipped import shipped_catalogue
from tests.web.browser import chromium, launch


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content we ship, on a fixed day."""
    return shipped_catalogue()


@pytest.fixture(scope="session")
def made(catalogue: Catalogue) -> dict[str, WebTarget]:
    """The targets of the page and the site, by name."""
    return {target.name: target for target in web_targets(catalogue)}


@pytest.fixture(scope="session")
def content(made: dict[str, WebTarget]) -> dict[str, Any]:
    """What the page holds."""
    return json.loads(made[PAGE].content)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def fonts(made: dict[str, WebTarget]) -> list[bytes]:
    """The fonts cut for the page."""
    return [font.render() for font in made[PAGE].pieces]


@pytest.fixture(scope="session")
def page_file(made: dict[str, WebTarget], fonts: list[bytes]) -> bytes:
    """The single file."""
    return made[PAGE].join(fonts)


@pytest.fixture(scope="session")
def page_url(page_file: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The single file, as one opens it from a memory card."""
    path = tmp_path_factory.mktemp("page") / "rusit-practice.html"
    path.write_bytes(page_file)
    return path.as_uri()


@pytest.fixture(scope="session")
def inside_url(page_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same file with its modules open to the tests, and without its policy."""
    return opened_inside(page_url, tmp_path_factory.mktemp("inside"))


def opened_inside(url: str, folder: Path) -> str:
    """A copy of the page with its modules open to the tests, and without its policy."""
    html = Path(url2pathname(urlsplit(url).path)).read_text(encoding="utf-8")
    helpers = Path(__file__).with_name("inside.js").read_text(encoding="utf-8")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = html.replace("const $ = {};", "const $ = {}; window.$ = $;")
    path = folder / "page.html"
    path.write_text(html.replace("</body>", f"<script>{helpers}</script></body>"), "utf-8")
    return path.as_uri()


@pytest.fixture
def page_of(
    made: dict[str, WebTarget], fonts: list[bytes], tmp_path: Path
) -> Callable[[dict[str, Any]], str]:
    """Makes the single file about other content, in the same fonts."""

    def make(changed: dict[str, Any]) -> str:
        path = tmp_path / f"page-{len(list(tmp_path.iterdir()))}.html"
        path.write_bytes(replace(made[PAGE], content=as_json(changed)).join(fonts))
        return path.as_uri()

    return make


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Drives Chromium; without one the test is left out, and the summary says so."""
    if chromium() is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium without a window."""
    browser = launch(playwright)
    yield browser
    browser.close()
