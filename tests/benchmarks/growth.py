"""Measures how checking and compiling grow with the content, and draws it.

    python -m tests.benchmarks.growth docs/growth.png

Processor time, so that a busy machine does not bend the line; each size in a process of its own,
so that memory is its own peak.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import ASSETS
from tests.engine.small import MODULE, write_content

DAY = date(2026, 11, 20)
SIZES = (10, 25, 50, 75, 100)
QUESTIONS = 50


def many_modules(root: Path, modules: int) -> Path:
    """A content folder of so many modules with fifty questions each."""
    content = write_content(root)
    head, questions, tail = MODULE.partition("questions:\n")
    question, myths, rest = tail.partition("myths:\n")
    fifty = "".join(question.replace("tiny.q.days", f"tiny.q.days{i}") for i in range(QUESTIONS))
    (content / "modules" / "tiny.yaml").unlink()
    for i in range(modules):
        text = (head + questions + fifty + myths + rest).replace("tiny", f"tiny{i}")
        (content / "modules" / f"tiny{i}.yaml").write_text(text, encoding="utf-8")
    return content


def measure(modules: int) -> tuple[float, float]:
    """(seconds of processor time, peak megabytes) of checking and compiling."""
    with TemporaryDirectory() as folder:
        content = many_modules(Path(folder), modules)
        began = time.process_time()
        checked = check_content(content, DAY)
        assert not checked.problems.errors
        assert len(compile_catalogue(checked).modules) == modules
        spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return spent, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def draw(points: dict[int, tuple[float, float]], path: Path) -> None:
    """Two panels over the number of questions: seconds, and megabytes."""
    picture = Image.new("RGB", (1200, 520), "#FBF6EC")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(ASSETS / "fonts" / "Kanit-SemiBold.ttf"), 20)
    for panel, (title, colour) in enumerate((("seconds", "#075656"), ("megabytes", "#8A1446"))):
        left, right, top, bottom = 90 + panel * 600, 560 + panel * 600, 70, 440
        most = max(values[panel] for values in points.values()) * 1.1
        widest = max(points) * QUESTIONS
        spots = [
            (
                left + (right - left) * n * QUESTIONS / widest,
                bottom - (bottom - top) * v[panel] / most,
            )
            for n, v in points.items()
        ]
        pen.line([(left, top), (left, bottom), (right, bottom)], fill="#1F1B16", width=2)
        pen.line(spots, fill=colour, width=4)
        for (x, y), (n, values) in zip(spots, points.items(), strict=True):
            pen.ellipse((x - 6, y - 6, x + 6, y + 6), fill=colour)
            pen.text((x, y - 12), f"{values[panel]:.3g}", fill=colour, font=font, anchor="rb")
            pen.text((x, bottom + 8), f"{n * QUESTIONS:,}", fill="#1F1B16", font=font, anchor="ma")
        pen.text((left, 20), title, fill=colour, font=font)
        pen.text((right, bottom + 40), "questions", fill="#1F1B16", font=font, anchor="ra")
    picture.save(path)


def main() -> None:
    """Measure each size, then draw; with one number, measure that size alone."""
    if sys.argv[1].isdigit():
        print(json.dumps(measure(int(sys.argv[1]))))
        return
    points: dict[int, tuple[float, float]] = {}
    for modules in SIZES:
        command = [sys.executable, "-m", "tests.benchmarks.growth", str(modules)]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        seconds, megabytes = json.loads(said)
        points[modules] = (seconds, megabytes)
        print(f"{modules * QUESTIONS:6,} questions  {seconds:6.2f} s  {megabytes:6.0f} MB")
    draw(points, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
