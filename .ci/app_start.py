"""Start the game by a double click, with the catalogue that lies in the same folder."""

import multiprocessing
import sys

import rusit

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.argv[1:] = sys.argv[1:] or ["play"]
    rusit.main()
