"""Text, layout, widgets, input and sound for pygame."""
