"""The catalogue: compiled content, the one input of games and printables."""

from engine.catalogue.catalogue import Catalogue, read_catalogue

__all__ = ["Catalogue", "read_catalogue"]
