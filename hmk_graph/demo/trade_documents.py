"""What the simulated tradesmen and their officers ask of the public API, word for word."""

from hmk_graph.demo.documents import REFUSED

CATEGORIES = "{ serviceCategories { id slug needsLicence } }"
MY_DESK = "{ myDesk { id state missingPapers } }"
UPDATE_PROFILE = f"""
mutation UpdateProfile($input: UpdateProfileInput!) {{
  updateProfile(input: $input) {{ __typename {REFUSED} }}
}}
"""
SAVE_PROVIDER = f"""
mutation SaveProvider($input: SaveProviderInput!) {{
  saveProvider(input: $input) {{ __typename ... on Provider {{ id }} {REFUSED} }}
}}
"""
SET_HOURS = f"""
mutation SetHours($input: SetWorkingHoursInput!) {{
  setWorkingHours(input: $input) {{ __typename {REFUSED} }}
}}
"""
DRAFT_SERVICE = f"""
mutation DraftService($input: DraftServiceInput!) {{
  draftService(input: $input) {{ __typename ... on Service {{ id }} {REFUSED} }}
}}
"""
ADD_PRICE = f"""
mutation AddPrice($input: AddPriceOptionInput!) {{
  addPriceOption(input: $input) {{ __typename {REFUSED} }}
}}
"""
SUBMIT_PROVIDER = f"""
mutation SubmitProvider {{
  submitProvider {{ __typename ... on Provider {{ id missingPapers }} {REFUSED} }}
}}
"""
DECIDE_PROVIDER = f"""
mutation DecideProvider($input: DecideProviderInput!) {{
  decideProvider(input: $input) {{ __typename {REFUSED} }}
}}
"""
SWITCH = f"""
mutation Switch($input: SwitchAvailabilityInput!) {{
  switchAvailability(input: $input) {{ __typename {REFUSED} }}
}}
"""
