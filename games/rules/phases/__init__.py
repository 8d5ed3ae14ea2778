"""The steps of a chapter: what each does to the game, and the events it reports."""
