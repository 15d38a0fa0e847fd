"""What the map refuses to look for."""

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.errors import BadInput


class NotOnEarth(BadInput):
    """There is no point with such a latitude or longitude; `name` says which."""

    def __init__(self, name: str, *, farthest: int) -> None:
        limit = in_bengali_digits(str(farthest))
        super().__init__(
            name,
            why_bn=f"-{limit} থেকে {limit} ডিগ্রির মধ্যে হতে হবে।",
            why_en=f"it has to be between -{farthest} and {farthest} degrees.",
        )


class TextTooLong(BadInput):
    """No place is called by so many letters."""

    def __init__(self, *, longest: int) -> None:
        super().__init__(
            "text",
            why_bn=f"সর্বোচ্চ {in_bengali_digits(str(longest))}টি অক্ষর হতে পারে।",
            why_en=f"it may have at most {longest} characters.",
        )


class SizeOutOfRange(BadInput):
    """A list of none or of too many was asked for."""

    def __init__(self, *, largest: int) -> None:
        super().__init__(
            "first",
            why_bn=f"১ থেকে {in_bengali_digits(str(largest))}-এর মধ্যে হতে হবে।",
            why_en=f"it has to be between 1 and {largest}.",
        )


class NotOneHandle(BadInput):
    """A place is asked for by its id or by its slug: by one of them, not by both or neither."""

    def __init__(self) -> None:
        super().__init__(
            "id",
            why_bn="id অথবা slug, দুটির একটি দিতে হবে।",
            why_en="give either id or slug.",
        )
