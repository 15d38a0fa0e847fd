"""What registering, checking, listing and bargaining refuse, as data."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.haat import sale_models
from hmk_graph.haat import selling_errors as errors
from hmk_graph.money import Paisa
from schema.errors import UserError, answers

strawberry.enum(errors.Bond, description="What ties a person to an animal or a haat.")


@answers(errors.NotVerifiedSeller)
@strawberry.type(description="Returned when no officer has verified the person as a seller.")
class NotVerifiedSeller(UserError):
    pass


@answers(errors.TagInUse)
@strawberry.type(description="Returned when another living animal carries the tag.")
class TagInUse(UserError):
    scheme: str = strawberry.field(description="Who gave the number out.")
    value: str = strawberry.field(description="The number, as it is stored.")


@answers(errors.NotYourPurchase)
@strawberry.type(
    description="Returned when the chain names an animal not bought here and received."
)
class NotYourPurchase(UserError):
    pass


@answers(errors.CheckNotReady)
@strawberry.type(description="Returned when the vet needs more than is written down.")
class CheckNotReady(UserError):
    missing: list[str] = strawberry.field(description="What is missing: defects, weight.")


@answers(errors.NotListable)
@strawberry.type(description="Returned when the animal has no vet's clearance that holds.")
class NotListable(UserError):
    state: str = strawberry.field(description="Where the animal stands.")
    until: datetime | None = strawberry.field(
        description="When its clearance ended, if it had one."
    )


@answers(errors.AlreadyListed)
@strawberry.type(description="Returned when the animal is for sale already.")
class AlreadyListed(UserError):
    pass


@answers(errors.ResoldTooSoon)
@strawberry.type(
    description="Returned when the animal was sold in the district lately and its chain is missing."
)
class ResoldTooSoon(UserError):
    until: datetime = strawberry.field(description="From when no chain is needed.")


@answers(errors.OwnAnimal)
@strawberry.type(description="Returned when the person stands too near the animal.")
class OwnAnimal(UserError):
    bond: errors.Bond = strawberry.field(description="In which way.")


@answers(errors.NotForSale)
@strawberry.type(description="Returned when the sale is over, or somebody else was first.")
class NotForSale(UserError):
    state: str = strawberry.field(description="Where the listing stands.")


@answers(errors.SoldOtherwise)
@strawberry.type(description="Returned when the animal is sold in another way.")
class SoldOtherwise(UserError):
    kind: sale_models.SaleKind = strawberry.field(description="In which.")


@answers(errors.PriceChanged)
@strawberry.type(description="Returned when the seller asks another price than the one seen.")
class PriceChanged(UserError):
    price: Paisa = strawberry.field(description="The price asked now.")


@answers(errors.OfferPending)
@strawberry.type(description="Returned when an offer between the two waits for its answer.")
class OfferPending(UserError):
    pass


@answers(errors.OwnOffer)
@strawberry.type(description="Returned when it is the other side's turn.")
class OwnOffer(UserError):
    pass


@answers(errors.OfferClosed)
@strawberry.type(description="Returned when the offer was answered, withdrawn, or is too old.")
class OfferClosed(UserError):
    state: str = strawberry.field(description="What became of it.")


@answers(errors.BargainTooLong)
@strawberry.type(description="Returned when the offer can only be accepted or rejected.")
class BargainTooLong(UserError):
    longest: int = strawberry.field(description="How many offers a bargain may have.")


@answers(errors.LotNotWithdrawn)
@strawberry.type(description="Returned when the animal stands in an auction.")
class LotNotWithdrawn(UserError):
    pass


@answers(errors.AnimalPromised)
@strawberry.type(description="Returned when somebody has bought the animal.")
class AnimalPromised(UserError):
    pass


@answers(errors.NameNeeded)
@strawberry.type(description="Returned when the profile has no name yet.")
class NameNeeded(UserError):
    pass


@answers(errors.LotsStillRunning)
@strawberry.type(description="Returned when a day cannot close because lots still run.")
class LotsStillRunning(UserError):
    count: int = strawberry.field(description="How many.")


@answers(errors.HasilRuleAhead)
@strawberry.type(description="Returned when a hasil is announced that has not begun yet.")
class HasilRuleAhead(UserError):
    valid_from: datetime = strawberry.field(description="When the announced one begins.")


@answers(errors.HandoverCodeWrong)
@strawberry.type(description="Returned when the code is not the one that the buyer was shown.")
class HandoverCodeWrong(UserError):
    left: int = strawberry.field(description="How many tries remain; then an officer has to help.")


@answers(errors.TagDoesNotMatch)
@strawberry.type(description="Returned when the animal of the deal carries no such tag.")
class TagDoesNotMatch(UserError):
    pass


@answers(errors.WeightNotAgreed)
@strawberry.type(
    description="Returned when the scale shows a weight to which the buyer has to agree first."
)
class WeightNotAgreed(UserError):
    declared: int = strawberry.field(description="By what weight it was offered, in grams.")
    weighed: int = strawberry.field(description="What the scale shows, in grams.")


@answers(errors.NoShareLeft)
@strawberry.type(description="Returned when somebody has each share of a pool.")
class NoShareLeft(UserError):
    pass


@answers(errors.NotOvercharged)
@strawberry.type(description="Returned when no more was taken than the haat's rule allows.")
class NotOvercharged(UserError):
    due: Paisa = strawberry.field(description="What is due by the rule.")


@answers(errors.DepositInUse)
@strawberry.type(description="Returned when a bid or a deal stands on the deposit.")
class DepositInUse(UserError):
    pass
