"""What is installed is what the locks name, and all of it is told."""

from __future__ import annotations

import json
import re
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = {"requirements.lock": False, "requirements-dev.lock": True}


def locked(name: str) -> dict[str, str]:
    """Return the versions that a lock names."""
    text = (ROOT / ".ci" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + LOCKS[lock] * project["optional-dependencies"]["dev"]
    versions = locked(lock)
    for requirement in asked:
        name, version = re.sub(r"\[.*\]", "", requirement).split("==")
        assert versions[name.lower()] == version


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_every_file_by_its_hash_and_no_place(lock: str) -> None:
    text = (ROOT / ".ci" / lock).read_text(encoding="utf-8")
    for entry in re.split(r"\n(?! )", text.strip()):
        assert re.fullmatch(r"[^\n]+( \\\n    --hash=sha256:[0-9a-f]{64})+", entry), entry[:60]
    assert "//" not in text
    assert "--index" not in text


def test_every_package_has_its_licence_told() -> None:
    told = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    for name, version in locked("requirements-dev.lock").items():
        assert f"| {name} | {version} | " in told
    assert "not told" not in told


def test_vendored_scripts_are_what_was_published() -> None:
    vendor = ROOT / "games" / "web" / "vendor"
    upstream = json.loads((vendor / "UPSTREAM.json").read_text(encoding="utf-8"))
    assert {path.name for path in vendor.glob("*.js")} == upstream.keys()
    for name, about in upstream.items():
        _, text = (vendor / name).read_text(encoding="utf-8").split("*/\n", 1)
        before, after = text.rsplit(about["here"], 1)
        published = before + about["published"] + after
        assert sha256(published.encode()).hexdigest() == about["sha256"]
