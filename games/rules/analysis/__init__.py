"""Analysis of a played game: ledger, two lives, another decision, the debrief."""
