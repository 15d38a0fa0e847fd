"""Signing in by phone and one-time code (rules.md 2.1).

Nothing here asks whether a phone has an account until a code proved that the phone is at hand: what
an asker hears, and how long it takes, is the same for known and unknown numbers.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.accounts import rules, sessions, tokens
from hmk_graph.accounts.errors import AccountSuspended, CodeNotRight, CodeNotSent
from hmk_graph.accounts.models import Account, AccountState, CodeState, PhoneCode
from hmk_graph.accounts.ports import SendCode
from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, TooMany
from hmk_graph.event_log import transaction, whole_command


@dataclass(frozen=True, kw_only=True)
class CodeSent:
    """A code is on its way: until when it is good, and when the next may be asked for."""

    expires_at: datetime
    resend_at: datetime


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A code was right. `is_new` says that the account was made by this."""

    credentials: sessions.Credentials
    is_new: bool


async def request_code(
    phone_text: str,
    *,
    address: str,
    clock: Clock,
    send_code: SendCode,
    secret: str,
    fixed_code: str | None = None,
) -> CodeSent:
    """Issue a one-time code to a phone and send it; an earlier one is void from then on.

    The message goes out after the commit. If the gateway does not take it, the code is void and the
    person may ask again at once.

    Args:
        phone_text: In any spelling.
        address: The asker's network address; limits count by it.
        clock: Read after the lock.
        send_code: Hands the message to the gateway.
        secret: At least 32 bytes.
        fixed_code: The code of a demo, instead of a random one; settings refuse it in production.
            Everybody knows it and nobody pays for it, so nothing is counted.

    Raises:
        PhoneNotValid: It is no mobile number of Bangladesh; nothing is sent.
        TooMany: The phone or the network has had its codes, or the phone its wrong attempts.
        CodeNotSent: The gateway did not take the message.
    """
    phone = rules.mobile(phone_text)
    code = fixed_code or tokens.fresh_code()
    network = None if fixed_code else rules.network_of(address)
    issued = await issue(phone, code, network, clock=clock, secret=secret)
    return await sent(issued, send_code(phone, code))


async def sent(issued: PhoneCode, sending: Awaitable[None]) -> CodeSent:
    """Send a code that was issued; one that the gateway did not take is void.

    Raises:
        CodeNotSent: It did not take the message.
    """
    try:
        await sending
    except CodeNotSent:
        await PhoneCode.filter(id=issued.id, state=CodeState.ISSUED).update(state=CodeState.UNSENT)
        raise
    return CodeSent(expires_at=issued.expires_at, resend_at=issued.created_at + rules.RESEND_AFTER)


async def confirm_code(
    phone_text: str, code_text: str, *, device: str, address: str, clock: Clock, secret: str
) -> SignedIn:
    """Sign a device in by the code that was sent to the phone; the first time makes the account.

    A wrong code is counted although the command is refused: the counting transaction commits, and
    the refusal is raised after it. Inside another transaction the count would fall with that, so
    this is a whole command, never a part of one. Of many that confirm at once one gets the session.

    Raises:
        PhoneNotValid, BadInput: Phone or code are none; nothing is counted.
        CodeNotRight: The code is wrong, too old, or used.
        TooMany: The phone has had its attempts of the hour; right codes are refused, too.
        AccountSuspended: The code was right, and is used up.
    """
    phone, code = rules.mobile(phone_text), rules.code_digits(code_text)
    outcome = await _confirm(
        phone, code, device=device, address=address, clock=clock, secret=secret
    )
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


async def prune(before: datetime) -> int:
    """Delete codes that were issued before a moment (a day ago at the latest); return how many."""
    return await PhoneCode.filter(created_at__lt=before).delete()


@whole_command
async def issue(
    phone: str,
    code: str,
    network: str | None,
    *,
    asked_by_id: int | None = None,
    clock: Clock,
    secret: str,
) -> PhoneCode:
    """Write a code down; `network` None: a demo's, which no limit holds back.

    Codes for signing in and those that an operator asks for count together, and void none of the
    other kind.

    Raises:
        TooMany: The phone or the network has had its codes, or the phone its wrong attempts.
    """
    async with transaction():
        # Always the phone before the network, so that no two wait for each other crosswise.
        await _lock("phone", phone)
        if network is not None:
            await _lock("network", network)
        now = await clock()
        if network is not None:
            await _within_limits(phone, network, now)

        await PhoneCode.filter(phone=phone, asked_by_id=asked_by_id, state=CodeState.ISSUED).update(
            state=CodeState.EXPIRED
        )
        challenge_id = await _next_id()
        return await PhoneCode.create(
            id=challenge_id,
            phone=phone,
            asked_by_id=asked_by_id,
            code_hash=tokens.code_hash(
                code,
                phone=phone,
                challenge_id=challenge_id,
                secret=secret,
                asked_by_id=asked_by_id,
            ),
            network=network or "demo",
            created_at=now,
            expires_at=now + rules.CODE_LIFETIME,
        )


