"""Rich text as HTML: its blocks and marks, the words written by the caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from engine.schema.text import MARKS, BlockKind, Text, TextBlock

_LISTS: dict[BlockKind, str] = {"bullet": "ul", "number": "ol"}


def html_of_blocks(text: Text, words: Callable[[int, int], str]) -> str:
    """Return the HTML of a text that has blocks.

    Args:
        words: returns the words of the Thai from one offset to another, as HTML.
    """
    parts: list[str] = []
    open_list = ""
    open_item = ""
    for block in text.blocks:
        if block.kind == "line" and open_item:
            parts.append("<br>")
        else:
            parts.append(open_item)
            wanted = _LISTS.get(block.kind, "")
            if wanted != open_list:
                parts.append(f"</{open_list}>" if open_list else "")
                parts.append(f"<{wanted}>" if wanted else "")
                open_list = wanted
            tag = "li" if wanted else "p"
            parts.append(f"<{tag}>")
            open_item = f"</{tag}>"
        parts.extend(_inline(block, words))
    parts.append(open_item)
    parts.append(f"</{open_list}>" if open_list else "")
    return "".join(parts)


def _inline(block: TextBlock, words: Callable[[int, int], str]) -> Iterator[str]:
    """Yield the words of a block, stretches of like marks in their tags."""
    edges = {block.start, block.end, *(e for span in block.spans for e in (span.start, span.end))}
    for start, end in pairwise(sorted(edges)):
        marks = [
            mark
            for mark in MARKS
            if any(s.mark == mark and s.start <= start and end <= s.end for s in block.spans)
        ]
        opened = "".join(f"<{mark}>" for mark in marks)
        closed = "".join(f"</{mark}>" for mark in reversed(marks))
        yield f"{opened}{words(start, end)}{closed}"
