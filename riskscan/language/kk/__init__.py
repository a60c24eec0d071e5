"""Kazakh: sounds, suffixes, lexicon, morphology, sentences and clauses."""
