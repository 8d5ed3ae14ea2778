"""Screens of a life event: story and picks, the reveal card by card."""
