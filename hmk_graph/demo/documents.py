"""What the simulators ask of the public API, word for word."""

REFUSED = "... on UserError { code messageEn }"

REQUEST_CODE = f"""
mutation RequestCode($phone: String!) {{
  requestCode(input: {{phone: $phone}}) {{ __typename {REFUSED} }}
}}
"""
SIGNED_IN = "... on SignedIn { accessToken refreshToken }"
CONFIRM_CODE = f"""
mutation ConfirmCode($phone: String!, $code: String!) {{
  confirmCode(input: {{phone: $phone, code: $code, device: "simulator", tokenDelivery: BODY}}) {{
    __typename {SIGNED_IN} {REFUSED}
  }}
}}
"""
REFRESH = f"""
mutation Refresh($token: String!) {{
  refreshSession(input: {{refreshToken: $token}}) {{ __typename {SIGNED_IN} {REFUSED} }}
}}
"""

# --- Bidding ---

PROGRAM = """
query Program {
  running: lots(are: RUNNING, first: 50) { edges { node { ...Times } } }
  coming: lots(are: COMING, first: 50) { edges { node { ...Times } } }
  ended: lots(are: ENDED, first: 1) { edges { node { serverNow } } }
}
fragment Times on Lot { id haatId titleEn startsAt endsAt hardEndsAt serverNow }
"""
LOT = """
query Lot($id: ID!) {
  lot(id: $id) {
    phase price minimumNext leader bidCount startPrice endsAt serverNow result
    bids { line bidder }
  }
}
"""
MY_ALIASES = """
query MyAliases { myLots(first: 50) { edges { node { id mine { bidder } } } } }
"""
ON_BLOCK = """
query OnBlock {
  listings(filter: {kind: AUCTION}, first: 50) {
    edges { node { lotId animal { species { slug } latestWeight { grams } } } }
  }
}
"""
PLACE_BID = f"""
mutation PlaceBid($input: PlaceBidInput!) {{
  placeBid(input: $input) {{
    __typename ... on BidAccepted {{ bidder leading price endsAt }} {REFUSED}
  }}
}}
"""
REGISTER_BIDDER = f"""
mutation RegisterBidder($haatId: ID!) {{
  registerBidder(input: {{haatId: $haatId}}) {{ __typename {REFUSED} }}
}}
"""

# --- Bringing animals ---

HAATS = "query Haats { haats(first: 50) { edges { node { id place { slug } } } } }"
PLACE = "query Place($slug: String!) { place(slug: $slug) { id } }"
REGISTER_ANIMAL = f"""
mutation RegisterAnimal($input: RegisterAnimalInput!) {{
  registerAnimal(input: $input) {{ __typename ... on Animal {{ id }} {REFUSED} }}
}}
"""
REQUEST_CHECK = f"""
mutation RequestCheck($animalId: ID!) {{
  requestCheck(input: {{animalId: $animalId}}) {{ __typename {REFUSED} }}
}}
"""
CLEAR_ANIMAL = f"""
mutation ClearAnimal($input: ExamineAnimalInput!) {{
  clearAnimal(input: $input) {{ __typename {REFUSED} }}
}}
"""
SUBMIT_LOT = f"""
mutation SubmitLot($input: SubmitLotInput!) {{
  submitLot(input: $input) {{ __typename ... on Lot {{ id }} {REFUSED} }}
}}
"""
SCHEDULE_LOT = f"""
mutation ScheduleLot($input: ScheduleLotInput!) {{
  scheduleLot(input: $input) {{ __typename {REFUSED} }}
}}
"""
LIST_FIXED = f"""
mutation ListFixed($input: ListAnimalInput!) {{
  listForFixedPrice(input: $input) {{ __typename {REFUSED} }}
}}
"""
LIST_BARGAIN = f"""
mutation ListBargain($input: ListAnimalInput!) {{
  listForBargaining(input: $input) {{ __typename {REFUSED} }}
}}
"""

# --- Bargaining ---

FOR_SALE = """
query ForSale($kind: SaleKind!) {
  listings(filter: {kind: $kind}, first: 50) {
    edges { node { id price offersWaiting animal { sellerName } } }
  }
}
"""
OFFERS = """
query Offers($id: ID!) {
  listing(id: $id) {
    price state
    offers { id amount mine state depth }
  }
}
"""
MY_OFFERS = """
query MyOffers {
  myOffers(first: 20) {
    edges { node { id amount mine state depth listing { price } } }
  }
}
"""
MAKE_OFFER = f"""
mutation MakeOffer($input: MakeOfferInput!) {{
  makeOffer(input: $input) {{ __typename {REFUSED} }}
}}
"""
COUNTER_OFFER = f"""
mutation CounterOffer($input: CounterOfferInput!) {{
  counterOffer(input: $input) {{ __typename {REFUSED} }}
}}
"""
ACCEPT_OFFER = f"""
mutation AcceptOffer($input: AcceptOfferInput!) {{
  acceptOffer(input: $input) {{ __typename {REFUSED} }}
}}
"""
REJECT_OFFER = f"""
mutation RejectOffer($offerId: ID!) {{
  rejectOffer(input: {{offerId: $offerId}}) {{ __typename {REFUSED} }}
}}
"""
