"""Records on a day: fact values, placeholders, rich text, benefit wording."""
