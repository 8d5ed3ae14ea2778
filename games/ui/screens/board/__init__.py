"""The board with the households, the storm, and a chapter's close."""
