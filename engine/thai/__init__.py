"""Thai text: words and break points, lint of damaged marks, numbers and dates."""
