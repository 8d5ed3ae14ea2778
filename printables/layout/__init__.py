"""HTML text, type sizes and page fitting."""
