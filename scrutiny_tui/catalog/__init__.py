"""Checklists in: YAML with a line and column for every value, and where checklists lie."""
