"""Catalogue in, play out: rules (pure), ui (pygame), sessions (storage)."""
