"""The open-questions loop: what could not be answered well is collected, answered by an administrator, and kept.

likeness.py  questions that ask the same, as one group
store.py     reasons of thumbs down, settled questions, drafts, curated answers, in SQL
curator.py   what an administrator does, from the list to the answer that goes out
gold.py      a curated answer as a proposed gold question
"""
