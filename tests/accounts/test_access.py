from __future__ import annotations

import asyncio

import pytest

from hmk_graph.accounts import access
from hmk_graph.accounts.errors import AccountSuspended, NotOnOneself
from hmk_graph.accounts.models import Account, AccountState, Role, RoleGrant
from hmk_graph.errors import BadInput, NotAllowed, NotFound, NotSignedIn
from tests import factories
from tests.accounts.people import told
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")
CLOCK = at(NOON)


async def test_only_an_active_person_may_act():
    active, suspended, erased = [await factories.person() for _ in range(3)]
    await Account.filter(id=suspended.id).update(state=AccountState.SUSPENDED)
    await Account.filter(id=erased.id).update(state=AccountState.ERASED, phone=None)

    assert (await access.acting(active.id)).id == active.id
    with pytest.raises(AccountSuspended):
        await access.acting(suspended.id)
    for unknown in (erased.id, 999_999):
        with pytest.raises(NotSignedIn):
            await access.acting(unknown)


async def test_an_officer_of_a_place_is_one_of_all_below_and_of_nothing_beside():
    union = await factories.union()
    karimganj, itna = await factories.upazila(), await factories.upazila("kishoreganj-itna")
    officer = await factories.officer(karimganj)

    assert await access.is_officer_of(officer.id, karimganj.path)
    assert await access.is_officer_of(officer.id, union.path)
    assert not await access.is_officer_of(officer.id, itna.path)
    assert not await access.is_officer_of(officer.id, (await factories.district()).path)
    assert not await access.is_officer_of(officer.id, [])
    assert not await access.is_administrator(officer.id)


async def test_administrators_and_officers_of_everywhere_are_officers_of_each_place():
    union = await factories.union()
    administrator = await factories.administrator()
    everywhere = await factories.person()
    await access.grant(None, everywhere.id, Role.OFFICER, None, clock=CLOCK)

    assert await access.is_officer_of(administrator.id, union.path)
    assert await access.is_officer_of(everywhere.id, union.path)
    assert await access.is_administrator(administrator.id)
    assert not await access.is_administrator(everywhere.id)


async def test_a_suspended_person_holds_no_role():
    seller, officer = await factories.verified_seller(), await factories.officer()
    await Account.all().update(state=AccountState.SUSPENDED)

    assert not await access.is_verified_seller(seller.id)
    assert not await access.is_officer_of(officer.id, (await factories.union()).path)


async def test_a_revoked_role_is_gone_at_once_and_may_be_given_again():
    administrator, officer = await factories.administrator(), await factories.person()
    place = await factories.upazila()

    for _ in range(2):
        await access.grant(administrator.id, officer.id, Role.OFFICER, place.id, clock=CLOCK)
        await access.grant(administrator.id, officer.id, Role.OFFICER, place.id, clock=CLOCK)
        assert await access.is_officer_of(officer.id, place.path)
        await access.revoke_role(administrator.id, officer.id, Role.OFFICER, place.id, clock=CLOCK)
        await access.revoke_role(administrator.id, officer.id, Role.OFFICER, place.id, clock=CLOCK)
        assert not await access.is_officer_of(officer.id, place.path)

    assert await told(officer.id) == ["role_granted", "role_revoked"] * 2


async def test_of_ten_grants_at_once_one_is_written():
    administrator, officer = await factories.administrator(), await factories.person()
    place = await factories.upazila()

    await asyncio.gather(
        *(
            access.grant(administrator.id, officer.id, Role.OFFICER, place.id, clock=CLOCK)
            for _ in range(10)
        )
    )

    assert await RoleGrant.filter(account_id=officer.id).count() == 1
    assert await told(officer.id) == ["role_granted"]


@pytest.mark.parametrize("who", ["citizen", "seller", "officer"])
async def test_only_administrators_give_and_take_roles(who: str):
    makers = {
        "citizen": factories.person,
        "seller": factories.verified_seller,
        "officer": factories.officer,
    }
    someone, other = await makers[who](), await factories.person()

    for change in (access.grant, access.revoke_role):
        with pytest.raises(NotAllowed):
            await change(someone.id, other.id, Role.ADMINISTRATOR, None, clock=CLOCK)
        with pytest.raises(NotAllowed):
            await change(someone.id, someone.id, Role.ADMINISTRATOR, None, clock=CLOCK)

    assert await told(other.id) == []


async def test_a_role_for_nobody_or_nowhere_is_refused():
    administrator, someone = await factories.administrator(), await factories.person()

    with pytest.raises(NotFound):
        await access.grant(administrator.id, 999_999, Role.OFFICER, None, clock=CLOCK)
    with pytest.raises(NotFound):
        await access.grant(administrator.id, someone.id, Role.OFFICER, 999_999, clock=CLOCK)
    with pytest.raises(NotFound):
        await access.revoke_role(administrator.id, 999_999, Role.OFFICER, None, clock=CLOCK)

    assert await RoleGrant.filter(account_id=someone.id).count() == 0


async def test_sellers_are_not_made_by_hand_and_only_officers_have_an_area():
    administrator, someone = await factories.administrator(), await factories.person()
    place = await factories.upazila()

    for role, place_id in ((Role.VERIFIED_SELLER, None), (Role.ADMINISTRATOR, place.id)):
        with pytest.raises(BadInput):
            await access.grant(administrator.id, someone.id, role, place_id, clock=CLOCK)

    assert await RoleGrant.filter(account_id=someone.id).count() == 0


async def test_two_administrators_who_depose_each_other_at_once_leave_one():
    one, other = await factories.administrator(), await factories.administrator()

    outcomes = await asyncio.gather(
        access.revoke_role(one.id, other.id, Role.ADMINISTRATOR, None, clock=CLOCK),
        access.revoke_role(other.id, one.id, Role.ADMINISTRATOR, None, clock=CLOCK),
        return_exceptions=True,
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "NotAllowed"]
    assert await RoleGrant.filter(role=Role.ADMINISTRATOR, revoked_at=None).count() == 1


async def test_an_administrator_does_not_depose_himself():
    administrator = await factories.administrator()

    with pytest.raises(NotOnOneself):
        await access.revoke_role(
            administrator.id, administrator.id, Role.ADMINISTRATOR, None, clock=CLOCK
        )

    assert await access.is_administrator(administrator.id)
