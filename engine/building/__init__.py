"""Build targets made in parallel and published together."""
