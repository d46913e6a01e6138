"""/tracnghiem: quiz polls; the questions are made in `knowledge.quiz`."""
