"""The screen: pygame draws the state of a game and turns touches into moves."""
