"""Screens of what the village does: rumour, goal, market, service unit."""
