"""The reading floor."""
