"""The analysis floor."""
