"""Running quizzes; the questions are made in `knowledge.quiz`.

store.py      running quizzes and their answers, in SQL
"""
