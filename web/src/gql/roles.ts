// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ViewerNowDocument = /* @__PURE__ */ new TypedDocument<types.ViewerNowQuery, types.ViewerNowQueryVariables>(
  "query ViewerNow{me{...Viewer}}fragment Viewer on Me{id name phone language roles{role placeId}}",
)
