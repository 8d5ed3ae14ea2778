"""Screens of what teams do together."""
