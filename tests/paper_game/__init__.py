"""The game as it is played with the printed sheets alone."""
