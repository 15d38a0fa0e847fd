import pytest

from hmk_graph.phone import NotAMobile, canonical, masked

SPELLINGS = [
    "01712345678",
    "8801712345678",
    "+8801712345678",
    "008801712345678",
    "+880 0 1712345678",
    "+880-01712-345678",
    "01712-345678",
    "017 1234 5678",
    "(017) 12345678",
    "০১৭১২৩৪৫৬৭৮",
    "+৮৮০ ১৭১২-৩৪৫৬৭৮",
    "  ০১৭১২ 345678\u00a0",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_twelve_spellings_are_one_number(spelling: str) -> None:
    assert canonical(spelling) == "+8801712345678"


@pytest.mark.parametrize("operator", range(10))
def test_the_operators_digit_is_three_to_nine(operator: int) -> None:
    number = f"+8801{operator}12345678"

    if operator >= 3:
        assert canonical(number) == number
    else:
        with pytest.raises(NotAMobile):
            canonical(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "+",
        "-",
        "02-9882333",
        "+88029882333",
        "+14155550123",
        "+919876543210",
        "01712345678 ext 5",
        "01712345678;ext=5",
        "01712345678x5",
        "01712345678#5",
        "tel:01712345678",
        "01212345678",
        "0171234567",
        "017123456789",
        "01712ABCDEF",
        "++8801712345678",
        "٠١٧١٢٣٤٥٦٧٨",
        "01712345678\x00",
        "01712345678" + " " * 50 + "1",
        "0" * 1_000_000,
    ],
)
def test_what_is_no_mobile_number_of_bangladesh_is_refused(text: str) -> None:
    with pytest.raises(NotAMobile):
        canonical(text)


def test_a_masked_number_shows_its_last_three_digits_only() -> None:
    assert masked("+8801712345678") == "••••••••678"
