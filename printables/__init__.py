"""Printed sheets: the catalogue in, PDF out.

`sheets.recipes` lists what can be printed, with a key of everything that goes in;
`PrintTarget.render` returns the bytes of a PDF.
"""
