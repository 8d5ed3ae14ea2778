"""The content of each printed sheet."""
