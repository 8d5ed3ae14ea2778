"""Bytes to validated records: YAML, source map, validation, suggestions."""