async def _within_limits(phone: str, network: str, now: datetime) -> None:
    wait = max(
        rules.wait_for_code(await _past(phone, now), now),
        rules.wait_of_network(await _issued_from(network, now), now),
    )
    if wait:
        raise TooMany(retry_after_s=rules.whole_seconds(wait))


@whole_command
async def _confirm(
    phone: str, code: str, *, device: str, address: str, clock: Clock, secret: str
) -> SignedIn | DomainError:
    async with transaction() as events:
        wrong = await spend(phone, code, asked_by_id=None, clock=clock, secret=secret)
        if wrong is not None:
            return wrong
        now = await clock()
        account, is_new = await account_of(phone)
        if account.state is AccountState.SUSPENDED:
            return AccountSuspended()
        credentials = await sessions.start(
            account.id, device=device, address=address, now=now, secret=secret, events=events
        )
    return SignedIn(credentials=credentials, is_new=is_new)


async def spend(
    phone: str, code: str, *, asked_by_id: int | None, clock: Clock, secret: str
) -> CodeNotRight | TooMany | None:
    """Use a code up in the caller's transaction; return why not, or None.

    A wrong one is counted, so the refusal has to be raised after the commit, never inside.
    """
    await _lock("phone", phone)
    now = await clock()
    past = await _past(phone, now)
    left = rules.attempts_left(past, now)
    if not left:
        wait = rules.wait_for_attempt(past, now)
        return TooMany(retry_after_s=rules.whole_seconds(wait))
    issued = await PhoneCode.get_or_none(
        phone=phone, asked_by_id=asked_by_id, state=CodeState.ISSUED, expires_at__gt=now
    )
    if not _is_right(code, phone, issued, secret):
        return await _refused(issued, left)
    await PhoneCode.filter(phone=phone, asked_by_id=asked_by_id, state=CodeState.ISSUED).update(
        state=CodeState.CONSUMED
    )
    return None


async def _refused(issued: PhoneCode | None, left: int) -> CodeNotRight:
    """Count a wrong code at the one it was meant for; where none is awaited, none is guessed."""
    if issued is None:
        return CodeNotRight(attempts_left=left)
    issued.attempts += 1
    if left == 1:
        issued.state = CodeState.LOCKED
    await issued.save(update_fields=["attempts", "state"])
    return CodeNotRight(attempts_left=left - 1)


def _is_right(code: str, phone: str, issued: PhoneCode | None, secret: str) -> bool:
    # Where no code is awaited the same work is done, against nothing.
    expected = issued.code_hash if issued else bytes(hashlib.sha256().digest_size)
    given = tokens.code_hash(
        code,
        phone=phone,
        challenge_id=issued.id if issued else 0,
        secret=secret,
        asked_by_id=issued.asked_by_id if issued else None,
    )
    return hmac.compare_digest(given, bytes(expected))


async def account_of(phone: str) -> tuple[Account, bool]:
    """Lock and return the account of a phone; make it the first time."""
    account = await Account.select_for_update(no_key=True).get_or_none(phone=phone)
    if account is not None:
        return account, False
    return await Account.create(phone=phone), True


async def _past(phone: str, now: datetime) -> list[rules.PastCode]:
    codes = await PhoneCode.filter(phone=phone, created_at__gt=now - rules.DAY)
    return [
        rules.PastCode(created_at=code.created_at, state=code.state, attempts=code.attempts)
        for code in codes
    ]


async def _issued_from(network: str, now: datetime) -> list[datetime]:
    codes = (
        await PhoneCode.filter(network=network, created_at__gt=now - rules.HOUR)
        .order_by("-created_at")
        .limit(rules.CODES_AN_HOUR_OF_A_NETWORK)
    )
    return [code.created_at for code in codes]


async def _lock(kind: str, name: str) -> None:
    """Let one at a time act on a phone or a network; held until the transaction ends.

    There may be no row yet to lock. Two names that share a hash only wait for each other.
    """
    digest = hashlib.sha256(f"accounts {kind} {name}".encode()).digest()
    await get_connection("default").execute_query(
        "SELECT pg_advisory_xact_lock($1)", [int.from_bytes(digest[:8], signed=True)]
    )


async def _next_id() -> int:
    rows = await get_connection("default").execute_query_dict(
        "SELECT nextval(pg_get_serial_sequence('accounts_phone_code', 'id')) AS id"
    )
    number: int = rows[0]["id"]
    return number
