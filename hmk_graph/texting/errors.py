"""What is not understood of messages. The API names places and services by id and needs none."""

from hmk_graph.bengali import in_bengali_digits
from hmk_graph.places.models import Place


class NotUnderstood(Exception):
    """A word of a message means nothing we know; the subclass says what would do."""

    bn: str
    en: str


class PlaceUnclear(NotUnderstood):
    """No place of the district is called so, or several are."""

    bn = "জায়গাটি বোঝা গেল না। ইউনিয়ন ও উপজেলা লিখুন, যেমন: নিয়ামতপুর করিমগঞ্জ। জরুরি হলে ৯৯৯।"
    en = (
        "The place is not clear. Write union and upazila, for example: niamatpur karimganj."
        " In danger of life call 999."
    )


class ServiceUnclear(NotUnderstood):
    """No service or animal is called so."""

    bn = "এমন সেবা বা পশু জানা নেই। যেমন লিখুন: দাম ইলেকট্রিশিয়ান নিয়ামতপুর"
    en = "No such service or animal is known. Write for example: price electrician niamatpur"


class WardUnclear(NotUnderstood):
    """Somebody writes of a ward, but not which one, or not of which town."""

    bn = "কোন ওয়ার্ড বোঝা গেল না। শহর ও নম্বর লিখুন, যেমন: কিশোরগঞ্জ ওয়ার্ড ৩। জরুরি হলে ৯৯৯।"
    en = (
        "The ward is not clear. Write town and number, for example: kishoreganj ward 3."
        " In danger of life call 999."
    )


class NoSuchWard(NotUnderstood):
    """A town has no ward of that number. `most`: its wards are numbered from 1 to this."""

    def __init__(self, town: Place, number: int, *, most: int) -> None:
        super().__init__()
        asked, last = in_bengali_digits(str(number)), in_bengali_digits(str(most))
        self.bn = f"{town.name_bn}: ওয়ার্ড {asked} নেই, ১ থেকে {last} আছে। জরুরি হলে ৯৯৯।"
        self.en = (
            f"{town.name_en} has no ward {number}, only 1 to {most}. In danger of life call 999."
        )
