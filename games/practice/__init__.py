"""Practice: which question comes next, when each returns, and where that is kept.

`schedule` and `rounds` are pure: the day and the grade are passed in. `store` keeps what one
device knows of those who practise on it: an animal, never a name. `moving` carries that to
another device, or to the page and back. The page in `games/web`
follows the same rules in JavaScript; `schedule.json` holds the numbers of both, and the
tables in `tests/practice` prove that both give the same.
"""
