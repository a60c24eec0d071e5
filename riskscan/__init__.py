"""riskscan: corruption-risk analysis of draft legal acts of Kazakhstan."""

__version__ = "0.1.0"
