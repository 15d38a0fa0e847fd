// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const HallPageDocument = /* @__PURE__ */ new TypedDocument<types.HallPageQuery, types.HallPageQueryVariables>(
  "query HallPage($are:LotsAre!=RUNNING$filter:LotFilter$after:Cursor){lots(are:$are filter:$filter after:$after first:20){edges{node{...LotCard}}pageInfo{hasNextPage endCursor}}serverNow}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const HallChoicesDocument = /* @__PURE__ */ new TypedDocument<types.HallChoicesQuery, types.HallChoicesQueryVariables>(
  "query HallChoices{species{slug nameBn nameEn}place(slug:\"kishoreganj\"){children(kind:UPAZILA first:20){id nameBn nameEn}}}",
)
export const StarredLotsDocument = /* @__PURE__ */ new TypedDocument<types.StarredLotsQuery, types.StarredLotsQueryVariables>(
  "query StarredLots{running:lots(are:RUNNING filter:{followed:true}first:100){edges{node{id}}}coming:lots(are:COMING filter:{followed:true}first:100){edges{node{id}}}}",
)
export const FollowOneDocument = /* @__PURE__ */ new TypedDocument<types.FollowOneMutation, types.FollowOneMutationVariables>(
  "mutation FollowOne($lotId:ID!){followLot(input:{lotId:$lotId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const UnfollowOneDocument = /* @__PURE__ */ new TypedDocument<types.UnfollowOneMutation, types.UnfollowOneMutationVariables>(
  "mutation UnfollowOne($lotId:ID!){unfollowLot(input:{lotId:$lotId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const FollowHaatDocument = /* @__PURE__ */ new TypedDocument<types.FollowHaatSubscription, types.FollowHaatSubscriptionVariables>(
  "subscription FollowHaat($haatId:ID!$after:Cursor){haatEvents(haatId:$haatId after:$after){__typename ...on StreamEvent{cursor seq}...on HaatSnapshot{cursor seq serverNow lots{...LotCard}}...on BlockChanged{lotId phase lot{...LotCard}}...on PriceMoved{lotId price minimumNext bidCount endsAt}...on Heartbeat{cursor seq serverNow}...on Reset{resetReason:reason}...on Reconnect{afterMs}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
