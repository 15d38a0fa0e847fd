"""What simulated people ask of the public API to show papers, word for word."""

from hmk_graph.demo.documents import REFUSED

BEGIN_UPLOAD = f"""
mutation BeginUpload($input: BeginUploadInput!) {{
  beginUpload(input: $input) {{
    __typename ... on UploadTicket {{ url media {{ id }} }} {REFUSED}
  }}
}}
"""
CONFIRM_UPLOAD = f"""
mutation ConfirmUpload($input: MediaInput!) {{
  confirmUpload(input: $input) {{ __typename ... on Media {{ id state }} {REFUSED} }}
}}
"""
MEDIA = "query CheckedMedia($id: ID!) { media(id: $id) { id state } }"
SET_PAPERS = f"""
mutation SetPapers($input: SetPapersInput!) {{
  setMyPapers(input: $input) {{ __typename {REFUSED} }}
}}
"""
