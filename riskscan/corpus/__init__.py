"""The corpus floor: a folder of acts becomes tables, and the tables become answers."""
