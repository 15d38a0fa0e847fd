// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const CallDeskDocument = /* @__PURE__ */ new TypedDocument<types.CallDeskQuery, types.CallDeskQueryVariables>(
  "query CallDesk{place(slug:\"kishoreganj\"){id}waiting:deskTrips(states:[AT_DESK ESCALATED]first:20){edges{node{...Call}}}underWay:deskTrips(states:[SCHEDULED SEARCHING ASSIGNED EN_ROUTE ARRIVED IN_TRIP]first:12){edges{node{...Call}}}}fragment Call on Trip{...Way vehicleKinds scheduledFor place{nameBn nameEn}}fragment Point on GeoPoint{lat lng}fragment Way on Trip{id kind state attempt allowedMoves parties pickup{...Point}pickupNote drop{...Point}dropNote cargoNote parcelId fare fareLines{name amount}cancelFee tracking startCode phones alarms endReason requestedAt assignedAt arrivedAt startedAt endedAt driver{name phone vehicleKind plateNo}rider{name phone}}",
)
export const DriversAtHandDocument = /* @__PURE__ */ new TypedDocument<types.DriversAtHandQuery, types.DriversAtHandQueryVariables>(
  "query DriversAtHand{drivers(waiting:false first:50){edges{node{id state name onlineSince vehicles{kind state}}}}}",
)
export const FollowCallDeskDocument = /* @__PURE__ */ new TypedDocument<types.FollowCallDeskSubscription, types.FollowCallDeskSubscriptionVariables>(
  "subscription FollowCallDesk($placeId:ID!$after:Cursor){deskEvents(placeId:$placeId after:$after){__typename ...on DispatchDeskSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const GiveTripDocument = /* @__PURE__ */ new TypedDocument<types.GiveTripMutation, types.GiveTripMutationVariables>(
  "mutation GiveTrip($input:AssignTripInput!){assignTrip(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SendSomebodyDocument = /* @__PURE__ */ new TypedDocument<types.SendSomebodyMutation, types.SendSomebodyMutationVariables>(
  "mutation SendSomebody($tripId:ID!){confirmTrip(input:{tripId:$tripId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
