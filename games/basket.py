"""The pictures of what old-age money buys, for the board game and One life."""

BASKET = (
    "cooked-rice",
    "fish",
    "tangerine",
    "light-bulb",
    "bus",
    "mobile-phone",
    "droplet",
    "shopping-cart",
    "herb",
    "television",
    "tooth",
    "musical-notes",
)
"""Names of icons, the most needed first; after the last the first comes again."""
