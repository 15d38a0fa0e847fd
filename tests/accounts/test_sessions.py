from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from hmk_graph.accounts import queries, sessions, tokens
from hmk_graph.accounts.errors import SessionEnded
from hmk_graph.accounts.models import Account, AccountState, RefreshToken, Session
from hmk_graph.errors import NotFound
from tests.accounts.people import SECRET, Wall, refresh, signed_in, told
from tests.factories import person

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def wall() -> Wall:
    return Wall()


async def test_a_refresh_spends_the_token_and_gives_a_new_pair(wall: Wall):
    held = await signed_in(await person(), wall)
    wall.turn(minutes=14)

    following = await refresh(wall, held.refresh_token)

    assert following.refresh_token != held.refresh_token
    claims = tokens.read_access(following.access_token, now=wall.now, secret=SECRET)
    assert (claims.account_id, claims.session_id) == (held.account_id, held.session_id)
    assert claims.expires_at == wall.now + timedelta(minutes=15)


async def test_only_hashes_of_tokens_are_kept(wall: Wall):
    held = await signed_in(await person(), wall)

    row = await RefreshToken.get()

    assert bytes(row.token_hash) == tokens.refresh_hash(held.refresh_token)
    assert len(row.token_hash) == 32


async def test_a_spent_token_that_comes_again_ends_the_session_for_both_holders(wall: Wall):
    held = await signed_in(await person(), wall)
    wall.turn(minutes=10)
    following = await refresh(wall, held.refresh_token)
    wall.turn(seconds=11)

    with pytest.raises(SessionEnded):
        await refresh(wall, held.refresh_token)

    with pytest.raises(SessionEnded):
        await refresh(wall, following.refresh_token)
    assert await queries.live_identity(held.session_id) is None
    assert (await Session.get()).revoked_because == "TOKEN_REUSED"
    assert await told(held.account_id) == ["session_started", "session_revoked"]


async def test_a_lost_answer_may_be_asked_for_again_within_ten_seconds(wall: Wall):
    held = await signed_in(await person(), wall)
    lost = await refresh(wall, held.refresh_token)
    wall.turn(seconds=10)

    again = await refresh(wall, held.refresh_token)

    assert again.refresh_token == lost.refresh_token
    wall.turn(minutes=10)
    assert await refresh(wall, again.refresh_token)


async def test_the_grace_ends_as_soon_as_the_successor_is_used(wall: Wall):
    held = await signed_in(await person(), wall)
    following = await refresh(wall, held.refresh_token)
    wall.turn(seconds=1)
    await refresh(wall, following.refresh_token)

    with pytest.raises(SessionEnded):
        await refresh(wall, held.refresh_token)

    assert await queries.live_identity(held.session_id) is None


async def test_a_thief_within_the_grace_betrays_himself_at_his_next_step(wall: Wall):
    held = await signed_in(await person(), wall)
    mine = await refresh(wall, held.refresh_token)
    stolen = await refresh(wall, held.refresh_token)

    wall.turn(minutes=14)
    await refresh(wall, stolen.refresh_token)
    wall.turn(minutes=1)
    with pytest.raises(SessionEnded):
        await refresh(wall, mine.refresh_token)

    assert await queries.live_identity(held.session_id) is None


async def test_ten_refreshes_at_once_agree_on_one_successor(wall: Wall):
    held = await signed_in(await person(), wall)

    outcomes = await asyncio.gather(*(refresh(wall, held.refresh_token) for _ in range(10)))

    assert len({outcome.refresh_token for outcome in outcomes}) == 1
    assert await RefreshToken.filter(spent_at=None).count() == 1


async def test_sixty_days_slide_with_each_use(wall: Wall):
    held = await signed_in(await person(), wall)
    wall.turn(days=59)
    held = await refresh(wall, held.refresh_token)
    wall.turn(days=59)
    held = await refresh(wall, held.refresh_token)
    assert held.refresh_expires_at == wall.now + timedelta(days=60)

    wall.turn(days=60)
    with pytest.raises(SessionEnded):
        await refresh(wall, held.refresh_token)


@pytest.mark.parametrize("token", ["", "x", "ক", "A" * 43, "A" * 100_000])
async def test_a_token_of_nobody_is_refused(token: str, wall: Wall):
    await signed_in(await person(), wall)

    with pytest.raises(SessionEnded):
        await refresh(wall, token)

    assert await Session.filter(revoked_at=None).count() == 1


async def test_another_persons_session_is_as_if_it_did_not_exist(wall: Wall):
    mine = await signed_in(await person(), wall)
    theirs = await signed_in(await person(), wall)

    refusals = []
    for session_id in (theirs.session_id, 2**62, 0, -1):
        with pytest.raises(NotFound) as refused:
            await sessions.revoke(mine.account_id, session_id, clock=wall)
        refusals.append(refused.value.params)

    assert refusals == [{}] * 4
    assert await queries.live_identity(theirs.session_id) is not None


async def test_a_revoked_session_is_dead_at_once_and_stays_so(wall: Wall):
    held = await signed_in(await person(), wall)

    await sessions.revoke(held.account_id, held.session_id, clock=wall)
    await sessions.revoke(held.account_id, held.session_id, clock=wall)

    assert await queries.live_identity(held.session_id) is None
    with pytest.raises(SessionEnded):
        await refresh(wall, held.refresh_token)
    assert await told(held.account_id) == ["session_started", "session_revoked"]


async def test_all_others_end_and_this_one_stays(wall: Wall):
    account = await person()
    here = await signed_in(account, wall, "here")
    await signed_in(account, wall, "lost")
    await signed_in(account, wall, "sold")
    stranger = await signed_in(await person(), wall)

    assert await sessions.revoke_others(account.id, here.session_id, clock=wall) == 2

    kept = await queries.my_sessions(account.id, at=wall.now)
    assert [session.device for session in kept] == ["here"]
    assert await queries.live_identity(stranger.session_id) is not None


async def test_a_person_sees_his_living_sessions_only_the_last_used_first(wall: Wall):
    account = await person()
    await signed_in(account, wall, "forgotten")
    wall.turn(days=30)
    old = await signed_in(account, wall, "old")
    wall.turn(minutes=1)
    await signed_in(account, wall, "new")
    gone = await signed_in(account, wall, "gone")
    await sessions.revoke(account.id, gone.session_id, clock=wall)
    await signed_in(await person(), wall, "of another")
    wall.turn(days=30)
    await refresh(wall, old.refresh_token)

    seen = await queries.my_sessions(account.id, at=wall.now)

    assert [session.device for session in seen] == ["old", "new"]


async def test_the_sweep_names_revoked_suspended_and_unknown_sessions(wall: Wall):
    living, revoked, suspended = [await signed_in(await person(), wall) for _ in range(3)]
    await sessions.revoke(revoked.account_id, revoked.session_id, clock=wall)
    await Account.filter(id=suspended.account_id).update(state=AccountState.SUSPENDED)

    asked = [living.session_id, revoked.session_id, suspended.session_id, 999_999]

    assert await queries.ended(asked) == set(asked[1:])
    assert await queries.ended([]) == set()


async def test_pruning_takes_ended_sessions_and_leaves_living_ones(wall: Wall):
    account = await person()
    gone = await signed_in(account, wall)
    living = await signed_in(account, wall)
    await sessions.revoke(account.id, gone.session_id, clock=wall)
    held = await refresh(wall, living.refresh_token)
    wall.turn(days=31)

    assert await sessions.prune(wall.now - sessions.KEPT) == 1

    assert await RefreshToken.all().count() == 1
    assert await refresh(wall, held.refresh_token)
