"""riskscan: corruption-risk analysis of draft legal acts of Kazakhstan."""
