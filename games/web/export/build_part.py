"""The practice page as a part of a build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.building.content_build import BuildPart, CompiledContent
from engine.building.executor import BuildTarget
from engine.translation.translations import language_of
from games.web.export.targets import web_targets
from games.web.voice.recordings import audio_folder, recordings


def web_part(root: Path, languages: tuple[str, ...], *, voice_inside: bool) -> BuildPart:
    """Return the part that makes the practice page and its site.

    Args:
        languages: of the page, the first one first; none: that of the build alone.
        voice_inside: puts recorded voices in the single page too.
    """
    audio = audio_folder(root)

    def targets(content: CompiledContent) -> Iterable[BuildTarget]:
        own = content.catalogue.language
        first, *others = languages or (own,)
        compiled = {own: content.catalogue}
        for language in {first, *others} - compiled.keys():
            compiled[language] = content.in_language(language)
        return web_targets(
            compiled[first],
            beside=[compiled[language] for language in others],
            languages=[language_of(content.checked.written, language) for language in compiled],
            audio=audio,
            voice_inside=voice_inside,
        )

    return BuildPart(
        ("web/",),
        targets,
        options={"voice_inside": str(voice_inside), "langs": ",".join(languages)},
        files=tuple(recording.path for recording in recordings(audio)),
        languages=languages,
        code=("games/practice", "games/web"),
    )
