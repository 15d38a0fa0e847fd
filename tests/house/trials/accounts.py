"""People, codes, sessions, roles and applications."""

from __future__ import annotations

from hmk_graph.accounts.models import (
    Assistance,
    PhoneCode,
    RefreshToken,
    SellerApplication,
    Session,
)
from tests import factories
from tests.factories import FOR_EVER, NOON
from tests.house.trials import NEW_PHONE, Copy

OVER = {"ended_at": "2026-05-20", "ended_because": "TIME"}
COPIES: dict[str, list[Copy]] = {
    "accounts_account_phone_canonical": [
        ("accounts_account", {"phone": spelled})
        for spelled in ("01712345678", "8801712345678", "+8801212345678", "+880171234567", "")
    ],
    "accounts_account_phone_until_erased": [
        ("accounts_account", {"phone": None}),
        ("accounts_account", {"phone": NEW_PHONE, "state": "ERASED"}),
    ],
    "accounts_phone_code_attempts": [("accounts_phone_code", {"attempts": -1, "state": "EXPIRED"})],
    "accounts_phone_code_one_issued_each": [("accounts_phone_code", {})],
    "accounts_role_grant_operator_somewhere": [
        ("accounts_role_grant", {"role": "OPERATOR", "place_id": None})
    ],
    "accounts_assistance_of_another": [
        ("accounts_assistance", {"operator_id": "citizen_id", **OVER})
    ],
    "accounts_assistance_ends": [("accounts_assistance", {"until": "opened_at", **OVER})],
    "accounts_assistance_ended": [("accounts_assistance", {"ended_at": "2026-05-20"})],
    "accounts_assistance_one_operator": [("accounts_assistance", {"citizen_id": "place_id"})],
    "accounts_assistance_one_citizen": [("accounts_assistance", {"operator_id": "place_id"})],
    "accounts_refresh_token_hash": [
        ("accounts_refresh_token", {"spent_at": "2026-05-20", "salt": "\\x00"})
    ],
    "accounts_refresh_token_one_unspent": [("accounts_refresh_token", {"token_hash": "\\x01"})],
    "accounts_refresh_token_salted_when_spent": [
        ("accounts_refresh_token", {"token_hash": "\\x01", "spent_at": "2026-05-20"})
    ],
    "accounts_role_grant_once": [("accounts_role_grant", {})],
    "accounts_seller_application_four_eyes": [
        ("accounts_seller_application", {"state": "REJECTED", "decided_by_id": "account_id"}),
        ("accounts_seller_application", {"state": "REJECTED", "ending_asked_by_id": "account_id"}),
        ("accounts_seller_application", {"state": "REJECTED", "second_officer_id": "account_id"}),
    ],
    "accounts_seller_application_one_open": [
        ("accounts_seller_application", {}),
        ("accounts_seller_application", {"state": "DRAFT"}),
    ],
}


async def furnish() -> None:
    someone = await factories.verified_seller()
    await PhoneCode.create(
        phone=NEW_PHONE, code_hash=b"h", network="n", created_at=NOON, expires_at=NOON
    )
    session = await Session.create(
        account=someone, created_at=NOON, last_used_at=NOON, expires_at=NOON
    )
    operator = await factories.operator()
    await Assistance.create(
        citizen=someone,
        operator=operator,
        place=await factories.union(),
        opened_at=NOON,
        until=FOR_EVER,
    )
    await RefreshToken.create(session=session, token_hash=b"h", issued_at=NOON)
    await SellerApplication.create(
        account=someone,
        state="SUBMITTED",
        farm_name="খামার",
        contact_phone=NEW_PHONE,
        place=await factories.union(),
        created_at=NOON,
    )
