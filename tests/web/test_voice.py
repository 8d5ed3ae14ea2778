"""Recorded voices: what to record, what there is, what a build takes."""

from __future__ import annotations

import io
import json
import math
import wave
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from engine.catalogue import Catalogue
from games.web.export.targets import AUDIO, PAGE, SITE, WebTarget, web_targets
from games.web.voice.recordings import LEDGER, check_recordings, recordings
from games.web.voice.script import script_html
from games.web.voice.sound import faults
from games.web.voice.texts import VoiceText, voice_texts

TEXT = VoiceText("s40.q.age-62.ask", "section40", "สมัครได้ไหม")
OTHER = VoiceText("s40.q.age-62.explain", "section40", "ได้")


def record(folder: Path, text: VoiceText, data: bytes, language: str = "th") -> Path:
    path = folder / language / f"{text.id}.opus"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_recordings_are_missing_then_usable_then_stale(tmp_path: Path) -> None:
    assert check_recordings(tmp_path, "th", [TEXT, OTHER]).missing == (TEXT.id, OTHER.id)
    assert list(tmp_path.iterdir()) == []
    record(tmp_path, TEXT, b"one")
    record(tmp_path, replace(TEXT, id="s40.q.gone.ask"), b"two")
    found = check_recordings(tmp_path, "th", [TEXT, OTHER])
    assert (found.usable, found.missing) == ((TEXT.id,), (OTHER.id,))
    assert found.unknown == ("s40.q.gone.ask",)
    changed = replace(TEXT, words="สมัครได้ถึงกี่ปี")
    assert check_recordings(tmp_path, "th", [changed, OTHER]).stale == (TEXT.id,)
    # Still stale when asked again; a new recording is for the new words.
    assert check_recordings(tmp_path, "th", [changed, OTHER]).stale == (TEXT.id,)
    record(tmp_path, TEXT, b"three")
    assert check_recordings(tmp_path, "th", [changed, OTHER]).usable == (TEXT.id,)
    # A damaged ledger takes nothing away.
    (tmp_path / "th" / LEDGER).write_text("[1")
    assert check_recordings(tmp_path, "th", [changed, OTHER]).usable == (TEXT.id,)


def sound(*levels: float) -> bytes:
    """Return a tone whose loudness goes through these levels, a tenth of a second each."""
    rate = 24_000
    samples = array("h")
    for level in levels:
        for n in range(rate // 10):
            wanted = level * math.sin(n * 0.1) * 32_767
            samples.append(round(max(-32_767, min(32_767, wanted))))
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (sound(0, 0.5, 0.6, 0), []),
        (sound(0, 3, 3, 0), ["overdriven"]),
        (sound(0.5, 0.5, 0), ["begins"]),
        (sound(0, 0.5, 0.5), ["ends"]),
        (sound(0, 0.01, 0), ["silent"]),
        (b"no sound", ["cannot be read"]),
    ],
)
def test_faults_of_a_recording_are_heard(tmp_path: Path, data: bytes, told: list[str]) -> None:
    path = record(tmp_path, TEXT, data)
    found = faults(path)
    assert len(found) == len(told)
    assert all(words in fault for words, fault in zip(told, found, strict=True))


def test_the_script_numbers_every_text_and_names_its_file(catalogue: Catalogue) -> None:
    texts = voice_texts(catalogue)
    assert len({text.id for text in texts}) == len(texts) > 1000
    html = script_html(texts[:3], "nod", {m.id: m.title.shown for m in catalogue.modules})
    assert html.count("<li ") == 3
    assert f"nod/{texts[2].id}.opus" in html
    assert texts[0].words in html


def test_a_build_puts_voices_beside_the_site_and_inside_the_page_when_asked(
    catalogue: Catalogue, made: dict[str, WebTarget], tmp_path: Path
) -> None:
    text = next(t for t in voice_texts(catalogue) if t.id.endswith(".ask"))
    record(tmp_path, text, b"clip", "nod")
    record(tmp_path, replace(text, id="unknown"), b"clip")
    assert len(recordings(tmp_path)) == 2
    beside = {t.name: t for t in web_targets(catalogue, audio=tmp_path)}
    clip = beside[f"{SITE}{AUDIO}nod/{text.id}.opus"]
    assert clip.render() == b"clip"
    assert beside[PAGE].key == made[PAGE].key
    site = json.loads(beside[f"{SITE}index.html"].content)
    assert site["audio"] == {"nod": {text.id: f"{AUDIO}nod/{text.id}.opus"}}
    inside = web_targets(catalogue, audio=tmp_path, voice_inside=True)[0]
    assert json.loads(inside.content)["audio"]["nod"][text.id].startswith("data:audio/ogg;base64,")
    assert "media-src data:" in inside.join([b""] * 3).decode()
    assert "media-src" not in made[PAGE].join([b""] * 3).decode()
