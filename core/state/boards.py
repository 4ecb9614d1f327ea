"""Boards: who stands where in a challenge. Competition ranking (1, 2, 2, 4), every question in O(log n).

A board is a sorted set by `-score`; a member's name in it begins with its tiebreak as 16 hexadecimal digits that sort
like the number, so equal scores come in the order of the tiebreak, then of the member.
"""

from __future__ import annotations

import math
import struct

from core.state import keys
from core.state.link import Link
from core.state.types import Aggregate, Standing

TIEBREAK_DIGITS = 16


def board_name(member: str, tiebreak: float) -> str:
    """Raises `ValueError` if the tiebreak is not a number."""
    if math.isnan(tiebreak):
        raise ValueError("a tiebreak must be a number")
    (bits,) = struct.unpack(">Q", struct.pack(">d", tiebreak + 0.0))
    # negative numbers sort backwards as bits, positive ones after them
    ordered = bits ^ 0xFFFF_FFFF_FFFF_FFFF if bits >> 63 else bits | 1 << 63
    return f"{ordered:016x}{member}"


class Boards(Link):
    async def standings(self, challenge_id: str, start: int, count: int) -> list[Standing]:
        """`count` lines from place `start` (0: the first)."""
        if count <= 0:
            return []
        board = keys.board(Aggregate("challenge", challenge_id))
        better, lines = await self.call("standings", [board], [start, start + count - 1], again=True)
        result: list[Standing] = []
        for place, (name, negated) in enumerate(zip(lines[::2], lines[1::2], strict=True), start):
            score = 0.0 - float(negated)
            rank = better + 1 if not result else place + 1 if result[-1].score != score else result[-1].rank
            result.append(Standing(name[TIEBREAK_DIGITS:].decode(), score, rank))
        return result

    async def standing_of(self, challenge_id: str, member: str) -> Standing | None:
        owner = Aggregate("challenge", challenge_id)
        found = await self.call("standing", [keys.board(owner), keys.places(owner)], [member], again=True)
        return Standing(member, 0.0 - float(found[0]), found[1] + 1) if found else None

    async def board_size(self, challenge_id: str) -> int:
        return int(await self.do("ZCARD", keys.board(Aggregate("challenge", challenge_id)), again=True))
