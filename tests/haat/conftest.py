"""A haat that asks for deposits."""

from __future__ import annotations

import pytest

from hmk_graph.haat.models import Haat
from tests import factories
from tests.haat.deposits import FLOOR


@pytest.fixture
async def haat(db: str) -> Haat:
    """A haat that asks for ten in a hundred, a thousand taka at least."""
    place = await factories.haat()
    await Haat.filter(id=place.id).update(deposit_basis_points=1_000, deposit_floor_paisa=FLOOR)
    return await Haat.get(id=place.id)
