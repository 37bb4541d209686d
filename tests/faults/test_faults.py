"""Each fault, tried a few times: nothing may be lost. `python -m tests.faults` tries them more often."""

from pathlib import Path

import pytest

from tests.faults.every import FAULTS
from tests.faults.tally import Fault


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.brief], ids=lambda fault: fault.name)
def test_nothing_is_lost(fault: Fault, tmp_path: Path) -> None:
    if why := fault.cannot():
        pytest.skip(why)
    tally = fault.run(fault.brief, tmp_path)
    assert not tally.wrong, tally.first
    assert tally.intact >= 1
