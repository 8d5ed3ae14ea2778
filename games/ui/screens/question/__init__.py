"""Screens of questions and rumours."""
