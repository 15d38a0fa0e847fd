"""The chart of accounts: every account's name is made here, and says what stands on it.

Names of people hold their number alone, so that the ledger can be published without naming anybody.
"""

from typing import NewType

AccountName = NewType("AccountName", str)

PLATFORM_FEE = AccountName("platform:fee")
FORFEITED = AccountName("deposit:forfeited")
SUSPENSE = AccountName("suspense")
"""Money that arrived and that nobody can assign yet; an officer looks at it."""

# Of these nobody can take more than stands on them; the others are where money comes from.
GUARDED = ("person", "seller", "shop", "order")


def gateway(name: str) -> AccountName:
    """Return the account of a payment service: less than zero by what it has collected for us."""
    return AccountName(f"ext:{name}")


def cash_at(haat_id: int) -> str:
    """Name the cash box of a haat, which is a way of paying like any gateway."""
    return f"cash:{haat_id}"


def haat_of_cash(gateway: str) -> int | None:
    """Return whose cash box a way of paying is; None if it is none of a haat's."""
    kind, _, number = gateway.partition(":")
    return int(number) if kind == "cash" else None


def courier_cash(shop_id: int) -> str:
    """Name the cash that a shop's couriers take at the door, likewise."""
    return f"cod:{shop_id}"


def bank() -> AccountName:
    """Return the bank through which payouts leave."""
    return AccountName("ext:bank")


def held_for(account_id: int) -> AccountName:
    """Return what a person has paid in for deposits and deals, and what is still his."""
    return AccountName(f"person:{account_id}:held")


def deposit_at(haat_id: int, account_id: int) -> AccountName:
    """Return what a person has left with a haat to bid there, and what is still his."""
    return AccountName(f"person:{account_id}:deposit:{haat_id}")


def escrow_of(group_id: int) -> AccountName:
    """Return what was paid for a checkout, and is neither its shops' yet nor given back."""
    return AccountName(f"order:{group_id}:escrow")


def due_to_seller(account_id: int) -> AccountName:
    """Return what a person has earned and not been paid out."""
    return AccountName(f"seller:{account_id}:due")


def due_to_shop(shop_id: int) -> AccountName:
    """Return what a shop has earned and not been paid out."""
    return AccountName(f"shop:{shop_id}:due")


def shop_of_due(name: str) -> int | None:
    """Return whose earnings stand on an account; None if they are no shop's."""
    kind, _, rest = name.partition(":")
    return int(rest.partition(":")[0]) if kind == "shop" else None


def hasil_of(haat_id: int) -> AccountName:
    """Return the hasil that was taken for a haat."""
    return AccountName(f"platform:hasil:{haat_id}")


def is_guarded(name: AccountName) -> bool:
    """Say whether an account may never be overdrawn."""
    return name.partition(":")[0] in GUARDED
