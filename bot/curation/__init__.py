"""Thumbs, and /chuatraloi: what could not be answered well is collected, answered by an administrator, and kept."""
