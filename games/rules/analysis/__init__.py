"""What a finished game shows: counterfactuals, forks, ledger, debrief."""
