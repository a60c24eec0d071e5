"""Russian: morphology, sentences, clauses and syntax."""
