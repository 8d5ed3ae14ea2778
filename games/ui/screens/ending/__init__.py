"""Screens after the last year."""
