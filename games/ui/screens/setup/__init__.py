"""Screens before and around a game: home, set-up, menu, rules, overlays."""
