"""Bots that play and practise on the real screen."""
