from __future__ import annotations

import pytest

from hmk_graph.accounts import access, applying, approving_sellers, queries, suspending
from hmk_graph.accounts.approval import Move
from hmk_graph.accounts.errors import (
    AccountSuspended,
    NotOnOneself,
    ReasonTooShort,
    SessionEnded,
    StillOwing,
)
from hmk_graph.accounts.models import Account, AccountState, SellerApplication, Session
from hmk_graph.errors import NotAllowed, NotFound, NotSignedIn, StaleState
from tests import factories
from tests.accounts.people import Gateway, Wall, ask, confirm, refresh, signed_in, told

pytestmark = pytest.mark.usefixtures("db")
WHY = "ভুয়া ডাক দেওয়া হয়েছে"


async def free(_account_id: int) -> list[str]:
    return []


@pytest.fixture
def wall() -> Wall:
    return Wall()


async def test_suspension_ends_all_sessions_and_the_right_to_act(wall: Wall):
    administrator, someone = await factories.administrator(), await factories.person()
    sessions = [await signed_in(someone, wall) for _ in range(2)]

    await suspending.suspend(administrator.id, someone.id, reason=WHY, clock=wall)

    with pytest.raises(AccountSuspended):
        await access.acting(someone.id)
    for held in sessions:
        assert await queries.live_identity(held.session_id) is None
        with pytest.raises(SessionEnded):
            await refresh(wall, held.refresh_token)
    assert (await told(someone.id))[2:] == ["account_suspended"] + ["session_revoked"] * 2


async def test_a_restored_person_signs_in_anew(wall: Wall):
    administrator, someone = await factories.administrator(), await factories.person()
    held = await signed_in(someone, wall)
    await suspending.suspend(administrator.id, someone.id, reason=WHY, clock=wall)

    await suspending.restore(administrator.id, someone.id, reason=WHY)

    assert (await access.acting(someone.id)).state is AccountState.ACTIVE
    with pytest.raises(SessionEnded):
        await refresh(wall, held.refresh_token)
    gateway = Gateway()
    await ask(wall, gateway, someone.phone or "")
    signed = await confirm(wall, gateway.code, someone.phone or "")
    assert signed.credentials.account_id == someone.id


@pytest.mark.parametrize("who", ["citizen", "seller", "officer"])
async def test_only_administrators_suspend_and_restore(who: str, wall: Wall):
    makers = {
        "citizen": factories.person,
        "seller": factories.verified_seller,
        "officer": factories.officer,
    }
    someone, other = await makers[who](), await factories.person()

    for account_id in (other.id, 999_999):
        with pytest.raises(NotAllowed):
            await suspending.suspend(someone.id, account_id, reason=WHY, clock=wall)
        with pytest.raises(NotAllowed):
            await suspending.restore(someone.id, account_id, reason=WHY)

    assert (await Account.get(id=other.id)).state is AccountState.ACTIVE


async def test_faulty_suspensions_are_refused_and_write_nothing(wall: Wall):
    administrator, someone = await factories.administrator(), await factories.person()

    with pytest.raises(ReasonTooShort):
        await suspending.suspend(administrator.id, someone.id, reason=" " * 20, clock=wall)
    with pytest.raises(NotFound):
        await suspending.suspend(administrator.id, 999_999, reason=WHY, clock=wall)
    with pytest.raises(NotOnOneself):
        await suspending.suspend(administrator.id, administrator.id, reason=WHY, clock=wall)
    with pytest.raises(StaleState):
        await suspending.restore(administrator.id, someone.id, reason=WHY)

    assert await told(someone.id) == []


async def test_a_suspended_person_is_not_suspended_again(wall: Wall):
    administrator, someone = await factories.administrator(), await factories.person()
    await suspending.suspend(administrator.id, someone.id, reason=WHY, clock=wall)

    with pytest.raises(StaleState) as refused:
        await suspending.suspend(administrator.id, someone.id, reason=WHY, clock=wall)

    assert (refused.value.current, refused.value.allowed) == ("SUSPENDED", ["ACTIVE"])


async def test_an_erased_person_leaves_a_number_and_nothing_else(wall: Wall):
    someone = await factories.verified_seller()
    held = await signed_in(someone, wall, "Rahima's Nokia")
    await applying.save_draft(
        someone.id,
        farm_name="রহিমা খামার",
        contact_phone=someone.phone or "",
        place_id=(await factories.union()).id,
        village="চরপাড়া",
        statement="দেশি ষাঁড়",
        clock=wall,
    )

    await suspending.erase(someone.id, open_obligations=free, clock=wall)

    left = await Account.get(id=someone.id)
    assert (left.state, left.phone, left.name, left.home_id) == ("ERASED", None, "", None)
    application = await SellerApplication.get()
    assert (application.state, application.contact_phone) == ("TERMINATED", "")
    assert application.farm_name == application.village == application.statement == ""
    session = await Session.get(id=held.session_id)
    assert (session.device, session.address) == ("", "")
    assert await queries.live_identity(held.session_id) is None
    assert not await access.is_verified_seller(someone.id)
    assert await queries.account(someone.id) is None
    with pytest.raises(NotSignedIn):
        await access.acting(someone.id)
    with pytest.raises(NotSignedIn):
        await suspending.erase(someone.id, open_obligations=free, clock=wall)
    assert (await told(someone.id))[-1] == "account_erased"


async def test_whoever_comes_back_with_the_phone_begins_anew(wall: Wall):
    someone, gateway = await factories.person(), Gateway()
    phone = someone.phone or ""
    await suspending.erase(someone.id, open_obligations=free, clock=wall)

    await ask(wall, gateway, phone)
    again = await confirm(wall, gateway.code, phone)

    assert again.is_new
    assert again.credentials.account_id != someone.id


async def test_nobody_leaves_while_something_is_open(wall: Wall):
    someone = await factories.person()

    async def busy(account_id: int) -> list[str]:
        assert account_id == someone.id
        return ["lots", "deals"]

    with pytest.raises(StillOwing) as refused:
        await suspending.erase(someone.id, open_obligations=busy, clock=wall)

    assert refused.value.open == ["lots", "deals"]
    assert (await Account.get(id=someone.id)).phone == someone.phone
    assert await told(someone.id) == []


async def test_a_suspended_person_does_not_slip_away(wall: Wall):
    administrator, someone = await factories.administrator(), await factories.person()
    await suspending.suspend(administrator.id, someone.id, reason=WHY, clock=wall)

    with pytest.raises(AccountSuspended):
        await suspending.erase(someone.id, open_obligations=free, clock=wall)

    assert (await Account.get(id=someone.id)).phone == someone.phone


async def test_officers_cannot_decide_about_an_erased_seller(wall: Wall):
    someone, officer = await factories.person(), await factories.officer()
    made = await applying.save_draft(
        someone.id,
        farm_name="খামার",
        contact_phone="01812345678",
        place_id=(await factories.union()).id,
        village="চরপাড়া",
        statement="ছাগল",
        clock=wall,
    )
    await applying.submit(someone.id, clock=wall)
    await suspending.erase(someone.id, open_obligations=free, clock=wall)

    with pytest.raises(StaleState):
        await approving_sellers.decide(
            officer.id, made.id, Move.VERIFY, open_obligations=free, clock=wall
        )

    assert not await access.is_verified_seller(someone.id)
