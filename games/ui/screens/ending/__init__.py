"""Screens of the end: old age, two lives, debrief."""
