"""Screens of a chapter's opening: title, dreams, protection."""
