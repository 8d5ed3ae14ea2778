"""axe-core, which knows WCAG: one of the page's pinned tools, installed by `make web-check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "build/tools/page/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_script() -> str | None:
    """Return the library, or None where it is not installed."""
    return AXE.read_text(encoding="utf-8") if AXE.exists() else None


def violations(page: Page, script: str) -> list[str]:
    """Return what axe finds wrong on the page, one line each."""
    # Evaluated by the browser's own tools, so the page's policy stays as it is.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {script} }}")
    found: dict[str, Any] = page.evaluate(
        """(tags) => window.axe.run(document, {
          runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false,
        })""",
        RULES,
    )
    return [
        f"{v['id']}: {v['help']}: {[n['html'][:120] for n in v['nodes'][:3]]}"
        for v in found["violations"]
    ]
