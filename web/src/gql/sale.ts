// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SalePageDocument = /* @__PURE__ */ new TypedDocument<types.SalePageQuery, types.SalePageQueryVariables>(
  "query SalePage($listingId:ID!){listing(id:$listingId){...Sale}serverNow}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Sale on Listing{id kind state version titleBn titleEn description price perKg declaredGrams listedAt lotId haat{id nameBn nameEn}animal{...AnimalFacts media{...Slide}name number tags{scheme value}clearedUntil origin{nameInFull}clearance{passed vetName registrationNo validUntil}qurbani{fitness reasons}}}fragment Slide on Media{id videoUrl durationMs ...Photo}",
)
export const SaleViewerDocument = /* @__PURE__ */ new TypedDocument<types.SaleViewerQuery, types.SaleViewerQueryVariables>(
  "query SaleViewer($listingId:ID!){listing(id:$listingId){id state price version mine offers{...OfferLine}}}fragment OfferLine on Offer{id amount answers bySeller mine buyerName state canBeCountered madeAt expiresAt}",
)
export const BuyNowDocument = /* @__PURE__ */ new TypedDocument<types.BuyNowMutation, types.BuyNowMutationVariables>(
  "mutation BuyNow($listingId:ID!$price:Paisa!$key:String!){buyNow(input:{listingId:$listingId price:$price idempotencyKey:$key}){__typename ...on Deal{id}...on PriceChanged{price}...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const MakeOfferDocument = /* @__PURE__ */ new TypedDocument<types.MakeOfferMutation, types.MakeOfferMutationVariables>(
  "mutation MakeOffer($listingId:ID!$amount:Paisa!$key:String!){makeOffer(input:{listingId:$listingId amount:$amount idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CounterOfferDocument = /* @__PURE__ */ new TypedDocument<types.CounterOfferMutation, types.CounterOfferMutationVariables>(
  "mutation CounterOffer($offerId:ID!$amount:Paisa!$key:String!){counterOffer(input:{offerId:$offerId amount:$amount idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AcceptOfferDocument = /* @__PURE__ */ new TypedDocument<types.AcceptOfferMutation, types.AcceptOfferMutationVariables>(
  "mutation AcceptOffer($offerId:ID!$key:String!){acceptOffer(input:{offerId:$offerId idempotencyKey:$key}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const RejectOfferDocument = /* @__PURE__ */ new TypedDocument<types.RejectOfferMutation, types.RejectOfferMutationVariables>(
  "mutation RejectOffer($offerId:ID!){rejectOffer(input:{offerId:$offerId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const WithdrawOfferDocument = /* @__PURE__ */ new TypedDocument<types.WithdrawOfferMutation, types.WithdrawOfferMutationVariables>(
  "mutation WithdrawOffer($offerId:ID!){withdrawOffer(input:{offerId:$offerId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const WithdrawSaleDocument = /* @__PURE__ */ new TypedDocument<types.WithdrawSaleMutation, types.WithdrawSaleMutationVariables>(
  "mutation WithdrawSale($listingId:ID!){withdrawListing(input:{listingId:$listingId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AskOtherPriceDocument = /* @__PURE__ */ new TypedDocument<types.AskOtherPriceMutation, types.AskOtherPriceMutationVariables>(
  "mutation AskOtherPrice($listingId:ID!$price:Paisa!$seenVersion:Int!){changePrice(input:{listingId:$listingId price:$price seenVersion:$seenVersion}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const TakeLotBackDocument = /* @__PURE__ */ new TypedDocument<types.TakeLotBackMutation, types.TakeLotBackMutationVariables>(
  "mutation TakeLotBack($lotId:ID!){withdrawLot(input:{lotId:$lotId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
