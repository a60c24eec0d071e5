"""The language floor: tokens, sentences, clauses and morphology behind one protocol."""
