"""Asks the whole schema as somebody would, without a server between."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from realtime.hub import Hub
from schema import root
from schema.accounts.people_context import PeopleContext
from schema.cursors import Cursors
from tests.accounts.people import SECRET, Gateway
from tests.factories import NOON, at

SCHEMA = root.build()


async def answered(
    query: str, viewer_id: int | None, *, now: datetime = NOON, **variables: Any
) -> Any:
    """Return what comes back, refusals of the request included."""
    context = PeopleContext(
        clock=at(now),
        hub=cast(Hub, None),  # nobody here listens to a stream
        cursors=Cursors(b"tests"),
        address="127.0.0.1",
        request_id="r",
        viewer_id=viewer_id,
        secret=SECRET,
        send_code=Gateway(),
        fixed_code=None,
        open_obligations=_none_open,
        public_url="https://hmk.example",
    )
    return await SCHEMA.execute(query, variable_values=variables, context_value=context)


async def asked(
    query: str, viewer_id: int | None, *, now: datetime = NOON, **variables: Any
) -> dict[str, Any]:
    result = await answered(query, viewer_id, now=now, **variables)
    assert result.errors is None, result.errors
    return cast(dict[str, Any], result.data)


async def done(
    mutation: str,
    viewer_id: int,
    shown: str = "",
    *,
    now: datetime = NOON,
    **given: Any,
) -> dict[str, Any]:
    """Do one mutation and return its answer: its kind, a refusal's code, and what is `shown`."""
    field = SCHEMA._schema.mutation_type.fields[mutation]  # type: ignore[union-attr]
    kind = field.args["input"].type
    query = f"""mutation ($input: {kind}) {{ {mutation}(input: $input) {{
        kind: __typename ... on UserError {{ code }} {shown} }} }}"""
    data = await asked(query, viewer_id, now=now, input=given)
    return cast(dict[str, Any], data[mutation])


async def _none_open(_account_id: int) -> list[str]:
    return []
