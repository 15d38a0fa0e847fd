"""What is not understood of messages. The API names places and services by id and needs none."""

from typing import ClassVar


class NotUnderstood(Exception):
    """A word of a message means nothing we know; the subclass says what would do."""

    bn: ClassVar[str]
    en: ClassVar[str]


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
