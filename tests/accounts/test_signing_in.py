from __future__ import annotations

import asyncio
import re

import pytest

from hmk_graph.accounts.errors import AccountSuspended, CodeNotRight, CodeNotSent, PhoneNotValid
from hmk_graph.accounts.models import Account, AccountState, CodeState, PhoneCode, Session
from hmk_graph.errors import BadInput, TooMany
from tests.accounts.people import PHONE, Gateway, Wall, ask, confirm, other_than, told
from tests.factories import person
from tests.house.test_phone import SPELLINGS

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def gateway() -> Gateway:
    return Gateway()


async def test_the_right_code_makes_an_account_and_signs_it_in(wall: Wall, gateway: Gateway):
    await ask(wall, gateway, "০১৭১২-৩৪৫৬৭৮")
    first = await confirm(wall, gateway.code)

    account = await Account.get()
    assert first.is_new
    assert (account.phone, account.id) == (PHONE, first.credentials.account_id)
    assert await told(account.id) == ["session_started"]
    assert re.fullmatch(r"[0-9]{6}", gateway.code)


async def test_the_second_time_it_is_the_same_account(wall: Wall, gateway: Gateway):
    known = await person(phone_number=PHONE)

    await ask(wall, gateway)
    again = await confirm(wall, gateway.code)

    assert not again.is_new
    assert again.credentials.account_id == known.id


async def test_twelve_spellings_of_one_number_are_one_account(wall: Wall, gateway: Gateway):
    found = set()
    for spelling in SPELLINGS:
        await ask(wall, gateway, spelling)
        found.add((await confirm(wall, gateway.code, spelling)).credentials.account_id)
        wall.turn(hours=3)  # ten codes a day

    assert len(found) == 1


async def test_a_code_may_be_typed_in_bengali_digits_and_with_gaps(wall: Wall, gateway: Gateway):
    await ask(wall, gateway, fixed_code="123456")

    assert (await confirm(wall, " ১২৩ ৪৫৬")).is_new


async def test_in_a_demo_a_phone_that_everybody_uses_runs_out_of_no_codes(
    wall: Wall, gateway: Gateway
):
    for _ in range(12):
        await ask(wall, gateway, fixed_code="123456")
        await confirm(wall, "123456")

    assert await Session.all().count() == 12


async def test_known_and_unknown_numbers_are_answered_alike(wall: Wall, gateway: Gateway):
    await person(phone_number=PHONE)

    known = await ask(wall, gateway)
    unknown = await ask(wall, gateway, "+8801812345678")

    assert known == unknown
    refusals = []
    for phone in (PHONE, "+8801812345678"):
        with pytest.raises(CodeNotRight) as refused:
            await confirm(wall, other_than(gateway.code), phone, secret="x" * 40)
        refusals.append((refused.value.code, refused.value.params))
    assert refusals[0] == refusals[1]


@pytest.mark.parametrize("text", ["02-9882333", "+14155550123", "01212345678", "", "কখগ"])
async def test_no_message_goes_to_what_is_no_mobile_of_the_country(
    wall: Wall, gateway: Gateway, text: str
):
    with pytest.raises(PhoneNotValid):
        await ask(wall, gateway, text)

    assert gateway.taken == []
    assert not await PhoneCode.exists()


@pytest.mark.parametrize("text", ["", "12345", "1234567", "12345a", "৳২৩৪৫৬", "1" * 10_000])
async def test_what_is_no_code_at_all_is_no_attempt(wall: Wall, gateway: Gateway, text: str):
    await ask(wall, gateway)

    with pytest.raises(BadInput):
        await confirm(wall, text)

    assert (await PhoneCode.get()).attempts == 0


async def test_a_wrong_code_is_counted_although_it_is_refused(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)

    with pytest.raises(CodeNotRight) as refused:
        await confirm(wall, other_than(gateway.code))

    assert refused.value.attempts_left == 4
    assert (await PhoneCode.get()).attempts == 1
    assert not await Session.exists()


