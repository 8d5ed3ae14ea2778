"""Practice on this device: who practises, the round they are in, and what each answer leaves.

An answer is graded, learned and written to the store before its feedback is shown. Someone
who practises just once is kept in memory alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from engine.schema.question import Question, Response
from engine.schema.text import Text
from games.practice import rounds
from games.practice.animals import ANIMALS
from games.practice.rounds import AskedQuestion, Mode, Round
from games.practice.scheduler import RULES, Memory, grade, learn
from games.practice.store import PracticeStore
from games.ui.shell.scene import SceneStack
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit.interface_text import InterfaceText

QUESTIONS = int(RULES["round"]["questions"])
MINUTES = int(RULES["round"]["minutes"])


@dataclass(frozen=True)
class Given:
    """An answer that was given.

    Attributes:
        returns: the question comes back before the round ends.
        last: the round is over with it.
    """

    question: Question
    response: Response
    right: bool
    returns: bool
    last: bool


@dataclass(frozen=True)
class Grown:
    """Progress with a module: questions that are solid, that are growing, and all."""

    solid: int
    growing: int
    all: int


class Practice(ScreenContext):
    """The session that the scenes of practice stand on.

    Attributes:
        today: the day where the person is; asked at every answer, a round may pass midnight.
        leave: goes home.
        animal: who practises; None: just once.
        modules: ids that rounds are about.
        mode: how long rounds are.
        going: the round they are in.
        refused: the last answer could not be written to the disk.
    """

    def __init__(
        self,
        scenes: SceneStack,
        catalogue: Catalogue,
        words: InterfaceText,
        store: PracticeStore,
        today: Callable[[], date],
        leave: Callable[[], None],
        modules: Iterable[str] = (),
    ) -> None:
        super().__init__(scenes, catalogue, words)
        self.store = store
        self.today = today
        self.leave = leave
        chosen = set(modules) & set(catalogue.module_by_id)
        self.modules = chosen or set(catalogue.module_by_id)
        self.mode: Mode = "questions"
        self.animal: str | None = None
        self.memories: dict[str, Memory] = {}
        self.going: Round | None = None
        self.refused = False

    # Who practises.

    def people(self) -> dict[str, int]:
        """Return the animals that practise here, with the questions each has met."""
        known = set(self.store.people())
        return {a: len(self.store.memories(a)) for a in ANIMALS if a in known}

    def practise_as(self, animal: str | None) -> None:
        """Someone sits down; None: just once, nothing is kept."""
        self.animal = animal
        self.memories, self.going, self.refused = {}, None, False
        if animal is None:
            return
        self._write(lambda: self.store.begin(animal))
        self.memories = self.store.memories(animal)
        self.going = self._known(self.store.round(animal))

    def forget(self) -> None:
        """Forget who practises, and all they practised.

        Raises:
            RusitError: PRAC01 when the disk refuses.
        """
        if self.animal is not None:
            self.store.forget(self.animal)
        self.animal, self.memories, self.going = None, {}, None

    def animal_name(self, animal: str) -> Text:
        """Return its name: the page and the screen call the animals the same."""
        return self.words.at(f"web.animal.{animal}")

    # What waits.

    @property
    def due(self) -> int:
        """Questions to look at again today."""
        today = self.today()
        questions = self.catalogue.questions
        return sum(q in questions and m.is_due(today) for q, m in self.memories.items())

    def grown(self, module: str) -> Grown:
        """Return their progress with a module."""
        questions = self.catalogue.module_by_id[module].questions
        met = [self.memories[q.id] for q in questions if q.id in self.memories]
        solid = sum(memory.solid for memory in met)
        return Grown(solid, len(met) - solid, len(questions))

    # The round.

    @property
    def left(self) -> int:
        """Questions left in the round."""
        return len(set(self.going.queue)) if self.going else 0

    @property
    def done(self) -> int:
        """Questions of the round that were answered for good."""
        return len(set(self.going.first) - set(self.going.queue)) if self.going else 0

    @property
    def minutes_left(self) -> int:
        """Minutes left of a round of minutes, rounded up."""
        spent = self.going.spent if self.going else 0.0
        return max(0, -int(-(MINUTES * 60 - spent) // 60))

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        assert self.going is not None
        return self.catalogue.questions[self.going.queue[0]]

    @property
    def again(self) -> bool:
        """True if this question was missed before in this round."""
        return self.going is not None and self.question.id in self.going.first

    def begin(self) -> None:
        """Begin a round about the chosen modules; do nothing if they hold no question."""
        bank = [
            AskedQuestion(question.id, module.id, question.level)
            for module in self.catalogue.modules
            if module.id in self.modules
            for question in module.questions
        ]
        most = QUESTIONS if self.mode == "questions" else int(RULES["round"]["at_most"])
        queue = rounds.choose(bank, self.memories, self.today(), most)
        self._keep_round(Round(queue, mode=self.mode))

    def spend(self, seconds: float) -> None:
        """Time passes in the round."""
        if self.going is not None:
            self.going = replace(self.going, spent=self.going.spent + seconds)

    def answer(self, response: Response, seconds: float) -> Given:
        """Grade, learn and keep an answer to the question that is asked now.

        Args:
            seconds: from the question being seen to the answer.
        """
        assert self.going is not None
        question = self.question
        right = question.is_right(response)
        given = grade(right=right, seconds=seconds, signs=self._signs(question))
        memory = learn(self.memories.get(question.id), given, self.today())
        after = rounds.answer(self.going, given)
        if after.mode == "minutes" and after.spent >= MINUTES * 60:
            after = rounds.without_new(after)
        self.memories[question.id] = memory
        self.going = after
        animal = self.animal
        if animal is not None:
            self._write(lambda: self.store.keep_answer(animal, question.id, memory, after))
        return Given(question, response, right, question.id in after.queue, after.over)

    def close_round(self) -> None:
        """Put the round away."""
        self._keep_round(None)

    def _keep_round(self, going: Round | None) -> None:
        self.going = going
        animal = self.animal
        if animal is not None:
            self._write(lambda: self.store.keep_round(animal, going))

    def _write(self, write: Callable[[], None]) -> None:
        """Write; if the disk refuses, the next feedback says so and practice goes on."""
        try:
            write()
            self.refused = False
        except RusitError as error:
            if error.problem.code != "PRAC01":
                raise
            self.refused = True

    def _known(self, going: Round | None) -> Round | None:
        """Return the round without questions that the content does not have any more."""
        if going is None:
            return None
        known = self.catalogue.questions
        queue = tuple(q for q in going.queue if q in known)
        first = {q: given for q, given in going.first.items() if q in known}
        return replace(going, queue=queue, first=first) if queue else None

    def _signs(self, question: Question) -> int:
        return sum(len(text.shown) for text in (question.ask, *question.choices))
