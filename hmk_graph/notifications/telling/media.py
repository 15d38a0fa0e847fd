"""What happens to people's files, and who is told."""

from hmk_graph.notifications.models import Topic, Urgency
from hmk_graph.notifications.rows import Guard, Nobody, Rows, Told

ROWS: Rows = {
    "media.checked": (
        Told(
            role="OWNER",
            topic=Topic.ACCOUNT,
            when={"state": ("REJECTED",)},
            bn="আপনার পাঠানো একটি ছবি বা ফাইল নেওয়া যায়নি। আবার পাঠান।",
            en="A picture or file that you sent could not be taken. Send it again.",
            urgency=Urgency.QUIET,
        ),
        Nobody(role="OWNER", why="the page that sends it shows that it was taken"),
    ),
}
GUARDS: dict[str, Guard] = {}
