// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const LotPageDocument = /* @__PURE__ */ new TypedDocument<types.LotPageQuery, types.LotPageQueryVariables>(
  "query LotPage($lotId:ID!){lotSnapshot(lotId:$lotId){cursor seq serverNow lot{...LiveLot}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LiveLot on Lot{...LotCard leader bidderCount reserveMet hardEndsAt softCloseS state watching reason logHead steps{below step}bids{line bidder price leader acceptedAt}animal{number tags{scheme value}origin{nameBn nameEn parent{nameBn nameEn}}clearance{passed vetName registrationNo validUntil}qurbani{fitness reasons}}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const LotViewerDocument = /* @__PURE__ */ new TypedDocument<types.LotViewerQuery, types.LotViewerQueryVariables>(
  "query LotViewer($lotId:ID!){lot(id:$lotId){mine{bidder maximum leading won}animal{mine}}}",
)
export const WonDealsDocument = /* @__PURE__ */ new TypedDocument<types.WonDealsQuery, types.WonDealsQueryVariables>(
  "query WonDeals{myDeals(first:20){edges{node{id lotId state amount buying sellerName payBy}}}}",
)
export const OlderBidsDocument = /* @__PURE__ */ new TypedDocument<types.OlderBidsQuery, types.OlderBidsQueryVariables>(
  "query OlderBids($lotId:ID!){lotLog(lotId:$lotId){lines}}",
)
export const FollowLotDocument = /* @__PURE__ */ new TypedDocument<types.FollowLotSubscription, types.FollowLotSubscriptionVariables>(
  "subscription FollowLot($lotId:ID!$after:Cursor){lotEvents(lotId:$lotId after:$after){__typename ...on StreamEvent{cursor seq}...on LotSnapshot{cursor seq serverNow lot{...LiveLot}}...on LotEvent{...Line}...on LotScheduled{startsAt}...on LotRescheduled{startsAt}...on BidPlaced{bidder extended}...on BidsVoided{bidder reason}...on LotClosed{outcome whyUnsold}...on LotVoided{reason}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Line on LotEvent{line happenedAt price leader minimumNext bidCount bidderCount reserveMet endsAt hardEndsAt}fragment LiveLot on Lot{...LotCard leader bidderCount reserveMet hardEndsAt softCloseS state watching reason logHead steps{below step}bids{line bidder price leader acceptedAt}animal{number tags{scheme value}origin{nameBn nameEn parent{nameBn nameEn}}clearance{passed vetName registrationNo validUntil}qurbani{fitness reasons}}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const FollowPriceDocument = /* @__PURE__ */ new TypedDocument<types.FollowPriceSubscription, types.FollowPriceSubscriptionVariables>(
  "subscription FollowPrice($lotId:ID!){lotPriceEvents(lotId:$lotId){__typename ...on LotPrice{price leader minimumNext bidCount bidderCount reserveMet endsAt over}...on Reconnect{afterMs}}}",
)
export const LotStandDocument = /* @__PURE__ */ new TypedDocument<types.LotStandQuery, types.LotStandQueryVariables>(
  "query LotStand($lotId:ID!){lot(id:$lotId){phase result reason price leader minimumNext bidCount bidderCount reserveMet startsAt endsAt hardEndsAt bids{line bidder price leader acceptedAt}}}",
)
export const PlaceBidDocument = /* @__PURE__ */ new TypedDocument<types.PlaceBidMutation, types.PlaceBidMutationVariables>(
  "mutation PlaceBid($lotId:ID!$maximum:Paisa!$key:String!){placeBid(input:{lotId:$lotId maximum:$maximum idempotencyKey:$key}){__typename ...on BidAccepted{line hash bidder maximum leading silent price minimumNext endsAt acceptedAt}...on BidTooLow{minimum}...on MaxNotRaised{maximum}...on NotOnStep{highest}...on NotEligible{reason}...on LotNotOpen{phase}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RegisterBidderDocument = /* @__PURE__ */ new TypedDocument<types.RegisterBidderMutation, types.RegisterBidderMutationVariables>(
  "mutation RegisterBidder($haatId:ID!){registerBidder(input:{haatId:$haatId}){__typename ...on Haat{registered}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const LotMoreDocument = /* @__PURE__ */ new TypedDocument<types.LotMoreQuery, types.LotMoreQueryVariables>(
  "query LotMore($lotId:ID!){lot(id:$lotId){description mayBid followed followers animal{media{...Slide}}haat{nameBn nameEn}hasil{amount rule{wordsBn wordsEn}}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Slide on Media{id videoUrl durationMs ...Photo}",
)
export const StarLotDocument = /* @__PURE__ */ new TypedDocument<types.StarLotMutation, types.StarLotMutationVariables>(
  "mutation StarLot($lotId:ID!){followLot(input:{lotId:$lotId}){__typename ...on Lot{followed followers}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const UnstarLotDocument = /* @__PURE__ */ new TypedDocument<types.UnstarLotMutation, types.UnstarLotMutationVariables>(
  "mutation UnstarLot($lotId:ID!){unfollowLot(input:{lotId:$lotId}){__typename ...on Lot{followed followers}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
