"""Signs the demo's people up, makes officers of some and sellers of others: by the real doors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from hmk_graph.accounts import access, applying, approving_sellers, profiles, sessions, signing_in
from hmk_graph.accounts.approval import Move
from hmk_graph.accounts.models import Account, ApplicationState, Role, RoleGrant, SellerApplication
from hmk_graph.clock import database_clock
from hmk_graph.demo import people
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.people import Person, Seller
from hmk_graph.demo.photographing import Camera
from hmk_graph.haat import barring
from hmk_graph.haat.models import BidderRegistration
from hmk_graph.haat.obligations import open_obligations

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is, and of how much."""

# The pool has more connections than this; two slow cores are busy with fewer.
AT_ONCE = 6
# A visitor asks for a code right after the start, and a phone gets its next one after a minute.
CODE_AGE = timedelta(minutes=3)
# So many haats know a simulated bidder from the start; at others he registers when he comes.
KNOWN_AT = 4
STATEMENT = "নিজের খামারের গরু, মহিষ ও ছাগল বিক্রি করি। অন্যের পশু কিনে এনে বিক্রি করি না।"


@dataclass(frozen=True, kw_only=True)
class Register:
    """Whom and what the demo knows: accounts by phone, places and haats by slug.

    Without a `camera` nothing is pictured: there is no object store.
    """

    places: Mapping[str, int]
    haats: Mapping[str, int]
    camera: Camera | None = None
    accounts: dict[str, int] = field(default_factory=dict)

    def account(self, person: Person) -> int:
        """Return a person's account."""
        return self.accounts[person.phone]


class Counted:
    """Counts steps that are done in any order, and tells each."""

    def __init__(self, what: str, total: int, progress: Progress) -> None:
        self.what, self.total, self.progress = what, total, progress
        self.done = 0

    def __call__(self) -> None:
        """Tell that one more is done."""
        self.done += 1
        self.progress(self.what, self.done, self.total)


async def each(all_of: Iterable[T], work: Callable[[T], Awaitable[object]]) -> None:
    """Do the same for many, a few at a time."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(thing: T) -> None:
        async with room:
            await work(thing)

    async with asyncio.TaskGroup() as tasks:
        for thing in all_of:
            tasks.create_task(one(thing))


async def sign_up(
    register: Register, kept: KeptSessions, *, secret: str, progress: Progress
) -> None:
    """Have an account with a name for everybody; those who have one are left as they are.

    The simulated keep their sessions, so that the simulators need no codes. A persona's session is
    ended at once: it is the visitor who signs in.
    """
    phones = [person.phone for person in people.EVERYBODY]
    known = {str(account.phone): account for account in await Account.filter(phone__in=phones)}
    register.accounts.update({phone: account.id for phone, account in known.items()})
    # An earlier run may have ended between the sign-up and the name.
    nameless = {phone for phone, account in known.items() if not account.name}
    fresh = [one for one in people.EVERYBODY if one.phone not in known or one.phone in nameless]
    counted = Counted("people", len(fresh), progress)

    async def one(person: Person) -> None:
        if person.phone not in known:
            register.accounts[person.phone] = await _new_account(person, kept, secret)
        await profiles.update_profile(register.account(person), name=person.name)
        counted()

    await each(fresh, one)


async def appoint(register: Register) -> None:
    """Make officers of two in each upazila and two personas, two dispatchers and an operator."""
    wanted: list[tuple[Role, Person, str]] = [
        *((Role.OFFICER, one, one.area) for one in people.OFFICERS),
        *((Role.OFFICER, one, people.HOME) for one in (people.OFFICER, people.SECOND_OFFICER)),
        *((Role.DISPATCHER, one, people.HOME) for one in (people.DISPATCHER, people.DESK_HAND)),
        (Role.OPERATOR, people.OPERATOR, people.CENTER),
    ]
    held = {role: await _holding(role) for role in {role for role, _, _ in wanted}}

    async def one(post: tuple[Role, Person, str]) -> None:
        role, person, slug = post
        account_id = register.account(person)
        if account_id not in held[role]:
            place_id = register.places[slug]
            await access.grant(None, account_id, role, place_id, clock=database_clock)

    await each(wanted, one)


async def verify_sellers(register: Register) -> None:
    """Have the farmers apply, and officers of their upazilas verify all but the applicants."""
    verified = await _holding(Role.VERIFIED_SELLER)

    async def one(seller: Seller) -> None:
        if register.account(seller) not in verified:
            application = await _applied(register, seller)
            if seller not in people.APPLICANTS and application.state == ApplicationState.SUBMITTED:
                await approving_sellers.decide(
                    register.account(people.VETS[seller.upazila]),
                    application.id,
                    Move.VERIFY,
                    open_obligations=open_obligations,
                    clock=database_clock,
                )

    await each([people.PERSONAS_FARM, *people.SELLERS, *people.APPLICANTS], one)


async def register_bidders(register: Register) -> None:
    """Have the buyers accept the rules: the personas everywhere, the simulated where they live."""
    haats = sorted(register.haats.values())
    wanted: list[tuple[int, int]] = [
        (register.account(buyer), haat_id)
        for buyer in (people.BUYER, people.SECOND_BUYER)
        for haat_id in haats
    ]
    for n, bidder in enumerate(people.BIDDERS):
        near = [haats[(n + i) % len(haats)] for i in range(KNOWN_AT)]
        wanted += [(register.account(bidder), haat_id) for haat_id in near]
    found = await BidderRegistration.all().values_list("account_id", "haat_id")
    known = {(int(account_id), int(haat_id)) for account_id, haat_id in found}

    async def one(pair: tuple[int, int]) -> None:
        if pair not in known:
            await barring.register_bidder(*pair, clock=database_clock)

    await each(wanted, one)


async def _new_account(person: Person, kept: KeptSessions, secret: str) -> int:
    credentials = await _signed_in(person, secret)
    if person in people.PERSONAS:
        await sessions.revoke(
            credentials.account_id,
            credentials.session_id,
            clock=database_clock,
            because=sessions.Because.SIGNED_OUT,
        )
    else:
        kept.keep(person.phone, credentials.refresh_token)
    return credentials.account_id


async def _signed_in(person: Person, secret: str) -> sessions.Credentials:
    sent: list[str] = []

    async def collect(phone: str, code: str) -> None:  # noqa: ARG001 - the port's own names
        sent.append(code)

    await signing_in.request_code(
        person.phone, address=person.address, clock=_a_while_ago, send_code=collect, secret=secret
    )
    signed_in = await signing_in.confirm_code(
        person.phone,
        sent[0],
        device="ডেমো",
        address=person.address,
        clock=_a_while_ago,
        secret=secret,
    )
    return signed_in.credentials


async def _a_while_ago() -> datetime:
    return await database_clock() - CODE_AGE


async def _holding(role: Role) -> set[int]:
    found = await RoleGrant.filter(role=role, revoked_at=None).values_list("account_id", flat=True)
    return {int(str(account_id)) for account_id in found}


async def _applied(register: Register, seller: Seller) -> SellerApplication:
    account_id = register.account(seller)
    found = await SellerApplication.filter(account_id=account_id).order_by("-id").first()
    if found is None:
        found = await applying.save_draft(
            account_id,
            farm_name=seller.farm,
            contact_phone=seller.phone,
            place_id=register.places[seller.home],
            village=seller.village,
            statement=STATEMENT,
            clock=database_clock,
        )
    if found.state == ApplicationState.DRAFT:
        return await applying.submit(account_id, clock=database_clock)
    return found
