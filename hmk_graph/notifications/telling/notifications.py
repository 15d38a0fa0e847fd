"""What happens in inboxes is what was told already."""

from hmk_graph.notifications.rows import Guard, Rows, nobody

ROWS: Rows = {
    "notifications.told": nobody("it is the telling itself"),
    "notifications.read": nobody("the person's other devices hear it live"),
}
GUARDS: dict[str, Guard] = {}
