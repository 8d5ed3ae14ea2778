"""Commands about recorded voices of the practice page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import AsOf, ContentDir
from engine.diagnostics.messages import Message

if TYPE_CHECKING:
    from engine.catalogue import Catalogue

voice = typer.Typer(help="Recorded voices of the practice page.", no_args_is_help=True)

VoiceLanguage = Annotated[
    str, typer.Option("--voice", help="Language of the voice: th, nod (Northern Thai).")
]
ModuleOption = Annotated[str, typer.Option("--module", help="Only this module.")]


@voice.command("script")
def voice_script(
    out: Annotated[Path, typer.Option("--out", help="Where the script goes.")] = Path(
        "build/voice"
    ),
    language: VoiceLanguage = "th",
    module: ModuleOption = "",
    content: ContentDir = None,
    as_of: AsOf = None,
) -> None:
    """Write what has to be recorded still: numbered, in large type, with the files' names."""
    from engine.atomic_files import write_atomically
    from games.web.voice.recordings import audio_folder, check_recordings
    from games.web.voice.script import script_html
    from games.web.voice.texts import voice_texts

    root, catalogue = _catalogue(content, as_of)
    texts = [text for text in voice_texts(catalogue) if module in ("", text.module)]
    done = check_recordings(audio_folder(root), language, texts).usable
    open_texts = [text for text in texts if text.id not in set(done)]
    titles = {m.id: m.title.shown for m in catalogue.modules}
    path = out / f"script-{language}.html"
    write_atomically(path, script_html(open_texts, language, titles).encode())
    message = Message(
        "{path}: {count} texts to record, {count2} are done",
        path=path,
        count=len(open_texts),
        count2=len(done),
    )
    print(message)


@voice.command("check")
def voice_check(
    language: VoiceLanguage = "th",
    module: ModuleOption = "",
    content: ContentDir = None,
    as_of: AsOf = None,
) -> None:
    """Name recordings that are missing, stale, unknown or damaged; exit 1 if one cannot be used."""
    from games.web.voice.recordings import SUFFIX, audio_folder, check_recordings
    from games.web.voice.sound import faults
    from games.web.voice.texts import voice_texts

    root, catalogue = _catalogue(content, as_of)
    folder = audio_folder(root)
    texts = [text for text in voice_texts(catalogue) if module in ("", text.module)]
    found = check_recordings(folder, language, texts)
    for name in found.stale:
        print(Message("{name}: stale, the text has changed since it was recorded", name=name))
    if not module:
        for name in found.unknown:
            print(Message("{name}: there is no text of this id", name=name))
    broken = 0
    for name in found.usable:
        for fault in faults(folder / language / f"{name}{SUFFIX}"):
            broken += 1
            print(f"{name}: {fault}")
    for name in found.missing:
        print(Message("{name}: missing", name=name))
    message = Message(
        "{language}: {count} recorded, {count2} missing, {count3} stale, {broken} damaged",
        language=language,
        count=len(found.usable),
        count2=len(found.missing),
        count3=len(found.stale),
        broken=broken,
    )
    print(message)
    if found.stale or broken:
        raise typer.Exit(1)


def _catalogue(content: Path | None, as_of: date | None) -> tuple[Path, Catalogue]:
    """Return the content folder and its catalogue."""
    from engine.catalogue.compilation import check_content, compile_catalogue
    from engine.loading.content import default_root

    root = content or default_root()
    return root, compile_catalogue(check_content(root, as_of or date.today()))
