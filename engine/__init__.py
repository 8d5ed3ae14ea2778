"""Content in, catalogue out. Knows no screen and no page; see docs/architecture.md for the map."""
