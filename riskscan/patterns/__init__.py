"""The patterns floor."""
