from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.state.boards import board_name
from core.state.store import Store
from core.state.types import Commit, Score, Standing
from tests.state.samples import CHALLENGE


async def put(store: Store, *scores: Score) -> None:
    revision = (await store.load(CHALLENGE)).revision
    await store.commit(Commit(CHALLENGE, revision, scores=scores))


async def test_equal_scores_share_a_rank_in_the_order_of_the_tiebreak(store: Store) -> None:
    await put(store, Score("a", 10, 5, 1), Score("b", 30.5, 9, 1), Score("c", 10, -2, 1), Score("d", 2, 0, 1))
    board = [Standing("b", 30.5, 1), Standing("c", 10, 2), Standing("a", 10, 2), Standing("d", 2, 4)]
    assert await store.standings("c1", 0, 10) == board
    assert await store.standings("c1", 2, 2) == board[2:]
    assert await store.standings("c1", 9, 2) == await store.standings("c1", 0, 0) == []
    assert [await store.standing_of("c1", standing.member) for standing in board] == board
    assert await store.board_size("c1") == 4


async def test_an_older_score_never_overwrites_a_newer_one(store: Store) -> None:
    await put(store, Score("a", 10, 0, 5))
    await put(store, Score("a", 7, 0, 4))
    assert await store.standings("c1", 0, 9) == [Standing("a", 10, 1)]
    await put(store, Score("a", 7, 3, 6), Score("a", 7, 3, 6))
    assert await store.standings("c1", 0, 9) == [Standing("a", 7, 1)]


async def test_who_left_is_off_the_board_and_not_brought_back_by_an_older_score(store: Store) -> None:
    await put(store, Score("a", 10, 0, 5), Score("b", 1, 0, 1))
    await put(store, Score("a", None, 0, 6))
    await put(store, Score("a", 11, 0, 5))
    assert await store.standing_of("c1", "a") is None
    assert await store.standings("c1", 0, 9) == [Standing("b", 1, 1)]
    await put(store, Score("a", 0, 0, 7))
    assert await store.standing_of("c1", "a") == Standing("a", 0, 2)


async def test_nobody_stands_on_a_board_that_is_not_there(store: Store) -> None:
    assert await store.standings("none", 0, 5) == []
    assert await store.standing_of("none", "a") is None
    assert await store.board_size("none") == 0


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_names_sort_like_their_tiebreaks(one: float, other: float) -> None:
    assert (board_name("m", one) < board_name("m", other)) == (one < other)
