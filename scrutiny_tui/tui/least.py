"""The least size of a terminal in which every screen can be used. Nothing of Textual is needed to know it."""

COLUMNS, LINES = 60, 16
