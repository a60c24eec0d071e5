"""The structure floor: the act's anatomy, zones, definitions and citations."""
