// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SittingsDocument = /* @__PURE__ */ new TypedDocument<types.SittingsQuery, types.SittingsQueryVariables>(
  "query Sittings($serviceId:ID!){sittings(serviceId:$serviceId first:10){edges{node{...SittingLine}}}}fragment SittingLine on Sitting{id state startsAt finishesAt opensAt capacity taken waiting nowServing meanSeconds price}",
)
export const SittingPageDocument = /* @__PURE__ */ new TypedDocument<types.SittingPageQuery, types.SittingPageQueryVariables>(
  "query SittingPage($id:ID!){sitting(id:$id){...SittingLine service{id titleBn titleEn}provider{id name mine place{...Spot}}mySerial{...Number}line{...Number citizenName}}}fragment Number on Serial{id number state ahead expectedAt}fragment SittingLine on Sitting{id state startsAt finishesAt opensAt capacity taken waiting nowServing meanSeconds price}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const FollowSittingDocument = /* @__PURE__ */ new TypedDocument<types.FollowSittingSubscription, types.FollowSittingSubscriptionVariables>(
  "subscription FollowSitting($sittingId:ID!$after:Cursor){sittingEvents(sittingId:$sittingId after:$after){__typename ...on SittingSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const PlanSittingDocument = /* @__PURE__ */ new TypedDocument<types.PlanSittingMutation, types.PlanSittingMutationVariables>(
  "mutation PlanSitting($input:PlanSittingInput!){planSitting(input:$input){__typename ...on Sitting{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeginSittingDocument = /* @__PURE__ */ new TypedDocument<types.BeginSittingMutation, types.BeginSittingMutationVariables>(
  "mutation BeginSitting($sittingId:ID!){beginSitting(input:{sittingId:$sittingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EndSittingDocument = /* @__PURE__ */ new TypedDocument<types.EndSittingMutation, types.EndSittingMutationVariables>(
  "mutation EndSitting($sittingId:ID!){endSitting(input:{sittingId:$sittingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallSittingOffDocument = /* @__PURE__ */ new TypedDocument<types.CallSittingOffMutation, types.CallSittingOffMutationVariables>(
  "mutation CallSittingOff($sittingId:ID!){callOffSitting(input:{sittingId:$sittingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallNextDocument = /* @__PURE__ */ new TypedDocument<types.CallNextMutation, types.CallNextMutationVariables>(
  "mutation CallNext($sittingId:ID!){callNext(input:{sittingId:$sittingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SkipNumberDocument = /* @__PURE__ */ new TypedDocument<types.SkipNumberMutation, types.SkipNumberMutationVariables>(
  "mutation SkipNumber($serialId:ID!){skipSerial(input:{serialId:$serialId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeNumberBackDocument = /* @__PURE__ */ new TypedDocument<types.TakeNumberBackMutation, types.TakeNumberBackMutationVariables>(
  "mutation TakeNumberBack($serialId:ID!){takeBackSerial(input:{serialId:$serialId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeNumberDocument = /* @__PURE__ */ new TypedDocument<types.TakeNumberMutation, types.TakeNumberMutationVariables>(
  "mutation TakeNumber($sittingId:ID!$key:String!){takeSerial(input:{sittingId:$sittingId idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LeaveNumberDocument = /* @__PURE__ */ new TypedDocument<types.LeaveNumberMutation, types.LeaveNumberMutationVariables>(
  "mutation LeaveNumber($serialId:ID!){leaveSerial(input:{serialId:$serialId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
