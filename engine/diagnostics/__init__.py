"""Problems that a user can cause: codes, messages, hints and explanations."""
