// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DriverPageDocument = /* @__PURE__ */ new TypedDocument<types.DriverPageQuery, types.DriverPageQueryVariables>(
  "query DriverPage{myDriver{id state name reason dueAt onlineSince vehicleId vehicles{id kind plateNo state}openOffer{id kind urgent distanceM etaS expiresAt fare}presentTrip{...Way}}}fragment Point on GeoPoint{lat lng}fragment Way on Trip{id kind state attempt allowedMoves parties pickup{...Point}pickupNote drop{...Point}dropNote cargoNote parcelId fare fareLines{name amount}cancelFee tracking startCode phones alarms endReason requestedAt assignedAt arrivedAt startedAt endedAt driver{name phone vehicleKind plateNo}rider{name phone}}",
)
export const FollowDriverDocument = /* @__PURE__ */ new TypedDocument<types.FollowDriverSubscription, types.FollowDriverSubscriptionVariables>(
  "subscription FollowDriver($after:Cursor){driverEvents(after:$after){__typename ...on DriverSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const GoToWorkDocument = /* @__PURE__ */ new TypedDocument<types.GoToWorkMutation, types.GoToWorkMutationVariables>(
  "mutation GoToWork($vehicleId:ID!){goOnline(input:{vehicleId:$vehicleId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const GoHomeDocument = /* @__PURE__ */ new TypedDocument<types.GoHomeMutation, types.GoHomeMutationVariables>(
  "mutation GoHome{goOffline{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TellWhereDocument = /* @__PURE__ */ new TypedDocument<types.TellWhereMutation, types.TellWhereMutationVariables>(
  "mutation TellWhere($input:ReportPositionsInput!){reportPositions(input:$input){__typename ...on PositionsTaken{taken dropped freshness}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeOfferDocument = /* @__PURE__ */ new TypedDocument<types.TakeOfferMutation, types.TakeOfferMutationVariables>(
  "mutation TakeOffer($offerId:ID!){acceptTripOffer(input:{tripOfferId:$offerId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LeaveOfferDocument = /* @__PURE__ */ new TypedDocument<types.LeaveOfferMutation, types.LeaveOfferMutationVariables>(
  "mutation LeaveOffer($offerId:ID!){declineTripOffer(input:{tripOfferId:$offerId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetOutNowDocument = /* @__PURE__ */ new TypedDocument<types.SetOutNowMutation, types.SetOutNowMutationVariables>(
  "mutation SetOutNow($tripId:ID!){setOut(input:{tripId:$tripId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ArriveNowDocument = /* @__PURE__ */ new TypedDocument<types.ArriveNowMutation, types.ArriveNowMutationVariables>(
  "mutation ArriveNow($tripId:ID!){arrive(input:{tripId:$tripId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeginWayDocument = /* @__PURE__ */ new TypedDocument<types.BeginWayMutation, types.BeginWayMutationVariables>(
  "mutation BeginWay($tripId:ID!$code:String!){startTrip(input:{tripId:$tripId code:$code}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EndWayDocument = /* @__PURE__ */ new TypedDocument<types.EndWayMutation, types.EndWayMutationVariables>(
  "mutation EndWay($tripId:ID!$reason:TripReason){completeTrip(input:{tripId:$tripId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const HandGoodsOverDocument = /* @__PURE__ */ new TypedDocument<types.HandGoodsOverMutation, types.HandGoodsOverMutationVariables>(
  "mutation HandGoodsOver($tripId:ID!$code:String!){handOverParcel(input:{tripId:$tripId code:$code}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const GiveBackDocument = /* @__PURE__ */ new TypedDocument<types.GiveBackMutation, types.GiveBackMutationVariables>(
  "mutation GiveBack($tripId:ID!$reason:TripReason!){dropTrip(input:{tripId:$tripId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
