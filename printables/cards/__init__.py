"""The content and the decks of printed cards."""
