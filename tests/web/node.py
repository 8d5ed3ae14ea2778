"""Node, which comes with the development extra, for tests of the page's rules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


def run(script: Path, given: object) -> Any:
    """Return what the script writes when it is given a value, both as JSON."""
    beside = Path(sys.executable).parent
    node = shutil.which("node", path=f"{beside}{os.pathsep}{os.environ['PATH']}")
    assert node is not None, "node comes with the development extra: pip install -e .[dev]"
    done = subprocess.run(
        [node, str(script)],
        input=json.dumps(given),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
