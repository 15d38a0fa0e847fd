// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ServicesWaitingDocument = /* @__PURE__ */ new TypedDocument<types.ServicesWaitingQuery, types.ServicesWaitingQueryVariables>(
  "query ServicesWaiting{servicesWaiting(first:50){edges{node{id titleBn titleEn description venue licenceNo licenceUntil category{nameBn nameEn}provider{id name place{...Spot}}options{...Option}media{...Slide}}}}}fragment Option on PriceOption{id labelBn labelEn unit minutes amount needsQuote}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Slide on Media{id videoUrl durationMs ...Photo}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const DecideOfferDocument = /* @__PURE__ */ new TypedDocument<types.DecideOfferMutation, types.DecideOfferMutationVariables>(
  "mutation DecideOffer($serviceId:ID!$approved:Boolean!$reason:String!){decideService(input:{serviceId:$serviceId approved:$approved reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const AllTradesDocument = /* @__PURE__ */ new TypedDocument<types.AllTradesQuery, types.AllTradesQueryVariables>(
  "query AllTrades{serviceCategories{...Kind kind units needsLicence genderChoice groupBooking papers}}fragment Kind on ServiceCategory{id slug nameBn nameEn ways parentId}",
)
export const SaveTradeDocument = /* @__PURE__ */ new TypedDocument<types.SaveTradeMutation, types.SaveTradeMutationVariables>(
  "mutation SaveTrade($input:SaveServiceCategoryInput!){saveServiceCategory(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const CallOffForBothDocument = /* @__PURE__ */ new TypedDocument<types.CallOffForBothMutation, types.CallOffForBothMutationVariables>(
  "mutation CallOffForBoth($bookingId:ID!$reason:String!){cancelBookingAsOfficer(input:{bookingId:$bookingId reason:$reason}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
