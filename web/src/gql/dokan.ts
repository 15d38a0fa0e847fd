// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const DokanPageDocument = /* @__PURE__ */ new TypedDocument<types.DokanPageQuery, types.DokanPageQueryVariables>(
  "query DokanPage{myShop{id slug nameBn nameEn state reason decisionDueAt takesOrders allowedTransitions}myProducts(first:50){edges{node{...OwnGood}}}shopOrders(first:30){edges{node{...OrderView}}}}fragment OrderView on Order{id state part way itemsPrice deliveryFee totalPrice refundedAmount cashToHandBack code reason placedAt dueAt method contactName contactPhone address note allowedTransitions place{...Spot}shop{id slug nameBn nameEn phone}lines{id nameBn nameEn choices unit price quantity shipped delivered returned}parcels{id state carrier courierName cashAmount failReason allowedTransitions lines{lineId quantity}trip{driver{name phone plateNo}pickup{...Point}drop{...Point}}}returns{id state remedy reason answer refundAmount allowedTransitions lines{lineId quantity}}}fragment OwnGood on Product{id nameBn nameEn description category{id}unit state fromPrice options allowedTransitions media{id ...Photo}variants{id choices price available}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Point on GeoPoint{lat lng}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const PublishDokanDocument = /* @__PURE__ */ new TypedDocument<types.PublishDokanMutation, types.PublishDokanMutationVariables>(
  "mutation PublishDokan{publishShop{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const PauseDokanDocument = /* @__PURE__ */ new TypedDocument<types.PauseDokanMutation, types.PauseDokanMutationVariables>(
  "mutation PauseDokan{pauseShop{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ResumeDokanDocument = /* @__PURE__ */ new TypedDocument<types.ResumeDokanMutation, types.ResumeDokanMutationVariables>(
  "mutation ResumeDokan{resumeShop{__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
