"""Build targets of printed files."""
