"""Recorded voices for the practice page: what to record, which recordings there are.

Recordings lie in `content/audio/<language>/<text id>.opus`; they are optional.
"""
