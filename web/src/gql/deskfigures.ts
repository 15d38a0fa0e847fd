// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DeskFiguresDocument = /* @__PURE__ */ new TypedDocument<types.DeskFiguresQuery, types.DeskFiguresQueryVariables>(
  "query DeskFigures{deskFigures{complaints complaintsLate complaintsMine escalated sellers sellersLate providers providersLate}}",
)
