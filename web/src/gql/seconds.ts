// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ForcedActsDocument = /* @__PURE__ */ new TypedDocument<types.ForcedActsQuery, types.ForcedActsQueryVariables>(
  "query ForcedActs{forcedActs(first:100){edges{node{...Asking kind subjectId askedAt}}}}fragment Asking on ForcedAct{id choice reason askedByName mine}",
)
export const DeclineForcedActDocument = /* @__PURE__ */ new TypedDocument<types.DeclineForcedActMutation, types.DeclineForcedActMutationVariables>(
  "mutation DeclineForcedAct($actId:ID!$reason:String!){declineForcedAct(input:{actId:$actId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SecondOrderDocument = /* @__PURE__ */ new TypedDocument<types.SecondOrderMutation, types.SecondOrderMutationVariables>(
  "mutation SecondOrder($orderId:ID!$reason:String!){cancelOrder(input:{orderId:$orderId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
