"""The number of a service or a bank under which a person sent money: its proof."""

from hmk_graph.errors import BadInput

LONGEST = 80
SHORTEST = 4


def reference_of(text: str) -> str:
    """Return the number of a sending as it is kept.

    Raises:
        BadInput: It is too short or too long to be one.
    """
    kept = " ".join(text.split())
    if not SHORTEST <= len(kept) <= LONGEST or not kept.isprintable():
        raise BadInput(
            "reference", why_bn="লেনদেনের নম্বর দিন।", why_en="give the number of the transfer."
        )
    return kept
