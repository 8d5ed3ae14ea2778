"""Makes `dist/rusit`, a folder for laptops without Python: game, practice page and papers.

What a double click starts holds no builder: catalogue, PDFs and practice page are made beforehand
and lie in the folder. Called by `make app`; needs PyInstaller.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import PyInstaller.__main__

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build"
APP = ROOT / "dist" / "rusit"

# Only a build needs these: they are large, and one of them needs Pango.
LEFT_OUT = ("pythainlp", "weasyprint", "pikepdf", "fontTools", "watchfiles", "hypothesis", "mypy")

READ_FIRST = """\
รู้สิทธิ

- ดับเบิลคลิก rusit เพื่อเล่นเกม
- เปิด หน้าฝึก.html เพื่อฝึกในเบราว์เซอร์ หรือส่งไฟล์นี้ทาง LINE
- แผ่นพิมพ์อยู่ในโฟลเดอร์ เอกสาร

ข้อมูลเป็นของวันที่ที่พิมพ์ไว้บนแผ่น ไม่ใช้อินเทอร์เน็ต ไม่เก็บชื่อใคร
"""


def main() -> None:
    """Build the content, freeze the program, and put what is ready beside it."""
    subprocess.run([sys.executable, "rusit.py", "build"], cwd=ROOT, check=True)
    arguments = [
        str(ROOT / ".ci" / "app_start.py"),
        "--name=rusit",
        "--windowed",
        "--noconfirm",
        f"--distpath={ROOT / 'dist'}",
        f"--workpath={BUILT / 'app'}",
        f"--specpath={BUILT / 'app'}",
        f"--paths={ROOT}",
        "--copy-metadata=rusit",
        *(f"--collect-data={package}" for package in ("engine", "games")),
        *(f"--exclude-module={name}" for name in LEFT_OUT),
    ]
    PyInstaller.__main__.run(arguments)
    # On macOS the program lies in an .app bundle beside the folder, which is what is clicked.
    bundle = ROOT / "dist" / "rusit.app"
    inner = bundle / "Contents" / "MacOS" if bundle.exists() else APP
    shutil.copy(BUILT / "catalogue.json", inner)
    if bundle.exists():
        shutil.rmtree(APP)
        APP.mkdir()
        shutil.move(str(bundle), str(APP))
    shutil.copytree(BUILT / "print", APP / "เอกสาร", dirs_exist_ok=True)
    shutil.copy(BUILT / "web" / "rusit-practice.html", APP / "หน้าฝึก.html")
    (APP / "อ่านก่อน.txt").write_text(READ_FIRST, encoding="utf-8")
    _try(inner if not bundle.exists() else APP / bundle.name / "Contents" / "MacOS")
    print(APP)


def _try(folder: Path) -> None:
    """Let bots play a whole game with the program that was made."""
    program = folder / ("rusit.exe" if sys.platform == "win32" else "rusit")
    pictures = BUILT / "app" / "pictures"
    shutil.rmtree(pictures, ignore_errors=True)
    arguments = ["play", "--demo", "--seed", "40", "--screenshots", str(pictures)]
    subprocess.run([str(program), *arguments], cwd=BUILT, check=True)
    if len(list(pictures.glob("*.png"))) < 20:
        sys.exit("the program that was made did not play a whole game")


main()
