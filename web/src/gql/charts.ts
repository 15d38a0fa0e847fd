// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DeskChartsDocument = /* @__PURE__ */ new TypedDocument<types.DeskChartsQuery, types.DeskChartsQueryVariables>(
  "query DeskCharts($within:ID!$since:DateTime!$until:DateTime!){deskCharts(within:$within since:$since until:$until){bids{hour bids}requests{place{id nameBn nameEn}bookings trips blood}complaints{days complaints late}hasil{place{id nameBn nameEn}receipts hasil}}}",
)
