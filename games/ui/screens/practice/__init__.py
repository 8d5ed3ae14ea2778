"""Screens of solo practice."""
