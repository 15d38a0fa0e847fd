"""Services, as they are found: by title, kind, prices' labels, who offers them and where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph.discovery.models import Kind
from hmk_graph.discovery.sources import Description, Payload, Source, named, spots
from hmk_graph.services import pricing, queries
from hmk_graph.services.models import Category, ProviderState, Service, ServiceState


async def describe(service_ids: Sequence[int]) -> list[Description]:
    """Describe the services that are shown while their provider is there."""
    rows = (
        await Service.filter(
            id__in=list(service_ids),
            state=ServiceState.ACTIVE,
            provider__state=ProviderState.VERIFIED,
        )
        .prefetch_related("provider", "category__parent")
        .order_by("id")
    )
    around = await spots([row.provider.place_id for row in rows])
    priced = await pricing.options_of([row.id for row in rows])
    found = []
    for row, options in zip(rows, priced, strict=True):
        spot = around[row.provider.place_id]
        labels = [name for option in options for name in (option.label_bn, option.label_en)]
        kinds = _kinds(row.category)
        found.append(
            Description(
                subject_id=row.id,
                names=[
                    *(row.title_bn, row.title_en, row.provider.name),
                    *(name for kind in kinds for name in (kind.name_bn, kind.name_en)),
                    *(*labels, row.provider.village, *spot.names),
                ],
                categories=[kind.slug for kind in kinds],
                inside=sorted({*row.provider.reach, *spot.path}),
                serves=sorted(row.provider.served),
                point=spot.point,
                fresh_at=row.verified_at or row.created_at,
            )
        )
    return found


def _kinds(category: Category) -> list[Category]:
    return [category, category.parent] if category.parent else [category]


async def subjects() -> list[int]:
    """Return the services that are offered."""
    return await _ids(state=ServiceState.ACTIVE)


async def shown(at: datetime) -> str:
    """Select what can be used at a moment, at its lowest price."""
    found = await queries.on_offer(queries.Wanted(), at=at)
    return found.values(subject_id="id", price="from_paisa").sql(params_inline=True)


async def free(at: datetime) -> str:
    """Select what is offered by somebody who is free."""
    found = await queries.on_offer(queries.Wanted(free_now=True), at=at)
    return found.values(subject_id="id").sql(params_inline=True)


async def of_provider(payload: Payload) -> list[int]:
    """Return all services of the provider that an event is about."""
    return await _ids(provider_id=payload["provider_id"])


async def _ids(**which: object) -> list[int]:
    rows = await Service.filter(**which).order_by("id").values_list("id", flat=True)
    return [int(str(row)) for row in rows]


_ASKED = """
SELECT o.service_id AS subject_id, o.unit, p.amount_paisa AS amount
FROM services_price_option o
JOIN services_price p ON p.option_id = o.id AND p.valid_to IS NULL
WHERE o.retired_at IS NULL
"""

SOURCE = Source(
    kind=Kind.SERVICE,
    describe=describe,
    subjects=subjects,
    shown=shown,
    free=free,
    asked=_ASKED,
    touched={
        "services.service_moved": named("service_id"),
        "services.provider_decided": of_provider,
        "services.desk_described": of_provider,
    },
)
