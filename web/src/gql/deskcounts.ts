// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DeskCountsDocument = /* @__PURE__ */ new TypedDocument<types.DeskCountsQuery, types.DeskCountsQueryVariables>(
  "query DeskCounts{sellerApplications(states:[SUBMITTED]first:20){edges{cursor}pageInfo{hasNextPage}}checksWaiting(first:20){edges{cursor}pageInfo{hasNextPage}}lotsWaiting(first:20){edges{cursor}pageInfo{hasNextPage}}flags(first:20){edges{cursor}pageInfo{hasNextPage}}sharedPhotos(first:20){edges{cursor}pageInfo{hasNextPage}}}",
)
