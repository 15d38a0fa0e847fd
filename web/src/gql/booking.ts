// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const BookingPageDocument = /* @__PURE__ */ new TypedDocument<types.BookingPageQuery, types.BookingPageQueryVariables>(
  "query BookingPage($id:ID!){booking(id:$id){...BookingView}}fragment Bill on Payment{id due paid left state expiresAt tries{id gateway amount state payUrl createdAt}}fragment BookingView on Booking{id state version part startsAt finishesAt quantity seats address note price ceilingAmount finalAmount fee paidAhead payment{...Bill}feePayment{...Bill}startCode phone dueAt reason cancelledBy absent citizenName allowedTransitions place{...Spot}provider{id name}service{id titleBn titleEn venue}cancelTerms{fee token validUntil}quotes{id state totalAmount note expiresAt lines{label amount}}reviews{id by authorName stars text media{...Slide}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Slide on Media{id videoUrl durationMs ...Photo}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const OtherServicesDocument = /* @__PURE__ */ new TypedDocument<types.OtherServicesQuery, types.OtherServicesQueryVariables>(
  "query OtherServices($id:ID!){bookingAlternatives(bookingId:$id){...ServiceCard}}fragment Free on Availability{state until nextFreeAt}fragment ServiceCard on Service{id titleBn titleEn fromPrice venue category{nameBn nameEn}availability{...Free}provider{id name rating{...Stars}place{...Spot}}}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment Stars on Rating{hundredths count}",
)
export const FreeTimesDocument = /* @__PURE__ */ new TypedDocument<types.FreeTimesQuery, types.FreeTimesQueryVariables>(
  "query FreeTimes($id:ID!$optionId:ID!$day:Date!){service(id:$id){id freeStarts(optionId:$optionId day:$day days:1)}}",
)
export const FollowBookingDocument = /* @__PURE__ */ new TypedDocument<types.FollowBookingSubscription, types.FollowBookingSubscriptionVariables>(
  "subscription FollowBooking($bookingId:ID!$after:Cursor){bookingEvents(bookingId:$bookingId after:$after){__typename ...on BookingSnapshot{cursor seq serverNow}...on BookingEvent{cursor seq state}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const HoldTimeDocument = /* @__PURE__ */ new TypedDocument<types.HoldTimeMutation, types.HoldTimeMutationVariables>(
  "mutation HoldTime($input:HoldBookingInput!){holdBooking(input:$input){__typename ...on Booking{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskForBookingDocument = /* @__PURE__ */ new TypedDocument<types.AskForBookingMutation, types.AskForBookingMutationVariables>(
  "mutation AskForBooking($bookingId:ID!){requestBooking(input:{bookingId:$bookingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ConfirmVisitDocument = /* @__PURE__ */ new TypedDocument<types.ConfirmVisitMutation, types.ConfirmVisitMutationVariables>(
  "mutation ConfirmVisit($bookingId:ID!){confirmBooking(input:{bookingId:$bookingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DeclineVisitDocument = /* @__PURE__ */ new TypedDocument<types.DeclineVisitMutation, types.DeclineVisitMutationVariables>(
  "mutation DeclineVisit($bookingId:ID!$reason:String!){declineBooking(input:{bookingId:$bookingId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallOffDocument = /* @__PURE__ */ new TypedDocument<types.CallOffMutation, types.CallOffMutationVariables>(
  "mutation CallOff($bookingId:ID!$token:String!$reason:String!){cancelBooking(input:{bookingId:$bookingId token:$token reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const MoveBookingDocument = /* @__PURE__ */ new TypedDocument<types.MoveBookingMutation, types.MoveBookingMutationVariables>(
  "mutation MoveBooking($bookingId:ID!$startsAt:DateTime!){rescheduleBooking(input:{bookingId:$bookingId startsAt:$startsAt}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeginWorkDocument = /* @__PURE__ */ new TypedDocument<types.BeginWorkMutation, types.BeginWorkMutationVariables>(
  "mutation BeginWork($bookingId:ID!$code:String){startBooking(input:{bookingId:$bookingId code:$code}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const FinishWorkDocument = /* @__PURE__ */ new TypedDocument<types.FinishWorkMutation, types.FinishWorkMutationVariables>(
  "mutation FinishWork($bookingId:ID!$amount:Paisa!){finishBooking(input:{bookingId:$bookingId amount:$amount}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AgreeDoneDocument = /* @__PURE__ */ new TypedDocument<types.AgreeDoneMutation, types.AgreeDoneMutationVariables>(
  "mutation AgreeDone($bookingId:ID!){closeBooking(input:{bookingId:$bookingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SayAbsentDocument = /* @__PURE__ */ new TypedDocument<types.SayAbsentMutation, types.SayAbsentMutationVariables>(
  "mutation SayAbsent($bookingId:ID!){reportNoShow(input:{bookingId:$bookingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const DisagreeDocument = /* @__PURE__ */ new TypedDocument<types.DisagreeMutation, types.DisagreeMutationVariables>(
  "mutation Disagree($bookingId:ID!$reason:String!){disputeBooking(input:{bookingId:$bookingId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const WriteQuoteDocument = /* @__PURE__ */ new TypedDocument<types.WriteQuoteMutation, types.WriteQuoteMutationVariables>(
  "mutation WriteQuote($input:WriteQuoteInput!){writeQuote(input:$input){__typename ...on Quote{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SendQuoteDocument = /* @__PURE__ */ new TypedDocument<types.SendQuoteMutation, types.SendQuoteMutationVariables>(
  "mutation SendQuote($quoteId:ID!){sendQuote(input:{quoteId:$quoteId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeQuoteDocument = /* @__PURE__ */ new TypedDocument<types.TakeQuoteMutation, types.TakeQuoteMutationVariables>(
  "mutation TakeQuote($quoteId:ID!){acceptQuote(input:{quoteId:$quoteId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LeaveQuoteDocument = /* @__PURE__ */ new TypedDocument<types.LeaveQuoteMutation, types.LeaveQuoteMutationVariables>(
  "mutation LeaveQuote($quoteId:ID!){rejectQuote(input:{quoteId:$quoteId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ReviewDocument = /* @__PURE__ */ new TypedDocument<types.ReviewMutation, types.ReviewMutationVariables>(
  "mutation Review($bookingId:ID$serialId:ID$stars:Int!$text:String!){writeReview(input:{bookingId:$bookingId serialId:$serialId stars:$stars text:$text}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PayVisitAheadDocument = /* @__PURE__ */ new TypedDocument<types.PayVisitAheadMutation, types.PayVisitAheadMutationVariables>(
  "mutation PayVisitAhead($bookingId:ID!){payBookingOnline(input:{bookingId:$bookingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TellMeWhenFreeDocument = /* @__PURE__ */ new TypedDocument<types.TellMeWhenFreeMutation, types.TellMeWhenFreeMutationVariables>(
  "mutation TellMeWhenFree($optionId:ID!$startsAt:DateTime!){waitForSlot(input:{optionId:$optionId startsAt:$startsAt}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
