"""Failure 22, from the schema itself: whoever asks for whatever by its id, nothing of another's is
shown or changed, and what he may not know answers as what does not exist.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest

from hmk_graph import database
from hmk_graph.accounts.deeds import DEEDS
from schema import assisting
from schema.answers import Answers
from schema.plans import Planned
from tests.conftest import at_database, execute
from tests.schema.matrix import (
    OPEN_TO_ALL,
    OPERATIONS,
    PUBLIC,
    UNKNOWN,
    World,
    asking,
    furnish,
    kind_of,
    state_of_all,
    targets,
    told,
    unlimited,
)

# The schema of the matrix, whose fields that need no waiting are answered by plans.
PLANNED = unlimited(execution_context_class=Planned)
# Each asks for everything there is as everybody there is, and that grows with the schema.
pytestmark = pytest.mark.timeout(900)
# A kept answer shows the database's clock, the world has its own.
SERVERS_CLOCK = re.compile(r'"serverNow": "[^"]*"')


@pytest.fixture(scope="module")
def world(postgres: str, template: str) -> Iterator[World]:
    name = f"matrix_{template}"
    url = at_database(postgres, name)

    async def make() -> World:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        async with database.connected(url, pool_size=2):
            return World(url=url, **await furnish())

    yield asyncio.run(make())
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


# Citizens with something of their own, for each of whom an operator acts in turn.
ASSISTED = ("complainant", "citizen", "requester", "rider", "orderer", "tenant", "leader", "seller")
TOLD_BY_THE_CITIZEN = {
    *("the complainant's phone", "the complainant's name", "the requester's name"),
    *("the leader's name", "the tenant's name at home"),
}
OUTSIDERS = ["anonymous", "stranger", "another seller", "another haat's officer"]
# What a person does to himself; he is not somebody else.
TO_ONESELF = {"eraseMyAccount", "updateProfile", "signOut", "revokeOtherSessions"}


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_an_outsider_sees_and_changes_nothing_of_anothers(world: World, who: str):
    faults = []
    async with asking(world, world.outsiders[who]) as asker:
        before = await state_of_all()
        for operation in OPERATIONS.values():
            if operation.field in OPEN_TO_ALL | TO_ONESELF:
                continue
            for ids, _, _ in targets(world, operation):
                answer = await asker.ask(operation, ids)
                faults += [
                    f"{operation.field} {ids} shows {what}"
                    for what, secret in world.secrets.items()
                    if secret in answer
                ]
                if operation.kind == "mutation":
                    now = await state_of_all()
                    changed = [thing for thing in before if now.get(thing) != before[thing]]
                    faults += [f"{operation.field} {ids} changes {thing}" for thing in changed]
                    before = now

    assert faults == []


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_what_one_may_not_know_answers_as_what_does_not_exist(world: World, who: str):
    faults = []
    async with asking(world, world.outsiders[who]) as asker:
        for operation in OPERATIONS.values():
            for ids, name, hidden in targets(world, operation):
                if name in PUBLIC or not name:
                    continue
                if not hidden and (operation.kind != "mutation" or operation.field in OPEN_TO_ALL):
                    continue
                unknown = {**ids, name: f"{kind_of(operation, name)}:{UNKNOWN}"}
                known, none = await asker.ask(operation, ids), await asker.ask(operation, unknown)
                if known.replace(ids[name], "it") != none.replace(unknown[name], "it"):
                    faults.append(f"{operation.field} {ids}: {known} is not {none}")

    assert faults == []


async def test_an_operator_sees_and_changes_nothing_of_what_was_before_he_was_asked(world: World):
    """What he asks as nobody is the anonymous column; the rest he asks as the citizen."""
    faults, as_citizen = [], set()
    own = set()
    async with asking(world, None) as asker:
        before = await state_of_all()
        for who in ASSISTED:
            asker.viewer_id = world.insiders[who]
            for operation in OPERATIONS.values():
                for ids, _, _ in targets(world, operation):
                    answer = await asker.ask_in_assistance(operation, ids)
                    if answer is None:
                        continue
                    as_citizen.add(operation.field)
                    shown = {what for what, secret in world.secrets.items() if secret in answer}
                    own |= {(operation.field, what) for what in shown}
                    if operation.kind == "mutation":
                        now = await state_of_all()
                        changed = [thing for thing in before if now.get(thing) != before[thing]]
                        faults += [f"{operation.field} {ids} changes {thing}" for thing in changed]
                        before = now

    assert faults == []
    # The citizen's own name and number, which he told the operator himself.
    assert own <= {(field, what) for field in as_citizen for what in TOLD_BY_THE_CITIZEN}
    assert as_citizen <= {*DEEDS, *assisting.MINE}
    assert {"lodgeComplaint", "requestBlood", "assistance"} <= as_citizen


async def test_those_to_whom_a_secret_belongs_can_read_it(world: World):
    """A test of the test: the secrets are there to be found, under these very words."""
    asked = {
        "leader": {"lot", "myLots", "myOffers", "myDeals", "receipt", "me", "mySessions"},
        "seller": {"me", "myAnimals", "lot", "listing"},
        "rider": {"trip", "myTrips", "tripPositionNow", "tripPosition"},
        "driver": {"myDriver", "myDriving"},
        "payer": {"payment", "myPayments"},
        "administrator": {"paymentsSetAside", "refundsByHand", "auditEntries"},
        "reporter": {"myOverchargeReports"},
        "second officer": {"forcedActs"},
        "earner": {"myPayoutAccounts", "myPayouts"},
        "depositor": {"myDeposits"},
        "officer": {
            *("sellerApplications", "biddingBans", "flags", "lotsWaiting"),
            "providerApplications",
        },
        "citizen": {"booking", "myBookings", "mySerials"},
        "provider": {"booking", "deskBookings", "myDesk"},
        "requester": {"bloodRequest", "donationOffer"},
        "giver": {"bloodRequest", "donationOffer", "myDonationOffers"},
        "asked": {"me"},
        "assisted": {"assistance", "myAssistances"},
        "operator": {"assistance", "myAssistances"},
        "tenant": {"rentalAgreement", "myViewings", "me"},
        "landlord": {"myRentalUnits", "myViewings", "me"},
        "hirer": {"myVehicleHires", "me"},
        "told": {"notifications"},
        "orderer": {"order", "orderGroup", "myOrderGroups"},
        "shopkeeper": {"myShop", "myProducts", "shopOrders", "order"},
        "complainant": {"complaint", "myComplaints"},
        "complaint's officer": {"complaint", "myAims"},
        "shopkeeper to be": {"myShop", "myProducts", "shopEarnings"},
    }
    read = ""
    for who, fields in asked.items():
        async with asking(world, world.insiders[who]) as asker:
            for field in fields:
                for ids, _, _ in targets(world, OPERATIONS[field]):
                    read += await asker.ask(OPERATIONS[field], ids)

    # Nobody may read what is sealed until the close, and nonces are told in receipts alone.
    sealed = {"the reserve", "the reserve's nonce", "a nonce"}
    assert {what for what, secret in world.secrets.items() if secret not in read} == sealed


async def test_what_is_kept_for_one_never_answers_for_another(world: World):
    """Whoever asks before, everybody hears through the kept answers what he hears without them."""
    answers, kept, faults = Answers(), 0, []
    viewers = {**world.outsiders, **world.insiders}
    async with asking(world, None) as asker:
        for operation in OPERATIONS.values():
            if operation.kind != "query":
                continue
            for ids, _, _ in targets(world, operation):
                alone: dict[str, str] = {}
                for who, asker.viewer_id in [*viewers.items()] * 2:
                    shared = await asker.ask_through(answers, operation, ids)
                    for answer in answers._kept.values():
                        answer.until = None  # the real clock is far from the world's
                    if who not in alone:
                        alone[who] = await asker.ask(operation, ids)
                    if SERVERS_CLOCK.sub("", shared) != SERVERS_CLOCK.sub("", alone[who]):
                        faults.append(
                            f"{operation.field} {ids} of {who}: {shared} is not {alone[who]}"
                        )
        kept = answers.given

    assert faults == []
    assert kept > 100


@pytest.mark.parametrize("who", ["anonymous", "stranger"])
async def test_plans_answer_what_graphql_core_answers(world: World, who: str):
    faults = []
    async with asking(world, world.outsiders[who]) as asker:
        for operation in OPERATIONS.values():
            if operation.kind != "query":
                continue
            for ids, _, _ in targets(world, operation):
                planned = await PLANNED.execute(
                    operation.query,
                    variable_values=operation.variables(ids),
                    context_value=asker.context(),
                )
                if told(planned) != await asker.ask(operation, ids):
                    faults.append(f"{operation.field} {ids}")

    assert faults == []


def test_the_matrix_covers_every_id_that_the_schema_takes(world: World):
    taken = {(o.field, name): kind_of(o, name) for o in OPERATIONS.values() for name in o.ids}

    known = {**world.public, **world.hidden}
    assert len(taken) > 50
    assert {where: kind for where, kind in taken.items() if kind not in known} == {}
    assert {o.kind for o in OPERATIONS.values()} == {"query", "mutation", "subscription"}
    assert "Animal" in known
