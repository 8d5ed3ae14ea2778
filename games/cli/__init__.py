"""Options and commands of the game and of practice."""
