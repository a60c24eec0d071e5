"""Norm frames of Russian sentences."""
