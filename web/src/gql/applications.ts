// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SellersOfDocument = /* @__PURE__ */ new TypedDocument<types.SellersOfQuery, types.SellersOfQueryVariables>(
  "query SellersOf($states:[SellerApplicationState!]!$after:Cursor){sellerApplications(states:$states first:20 after:$after){edges{node{id state farmName contactPhone applicantName village statement reason endingAsked papers{id}submittedAt dueAt allowedMoves}}pageInfo{hasNextPage endCursor}}}",
)
export const DecideSellerDocument = /* @__PURE__ */ new TypedDocument<types.DecideSellerMutation, types.DecideSellerMutationVariables>(
  "mutation DecideSeller($applicationId:ID!$decision:SellerMove!$reason:String!){decideSellerApplication(input:{applicationId:$applicationId decision:$decision reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
