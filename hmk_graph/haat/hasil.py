"""What hasil an animal costs its buyer: whole taka, half up. Rules only, nothing is stored here."""

from __future__ import annotations

from hmk_graph.haat.hasil_models import HasilKind, HasilRule
from hmk_graph.money import BENGALI_DIGITS, TAKA, Paisa, in_bengali, in_english, taka

BASIS_POINTS = 10_000


def amount_of(rule: HasilRule, price: Paisa) -> Paisa:
    """Return what the buyer pays by a rule at a price; the cap is applied after the rounding."""
    if rule.kind is HasilKind.FLAT:
        return Paisa(rule.value)
    whole = BASIS_POINTS * TAKA
    amount = taka((price * rule.value + whole // 2) // whole)
    return amount if rule.cap_paisa is None else Paisa(min(amount, rule.cap_paisa))


def in_words_bn(rule: HasilRule) -> str:
    """Say a rule in Bengali: "দামের ৫%, সর্বোচ্চ ৳৫,০০০"."""
    if rule.value == 0:
        return "হাসিল লাগে না"
    if rule.kind is HasilKind.FLAT:
        return f"পশুপ্রতি {in_bengali(rule.value)}"
    most = "" if rule.cap_paisa is None else f", সর্বোচ্চ {in_bengali(rule.cap_paisa)}"
    return f"দামের {_percent(rule.value).translate(BENGALI_DIGITS)}%{most}"


def in_words_en(rule: HasilRule) -> str:
    """Say a rule in English: "5% of the price, ৳5,000 at most"."""
    if rule.value == 0:
        return "No hasil"
    if rule.kind is HasilKind.FLAT:
        return f"{in_english(rule.value)} a head"
    most = "" if rule.cap_paisa is None else f", {in_english(rule.cap_paisa)} at most"
    return f"{_percent(rule.value)}% of the price{most}"


def _percent(basis_points: int) -> str:
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
