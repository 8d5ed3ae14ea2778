"""The pictures drawn on the screen: the village and its figures, its projects, the die."""
