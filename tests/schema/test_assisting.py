"""Assisted mode over HTTP: an operator acts for a citizen, both named, and sees nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from hmk_graph.accounts import access, assisting, sessions, suspending
from hmk_graph.accounts.errors import AssistingAlready
from hmk_graph.accounts.models import Account, Assistance, Role
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.civic.models import Complaint
from hmk_graph.event_log import EventRow
from hmk_graph.notifications import routing
from hmk_graph.notifications.models import Notification
from tests import factories
from tests.accounts.people import PHONE, SECRET, other_than
from tests.civic import grievances
from tests.schema.phones import CONFIRM, REFUSAL, REQUEST, Phone, house_phone

pytestmark = pytest.mark.usefixtures("db")

ASK = f"""mutation ($phone: String!) {{ askAssistance(input: {{phone: $phone}}) {{
    ... on CodeSent {{ expiresAt }} {REFUSAL} }} }}"""
OPEN = f"""mutation ($phone: String!, $code: String!, $name: String! = "") {{
    openAssistance(input: {{phone: $phone, code: $code, name: $name}}) {{
    ... on AssistanceOpened {{ accessToken assistance {{ id citizen operator citizenId endsAt }} }}
    {REFUSAL} ... on CodeNotRight {{ attemptsLeft }} }} }}"""
END = f"""mutation ($id: ID!) {{ endAssistance(input: {{assistanceId: $id}}) {{
    ... on Assistance {{ endedBecause deeds {{ operation }} }} {REFUSAL} }} }}"""
LODGE = f"""mutation ($place: ID!, $key: String!) {{ lodgeComplaint(input: {{
    kind: WATER, placeId: $place, text: "{grievances.TEXT}", idempotencyKey: $key }}) {{
    ... on Complaint {{ id }} {REFUSAL} }} }}"""
COMPLAINT = "query ($id: ID!) { complaint(id: $id) { id } }"


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with house_phone() as phone:
        yield phone


async def acting(phone: Phone, **given: Any) -> tuple[Account, str, dict[str, Any]]:
    """Have an operator act for the citizen of PHONE; return him, his own token, what he got."""
    operator = await factories.operator()
    await phone.be(operator)
    own = phone.token or ""
    await phone.ask(ASK, phone=PHONE)
    opened = await phone.ask(OPEN, phone=PHONE, code=phone.gateway.code, **given)
    phone.token = opened["accessToken"]
    return operator, own, opened["assistance"]


async def lodged(phone: Phone, key: str = "k") -> str:
    place = await factories.union()
    made = await phone.ask(LODGE, place=f"Place:{place.id}", key=key)
    complaint_id: str = made["id"]
    return complaint_id


async def test_what_an_operator_does_is_the_citizens_and_names_both(phone: Phone):
    operator, _, assistance = await acting(phone, name="ময়না বিবি")

    await lodged(phone)

    citizen = await Account.get(phone=PHONE)
    assert (assistance["citizen"], assistance["operator"]) == ("ময়না বিবি", operator.name)
    assert (await Complaint.get()).author_id == citizen.id
    named = {"actor_id": operator.id, "on_behalf_of_id": citizen.id}
    kinds = ["civic.complaint_moved", "accounts.acted_for"]
    events = EventRow.filter(**named).order_by("id")
    assert await events.values_list("kind", flat=True) == kinds
    assert await EventRow.filter(kind=kinds[0]).count() == 1
    kept = AuditEntry.filter(**named).order_by("id").values_list("kind", flat=True)
    assert await kept == kinds


async def test_the_citizen_is_told_by_text_of_what_was_done(phone: Phone):
    await acting(phone)
    await lodged(phone)

    done = await EventRow.get(kind="accounts.acted_for")
    await routing.tell(done.id, phone.wall)

    told = await Notification.get(account__phone=PHONE)
    assert "অভিযোগ জানানো" in told.text_bn
    assert told.urgency == "IMPORTANT"  # who has no app is told by text message


async def test_the_same_command_sent_again_is_told_once(phone: Phone):
    await acting(phone)

    assert await lodged(phone) == await lodged(phone)

    assert await EventRow.filter(kind="accounts.acted_for").count() == 1


async def test_an_operator_reads_what_was_made_in_the_assistance_and_nothing_older(phone: Phone):
    citizen = await factories.person(phone_number=PHONE)
    older = await grievances.lodged(citizen, key="older")
    await acting(phone)

    made = await lodged(phone)

    assert await phone.ask(COMPLAINT, id=made) == {"id": made}
    unknown = await phone.fault(COMPLAINT, id="Complaint:8000000000")
    assert await phone.fault(COMPLAINT, id=f"Complaint:{older.id}") == unknown
    assert unknown["code"] == "NOT_FOUND"
    assert await phone.ask("{ me { phone } }") is None
    hidden = await phone.fault("{ myComplaints(first: 5) { edges { node { id } } } }")
    assert hidden["code"] == "UNAUTHENTICATED"


@pytest.mark.parametrize(
    "document",
    [
        "mutation { eraseMyAccount { __typename } }",
        'mutation { updateProfile(input: {name: "অন্য"}) { __typename } }',
        "mutation { a: revokeOtherSessions { __typename } }",
        'query { complaint(id: "Complaint:1") { id } me { phone } }',
        "mutation { ...f } fragment f on Mutation { signOut { __typename } }",
    ],
)
async def test_what_is_not_on_the_list_is_refused(phone: Phone, document: str):
    await acting(phone)

    assert (await phone.fault(document))["code"] == "NOT_FOR_OPERATORS"


async def test_a_code_opens_what_it_was_sent_for_and_nothing_else(phone: Phone):
    another = await factories.operator("অন্য উদ্যোক্তা")
    await phone.be(await factories.operator())
    await phone.ask(ASK, phone=PHONE)
    code = phone.gateway.code

    signing_in = await phone.ask(CONFIRM, phone=PHONE, code=code)
    await phone.be(another)
    by_another = await phone.ask(OPEN, phone=PHONE, code=code)
    phone.wall.turn(minutes=2)
    await phone.ask(REQUEST, phone=PHONE)
    by_their_own = await phone.ask(OPEN, phone=PHONE, code=phone.gateway.code)

    refused = [signing_in, by_another, by_their_own]
    assert [each["code"] for each in refused] == ["CODE_NOT_RIGHT"] * 3
    assert await Assistance.all().count() == 0


async def test_an_operators_wrong_codes_count_with_all_others_of_that_phone(phone: Phone):
    await phone.be(await factories.operator())
    await phone.ask(ASK, phone=PHONE)
    wrong = other_than(phone.gateway.code)

    left = [(await phone.ask(OPEN, phone=PHONE, code=wrong))["attemptsLeft"] for _ in range(5)]
    right = await phone.fault(OPEN, phone=PHONE, code=phone.gateway.code)

    assert left == [4, 3, 2, 1, 0]
    assert right["code"] == "RATE_LIMITED"


async def test_only_an_operator_asks_and_never_for_himself(phone: Phone):
    operator = await factories.operator()
    await phone.be(operator)
    himself = await phone.ask(ASK, phone=operator.phone)
    await phone.be(await factories.officer())

    assert himself["code"] == "NOT_ON_ONESELF"
    assert (await phone.fault(ASK, phone=PHONE))["code"] == "FORBIDDEN"
    assert phone.gateway.taken == []


async def test_known_and_unknown_phones_hear_the_same(phone: Phone):
    known = await factories.person()
    await phone.be(await factories.operator())

    answers = [await phone.ask(ASK, phone=number) for number in (known.phone, PHONE)]

    assert answers[0] == answers[1]


async def test_an_operator_sends_so_many_codes_a_day_and_no_more(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(assisting, "MOST_A_DAY", 1)
    operator = await factories.operator()
    await phone.be(operator)
    await phone.ask(ASK, phone=PHONE)

    assert (await phone.ask(ASK, phone="01812345678"))["code"] == "ASSISTING_TOO_OFTEN"
    phone.wall.turn(days=1, seconds=1)
    await phone.be(operator)
    assert "expiresAt" in await phone.ask(ASK, phone="01812345678")


@pytest.mark.parametrize("how", ["operator", "citizen", "suspended", "role taken", "time"])
async def test_an_assistance_ends_at_once_however_it_ends(phone: Phone, how: str):
    operator, own, assistance = await acting(phone)
    await lodged(phone)
    citizen, during = await Account.get(phone=PHONE), phone.token
    administrator = await factories.administrator()
    because = {"operator": "OPERATOR", "citizen": "REVOKED", "time": "TIME"}

    if how in ("operator", "citizen"):
        phone.token = own
        if how == "citizen":
            await phone.be(citizen)
        ended = await phone.ask(END, id=assistance["id"])
        assert ended["deeds"] == [{"operation": "lodgeComplaint"}]
    elif how == "suspended":
        reason = "অন্যের নামে কাজ করেছেন"
        await suspending.suspend(administrator.id, operator.id, reason=reason, clock=phone.wall)
    elif how == "role taken":
        union = await factories.union()
        await access.revoke_role(
            administrator.id, operator.id, Role.OPERATOR, union.id, clock=phone.wall
        )
    else:
        phone.wall.turn(minutes=30)
        running = await Assistance.get()
        await assisting.end_when_due(running.id, phone.wall)

    phone.token = during
    assert (await phone.fault(LODGE, place="Place:1", key="x"))["code"] == "UNAUTHENTICATED"
    assert (await Assistance.get()).ended_because == because.get(how, "RIGHT_LOST")
    last = await AuditEntry.all().order_by("-id").first()
    assert last is not None
    assert last.kind == "accounts.assistance_ended"


async def test_a_suspended_citizen_is_acted_for_no_longer(phone: Phone):
    await acting(phone)
    citizen, administrator = await Account.get(phone=PHONE), await factories.administrator()

    await suspending.suspend(
        administrator.id, citizen.id, reason="ভুয়া পরিচয় দিয়েছেন", clock=phone.wall
    )

    assert (await phone.fault(COMPLAINT, id="Complaint:1"))["code"] == "UNAUTHENTICATED"
    assert (await Assistance.get()).ended_because == "SUSPENDED"


async def test_an_operator_whose_grant_is_gone_is_refused_although_nothing_ended_it(phone: Phone):
    """The right is asked with each request, whatever was forgotten when it was taken."""
    await acting(phone)
    await Account.filter(id=(await Assistance.get()).operator_id).update(state="SUSPENDED")

    assert (await phone.fault(COMPLAINT, id="Complaint:1"))["code"] == "UNAUTHENTICATED"


async def test_of_two_operators_who_begin_at_once_one_acts(phone: Phone):
    one, other = await factories.operator(), await factories.operator("অন্য উদ্যোক্তা")
    codes = {}
    for operator in (one, other):
        phone.wall.turn(minutes=2)
        await assisting.ask(
            operator.id,
            PHONE,
            address="203.0.113.7",
            clock=phone.wall,
            send=phone.gateway.words,
            secret=SECRET,
        )
        codes[operator.id] = phone.gateway.code

    outcomes = await asyncio.gather(
        *(
            assisting.begin(pk, PHONE, code, clock=phone.wall, secret=SECRET)
            for pk, code in codes.items()
        ),
        return_exceptions=True,
    )

    assert sorted(type(each).__name__ for each in outcomes) == ["AssistingAlready", "Opened"]
    assert AssistingAlready.code == "ASSISTING_ALREADY"
    assert await Assistance.all().count() == 1


async def test_an_overdue_assistance_keeps_no_new_one_out(phone: Phone):
    _, own, _ = await acting(phone)
    phone.wall.turn(minutes=31)
    phone.token = own
    await phone.be(await Account.get(id=(await Assistance.get()).operator_id))

    await phone.ask(ASK, phone=PHONE)
    opened = await phone.ask(OPEN, phone=PHONE, code=phone.gateway.code)

    assert opened["assistance"]["citizen"] == ""
    assert await Assistance.filter(ended_at=None).count() == 1


async def test_a_citizen_ends_it_by_ending_his_other_sessions_too(phone: Phone):
    await acting(phone)
    citizen = await Account.get(phone=PHONE)

    await sessions.revoke_others(citizen.id, 0, clock=phone.wall)

    assert (await Assistance.get()).ended_because == "REVOKED"
