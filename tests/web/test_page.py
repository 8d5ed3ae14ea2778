"""The file as such: small, whole, silent, and the same each time."""

from __future__ import annotations

import io
import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from engine.resolving.markdown import RichText
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from games.web.export.script_bundle import bundle
from games.web.export.targets import PAGE, SITE, WebTarget, web_targets
from games.web.export.text_encoding import compact, marked


def test_one_file_under_two_megabytes_and_always_the_same(
    catalogue: Catalogue, made: dict[str, WebTarget], fonts: list[bytes], page_file: bytes
) -> None:
    assert len(page_file) < 2_000_000
    again = web_targets(catalogue)[0]
    assert again.key == made[PAGE].key
    assert page_file == again.join([again.pieces[0].render(), *fonts[1:]])


def test_it_points_to_nothing_outside_itself(page_file: bytes) -> None:
    html = page_file.decode()
    outside = re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.DOTALL)
    assert not re.findall(r'(?:src|href|url\()\s*=?\s*["(]?(?:https?:)?//', outside)
    assert not re.findall(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource", outside)
    assert "default-src 'none'" in html


def test_its_words_are_plain_and_none_is_missing(content: dict[str, Any]) -> None:
    assert all(isinstance(text, str) for text in content["words"].values())
    sources = Path(__file__).parents[2] / "games" / "web" / "app"
    used = {
        key
        for path in sources.rglob("*.js")
        for key in re.findall(r'word\("([\w.-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used <= set(content["words"])


def test_lines_keep_not_with_its_verb_and_an_ordinal_with_its_number(
    made: dict[str, WebTarget],
) -> None:
    shown = made[PAGE].content
    assert "ไม่ได้" in shown.replace("\u200b", "")
    assert "ทางเลือกที่ 1" in shown
    assert re.findall(r"ไม่\u200b[ก-ฮเ-ไ]\w*", shown) == []
    assert re.findall(r"[ก-ฮ]\u200bที่ [0-9]", shown) == []
    assert re.findall(r"บัตร\u200bประชาชน|บัตร\u200bทอง", shown) == []


def test_the_content_is_that_of_the_chosen_modules(
    catalogue: Catalogue, made: dict[str, WebTarget]
) -> None:
    target = web_targets(catalogue, ["nsf"])[0]
    content = json.loads(target.content)
    assert [m["id"] for m in content["modules"]] == ["nsf"]
    assert len(target.content) < len(made[PAGE].content)
    with pytest.raises(RusitError) as error:
        web_targets(catalogue, ["nsx"])
    assert error.value.problem.code == "WEB01"


def test_lessons_and_questions_name_every_fact_that_they_tell(
    catalogue: Catalogue, content: dict[str, Any]
) -> None:
    told = 0
    for module, shown in zip(catalogue.modules, content["modules"], strict=True):
        steps = zip(module.lesson.steps, shown["lesson"]["steps"], strict=True)
        asked = zip(module.questions, shown["questions"], strict=True)
        for written, made in (*steps, *asked):
            texts = {fact for text in texts_in(written) for fact in text.facts}
            assert set(made["facts"]) == texts | set(written.facts)
            told += len(texts - set(written.facts))
        assert {f for step in shown["lesson"]["steps"] for f in step["facts"]} <= set(
            content["facts"]
        )
    assert told


def test_every_missing_word_that_the_page_is_sure_to_need_is_named(catalogue: Catalogue) -> None:
    gone = {"web.app", "web.home.due", "web.hint.order", "web.animal.elephant"}
    assert gone < set(catalogue.words)
    words = {key: text for key, text in catalogue.words.items() if key not in gone}
    with pytest.raises(RusitError) as error:
        web_targets(catalogue.model_copy(update={"words": words}))
    assert error.value.problem.code == "WEB02"
    assert "words animal.elephant, app, hint.order, home.due, and" in str(error.value)


def test_a_changed_text_changes_the_page_and_telephones_get_the_same_pictures(
    catalogue: Catalogue, made: dict[str, WebTarget], fonts: list[bytes], page_file: bytes
) -> None:
    manifest = json.loads(made[f"{SITE}manifest.webmanifest"].render())
    wanted = {icon["src"]: icon["sizes"] for icon in manifest["icons"] if icon["src"] != "icon.svg"}
    assert set(wanted.values()) == {"192x192", "512x512"}
    assert (
        'rel="apple-touch-icon" href="apple-touch-icon.png"'
        in made[f"{SITE}index.html"].join(fonts).decode()
    )
    assert b"apple-touch-icon" not in page_file
    words = {**catalogue.words, "web.right": Text(shown="ใช่เลย")}
    others = {r.name: r for r in web_targets(catalogue.model_copy(update={"words": words}))}
    assert others[PAGE].key != made[PAGE].key
    for name, size in {**wanted, "apple-touch-icon.png": "180x180"}.items():
        target = made[f"{SITE}{name}"]
        data = target.render()
        assert data == target.render()
        assert others[target.name].key == target.key
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.format == "PNG"
            assert "{}x{}".format(*picture.size) == size
            # The drawing stands on paper that goes to the edge.
            assert picture.getpixel((0, 0)) == (0xFB, 0xF6, 0xEC)
            assert len(picture.getcolors(1 << 20) or ()) > 10


def test_break_points_travel_inside_the_words() -> None:
    text = Text(shown="ไม่จ่าย ค่ารักษา & อื่น", breaks=(8, 10, 17, 19))
    assert compact(text).replace("\u200b", "|") == "ไม่จ่าย |ค่|ารักษา |& |อื่น"
    thai, blocks = RichText().render("เลือก **ทาง**\n\n- สอง ทาง")
    prose = Text(shown=thai, breaks=(6, 10, 12, 16), blocks=blocks)
    shown = marked(prose)
    assert isinstance(shown, dict)
    assert shown["html"].replace("\u200b", "|") == (
        "<p>เลือก <strong>|ทาง</strong></p><ul><li>|สอง |ทาง</li></ul>"
    )


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ({"a.js": 'import { b } from "./b.js";\n'}, "not there"),
        (
            {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'},
            "circle",
        ),
        ({"a.js": "export default 7;\n"}, "cannot join"),
    ],
)
def test_what_cannot_be_joined_is_told(sources: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        bundle(sources, "a.js")


@pytest.fixture
def site(
    made: dict[str, WebTarget], fonts: list[bytes], tmp_path: Path
) -> Iterator[ThreadingHTTPServer]:
    """The installable site on a port of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        extensions_map = {  # noqa: RUF012
            **SimpleHTTPRequestHandler.extensions_map,
            ".webmanifest": "application/manifest+json",
        }

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the terminal."""

    for name, target in made.items():
        if name.startswith(SITE):
            data = target.join(fonts) if target.kind == "site" else target.render()
            (tmp_path / name.removeprefix(SITE)).write_bytes(data)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_site_opens_again_without_its_server(
    browser: Browser, site: ThreadingHTTPServer
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{site.server_port}/index.html")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
    pick_by_click(page)
    context.set_offline(True)
    page.goto(f"http://127.0.0.1:{site.server_port}/index.html#home")
    page.wait_for_selector(".home")
    manifest = page.evaluate("() => document.querySelector('link[rel=manifest]').href")
    assert manifest.endswith("manifest.webmanifest")
    context.set_offline(False)
    assert (
        page.evaluate(
            """() => new Promise((done) => {
          const icon = new Image();
          icon.onload = () => done(icon.naturalWidth);
          icon.onerror = () => done(0);
          icon.src = 'icon-192.png';
        })"""
        )
        == 192
    )
    context.close()


def pick_by_click(page: Any) -> None:
    page.locator(".animal").first.click()
    page.wait_for_selector(".home")
