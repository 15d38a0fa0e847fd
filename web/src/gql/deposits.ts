// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyDepositsDocument = /* @__PURE__ */ new TypedDocument<types.MyDepositsQuery, types.MyDepositsQueryVariables>(
  "query MyDeposits($after:Cursor){myDeposits(first:20 after:$after){edges{node{id amount state askedAt haat{id nameBn nameEn}payment{...Bill}}}pageInfo{hasNextPage endCursor}}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}",
)
export const DepositHaatsDocument = /* @__PURE__ */ new TypedDocument<types.DepositHaatsQuery, types.DepositHaatsQueryVariables>(
  "query DepositHaats{haats(first:50){edges{node{id nameBn nameEn depositRule{basisPoints floor ceiling}}}}}",
)
export const BringDepositDocument = /* @__PURE__ */ new TypedDocument<types.BringDepositMutation, types.BringDepositMutationVariables>(
  "mutation BringDeposit($haatId:ID!$amount:Paisa!$key:String!){bringDeposit(input:{haatId:$haatId amount:$amount idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeDepositBackDocument = /* @__PURE__ */ new TypedDocument<types.TakeDepositBackMutation, types.TakeDepositBackMutationVariables>(
  "mutation TakeDepositBack($depositId:ID!){takeBackDeposit(input:{depositId:$depositId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
