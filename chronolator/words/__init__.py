"""What the verbs share about words: folding, kinds of agency, clauses, names and roles."""
