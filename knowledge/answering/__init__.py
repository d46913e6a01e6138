"""Hits and facts become short, cited, verified answers; what the plans don't say is said to be unsaid."""

from knowledge.answering.answerer import Answerer

__all__ = ["Answerer"]
