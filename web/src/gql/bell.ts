// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const UnreadDocument = /* @__PURE__ */ new TypedDocument<types.UnreadQuery, types.UnreadQueryVariables>(
  "query Unread{unreadNotifications}",
)
