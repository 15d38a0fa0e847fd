"""Assisted mode: the operator of a union digital center acts for a citizen, both named.

A code that is sent to the citizen's phone, and told to the operator, opens an assistance of half an
hour. It is a session of the citizen's that has no refresh token, so whatever ends a person's
sessions ends it. What an operator may do in it stands in `schema/assisting.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph import deadlines
from hmk_graph.accounts import access, rules, sessions, signing_in, tokens
from hmk_graph.accounts.errors import (
    AccountSuspended,
    AssistingAlready,
    AssistingTooOften,
    NotOnOneself,
)
from hmk_graph.accounts.events import ActedFor, AssistanceOpened
from hmk_graph.accounts.models import (
    AccountState,
    Assistance,
    PhoneCode,
    Role,
    RoleGrant,
    Session,
)
from hmk_graph.accounts.ports import SendWords
from hmk_graph.accounts.sessions import Because
from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, NotAllowed, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.money import BENGALI_DIGITS

LIFETIME = timedelta(minutes=30)
# A busy center opens three an hour; more is a machine, or a list of phone numbers.
MOST_A_DAY = 40
ENDS = "accounts.assistance_ends"
DEVICE = "ইউনিয়ন ডিজিটাল সেন্টার"
# 70 letters are one text message; the name is cut so that it stays at two.
TEXT = "{code} বললে {name} ({minutes} মিনিট) আপনার হয়ে কাজ করবেন। শুধু তাঁর সামনে বসা থাকলে বলুন।"
LONGEST_NAME = 30


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What an operator holds while he acts for a citizen; the token is shown to nobody else."""

    assistance: Assistance
    access_token: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What was done in an assistance, one of `deeds.DEEDS`, and when."""

    at: datetime
    operation: str


async def ask(
    operator_id: int,
    phone_text: str,
    *,
    address: str,
    clock: Clock,
    send: SendWords,
    secret: str,
    fixed_code: str | None = None,
) -> signing_in.CodeSent:
    """Send a citizen the code by which he agrees. What is answered tells nothing of the phone.

    The code opens nothing else, and opens it for this operator alone.

    Raises:
        NotAllowed: The person is no operator.
        PhoneNotValid, TooMany, CodeNotSent: As in `signing_in.request_code`.
        NotOnOneself: It is the operator's own phone.
        AssistingTooOften: He has sent as many today as anybody needs.
        NotSignedIn, AccountSuspended: The operator may not act.
    """
    operator = await access.acting(operator_id)
    await center_of(operator_id)
    phone = rules.mobile(phone_text)
    if phone == operator.phone:
        raise NotOnOneself
    since = await clock() - rules.DAY
    if await PhoneCode.filter(asked_by_id=operator_id, created_at__gt=since).count() >= MOST_A_DAY:
        raise AssistingTooOften(most=MOST_A_DAY)
    code = fixed_code or tokens.fresh_code()
    network = None if fixed_code else rules.network_of(address)
    issued = await signing_in.issue(
        phone, code, network, asked_by_id=operator_id, clock=clock, secret=secret
    )
    return await signing_in.sent(issued, send(phone, text_of(code, operator.name)))


async def begin(
    operator_id: int, phone_text: str, code_text: str, *, name: str = "", clock: Clock, secret: str
) -> Opened:
    """Begin to act for the citizen of a phone, who told the code that was sent to it.

    A citizen who was never here gets an account by it, and `name` if he has none. A wrong code is
    counted, as in signing in.

    Raises:
        NotAllowed: The person is no operator.
        PhoneNotValid, BadInput: Of phone, code or name.
        CodeNotRight, TooMany: The code is wrong, too old or used, or the phone had its attempts.
        AccountSuspended: The citizen or the operator is suspended.
        AssistingAlready: One of the two is in an assistance that has not ended.
        NotSignedIn: The operator is erased.
    """
    phone, code = rules.mobile(phone_text), rules.code_digits(code_text)
    called = rules.name_of(name) if name.strip() else ""
    try:
        outcome = await _begin(operator_id, phone, code, called, clock=clock, secret=secret)
    except IntegrityError as error:
        raise AssistingAlready from error
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


@whole_command
async def _begin(
    operator_id: int, phone: str, code: str, name: str, *, clock: Clock, secret: str
) -> Opened | DomainError:
    async with transaction(actor_id=operator_id) as events:
        await access.acting(operator_id)
        place_id = await center_of(operator_id)
        wrong = await signing_in.spend(
            phone, code, asked_by_id=operator_id, clock=clock, secret=secret
        )
        if wrong is not None:
            return wrong
        citizen, _ = await signing_in.account_of(phone)
        if citizen.state is AccountState.SUSPENDED:
            return AccountSuspended()
        if name and not citizen.name:
            citizen.name = name
            await citizen.save(update_fields=["name"])
        now = await clock()
        events += await _end_overdue(operator_id, citizen.id, now)
        assistance = await Assistance.create(
            citizen_id=citizen.id,
            operator_id=operator_id,
            place_id=place_id,
            opened_at=now,
            until=now + LIFETIME,
        )
        session = await Session.create(
            account_id=citizen.id,
            assistance_id=assistance.id,
            device=DEVICE,
            created_at=now,
            last_used_at=now,
            expires_at=assistance.until,
        )
        await deadlines.arm(ENDS, assistance.id, assistance.until)
        events.append(
            AssistanceOpened(
                account_id=citizen.id,
                assistance_id=assistance.id,
                operator_id=operator_id,
                place_id=place_id,
                until=assistance.until,
            )
        )
    token, _ = tokens.access_token(
        citizen.id, session.id, now=now, secret=secret, lifetime=LIFETIME
    )
    return Opened(assistance=assistance, access_token=token)


@whole_command
async def end(account_id: int, assistance_id: int, *, clock: Clock) -> Assistance:
    """End an assistance, as the operator or as the citizen. Ending it again is no matter.

    Raises:
        NotFound: There is none, or it is of two others.
    """
    async with transaction(actor_id=account_id) as events:
        held = await Assistance.select_for_update(no_key=True).get_or_none(id=assistance_id)
        if held is None or account_id not in (held.citizen_id, held.operator_id):
            raise NotFound
        because = Because.OPERATOR if account_id == held.operator_id else Because.REVOKED
        events += await sessions.end_assistances([held], because, await clock())
    return held


async def end_when_due(assistance_id: int, clock: Clock) -> datetime | None:
    """End an assistance whose time is over; a deadline's handler."""
    async with transaction() as events:
        held = await Assistance.select_for_update(no_key=True).get(id=assistance_id)
        now = await clock()
        if now < held.until:
            return held.until
        events += await sessions.end_assistances([held], Because.TIME, now)
    return None


