"""What differs by script: where lines may begin, and how many syllables are read."""
