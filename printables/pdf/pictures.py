"""Pictures of a process: each SVG is worked out once for each size, then only drawn again.

WeasyPrint reads the paths of a picture anew wherever it stands; a sheet of coins holds hundreds.
The operators of a drawing are the same wherever it stands, since what moves it comes before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_STATE = (
    "_current_color",
    "_current_color_stroke",
    "_current_alpha",
    "_current_alpha_stroke",
    "_current_font",
    "_current_font_size",
)
"""Attributes of a stream that decide which operators a drawing needs: what is set is left out."""


class Pictures(dict[str, Any]):
    """WeasyPrint's cache of pictures by their address; SVG pictures in it draw themselves once."""

    def __setitem__(self, address: str, picture: Any) -> None:
        is_svg = type(picture).__name__ == "SVGImage"
        super().__setitem__(address, _DrawnOnce(picture) if is_svg else picture)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing as operators.

    Attributes:
        states: graphics states that the operators name, by name.
        after: the stream's own state at the end, see `_STATE`.
    """

    operators: list[bytes]
    states: dict[str, Any]
    after: tuple[Any, ...]


class _DrawnOnce:
    """A picture of WeasyPrint's that keeps its drawings."""

    def __init__(self, picture: Any) -> None:
        self._picture = picture
        self._drawings: dict[tuple[Any, ...], _Drawing | None] = {}

    def get_intrinsic_size(self, image_resolution: Any, font_size: Any) -> Any:
        """Return width, height and ratio, as WeasyPrint asks for them."""
        return self._picture.get_intrinsic_size(image_resolution, font_size)

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Draw the picture on the stream at that size."""
        before = tuple(getattr(stream, name) for name in _STATE)
        key = (width, height, *before)
        if key not in self._drawings:
            self._drawings[key] = self._drawing(stream, width, height, style, before)
        drawing = self._drawings[key]
        if drawing is None:
            self._picture.draw(stream, width, height, style)
            return
        stream.stream.extend(drawing.operators)
        for name, state in drawing.states.items():
            stream._resources["ExtGState"].setdefault(name, state)
        _set_state(stream, drawing.after)

    def _drawing(
        self, stream: Any, width: float, height: float, style: Any, before: tuple[Any, ...]
    ) -> _Drawing | None:
        """Return the drawing; None if it needs more of its document than graphics states."""
        resources: dict[str, Any] = {kind: {} for kind in stream._resources if kind != "ColorSpace"}
        resources["ColorSpace"] = stream._resources["ColorSpace"]
        alone = stream.clone(resources=resources, fonts={}, images={})
        _set_state(alone, before)
        self._picture.draw(alone, width, height, style)
        states = resources.pop("ExtGState")
        del resources["ColorSpace"]
        if any(resources.values()) or alone._fonts or alone._images:
            return None
        return _Drawing(alone.stream, states, tuple(getattr(alone, name) for name in _STATE))


def _set_state(stream: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(_STATE, state, strict=True):
        setattr(stream, name, value)
