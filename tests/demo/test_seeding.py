"""The seed fills an empty house once, through the domain's own doors."""

import stat
from collections import Counter
from datetime import timedelta

import pytest
from tortoise.connection import get_connection

from hmk_graph import database
from hmk_graph.accounts import signing_in
from hmk_graph.accounts.models import Role, RoleGrant
from hmk_graph.blood.models import Donor
from hmk_graph.civic.models import Complaint, ComplaintState
from hmk_graph.clock import database_clock
from hmk_graph.demo import complainers, neighbors, people, seeding, simulating, stalls, stocking
from hmk_graph.haat import lot_queries, lot_verification, species
from hmk_graph.haat.animal_models import Animal, AnimalWeight
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal
from hmk_graph.haat.share_models import PoolState, SharePool
from hmk_graph.rentals.models import Unit, UnitKind
from hmk_graph.settings import Settings, SettingsFault
from hmk_graph.shops import queries as shops
from tests.demo.conftest import WINDOW, quietly
from tests.processes import SECRET

COUNTED = (
    "accounts_account",
    "accounts_session",
    "accounts_phone_code",
    "accounts_role_grant",
    "accounts_seller_application",
    "haat_haat",
    "haat_session",
    "haat_bidder_registration",
    "haat_animal",
    "haat_listing",
    "haat_offer",
    "haat_lot",
    "haat_hasil_rule",
    "blood_donor",
    "civic_complaint",
    "haat_share_pool",
    "civic_complaint_step",
    "rentals_unit",
    "shops_shop",
    "shops_product",
    "shops_movement",
)


@pytest.fixture
async def house(seeded):
    """The seeded demo, with Tortoise connected to it."""
    async with database.connected(seeded.settings.database_url, pool_size=4):
        yield seeded


async def rows() -> dict[str, int]:
    found = {}
    for table in COUNTED:
        counted = await get_connection("default").execute_query_dict(
            f"SELECT count(*) AS many FROM {table}"
        )
        found[table] = counted[0]["many"]
    return found


async def test_a_second_seeding_finds_nothing_to_do(seeded):
    async with database.connected(seeded.settings.database_url, pool_size=2):
        before = await rows()

    await seeding.seed(seeded.settings, quietly, folder=seeded.folder, window=WINDOW)

    async with database.connected(seeded.settings.database_url, pool_size=2):
        assert await rows() == before


async def test_from_the_beginning_six_lots_have_ended_most_of_them_sold(house):
    # Not by the clock: where no worker runs, one that was to run for a while may be over, too.
    ended, now = await Lot.filter(state=LotState.CLOSED).order_by("ends_at"), await database_clock()

    assert len(ended) == 6
    assert all(lot.bid_count > 0 for lot in ended)
    sold = [lot for lot in ended if lot.result == "SOLD"]
    assert len(sold) >= 3
    for lot in sold:
        deal = await Deal.get(lot_id=lot.id)
        assert (deal.buyer_id, deal.amount_paisa) == (lot.winner_id, lot.price_paisa)
        assert deal.hasil_paisa > 0
        assert deal.made_at == lot.ends_at < now < deal.pay_by


async def test_the_log_of_each_ended_lot_is_proven(house):
    for lot in await Lot.filter(state=LotState.CLOSED):
        verdict = lot_verification.verify((await lot_queries.public_log(lot)).lines, lot=lot.id)

        assert verdict.fits, verdict.why_en
        assert not verdict.sealed
        assert verdict.lines == lot.lines


async def test_after_a_night_the_seed_brings_a_new_program(own_demo):
    url = own_demo.settings.database_url
    async with database.connected(url, pool_size=2):
        yesterday = await database_clock() - timedelta(days=1)
        await Lot.filter(starts_at__isnull=False).update(
            starts_at=yesterday,
            ends_at=yesterday + timedelta(minutes=20),
            planned_ends_at=yesterday + timedelta(minutes=20),
            hard_ends_at=yesterday + timedelta(minutes=80),
        )

    await seeding.seed(own_demo.settings, quietly, folder=own_demo.folder, window=WINDOW)

    async with database.connected(url, pool_size=2):
        now = await database_clock()
        assert await lot_queries.running_lots(now).count() >= 4
        assert await lot_queries.coming_lots(now).count() >= 8


