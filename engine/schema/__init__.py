"""The records that people write in `content/`, as types. One subject a file.

The catalogue is made of these same records: compiling fills every `Text` in place
(facts resolved, break points computed) and leaves the shapes alone, so there is one
vocabulary from the YAML file to the screen.
"""
