"""Whoever has to decide about money hears that it waits."""

from __future__ import annotations

import pytest

from hmk_graph.accounts.models import Account, Role
from hmk_graph.haat.selling_events import OverchargeMoved
from hmk_graph.money import taka
from hmk_graph.payments.events import PaymentSetAside
from tests import factories
from tests.notifications.people import heard, tell
from tests.payments.tills import due

pytestmark = pytest.mark.usefixtures("db")
LOOK = ["Somebody says that your haat took too much. Look into it."]
DECIDE = ["Money has come that fits nothing. Two administrators have to decide."]


async def reported(person: Account, *, state: str = "REPORTED") -> None:
    haat = await factories.haat()
    told = {"overcharge_id": 1, "haat_id": haat.id, "over": taka(50), "state": state}
    await tell(OverchargeMoved(account_id=person.id, **told), actor_id=person.id)


async def set_aside(payer: Account) -> None:
    intent = await due(taka(500), payer)
    about = {"purpose": intent.purpose, "subject_id": payer.id, "amount": taka(500)}
    await tell(PaymentSetAside(account_id=payer.id, intent_id=intent.id, gateway="bkash", **about))


async def test_officers_of_a_haats_place_hear_once_until_they_look():
    near, everywhere = await factories.officer(), await factories.person()
    await factories.granted(everywhere, Role.OFFICER)
    far = await factories.officer(await factories.district("narsingdi"))

    for _ in range(2):
        await reported(await factories.person())

    assert (await heard(near), await heard(everywhere), await heard(far)) == (LOOK, LOOK, [])


async def test_an_officer_who_reports_himself_is_not_sent_to_look():
    officer = await factories.officer()

    await reported(officer)

    assert await heard(officer) == []


async def test_what_is_decided_or_taken_back_waits_for_nobody():
    officer = await factories.officer()

    for state in ("UPHELD", "DISMISSED", "WITHDRAWN"):
        await reported(await factories.person(), state=state)

    assert await heard(officer) == []


async def test_administrators_hear_of_money_that_fits_nothing_and_the_others_do_not():
    administrator, officer = await factories.administrator(), await factories.officer()

    await set_aside(await factories.person())

    assert (await heard(administrator), await heard(officer)) == (DECIDE, [])


async def test_an_administrator_who_pays_hears_as_the_payer_alone():
    administrator = await factories.administrator()

    await set_aside(administrator)

    [told] = await heard(administrator)
    assert told.startswith("Your ৳500 arrived")