def of(account_id: int) -> QuerySet[Assistance]:
    """Return the assistances in which a person was the citizen or the operator."""
    return Assistance.filter(Q(citizen_id=account_id) | Q(operator_id=account_id))


async def center_of(operator_id: int) -> int:
    """Return the union of the digital center at which a person works.

    Raises:
        NotAllowed: He is no operator.
    """
    held = (
        await RoleGrant.filter(
            account_id=operator_id,
            role=Role.OPERATOR,
            revoked_at=None,
            account__state=AccountState.ACTIVE,
        )
        .order_by("id")
        .first()
    )
    if held is None or held.place_id is None:
        raise NotAllowed
    return held.place_id


async def was_made(assisted: sessions.Assisted, citizen_id: int, stream: str) -> bool:
    """Say whether what a stream tells of was made in this assistance."""
    rows = await get_connection("default").execute_query_dict(
        "SELECT EXISTS (SELECT 1 FROM audit_entry WHERE on_behalf_of_id = $1 AND stream = $2"
        " AND actor_id = $3 AND at >= $4) AS made",
        [citizen_id, stream, assisted.operator_id, assisted.opened_at],
    )
    made: bool = rows[0]["made"]
    return made


async def deeds(assistance_ids: Sequence[int]) -> list[list[Deed]]:
    """Return what was done in each, as it came. For those who may see the assistances."""
    rows = await get_connection("default").execute_query_dict(_DEEDS, [list(assistance_ids)])
    found: dict[int, list[Deed]] = {pk: [] for pk in assistance_ids}
    for row in rows:
        pk = row.pop("assistance_id")
        found[pk].append(Deed(**row))
    return [found[pk] for pk in assistance_ids]


def text_of(code: str, name: str) -> str:
    """Return the message by which a citizen is asked to agree."""
    minutes = str(LIFETIME // timedelta(minutes=1)).translate(BENGALI_DIGITS)
    return TEXT.format(code=code, name=name[:LONGEST_NAME] or "উদ্যোক্তা", minutes=minutes)


async def _end_overdue(operator_id: int, citizen_id: int, now: datetime) -> list[Event]:
    """End what the worker has not come to yet, so that it does not keep a new one out."""
    held = (
        await Assistance.filter(
            Q(operator_id=operator_id) | Q(citizen_id=citizen_id), ended_at=None, until__lte=now
        )
        .order_by("id")
        .select_for_update(no_key=True)
    )
    return await sessions.end_assistances(held, Because.TIME, now)


_DEEDS = f"""
SELECT a.id AS assistance_id, e.at, e.payload->>'operation' AS operation
FROM accounts_assistance a CROSS JOIN LATERAL (
    SELECT * FROM audit_entry
    WHERE on_behalf_of_id = a.citizen_id AND stream = 'accounts.account.' || a.citizen_id
      AND kind = '{ActedFor.kind}' AND (payload->>'assistance_id')::bigint = a.id
    ORDER BY id LIMIT 100
) AS e
WHERE a.id = ANY($1) ORDER BY e.id
"""
