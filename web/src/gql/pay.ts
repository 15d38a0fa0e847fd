// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const WaysToPayDocument = /* @__PURE__ */ new TypedDocument<types.WaysToPayQuery, types.WaysToPayQueryVariables>(
  "query WaysToPay{paymentServices{name smallest largest}}",
)
export const BeginToPayDocument = /* @__PURE__ */ new TypedDocument<types.BeginToPayMutation, types.BeginToPayMutationVariables>(
  "mutation BeginToPay($paymentId:ID!$gateway:String!$amount:Paisa!$key:String!){beginPayment(input:{paymentId:$paymentId gateway:$gateway amount:$amount idempotencyKey:$key}){__typename ...on PaymentTry{payUrl invoice}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
