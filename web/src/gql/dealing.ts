// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SayToWeightDocument = /* @__PURE__ */ new TypedDocument<types.SayToWeightMutation, types.SayToWeightMutationVariables>(
  "mutation SayToWeight($dealId:ID!$grams:Int!$agree:Boolean!){answerWeight(input:{dealId:$dealId grams:$grams agree:$agree}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const JudgeDealDocument = /* @__PURE__ */ new TypedDocument<types.JudgeDealMutation, types.JudgeDealMutationVariables>(
  "mutation JudgeDeal($dealId:ID!$forBuyer:Boolean!$reason:String!){decideDeal(input:{dealId:$dealId forBuyer:$forBuyer reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const WriteCashDocument = /* @__PURE__ */ new TypedDocument<types.WriteCashMutation, types.WriteCashMutationVariables>(
  "mutation WriteCash($dealId:ID!$amount:Paisa!$key:String!){takeCash(input:{dealId:$dealId amount:$amount idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ShowProofDocument = /* @__PURE__ */ new TypedDocument<types.ShowProofMutation, types.ShowProofMutationVariables>(
  "mutation ShowProof($input:SetDealProofInput!){setDealProof(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
