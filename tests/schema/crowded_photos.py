"""Fifty photos of products that officers should look at.

Of one kind: a page that shows services too asks for these once more.
"""

from __future__ import annotations

from hmk_graph.media.models import SharedPhoto
from hmk_graph.shops import picturing as product_photos
from tests import factories
from tests.factories import NOON
from tests.media import files
from tests.shops import stalls

OFFERED = """... on Product { nameBn shop { nameBn } }
    ... on Service { titleBn provider { name } }"""
PAGES = {
    "sharedPhotos": f"""sharedPhotos(first: $n) {{ edges {{ node {{ photo {{ url(width: 480) }}
        shownBy {{ {OFFERED} }} otherPhoto {{ url(width: 480) }}
        otherShownBy {{ {OFFERED} }} }} }} }}""",
}


async def furnish(many: int) -> None:
    someone = await factories.person()
    for _ in range(many):
        earlier, later = await stalls.product(), await stalls.product()
        await SharedPhoto.create(
            other=await files.ready(someone),
            media=await files.ready(someone),
            subject=product_photos.PHOTOS.name,
            subject_id=later.id,
            other_subject_id=earlier.id,
            place=await factories.union(),
            raised_at=NOON,
        )
