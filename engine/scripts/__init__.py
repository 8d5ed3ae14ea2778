"""Rules of scripts: where lines may begin, and how many syllables are read."""
