"""Indexes over the catalog's passages: vectors (Chroma) and words (Tantivy), in generations. All can be rebuilt."""
