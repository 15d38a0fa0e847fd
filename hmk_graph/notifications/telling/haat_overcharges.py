"""What becomes of reports that a haat took too much, and who is told."""

from collections.abc import Sequence

from hmk_graph.accounts import queries as account_queries
from hmk_graph.accounts import residence
from hmk_graph.haat import reporting_overcharge
from hmk_graph.haat.models import Haat
from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Nobody, Payload, Rows, Told

ABOUT = ("OverchargeReport", "overcharge_id")


async def _officers(payload: Payload) -> Sequence[int]:
    haat = await Haat.get(id=payload["haat_id"])
    return await account_queries.officers_of(await residence.path_of(haat.place_id))


ROWS: Rows = {
    "haat.overcharge_moved": (
        Told(
            role="REPORTER",
            topic=Topic.SALES,
            about=ABOUT,
            when={"state": ("UPHELD",)},
            bn="আপনার অভিযোগ সত্য: হাটে {over:taka} বেশি নেওয়া হয়েছে। কী করা হলো, অ্যাপে দেখুন।",
            en="You were right: the haat took {over:taka} too much. See in the app what follows.",
            urgency=Urgency.IMPORTANT,
        ),
        Told(
            role="REPORTER",
            topic=Topic.SALES,
            about=ABOUT,
            when={"state": ("DISMISSED",)},
            bn="হাসিল নিয়ে আপনার অভিযোগ যাচাই হয়েছে। কর্মকর্তা কী পেলেন, অ্যাপে দেখুন।",
            en="Your report about the toll was looked into. See in the app what was found.",
            urgency=Urgency.IMPORTANT,
        ),
        Nobody(role="REPORTER", why="he has just reported it or taken it back"),
        Told(
            role="OFFICER",
            topic=Topic.SALES,
            to=_officers,
            grouped=True,
            when={"state": ("REPORTED",)},
            bn="আপনার হাটে বেশি টাকা নেওয়ার অভিযোগ এসেছে। যাচাই করুন।",
            en="Somebody says that your haat took too much. Look into it.",
        ),
        Nobody(role="OFFICER", why="an officer has decided it, or nothing is left to decide"),
    ),
}
GUARDS = {"OverchargeReport": reporting_overcharge.visible}
