"""How good the answers are on what was labelled by hand, and weights estimated from it."""
