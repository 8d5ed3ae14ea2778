"""The scenes of the game, one subject a file."""
