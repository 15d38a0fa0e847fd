"""What a person says of himself: name, language, where he lives."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts import access, residence, rules
from hmk_graph.accounts.models import Account
from hmk_graph.event_log import transaction, whole_command


@whole_command
async def update_profile(
    account_id: int,
    *,
    name: str | None = None,
    language: str | None = None,
    home_id: int | None = None,
) -> Account:
    """Change one's profile; what is None stays as it is.

    Args:
        account_id: Whose.
        name: 1 to 80 visible characters; stored composed (NFC).
        language: `bn` or `en`.
        home_id: The union or municipality where the person lives.

    Raises:
        BadInput: The name or the language is at fault.
        NotFound: There is no such place.
        NotAHome: The place is neither a union nor a municipality.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    given: dict[str, Any] = {}  # Any: a column's value
    if name is not None:
        given["name"] = rules.name_of(name)
    if language is not None:
        given["language"] = rules.language_of(language)
    async with transaction(actor_id=account_id):
        account = await access.acting_locked(account_id)
        if home_id is not None:
            await residence.check_home(home_id)
            given["home_id"] = home_id
        if given:
            account.update_from_dict({**given, "version": account.version + 1})
            await account.save(update_fields=[*given, "version"])
    return account
