"""Fonts cut to the signs that a page shows, as data inside its style sheet."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

FONTS = Path(__file__).parents[3] / "engine" / "assets" / "fonts"

_FACES = (
    ("Reading", 400, "NotoSansThaiLooped-Regular.ttf"),
    ("Reading", 600, "NotoSansThaiLooped-SemiBold.ttf"),
    ("Heading", 600, "Kanit-SemiBold.ttf"),
)
# What a person may type into the search, whatever the content holds.
_TYPED = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xE01, 0xE3B), *range(0xE3F, 0xE5A))))


@dataclass(frozen=True, slots=True)
class FontSubset:
    """A font cut to the signs that a page shows; a piece of the page, kept between builds.

    Attributes:
        family, weight: as the page's styles name it.
        file: the whole font.
        signs: all that it can show, in order.
    """

    family: str
    weight: int
    file: Path
    signs: str

    @property
    def name(self) -> str:
        """Return its name in the build."""
        return f"web/font/{self.family}-{self.weight}"

    @property
    def key(self) -> str:
        """Return a hash of the font, the signs and the program that cuts it."""
        made_by = f"{version('fonttools')} {_source_hash()}"
        whole = sha256(self.file.read_bytes()).hexdigest()
        return sha256(f"{made_by} {whole} {self.signs}".encode()).hexdigest()

    def render(self) -> bytes:
        """Return the font as WOFF2."""
        from fontTools.subset import Options, Subsetter
        from fontTools.ttLib import TTFont

        font = TTFont(self.file, recalcTimestamp=False)
        options = Options()
        options.flavor = "woff2"
        options.layout_features = ["*"]
        options.hinting = False
        options.drop_tables += ["DSIG"]
        subsetter = Subsetter(options)
        subsetter.populate(text=self.signs)
        subsetter.subset(font)
        font.flavor = "woff2"
        written = io.BytesIO()
        font.save(written)
        return written.getvalue()


def font_subsets(shown: Iterable[str], further: Sequence[Path] = ()) -> tuple[FontSubset, ...]:
    """Return the page's fonts, cut to these signs and those that a person may type.

    Args:
        further: font files for signs that the page's own fonts do not hold. A browser takes
            each sign from the first font of a family that has it.
    """
    signs = _TYPED.union(*map(set, shown))
    written = "".join(sorted(signs))
    own = [FontSubset(family, weight, FONTS / file, written) for family, weight, file in _FACES]
    missing = signs - _signs_of(own[0].file)
    more = []
    for file in further:
        held = "".join(sorted(missing & _signs_of(file)))
        more += [FontSubset(family, weight, file, held) for family, weight, _ in _FACES if held]
    return (*own, *more)


@cache
def _signs_of(file: Path) -> frozenset[str]:
    """Return the signs that a font can show."""
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def font_faces(fonts: Sequence[FontSubset], made: Sequence[bytes]) -> str:
    """Return the `@font-face` rules that hold these fonts."""
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight};'
        f" font-display: block;"
        f' src: url("data:font/woff2;base64,{base64.b64encode(data).decode()}") format("woff2"); }}'
        for font, data in zip(fonts, made, strict=True)
    )


@cache
def _source_hash() -> str:
    return sha256(Path(__file__).read_bytes()).hexdigest()
