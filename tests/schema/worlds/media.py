"""Photos that everybody sees, and papers that few may read."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.media.models import Attachment, MediaKind, SharedPhoto
from hmk_graph.media.portraying import PAPERS
from tests import factories
from tests.factories import NOON
from tests.media import files
from tests.schema.worlds.haat import LEADER

SHOWS = "গোপন পরিচয়পত্রের ছবি"
OWNED = ["media_media", "media_attachment", "media_paper_reading", "media_shared_photo"]


async def furnish() -> dict[str, Any]:
    leader = await Account.get(id=LEADER)
    paper = await files.ready(leader, MediaKind.IDENTITY)
    await Attachment.create(
        media=paper, subject=PAPERS.name, subject_id=leader.id, place=0, alt=SHOWS
    )
    earlier, later = [await files.ready(await factories.person()) for _ in range(2)]
    shared = await SharedPhoto.create(
        media=later,
        other=earlier,
        subject="shops.product",
        subject_id=1,
        other_subject_id=2,
        place=await factories.union(),
        raised_at=NOON,
    )
    return {
        "hidden": {"Media": paper.id, "SharedPhoto": shared.id},
        "secrets": {"what a paper shows": SHOWS},
    }
