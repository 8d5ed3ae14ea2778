"""Type sizes and page fitting."""
