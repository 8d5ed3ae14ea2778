"""Screens of a life event and its rights."""
