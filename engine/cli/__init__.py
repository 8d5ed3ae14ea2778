"""Options, terminal output and the commands about content."""
