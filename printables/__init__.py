"""Printed sheets: the catalogue in, PDF out.

`sheets.recipes` lists what can be printed, with a key of everything that goes in;
`sheets.render` turns one recipe into the bytes of its PDF.
"""
