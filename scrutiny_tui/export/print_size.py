"""How large the letters of a document are, in points, whatever kind of file it is."""

PLAIN = 11
"""As a letter or a report is printed."""
LARGE = 18
"""Large print: nothing in it is smaller than this."""
