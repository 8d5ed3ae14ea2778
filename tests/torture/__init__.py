"""Trials that damage, fill and kill what Rusit keeps. The long form is `make torture`."""
