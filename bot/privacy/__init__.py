"""/dulieu: what is kept about a person, and its deletion."""
