// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ChecksWaitingDocument = /* @__PURE__ */ new TypedDocument<types.ChecksWaitingQuery, types.ChecksWaitingQueryVariables>(
  "query ChecksWaiting($after:Cursor){checksWaiting(first:20 after:$after){edges{node{id number name ...AnimalFacts media{...Slide}papers{id}defects tags{scheme value}qurbani{fitness reasons}}}pageInfo{hasNextPage endCursor}}qurbaniDefects{slug nameBn nameEn}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Slide on Media{id videoUrl durationMs ...Photo}",
)
export const LotsWaitingDocument = /* @__PURE__ */ new TypedDocument<types.LotsWaitingQuery, types.LotsWaitingQueryVariables>(
  "query LotsWaiting($after:Cursor){lotsWaiting(first:20 after:$after){edges{node{id number titleBn titleEn startPrice haat{id nameBn nameEn}animal{...AnimalFacts clearedUntil}}}pageInfo{hasNextPage endCursor}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const FlagsWaitingDocument = /* @__PURE__ */ new TypedDocument<types.FlagsWaitingQuery, types.FlagsWaitingQueryVariables>(
  "query FlagsWaiting($after:Cursor){flags(first:20 after:$after){edges{node{id kind reason{bn en}raisedAt resolvedAt animal{id number name sellerName}}}pageInfo{hasNextPage endCursor}}}",
)
export const SharedPhotosWaitingDocument = /* @__PURE__ */ new TypedDocument<types.SharedPhotosWaitingQuery, types.SharedPhotosWaitingQueryVariables>(
  "query SharedPhotosWaiting($after:Cursor){sharedPhotos(first:20 after:$after){edges{node{id raisedAt photo{...Photo}otherPhoto{...Photo}shownBy{...Shower}otherShownBy{...Shower}}}pageInfo{hasNextPage endCursor}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Shower on Offered{__typename ...on Product{titleBn:nameBn titleEn:nameEn shop{nameBn}}...on Service{titleBn titleEn provider{name}}}",
)
export const LotsToMoveDocument = /* @__PURE__ */ new TypedDocument<types.LotsToMoveQuery, types.LotsToMoveQueryVariables>(
  "query LotsToMove($are:LotsAre!$after:Cursor){lots(are:$are first:20 after:$after){edges{node{...LotCard}}pageInfo{hasNextPage endCursor}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const ClearAnimalDocument = /* @__PURE__ */ new TypedDocument<types.ClearAnimalMutation, types.ClearAnimalMutationVariables>(
  "mutation ClearAnimal($input:ExamineAnimalInput!){clearAnimal(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const FailAnimalDocument = /* @__PURE__ */ new TypedDocument<types.FailAnimalMutation, types.FailAnimalMutationVariables>(
  "mutation FailAnimal($input:ExamineAnimalInput!){failAnimal(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ScheduleLotDocument = /* @__PURE__ */ new TypedDocument<types.ScheduleLotMutation, types.ScheduleLotMutationVariables>(
  "mutation ScheduleLot($lotId:ID!$startsAt:DateTime!$endsAt:DateTime!){scheduleLot(input:{lotId:$lotId startsAt:$startsAt endsAt:$endsAt}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RescheduleLotDocument = /* @__PURE__ */ new TypedDocument<types.RescheduleLotMutation, types.RescheduleLotMutationVariables>(
  "mutation RescheduleLot($lotId:ID!$startsAt:DateTime!$endsAt:DateTime!){rescheduleLot(input:{lotId:$lotId startsAt:$startsAt endsAt:$endsAt}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RejectLotDocument = /* @__PURE__ */ new TypedDocument<types.RejectLotMutation, types.RejectLotMutationVariables>(
  "mutation RejectLot($lotId:ID!$reason:String!){rejectLot(input:{lotId:$lotId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const VoidLotDocument = /* @__PURE__ */ new TypedDocument<types.VoidLotMutation, types.VoidLotMutationVariables>(
  "mutation VoidLot($lotId:ID!$reason:String!){voidLot(input:{lotId:$lotId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ResolveFlagDocument = /* @__PURE__ */ new TypedDocument<types.ResolveFlagMutation, types.ResolveFlagMutationVariables>(
  "mutation ResolveFlag($flagId:ID!$note:String!){resolveFlag(input:{flagId:$flagId note:$note}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ResolveSharedPhotoDocument = /* @__PURE__ */ new TypedDocument<types.ResolveSharedPhotoMutation, types.ResolveSharedPhotoMutationVariables>(
  "mutation ResolveSharedPhoto($sharedPhotoId:ID!$note:String!){resolveSharedPhoto(input:{sharedPhotoId:$sharedPhotoId note:$note}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