async def test_the_fifth_attempt_may_be_right_and_the_sixth_is_not_weighed(
    wall: Wall, gateway: Gateway
):
    await ask(wall, gateway)
    for _ in range(4):
        with pytest.raises(CodeNotRight):
            await confirm(wall, other_than(gateway.code))
    assert (await confirm(wall, gateway.code)).is_new

    wall.turn(seconds=61)
    await ask(wall, gateway)
    with pytest.raises(CodeNotRight) as last:
        await confirm(wall, other_than(gateway.code))
    with pytest.raises(TooMany):
        await confirm(wall, gateway.code)

    assert last.value.attempts_left == 0
    assert await Session.all().count() == 1
    assert await PhoneCode.filter(state=CodeState.LOCKED).count() == 1


async def test_a_hundred_codes_of_five_guesses_are_one_budget_an_hour(wall: Wall, gateway: Gateway):
    weighed = refused = 0
    for _ in range(100):
        try:
            await ask(wall, gateway)
        except TooMany:
            refused += 1
        for _ in range(5):
            try:
                await confirm(wall, other_than(gateway.code))
            except CodeNotRight:
                weighed += 1
            except TooMany:
                refused += 1
        wall.turn(seconds=36)  # the hundred take one hour

    assert weighed == 5
    assert refused == 99 + 495
    assert len(gateway.taken) == 1


async def test_the_lock_ends_by_itself(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)
    for _ in range(5):
        with pytest.raises(CodeNotRight):
            await confirm(wall, other_than(gateway.code))
    with pytest.raises(TooMany) as locked:
        await ask(wall, gateway)

    wall.turn(seconds=locked.value.retry_after_s)
    await ask(wall, gateway)

    assert locked.value.retry_after_s == 65 * 60
    assert (await confirm(wall, gateway.code)).is_new


async def test_a_code_is_good_for_five_minutes(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)
    wall.turn(minutes=5)
    with pytest.raises(CodeNotRight):
        await confirm(wall, gateway.code)

    await ask(wall, gateway)
    wall.turn(minutes=5, microseconds=-1)

    assert (await confirm(wall, gateway.code)).is_new


async def test_a_new_code_voids_the_one_before(wall: Wall, gateway: Gateway):
    await ask(wall, gateway, fixed_code="111111")
    wall.turn(seconds=60)
    await ask(wall, gateway, fixed_code="222222")

    with pytest.raises(CodeNotRight):
        await confirm(wall, "111111")
    assert (await confirm(wall, "222222")).is_new


async def test_a_code_works_once(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)
    await confirm(wall, gateway.code)

    with pytest.raises(CodeNotRight):
        await confirm(wall, gateway.code)

    assert await Session.all().count() == 1


async def test_of_twelve_confirmations_at_once_one_gets_the_session(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)

    outcomes = await asyncio.gather(
        *(confirm(wall, gateway.code) for _ in range(12)), return_exceptions=True
    )

    names = sorted(type(outcome).__name__ for outcome in outcomes)
    assert names == ["CodeNotRight"] * 11 + ["SignedIn"]
    assert await Session.all().count() == 1
    assert await Account.all().count() == 1


async def test_of_twenty_guesses_at_once_five_are_weighed(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)

    outcomes = await asyncio.gather(
        *(confirm(wall, other_than(gateway.code)) for _ in range(20)), return_exceptions=True
    )

    names = [type(outcome).__name__ for outcome in outcomes]
    assert (names.count("CodeNotRight"), names.count("TooMany")) == (5, 15)
    assert sum(code.attempts for code in await PhoneCode.all()) == 5


async def test_of_twelve_requests_at_once_one_message_is_sent(wall: Wall, gateway: Gateway):
    outcomes = await asyncio.gather(
        *(ask(wall, gateway) for _ in range(12)), return_exceptions=True
    )

    names = sorted(type(outcome).__name__ for outcome in outcomes)
    assert names == ["CodeSent"] + ["TooMany"] * 11
    assert len(gateway.taken) == 1


