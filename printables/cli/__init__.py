"""The commands print, changes and the preview server."""
