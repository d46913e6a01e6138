"""Indexes over the catalog's passages, in generations: vectors (a matrix; Chroma for many) and words (Tantivy)."""