async def test_a_phone_waits_a_minute_for_the_next_code(wall: Wall, gateway: Gateway):
    sent = await ask(wall, gateway)
    wall.turn(seconds=59, milliseconds=500)

    with pytest.raises(TooMany) as refused:
        await ask(wall, gateway)

    assert refused.value.retry_after_s == 1
    wall.turn(milliseconds=500)
    assert wall.now == sent.resend_at
    await ask(wall, gateway)
    assert len(gateway.taken) == 2


async def test_a_phone_gets_five_codes_an_hour_and_ten_a_day(wall: Wall, gateway: Gateway):
    waits = []
    while len(gateway.taken) < 11:
        try:
            await ask(wall, gateway)
        except TooMany as refusal:
            waits.append(refusal.retry_after_s)
            wall.turn(seconds=refusal.retry_after_s)

    minutes = [wait / 60 for wait in waits]
    assert minutes == [1, 1, 1, 1, 56, 1, 1, 1, 1, 24 * 60 - 64]


async def test_a_network_gets_thirty_codes_an_hour_whatever_the_phones(
    wall: Wall, gateway: Gateway
):
    for number in range(30):
        await ask(wall, gateway, f"+88017000000{number:02d}", address=f"2001:db8::{number + 1:x}")

    with pytest.raises(TooMany) as refused:
        await ask(wall, gateway, address="2001:db8::ffff:1")
    await ask(wall, gateway, address="2001:db8:0:1::1")

    assert refused.value.retry_after_s == 3_600
    assert len(gateway.taken) == 31


async def test_a_message_the_gateway_did_not_take_leaves_no_wait(wall: Wall, gateway: Gateway):
    gateway.down = True
    with pytest.raises(CodeNotSent):
        await ask(wall, gateway, fixed_code="111111")

    gateway.down = False
    await ask(wall, gateway, fixed_code="222222")

    with pytest.raises(CodeNotRight):
        await confirm(wall, "111111")
    assert (await confirm(wall, "222222")).is_new


async def test_a_gateway_that_is_down_gets_no_more_than_five_messages_an_hour(
    wall: Wall, gateway: Gateway
):
    gateway.down = True
    for _ in range(5):
        with pytest.raises(CodeNotSent):
            await ask(wall, gateway)

    with pytest.raises(TooMany):
        await ask(wall, gateway)


async def test_the_message_goes_out_after_the_commit(wall: Wall):
    seen: list[CodeState] = []

    async def look(_phone: str, _code: str) -> None:
        # Another connection sees the code: it is committed, and no lock is held.
        await asyncio.create_task(read())

    async def read() -> None:
        seen.extend([code.state for code in await PhoneCode.all()])

    await ask(wall, look)  # type: ignore[arg-type]

    assert seen == [CodeState.ISSUED]


async def test_a_suspended_person_hears_so_only_after_the_right_code(wall: Wall, gateway: Gateway):
    someone = await person(phone_number=PHONE)
    await Account.filter(id=someone.id).update(state=AccountState.SUSPENDED)
    await ask(wall, gateway)

    with pytest.raises(CodeNotRight):
        await confirm(wall, other_than(gateway.code))
    with pytest.raises(AccountSuspended):
        await confirm(wall, gateway.code)
    with pytest.raises(CodeNotRight):  # it was used up
        await confirm(wall, gateway.code)

    assert not await Session.exists()


async def test_a_code_of_one_phone_opens_no_other(wall: Wall, gateway: Gateway):
    await ask(wall, gateway)
    code = gateway.code
    await ask(wall, gateway, "+8801812345678", fixed_code=other_than(code))

    with pytest.raises(CodeNotRight):
        await confirm(wall, code, "+8801812345678")
