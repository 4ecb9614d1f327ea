"""Every process is killed with -9 while people log: nothing is lost, nothing counts twice, the board is true.

`python -m tests.e2e.kills` does the same for 2,000 messages.
"""

from __future__ import annotations

from pathlib import Path

from tests.e2e.kills import run


async def test_nothing_is_lost_and_nothing_counts_twice_whoever_dies(tmp_path: Path) -> None:
    tally = await run(tmp_path, messages=250, seed=7, people=9, nudged=8, per_second=60, pause_s=(0.0, 0.6))
    assert tally.errors == [], tally.errors
    assert tally.lost == [], tally
    assert tally.twice == [], tally
    assert tally.unanswered == [], tally
    assert tally.wrong_scores == [], tally
    assert tally.board_is_true, tally
    assert tally.nudges_twice == 0, tally
    assert tally.nudges_missing <= tally.nudges_in_doubt, tally
