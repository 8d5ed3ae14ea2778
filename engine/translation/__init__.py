"""Translations of the content: every language but the one it is written in."""
