"""What a process has loaded, and done once, before others are forked from it."""

from pathlib import Path

import scrutiny_tui.cli.line_terminal
import scrutiny_tui.plain.conversation  # noqa: F401
import tests.faults.broken
import tests.faults.call_points
import tests.faults.company
import tests.faults.kills
import tests.faults.odd_files
import tests.faults.plain_mode
import tests.faults.replaced
import tests.faults.surroundings  # noqa: F401
from scrutiny_tui.storage.codec import decode
from scrutiny_tui.storage.tables import parse
from tests.faults.scene import NAME, SAVED

# The first reading of a review takes four times as long as any later one.
decode(Path(NAME), parse(Path(NAME), SAVED[0]))
