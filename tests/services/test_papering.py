"""Officers let nobody work who has not shown the papers that his category names."""

from __future__ import annotations

import pytest

from hmk_graph.errors import BadInput
from hmk_graph.media.errors import PapersMissing
from hmk_graph.media.models import MediaKind
from hmk_graph.services import approving, categories, papering, providing
from hmk_graph.services.categories import NewCategory
from hmk_graph.services.machines import ProviderCommand
from hmk_graph.services.models import (
    Category,
    CategoryKind,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    Way,
)
from tests import factories
from tests.factories import NOON, at
from tests.media.files import show
from tests.services import desks

pytestmark = pytest.mark.usefixtures("db")
CLOCK = at(NOON)
K = MediaKind


async def handed_in(slug: str) -> tuple[Provider, Service]:
    """Have somebody apply with a service of a category."""
    desk = await desks.provider(state=ProviderState.DRAFT)
    service = await desks.service(
        desk, slug=slug, state=ServiceState.DRAFT, verified_at=None, licence_no="ক-১২"
    )
    await desks.option(service)
    await providing.submit(desk.account_id, clock=CLOCK)
    return desk, service


async def test_a_doctor_without_his_registration_is_not_verified_and_nothing_happens():
    desk, service = await handed_in("doctor")
    officer = await factories.officer()
    await show(await desk.account, K.IDENTITY, K.LICENCE)

    with pytest.raises(PapersMissing) as refused:
        await approving.decide(officer.id, desk.id, ProviderCommand.VERIFY, clock=CLOCK)

    assert refused.value.missing == [K.REGISTRATION]
    assert "পেশার নিবন্ধন" in refused.value.message_bn
    assert "registration of the profession" in refused.value.message_en
    await desk.refresh_from_db()
    await service.refresh_from_db()
    assert (desk.state, service.state) == ("SUBMITTED", "PENDING_REVIEW")
    assert await papering.missing_of([desk.id]) == [[K.REGISTRATION]]


async def test_whoever_shows_what_lacked_is_verified():
    desk, service = await handed_in("doctor")
    officer = await factories.officer()
    await show(await desk.account, K.REGISTRATION)

    await approving.decide(officer.id, desk.id, ProviderCommand.VERIFY, clock=CLOCK)

    await service.refresh_from_db()
    assert service.state == "ACTIVE"
    assert await papering.missing_of([desk.id, 10**9]) == [[], []]


async def test_a_service_that_comes_later_needs_the_papers_of_its_own_category():
    desk, _ = await handed_in("electrician")
    officer = await factories.officer()
    await approving.decide(officer.id, desk.id, ProviderCommand.VERIFY, clock=CLOCK)
    later = await desks.service(desk, slug="lawyer", state="PENDING_REVIEW", verified_at=None)

    with pytest.raises(PapersMissing):
        await approving.decide_service(officer.id, later.id, approved=True, clock=CLOCK)
    sent_back = await approving.decide_service(
        officer.id, later.id, approved=False, reason="নিবন্ধন দেখান আগে", clock=CLOCK
    )

    assert sent_back.state == "REJECTED"
    assert await papering.missing_of([desk.id]) == [[]]


async def test_an_administrator_says_which_papers_a_category_needs_without_code():
    administrator = await factories.administrator()
    new = NewCategory(
        slug="vet",
        name_bn="পশু চিকিৎসক",
        name_en="Vet",
        kind=CategoryKind.ON_DEMAND_VISIT,
        ways=[Way.BOOKING],
        units=["visit"],
        papers=[K.REGISTRATION, K.IDENTITY],
    )
    given = {"category_id": None, "parent_id": None}
    await desks.category()
    added = await categories.save_category(administrator.id, new, **given, idempotency_key="k")
    odd = NewCategory(**{**vars(new), "slug": "odd", "papers": [K.PHOTO]})
    with pytest.raises(BadInput):
        await categories.save_category(administrator.id, odd, **given, idempotency_key="odd")
    await categories.load()

    assert (await Category.get(id=added.id)).papers == ["IDENTITY", "REGISTRATION"]
    desk, _ = await handed_in("vet")
    assert await papering.missing_of([desk.id]) == [[K.IDENTITY, K.REGISTRATION]]
