"""The list of personas is for a demo's pages, and for nothing else."""

import httpx
import pytest
from starlette.applications import Starlette

from hmk_graph.demo import personas
from tests.demo.conftest import settings_at


async def answer_of(env: str) -> httpx.Response:
    app = Starlette(routes=personas.routes(settings_at("postgres://x@h/d", env)))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://demo") as client:
        return await client.get("/demo/personas.json")


async def test_a_demo_tells_whom_a_visitor_may_be():
    told = (await answer_of("demo")).json()

    assert told["code"] == "123456"
    assert told["personas"][0] == {
        "role": "buyer",
        "nameBn": "ক্রেতা সুমাইয়া",
        "nameEn": "Buyer Sumaiya",
        "phone": "+8801700000001",
    }
    assert len(told["personas"]) == 10


@pytest.mark.parametrize("env", ["production", "development", "test"])
async def test_elsewhere_there_is_nothing(env):
    answer = await answer_of(env)

    assert (answer.status_code, answer.content) == (204, b"")
