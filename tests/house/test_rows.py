"""A model that is made of a row is the one that Tortoise makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from tortoise.connection import get_connection
from tortoise.models import Model

from hmk_graph import rows
from hmk_graph.accounts.models import Account
from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.picturing import PHOTOS
from hmk_graph.media.models import Attachment, Media
from hmk_graph.places.models import Place
from tests import auctions
from tests.media import files


@pytest.fixture
async def cow(db: str) -> Lot:
    cow = await auctions.lot()
    photo = await files.ready(await Account.get(id=cow.seller_id))
    await Attachment.create(media=photo, subject=PHOTOS.name, subject_id=cow.animal_id, place=0)
    return cow


def shown(one: Model) -> dict[str, Any]:
    """Return each attribute with its type, and what Tortoise keeps beside."""
    return {
        name: (type(value), value) if name not in ("_await_when_save",) else value
        for name, value in sorted(vars(one).items())
    }


@pytest.mark.parametrize("model", [Account, Animal, Attachment, Lot, Media, Place])
async def test_a_model_made_of_a_row_has_the_same_attributes(cow: Lot, model: type[Model]):
    _, found = await get_connection("default").execute_query(
        f'SELECT * FROM "{model._meta.db_table}" ORDER BY id'
    )
    expected = [shown(model._init_from_db(**dict(row))) for row in found]

    made = [shown(rows.made(model, dict(row))) for row in found]
    selected = [shown(one) for one in await model.all().order_by("id")]

    assert made == selected == expected


async def test_what_is_selected_can_be_changed_and_saved(cow: Lot):
    lot = await Lot.get(id=cow.id)
    lot.reason = "কারণ"
    await lot.save(update_fields=["reason"])

    assert (await Lot.get(id=cow.id)).reason == "কারণ"
    assert (await Lot.filter(id=cow.id).only("id", "reason").get()).reason == "কারণ"
    assert (await Lot.filter(id=cow.id).select_related("animal").get()).animal.id == cow.animal_id


async def test_a_column_that_was_not_read_is_no_attribute(cow: Lot):
    place = rows.made(Place, {"id": 7, "kind": "UNION"})

    assert place.kind == "UNION"
    with pytest.raises(AttributeError):
        _ = place.words