@pytest.mark.parametrize("act", [seeding.seed, simulating.run])
async def test_nothing_is_made_up_in_production(act):
    settings = Settings(env="production", database_url="postgres://nobody@127.0.0.1:1/none")
    words = (quietly,) if act is seeding.seed else ()

    with pytest.raises(SettingsFault):
        await act(settings, *words)


async def test_the_haats_have_some_hundred_animals_with_weights_that_can_be(house):
    animals = await Animal.all()
    weights = {weight.animal_id: weight.grams for weight in await AnimalWeight.all()}

    assert len(animals) >= 95
    for animal in animals:
        kind = species.known(animal.species)
        assert kind.lightest_g <= weights[animal.id] <= kind.heaviest_g
        assert animal.breed in kind.breeds


async def test_each_upazila_has_a_haat_and_each_haat_two_officers(house):
    held = await RoleGrant.filter(role=Role.OFFICER).prefetch_related("place")
    haats = await Haat.all().prefetch_related("place")

    assert len({haat.place.path[2] for haat in haats}) == 13
    for haat in haats:
        assert len({one.account_id for one in held if one.place_id in haat.place.path}) >= 2


async def test_lots_run_and_more_are_announced(house):
    now = await database_clock()

    assert await lot_queries.running_lots(now).count() >= 4
    assert await lot_queries.coming_lots(now).count() >= 8


@pytest.mark.parametrize("persona", people.PERSONAS, ids=lambda persona: persona.role)
async def test_a_visitor_gets_a_code_right_after_the_seeding(own_demo, persona):
    async def unsent(phone: str, code: str) -> None:
        """Take the message, and keep it to oneself."""

    async with database.connected(own_demo.settings.database_url, pool_size=2):
        await signing_in.request_code(
            persona.phone,
            address="127.0.0.1",
            clock=database_clock,
            send_code=unsent,
            secret=SECRET,
            fixed_code="123456",
        )
        signed_in = await signing_in.confirm_code(
            persona.phone,
            "123456",
            device="phone",
            address="127.0.0.1",
            clock=database_clock,
            secret=SECRET,
        )

    assert not signed_in.is_new


async def test_kept_sessions_are_nobody_elses_to_read_and_none_is_a_personas(seeded):
    kept = seeded.folder / "demo-sessions.json"

    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    text = kept.read_text()
    assert all(persona.phone not in text for persona in people.PERSONAS)
    assert all(bidder.phone in text for bidder in people.BIDDERS)


def test_the_accounts_are_told_by_role():
    assert list(seeding.ACCOUNTS) == [
        "buyer",
        "second buyer",
        "seller",
        "officer",
        "second officer",
        "provider",
        "shopkeeper",
        "driver",
        "dispatcher",
        "operator",
    ]


async def test_neighbors_give_blood_and_have_something_to_let(house):
    assert await Donor.all().count() == len(neighbors.GROUPS) == 15
    kinds = set(await Unit.all().values_list("kind", flat=True))
    assert kinds == set(UnitKind)


async def test_some_animals_are_offered_in_shares(house):
    pools = await SharePool.all()

    assert [pool.parts for pool in pools] == [7] * stocking.STOCK[stocking.Aim.SHARES]
    assert {pool.state for pool in pools} == {PoolState.OPEN}


async def test_neighbors_have_complained_and_officers_have_answered_some(house):
    states = Counter(await Complaint.all().values_list("state", flat=True))

    assert states.total() == len(complainers.COMPLAINTS)
    assert states[ComplaintState.CLOSED] == 2
    assert {ComplaintState.RESOLVED, ComplaintState.WAITING_CITIZEN} <= states.keys()


async def test_every_shop_is_open_and_all_its_goods_can_be_ordered(house):
    now = await database_clock()
    open_now = await shops.open_shops(None).order_by("id")

    assert {one.slug for one in open_now} == {stall.slug for stall in stalls.ALL}
    wanted = shops.Wanted(in_stock=True)
    assert await shops.on_sale(wanted, at=now).count() == sum(len(one.goods) for one in stalls.ALL)
