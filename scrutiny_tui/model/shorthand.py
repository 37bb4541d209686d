"""The letters that stand beside the boxes on paper, and are typed to take a filled booklet back."""

from scrutiny_tui.model.answer import State, Strength

NOT_LEVELS = {"n": State.NOT_KNOWN, "x": State.NOT_APPLICABLE, "d": State.NOT_DISCUSSED}
"""What may be said of a question in the place of a level."""

STRENGTHS = {"o": Strength.TOLD, "s": Strength.SHOWN, "t": Strength.TESTED}
"""How we know what a level says."""
