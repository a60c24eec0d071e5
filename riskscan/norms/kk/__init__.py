"""Kazakh norm frames."""
