"""What simulated crews and callers ask of the public API, word for word."""

from hmk_graph.demo.documents import REFUSED

CENTER = "query Center($slug: String!) { place(slug: $slug) { id point { lat lng } } }"
NOW = "query Now { serverNow }"
MY_DRIVER = """
query MyDriver { myDriver { id state missingPapers vehicleId vehicles { id state } } }
"""
MY_DUTY = """
query MyDuty {
  myDriver {
    openOffer { id }
    presentTrip { id kind state pickup { lat lng } drop { lat lng } }
  }
}
"""
SAVE_DRIVER = f"""
mutation SaveDriver($input: SaveDriverInput!) {{
  saveDriver(input: $input) {{ __typename ... on Driver {{ id state }} {REFUSED} }}
}}
"""
ADD_VEHICLE = f"""
mutation AddVehicle($input: AddVehicleInput!) {{
  addVehicle(input: $input) {{ __typename ... on Vehicle {{ id state }} {REFUSED} }}
}}
"""
SUBMIT_DRIVER = f"""
mutation SubmitDriver {{ submitDriver {{ __typename ... on Driver {{ id state }} {REFUSED} }} }}
"""
DECIDE_DRIVER = f"""
mutation DecideDriver($input: DecideDriverInput!) {{
  decideDriver(input: $input) {{ __typename {REFUSED} }}
}}
"""
DECIDE_VEHICLE = f"""
mutation DecideVehicle($input: DecideVehicleInput!) {{
  decideVehicle(input: $input) {{ __typename {REFUSED} }}
}}
"""
GO_ONLINE = f"""
mutation GoOnline($input: VehicleInput!) {{
  goOnline(input: $input) {{ __typename {REFUSED} }}
}}
"""
REPORT = f"""
mutation Report($input: ReportPositionsInput!) {{
  reportPositions(input: $input) {{
    __typename ... on PositionsTaken {{ repeated serverNow }} {REFUSED}
  }}
}}
"""
ACCEPT = f"""
mutation Accept($input: TripOfferInput!) {{
  acceptTripOffer(input: $input) {{ __typename {REFUSED} }}
}}
"""
SET_OUT = (
    f"mutation SetOut($input: TripInput!) {{ setOut(input: $input) {{ __typename {REFUSED} }} }}"
)
ARRIVE = (
    f"mutation Arrive($input: TripInput!) {{ arrive(input: $input) {{ __typename {REFUSED} }} }}"
)
START = f"""
mutation Start($input: StartTripInput!) {{ startTrip(input: $input) {{ __typename {REFUSED} }} }}
"""
CODE = "query Code($id: ID!) { trip(id: $id) { startCode } }"
COMPLETE = f"""
mutation Complete($input: CompleteTripInput!) {{
  completeTrip(input: $input) {{ __typename {REFUSED} }}
}}
"""
MY_LAST_TRIP = """
query MyLastTrip { myTrips(first: 1) { edges { node { id state } } } }
"""
QUOTE = f"""
mutation Quote($input: QuoteTripInput!) {{
  quoteTrip(input: $input) {{ __typename ... on TripQuote {{ id }} {REFUSED} }}
}}
"""
CALL = f"""
mutation Call($input: RequestTripInput!) {{
  requestTrip(input: $input) {{ __typename ... on Trip {{ id state }} {REFUSED} }}
}}
"""
CANCEL = f"""
mutation Cancel($input: CancelTripInput!) {{
  cancelTrip(input: $input) {{ __typename {REFUSED} }}
}}
"""
