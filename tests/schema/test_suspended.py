"""Of all that the schema offers, somebody suspended gets nothing, whatever rights he had."""

from __future__ import annotations

import pytest

from hmk_graph.accounts import suspending
from schema import root
from tests import auctions, factories
from tests.schema.asking import Operation, operations
from tests.schema.phones import Phone, house_phone

OPERATIONS = list(operations(root.build()._schema))
WHY = "অন্যের নামে ডাক দিয়েছেন"

pytestmark = pytest.mark.usefixtures("db")


async def codes(phone: Phone, operation: Operation) -> set[str]:
    ids = dict.fromkeys(operation.ids, "Account:1")
    answer = await phone.send(operation.query, **operation.variables(ids))
    return {error["extensions"]["code"] for error in answer.get("errors", ())}


async def test_a_token_of_a_suspended_administrator_opens_no_field_of_the_schema():
    await auctions.lot()
    someone, other = await factories.administrator(), await factories.administrator()
    async with house_phone() as phone:
        await phone.be(someone)
        assert "UNAUTHENTICATED" not in await codes(phone, OPERATIONS[0])

        await suspending.suspend(other.id, someone.id, reason=WHY, clock=phone.wall)
        opened = [
            operation.field
            for operation in OPERATIONS
            if await codes(phone, operation) != {"UNAUTHENTICATED"}
        ]

    assert opened == []
