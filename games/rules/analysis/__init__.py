"""What a game that was played tells: ledger, two lives, another decision, the debrief."""
