"""One append-only file for each store: what was written stays, what is damaged is found."""

from games.storage.journal import Opened, StoreKind, open_journal
from games.storage.lines import StoreEntry

__all__ = ["Opened", "StoreEntry", "StoreKind", "open_journal"]
