"""The application: window, frame, scenes in order."""
