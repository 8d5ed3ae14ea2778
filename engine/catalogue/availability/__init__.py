"""A day before the texts were written: what they cannot tell of it is left out."""
