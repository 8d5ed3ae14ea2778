"""A build of content: checked, compiled, and its outputs made; once, or at every save.

What reads and compiles is imported late: a build with nothing to do never loads it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine.building.build import build, inputs_key
from engine.building.catalogue_cache import code_files, packages, wrong_clock
from engine.building.executor import BuildTarget, Progress, worker_pool
from engine.building.manifest import is_current
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problem, RusitError
from engine.garbage_collection import uncollected
from engine.loading.content import content_files

if TYPE_CHECKING:
    from engine.catalogue import Catalogue
    from engine.catalogue.compilation import Checked
    from engine.loading.content_loader import ParseCache

ProgressBar = Callable[[], AbstractContextManager[Progress]]


def _nothing() -> None:
    """Do nothing: for workers that have nothing to load."""


@dataclass(frozen=True)
class CompiledContent:
    """The content that the targets of a part are made from.

    Attributes:
        in_language: compiles the same content in a further language.
    """

    checked: Checked
    catalogue: Catalogue
    in_language: Callable[[str], Catalogue]


@dataclass(frozen=True)
class BuildPart:
    """A part of a build: its outputs and what they depend on.

    Attributes:
        outputs: beginnings of their names.
        targets: what makes them.
        get_ready: loads what that needs, in a worker, while the content is read.
        options, files, languages, code: what else decides them; `code` as folders of ours.
    """

    outputs: tuple[str, ...]
    targets: Callable[[CompiledContent], Iterable[BuildTarget]]
    get_ready: Callable[[], None] = _nothing
    options: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    languages: tuple[str, ...] = ()
    code: tuple[str, ...] = ()


def pack_part() -> BuildPart:
    """Return the part that holds the catalogue and the schemas for editors."""

    def targets(content: CompiledContent) -> Iterator[BuildTarget]:
        from engine.building.plain_targets import catalogue_target, schema_targets

        yield catalogue_target(content.catalogue)
        yield from schema_targets(content.checked.written)

    return BuildPart(("catalogue.json", "schema/"), targets)


@dataclass(frozen=True)
class ContentBuild:
    """The content, the folder and the parts of a build.

    Attributes:
        parts: by name; those whose targets take longest come first.
        by_clock: the day is what the computer's clock says, see `check_content`.
        language: of the catalogue and the sheets.
        progress: shows what is done.
    """

    root: Path
    out: Path
    parts: Mapping[str, BuildPart]
    jobs: int
    day: date
    by_clock: bool
    language: str
    progress: ProgressBar

    def once(self) -> str:
        """Build, unless nothing changed; return one line on what was done."""
        key = self._inputs()
        if is_current(self.out, key):
            return Message("{out}: nothing changed", out=self.out)
        with self.workers() as workers:
            return self._make(key, workers, None)

    def at_every_save(self, workers: Executor) -> Iterator[tuple[Problem, ...]]:
        """Build now and after every save, for ever; yield what each build found wrong."""
        from watchfiles import watch

        from engine.loading.content_loader import ParseCache

        parse_cache = ParseCache()
        saves = watch(self.root, debounce=100, step=20, rust_timeout=100, yield_on_timeout=True)
        next(saves)  # Now it watches: what is saved while we build is not missed.
        while True:
            try:
                print(self._make(self._inputs(), workers, parse_cache), file=sys.stderr)
                yield ()
            except ContentError as error:
                yield error.problems
            except RusitError as error:
                if error.problem.code == "BUILD02":
                    raise  # There are no workers any more.
                yield (error.problem,)
            while not next(saves):
                pass

    def workers(self) -> Executor:
        """Return processes that load what they need while this one reads the content."""
        # Loaded before the workers are forked, which then have it too.
        import engine.catalogue.compilation  # noqa: F401

        ready = [part.get_ready for part in self.parts.values() if part.get_ready is not _nothing]
        return worker_pool(self.jobs, ready[0] if ready else _nothing)

    def _inputs(self) -> str:
        """Return the key of the whole build."""
        parts = self.parts.values()
        options = {
            "packages": packages(),
            "as_of": self.day.isoformat(),
            "clock": str(self.by_clock),
            "language": self.language,
            "only": ",".join(sorted(self.parts)),
        }
        for part in parts:
            options |= part.options
        languages = sorted({self.language, *(name for part in parts for name in part.languages)})
        files = [path for language in languages for path in content_files(self.root, language)]
        files += [path for part in parts for path in part.files]
        code = code_files("engine", *(folder for part in parts for folder in part.code))
        return inputs_key(files, options, code)

    def _make(self, key: str, workers: Executor, parse_cache: ParseCache | None) -> str:
        """Build what changed; return one line on what was done."""
        with uncollected(), self.progress() as report:
            checked = self._checked(self.language, parse_cache)
            if checked.clock is not None:
                print(wrong_clock(checked.clock, checked.as_of), file=sys.stderr)
            catalogue = self._compiled(checked)
            _print_warnings(checked)
            content = CompiledContent(
                checked,
                catalogue,
                lambda language: self._compiled(self._checked(language, parse_cache)),
            )
            parts = self.parts.values()
            built = build(
                self.out,
                (target for part in parts for target in part.targets(content)),
                inputs=key,
                as_of=catalogue.as_of,
                edition=catalogue.edition,
                worker_pool=workers,
                whole=[name for part in parts for name in part.outputs],
                on_done=report,
            )
        return Message(
            "{out}: {made} made, {kept} unchanged, edition {edition}",
            out=self.out,
            made=len(built.made),
            kept=len(built.kept),
            edition=catalogue.edition,
        )

    def _checked(self, language: str, parse_cache: ParseCache | None) -> Checked:
        from engine.catalogue.compilation import check_content

        return check_content(
            self.root, self.day, parse_cache, by_clock=self.by_clock, language=language
        )

    def _compiled(self, checked: Checked) -> Catalogue:
        """Return the catalogue; raise ContentError with all errors of the content."""
        from engine.catalogue.compilation import compile_catalogue

        if checked.problems.errors:
            raise ContentError(checked.problems.errors)
        return compile_catalogue(checked, self.out / ".words.json")


def _print_warnings(checked: Checked) -> None:
    warnings = len(checked.problems.warnings)
    if warnings:
        message = Message("{warnings} warnings; `rusit check` lists them", warnings=warnings)
        print(message, file=sys.stderr)
