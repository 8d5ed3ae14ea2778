"""From the catalogue to the tables that the rules read."""
