// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const MyPageDocument = /* @__PURE__ */ new TypedDocument<types.MyPageQuery, types.MyPageQueryVariables>(
  "query MyPage{bids:myLots(first:20){edges{node{...Standing}}}myDeals(first:20){edges{node{id state amount buying buyerName sellerName payBy madeAt lotId animal{...AnimalFacts name}}}}myOffers(first:20){edges{node{id amount bySeller mine state expiresAt listing{id titleBn titleEn}}}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Standing on Lot{...LotCard leader mine{bidder maximum leading won}}",
)
export const FollowedLotsDocument = /* @__PURE__ */ new TypedDocument<types.FollowedLotsQuery, types.FollowedLotsQueryVariables>(
  "query FollowedLots($after:Cursor){followedLots(first:20 after:$after){edges{node{...LotCard}}pageInfo{hasNextPage endCursor}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const MySessionsDocument = /* @__PURE__ */ new TypedDocument<types.MySessionsQuery, types.MySessionsQueryVariables>(
  "query MySessions{mySessions{id device address lastUsedAt isCurrent}}",
)
export const EndOneSessionDocument = /* @__PURE__ */ new TypedDocument<types.EndOneSessionMutation, types.EndOneSessionMutationVariables>(
  "mutation EndOneSession($sessionId:ID!){revokeSession(input:{sessionId:$sessionId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EndOtherSessionsDocument = /* @__PURE__ */ new TypedDocument<types.EndOtherSessionsMutation, types.EndOtherSessionsMutationVariables>(
  "mutation EndOtherSessions{revokeOtherSessions{count}}",
)
export const EraseMeDocument = /* @__PURE__ */ new TypedDocument<types.EraseMeMutation, types.EraseMeMutationVariables>(
  "mutation EraseMe{eraseMyAccount{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const FollowAccountDocument = /* @__PURE__ */ new TypedDocument<types.FollowAccountSubscription, types.FollowAccountSubscriptionVariables>(
  "subscription FollowAccount($after:Cursor){accountEvents(after:$after){__typename ...on StreamEvent{cursor seq at}...on AccountSnapshot{cursor seq serverNow}...on PersonalLotEvent{lotId price}...on LotWon{payBy}...on OwnLotEnded{outcome}...on OwnLotDecided{state reason}...on AccountNotice{kind facts}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}",
)
export const MyBookingsDocument = /* @__PURE__ */ new TypedDocument<types.MyBookingsQuery, types.MyBookingsQueryVariables>(
  "query MyBookings{myBookings(first:20){edges{node{id state startsAt price provider{name}service{titleBn titleEn}}}}}",
)
export const MySerialsDocument = /* @__PURE__ */ new TypedDocument<types.MySerialsQuery, types.MySerialsQueryVariables>(
  "query MySerials{mySerials(first:10){edges{node{...Number sitting{id state startsAt nowServing provider{name}}}}}}fragment Number on Serial{id number state ahead expectedAt}",
)
export const MyOrdersDocument = /* @__PURE__ */ new TypedDocument<types.MyOrdersQuery, types.MyOrdersQueryVariables>(
  "query MyOrders{myOrderGroups(first:10){edges{node{id state totalPrice createdAt orders{id shop{nameBn nameEn}}}}}}",
)
