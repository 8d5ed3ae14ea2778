"""Screens of the lessons."""
