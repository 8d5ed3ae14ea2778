"""The rules of the board game, pure: no screen, no clock, no files."""
