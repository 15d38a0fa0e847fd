"""Which payment services are offered here: those whose credentials are set."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from hmk_graph.clients.gateways import speaking
from hmk_graph.clients.gateways.bkash import Bkash
from hmk_graph.clients.gateways.nagad import Nagad
from hmk_graph.clients.gateways.sslcommerz import SslCommerz
from hmk_graph.clock import Clock
from hmk_graph.gateway_settings import GatewaySettings
from hmk_graph.payments.ports import Gateway, Gateways


@asynccontextmanager
async def opened(
    settings: GatewaySettings, *, seconds: Callable[[], float], clock: Clock
) -> AsyncIterator[Gateways]:
    """Open a client for each service that is set, by its name, and close them at the end."""
    async with AsyncExitStack() as stack:
        found: dict[str, Gateway] = {}
        if settings.bkash_url:
            found["bkash"] = Bkash(
                await stack.enter_async_context(speaking.client(settings.bkash_url)),
                username=settings.bkash_username,
                password=settings.bkash_password,
                app_key=settings.bkash_app_key,
                app_secret=settings.bkash_app_secret,
                seconds=seconds,
            )
        if settings.sslcommerz_url:
            found["sslcommerz"] = SslCommerz(
                await stack.enter_async_context(speaking.client(settings.sslcommerz_url)),
                store_id=settings.sslcommerz_store,
                store_password=settings.sslcommerz_password,
            )
        if settings.nagad_url:
            found["nagad"] = Nagad(
                await stack.enter_async_context(speaking.client(settings.nagad_url)),
                merchant_id=settings.nagad_merchant,
                own_key=settings.nagad_own_key,
                nagad_key=settings.nagad_key,
                address=settings.nagad_address,
                now=clock,
            )
        yield found
