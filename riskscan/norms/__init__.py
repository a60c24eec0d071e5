"""The norms floor."""
