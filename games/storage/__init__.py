"""One append-only file for each store: what was written stays, what is damaged is found."""

from games.storage.journal import Journal, StoreKind, Trouble, open_journal
from games.storage.lines import StoreEntry

__all__ = ["Journal", "StoreEntry", "StoreKind", "Trouble", "open_journal"]
