"""Quizzes made from facts.

items.py      a fact as something to be asked: what is right, and what would be right as well
questions.py  items to questions with wrong choices from other facts; exactly one choice is right
store.py      running quizzes and their answers, in SQL
"""
