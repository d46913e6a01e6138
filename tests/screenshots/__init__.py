"""Pictures of real talks for README.vi.md: `python -m tests.screenshots` writes them to docs/."""
