// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const AmbulancePageDocument = /* @__PURE__ */ new TypedDocument<types.AmbulancePageQuery, types.AmbulancePageQueryVariables>(
  "query AmbulancePage{place(slug:\"kishoreganj\"){id children(kind:UPAZILA first:20){id nameBn nameEn point{...Point}}}serverNow}fragment Point on GeoPoint{lat lng}",
)
export const NearbyDocument = /* @__PURE__ */ new TypedDocument<types.NearbyQuery, types.NearbyQueryVariables>(
  "query Nearby($kind:TripKind!$around:GeoPointInput!){vehiclesNear(kind:$kind around:$around){vehicles center{...Point}}}fragment Point on GeoPoint{lat lng}",
)
export const AskFareDocument = /* @__PURE__ */ new TypedDocument<types.AskFareMutation, types.AskFareMutationVariables>(
  "mutation AskFare($input:QuoteTripInput!){quoteTrip(input:$input){__typename ...on TripQuote{id fare distanceM waitingPerMinute holdsUntil lines{name amount}}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallTripDocument = /* @__PURE__ */ new TypedDocument<types.CallTripMutation, types.CallTripMutationVariables>(
  "mutation CallTrip($input:RequestTripInput!){requestTrip(input:$input){__typename ...on Trip{id}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TripPageDocument = /* @__PURE__ */ new TypedDocument<types.TripPageQuery, types.TripPageQueryVariables>(
  "query TripPage($id:ID!){trip(id:$id){...Way}}fragment Point on GeoPoint{lat lng}fragment Way on Trip{id kind state attempt allowedMoves parties pickup{...Point}pickupNote drop{...Point}dropNote cargoNote parcelId fare fareLines{name amount}cancelFee tracking startCode phones alarms endReason requestedAt assignedAt arrivedAt startedAt endedAt driver{name phone vehicleKind plateNo}rider{name phone}}",
)
export const FollowTripDocument = /* @__PURE__ */ new TypedDocument<types.FollowTripSubscription, types.FollowTripSubscriptionVariables>(
  "subscription FollowTrip($tripId:ID!$after:Cursor){tripEvents(tripId:$tripId after:$after){__typename ...on TripSnapshot{cursor seq serverNow}...on StreamEvent{cursor seq}...on TripDriversAsked{batch radiusM drivers}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const FollowPositionDocument = /* @__PURE__ */ new TypedDocument<types.FollowPositionSubscription, types.FollowPositionSubscriptionVariables>(
  "subscription FollowPosition($tripId:ID!){tripPosition(tripId:$tripId){__typename ...Seen}}fragment Point on GeoPoint{lat lng}fragment Seen on TripPosition{attempt tracking observedAt freshness etaS point{...Point}}",
)
export const SharedTripDocument = /* @__PURE__ */ new TypedDocument<types.SharedTripQuery, types.SharedTripQueryVariables>(
  "query SharedTrip($token:String!){sharedTrip(token:$token){state kind driverName vehicleKind plateNo pickup{...Point}drop{...Point}position{...Seen}}}fragment Point on GeoPoint{lat lng}fragment Seen on TripPosition{attempt tracking observedAt freshness etaS point{...Point}}",
)
export const FollowSharedDocument = /* @__PURE__ */ new TypedDocument<types.FollowSharedSubscription, types.FollowSharedSubscriptionVariables>(
  "subscription FollowShared($token:String!){sharedTripPosition(token:$token){__typename ...Seen}}fragment Point on GeoPoint{lat lng}fragment Seen on TripPosition{attempt tracking observedAt freshness etaS point{...Point}}",
)
export const ShareWayDocument = /* @__PURE__ */ new TypedDocument<types.ShareWayMutation, types.ShareWayMutationVariables>(
  "mutation ShareWay($tripId:ID!){shareTrip(input:{tripId:$tripId}){__typename ...on ShareLink{token}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EndLinksDocument = /* @__PURE__ */ new TypedDocument<types.EndLinksMutation, types.EndLinksMutationVariables>(
  "mutation EndLinks($tripId:ID!){unshareTrip(input:{tripId:$tripId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PreviewCallOffDocument = /* @__PURE__ */ new TypedDocument<types.PreviewCallOffMutation, types.PreviewCallOffMutationVariables>(
  "mutation PreviewCallOff($tripId:ID!){previewCancel(input:{tripId:$tripId}){__typename ...on CancelPreview{fee token}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallTripOffDocument = /* @__PURE__ */ new TypedDocument<types.CallTripOffMutation, types.CallTripOffMutationVariables>(
  "mutation CallTripOff($input:CancelTripInput!){cancelTrip(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const MyTripsDocument = /* @__PURE__ */ new TypedDocument<types.MyTripsQuery, types.MyTripsQueryVariables>(
  "query MyTrips{myTrips(first:10){edges{node{id kind state fare requestedAt}}}}",
)
