"""Work through a scrutiny checklist in the terminal and leave with the questions to ask."""

__version__ = "0.1.0"
