"""Screens of a turn: board, payday, protection, close of the year."""
