"""The recordings there are, and which of them still say what the content says.

Beside the recordings of a language, `recorded.json` keeps for each the hash of its bytes and of
the text that it was made for. A recording with new bytes was made for the present text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from engine.atomic_files import write_atomically
from games.web.voice.texts import VoiceText

LEDGER = "recorded.json"
SUFFIX = ".opus"


@dataclass(frozen=True, slots=True)
class Recording:
    """A file with a voice.

    Attributes:
        language: ``th``, or ``nod`` for Northern Thai.
        text: id of the text that it reads.
    """

    language: str
    text: str
    path: Path

    def digest(self) -> str:
        """Return a short hash of the file."""
        return sha256(self.path.read_bytes()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings about the recordings of a language, as ids of texts."""

    language: str
    usable: tuple[str, ...]
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    unknown: tuple[str, ...]


def audio_folder(root: Path) -> Path:
    """Return the folder of recordings below a content folder."""
    return root / "audio"


def recordings(folder: Path) -> list[Recording]:
    """Return all recordings, in order; none where there is no such folder."""
    found = sorted(folder.glob(f"*/*{SUFFIX}")) if folder.is_dir() else []
    return [
        Recording(path.parent.name, path.stem, path)
        for path in found
        if not path.name.startswith(".")
    ]


def usable_recordings(folder: Path, texts: Iterable[VoiceText]) -> list[Recording]:
    """Return the recordings that say what the content says: the others would teach what was."""
    current = {text.id: text.digest for text in texts}
    ledgers: dict[str, dict[str, dict[str, str]]] = {}
    found = []
    for recording in recordings(folder):
        ledger = ledgers.setdefault(recording.language, _ledger(folder / recording.language))
        digest = current.get(recording.text)
        known = ledger.get(recording.text)
        is_stale = known is not None and (
            known.get("clip") == recording.digest() and known.get("text") != digest
        )
        if digest is not None and not is_stale:
            found.append(recording)
    return found


def check_recordings(folder: Path, language: str, texts: Iterable[VoiceText]) -> Findings:
    """Return what is missing, stale or unknown, and note new recordings as made for these texts."""
    texts = list(texts)
    current = {text.id: text.digest for text in texts}
    own = {r.text: r for r in recordings(folder) if r.language == language}
    usable = {r.text for r in usable_recordings(folder, texts) if r.language == language}
    ledger = _ledger(folder / language)
    for name in usable:
        ledger[name] = {"text": current[name], "clip": own[name].digest()}
    if own:
        kept = {name: ledger[name] for name in sorted(ledger.keys() & own.keys())}
        write_atomically(folder / language / LEDGER, _json(kept))
    return Findings(
        language,
        tuple(name for name in current if name in usable),
        tuple(name for name in current if name not in own),
        tuple(name for name in current if name in own and name not in usable),
        tuple(name for name in own if name not in current),
    )


def _ledger(folder: Path) -> dict[str, dict[str, str]]:
    """Return what was noted; nothing where the file is missing or damaged."""
    try:
        noted = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(noted, dict):
        return {}
    return {name: entry for name, entry in noted.items() if isinstance(entry, dict)}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
