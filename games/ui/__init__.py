"""The screen: pygame draws the state of a game and turns touches into moves."""

import os

# pygame greets on standard output, where results belong.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
