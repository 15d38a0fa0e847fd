// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DeskPageDocument = /* @__PURE__ */ new TypedDocument<types.DeskPageQuery, types.DeskPageQueryVariables>(
  "query DeskPage{myDesk{id state name reason decisionDueAt papers{id}missingPapers availability{state observedAt until nextFreeAt}rating{...Stars}services{id titleBn titleEn state reason askedToConfirm allowedTransitions options{...Option}}}deskBookings(first:50){edges{node{...Job}}}}fragment Job on Booking{id state startsAt finishesAt citizenName price dueAt place{...Spot}service{titleBn titleEn}}fragment Option on PriceOption{id labelBn labelEn unit minutes amount needsQuote}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment Stars on Rating{hundredths count}",
)
export const FollowDeskDocument = /* @__PURE__ */ new TypedDocument<types.FollowDeskSubscription, types.FollowDeskSubscriptionVariables>(
  "subscription FollowDesk($providerId:ID!$after:Cursor){providerEvents(providerId:$providerId after:$after){__typename ...on DeskSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on DeskChanged{bookingId deskState:state}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const SaySwitchDocument = /* @__PURE__ */ new TypedDocument<types.SaySwitchMutation, types.SaySwitchMutationVariables>(
  "mutation SaySwitch($signal:AvailabilitySignal!$minutes:Int){switchAvailability(input:{signal:$signal minutes:$minutes}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PauseOfferDocument = /* @__PURE__ */ new TypedDocument<types.PauseOfferMutation, types.PauseOfferMutationVariables>(
  "mutation PauseOffer($serviceId:ID!){pauseService(input:{serviceId:$serviceId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ResumeOfferDocument = /* @__PURE__ */ new TypedDocument<types.ResumeOfferMutation, types.ResumeOfferMutationVariables>(
  "mutation ResumeOffer($serviceId:ID!){resumeService(input:{serviceId:$serviceId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ConfirmOfferDocument = /* @__PURE__ */ new TypedDocument<types.ConfirmOfferMutation, types.ConfirmOfferMutationVariables>(
  "mutation ConfirmOffer($serviceId:ID!){confirmService(input:{serviceId:$serviceId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
