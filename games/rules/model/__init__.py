"""The values of a game: what the content gives, the state, moves, events and luck."""
