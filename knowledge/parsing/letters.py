"""Vietnamese capitals, for regular expressions: a range "À-Ỹ" would take in the small letters between them."""

CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The inside of a character class that holds every Vietnamese capital letter in NFC."""
