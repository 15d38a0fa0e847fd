"""What the outside may ask and do about people."""

from __future__ import annotations

import strawberry

from schema.accounts.administering import AdministeringQuery, AdministrationMutation
from schema.accounts.assisting import AssistingMutation, AssistingQuery
from schema.accounts.people import PeopleMutation, PeopleQuery
from schema.accounts.sellers import SellerMutation, SellerQuery
from schema.accounts.signing_in import SigningInMutation

__all__ = ["AccountMutation", "AccountQuery"]


@strawberry.type
class AccountQuery(PeopleQuery, SellerQuery, AdministeringQuery, AssistingQuery):
    pass


@strawberry.type
class AccountMutation(
    SigningInMutation, PeopleMutation, SellerMutation, AdministrationMutation, AssistingMutation
):
    pass
