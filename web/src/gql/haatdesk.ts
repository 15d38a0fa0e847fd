// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const HaatDeskDocument = /* @__PURE__ */ new TypedDocument<types.HaatDeskQuery, types.HaatDeskQueryVariables>(
  "query HaatDesk{myHaats{id nameBn nameEn depositRule{basisPoints floor ceiling}hasilRules{...Toll}}species{slug nameBn nameEn}}fragment Toll on HasilRule{id species validFrom validTo legalRef wordsBn wordsEn}",
)
export const HaatDaysDocument = /* @__PURE__ */ new TypedDocument<types.HaatDaysQuery, types.HaatDaysQueryVariables>(
  "query HaatDays($haatId:ID!){haatSessions(haatId:$haatId first:20){edges{node{id state titleBn titleEn startsAt endsAt officerName}}}}",
)
export const PlanDayDocument = /* @__PURE__ */ new TypedDocument<types.PlanDayMutation, types.PlanDayMutationVariables>(
  "mutation PlanDay($input:PlanSessionInput!){planSession(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const OpenDayDocument = /* @__PURE__ */ new TypedDocument<types.OpenDayMutation, types.OpenDayMutationVariables>(
  "mutation OpenDay($sessionId:ID!){openSession(input:{sessionId:$sessionId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeginToCloseDocument = /* @__PURE__ */ new TypedDocument<types.BeginToCloseMutation, types.BeginToCloseMutationVariables>(
  "mutation BeginToClose($sessionId:ID!){beginClosingSession(input:{sessionId:$sessionId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CloseDayDocument = /* @__PURE__ */ new TypedDocument<types.CloseDayMutation, types.CloseDayMutationVariables>(
  "mutation CloseDay($sessionId:ID!){closeSession(input:{sessionId:$sessionId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetTollDocument = /* @__PURE__ */ new TypedDocument<types.SetTollMutation, types.SetTollMutationVariables>(
  "mutation SetToll($input:SetHasilRuleInput!){setHasilRule(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetDepositDocument = /* @__PURE__ */ new TypedDocument<types.SetDepositMutation, types.SetDepositMutationVariables>(
  "mutation SetDeposit($input:SetDepositRuleInput!){setDepositRule(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeDepositCashDocument = /* @__PURE__ */ new TypedDocument<types.TakeDepositCashMutation, types.TakeDepositCashMutationVariables>(
  "mutation TakeDepositCash($depositId:ID!$amount:Paisa!$key:String!){takeDepositCash(input:{depositId:$depositId amount:$amount idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CashToGiveBackDocument = /* @__PURE__ */ new TypedDocument<types.CashToGiveBackQuery, types.CashToGiveBackQueryVariables>(
  "query CashToGiveBack($after:Cursor){cashToGiveBack(first:20 after:$after){edges{node{id amount reason payerName createdAt}}pageInfo{hasNextPage endCursor}}}",
)
export const CashGivenBackDocument = /* @__PURE__ */ new TypedDocument<types.CashGivenBackMutation, types.CashGivenBackMutationVariables>(
  "mutation CashGivenBack($refundId:ID!){giveCashBack(input:{refundId:$refundId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
