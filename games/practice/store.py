"""The store of those who practise on this computer.

An animal stands for a person: no name, no number. An answer and the place where its round
then stands are one line of the file, on the disk before the feedback is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from games.practice.rounds import Round
from games.practice.scheduler import Memory
from games.practice.store_entries import (
    accepted,
    pack_memory,
    pack_round,
    read_first_edition,
    read_memory,
    read_round,
)
from games.storage import Entry, Journal, StoreKind, Trouble, open_journal
from games.storage.lines import ALONE

COMPACT_ABOVE = 1_000_000
"""Bytes above which the file is rewritten at the start: each question's last answer stays."""

KIND = StoreKind("practice", "practice.rusit", "practice.sqlite3", read_first_edition)


class PracticeStore:
    """An open store. Made by `open_practice`.

    Attributes:
        trouble: why what is practised will be forgotten; None while all is well.
        damaged: True if something that was written could not be read.
        set_aside: where the damaged original is kept; None if there is none.
    """

    def __init__(
        self,
        journal: Journal,
        entries: Iterable[Entry] = (),
        *,
        trouble: Trouble | None = None,
        damaged: bool = False,
        set_aside: Path | None = None,
    ) -> None:
        self._journal = journal
        self._memories: dict[str, dict[str, Memory]] = {}
        self._rounds: dict[str, Round | None] = {}
        for entry in entries:
            self._take(entry.value)
        self.trouble = trouble
        self.damaged = damaged
        self.set_aside = set_aside

    def close(self) -> None:
        """Close the file."""
        self._journal.close()

    def people(self) -> tuple[str, ...]:
        """Return the animals that practise here."""
        return tuple(sorted(self._memories))

    def begin(self, animal: str) -> None:
        """Make room for an animal; nothing happens if it is known."""
        if animal not in self._memories:
            self._write(["learned", animal, []])

    def forget(self, animal: str) -> None:
        """Forget an animal and all that it practised, in the file too."""
        kept = [entry for entry in self._entries() if entry.value[1] != animal]
        try:
            self._journal.rewrite(kept)
        except OSError as error:
            raise _unsaved(error) from error
        self._memories.pop(animal, None)
        self._rounds.pop(animal, None)

    def memories(self, animal: str) -> dict[str, Memory]:
        """Return the animal's memories by question, but those whose days cannot be read."""
        return dict(self._memories.get(animal, {}))

    def round(self, animal: str) -> Round | None:
        """Return the round the animal is in; None if it is in none."""
        return self._rounds.get(animal)

    def keep_answer(self, animal: str, question: str, memory: Memory, going: Round) -> None:
        """Keep an answer and the round after it; both are on the disk when this returns."""
        self._known(animal)
        self._write(["answer", animal, pack_memory(question, memory), pack_round(going)])

    def take(self, animal: str, memories: Mapping[str, Memory]) -> None:
        """Take in memories from another device, and keep of each question the later one."""
        own = self.memories(animal)
        later = [
            pack_memory(question, memory)
            for question, memory in memories.items()
            if question not in own or _newness(memory) > _newness(own[question])
        ]
        self._write(["learned", animal, later])

    def keep_round(self, animal: str, going: Round | None) -> None:
        """Keep where the round stands; None puts it away."""
        self._known(animal)
        self._write(["round", animal, None if going is None else pack_round(going)])

    def compact(self) -> None:
        """Rewrite the file with what holds now; where there is no room, it stays as it is."""
        with suppress(OSError):
            self._journal.rewrite(self._entries())

    def _known(self, animal: str) -> None:
        if animal not in self._memories:
            raise _unsaved(Message("{animal!r} does not practise here", animal=animal))

    def _entries(self) -> list[Entry]:
        kept = []
        for animal, memories in self._memories.items():
            packed = [pack_memory(question, memory) for question, memory in memories.items()]
            kept.append(Entry(ALONE, ["learned", animal, packed]))
            if (going := self._rounds.get(animal)) is not None:
                kept.append(Entry(ALONE, ["round", animal, pack_round(going)]))
        return kept

    def _take(self, value: list[Any]) -> None:
        """Take in an entry; `accepted` has found that it makes sense."""
        kind, animal, *rest = value
        memories = self._memories.setdefault(animal, {})
        if kind == "learned":
            memories.update(map(read_memory, rest[0]))
        elif kind == "answer":
            memories.update([read_memory(rest[0])])
        if kind != "learned":
            self._rounds[animal] = None if rest[-1] is None else read_round(rest[-1])

    def _write(self, value: list[Any]) -> None:
        """Write an entry, then take it in.

        Raises:
            RusitError: PRAC01 if it could not be written (disk full, card pulled out).
        """
        try:
            self._journal.append(Entry(ALONE, value))
        except OSError as error:
            raise _unsaved(error) from error
        self._take(value)


def open_practice(folder: Path | None) -> PracticeStore:
    """Return the store in that folder, made if there is none; in memory if `folder` is None.

    Of a damaged file all answers that can be read are kept, and the original is kept beside it.
    Where the folder cannot be written, another copy of the program has it open, or a newer
    Rusit made the file, the store lives in memory and says so (`trouble`).
    """
    opened = open_journal(folder, KIND, accepted)
    store = PracticeStore(
        opened.journal,
        opened.entries,
        trouble=opened.trouble,
        damaged=opened.damaged,
        set_aside=opened.set_aside,
    )
    if opened.journal.size > COMPACT_ABOVE:
        store.compact()
    return store


def open_lasting(folder: Path) -> PracticeStore:
    """Return the store in that folder, where what is written is sure to last.

    Raises:
        RusitError: PRAC05 when nothing would.
    """
    store = open_practice(folder)
    if store.trouble is None:
        return store
    store.close()
    why = {
        "forbidden": "it cannot be written",
        "newer": "a newer Rusit made the file",
        "open": "another copy of Rusit has it open",
    }[store.trouble]
    message = Message("practice cannot be kept in {folder}: {why}", folder=folder, why=why)
    raise RusitError("PRAC05", message, hint="name another with --saves")


def _newness(memory: Memory) -> tuple[date, int]:
    return (memory.last, memory.seen)


def _unsaved(why: object) -> RusitError:
    hint = "make room on the disk; you can go on practising, it is just not remembered"
    return RusitError("PRAC01", Message("the answer could not be kept: {why}", why=why), hint=hint)
