"""Storage of games: every move is on the disk before it is on the screen."""

from games.session.saved_games import SavedGame
from games.session.store import Store, open_store

__all__ = ["SavedGame", "Store", "open_store"]
