"""Printed sheets: the catalogue in, PDF out.

`targets.registry.targets` lists what can be printed, with a key of everything that goes in;
`PrintTarget.render` returns the bytes of a PDF.
"""
