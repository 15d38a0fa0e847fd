// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const OfferPageDocument = /* @__PURE__ */ new TypedDocument<types.OfferPageQuery, types.OfferPageQueryVariables>(
  "query OfferPage{myDesk{id state name about contactPhone village gender place{id}seats noticeMinutes bufferBeforeMinutes bufferAfterMinutes horizonDays instant closedFrom closedTo hours{weekday spans{...Spans}}specialDays{day spans{...Spans}}served{...Spot}media{id ...Photo}services{...Offer}}}fragment Offer on Service{id titleBn titleEn description state reason venue licenceNo licenceUntil allowedTransitions category{id slug units}options{...Option}media{id ...Photo}}fragment Option on PriceOption{id labelBn labelEn unit minutes amount needsQuote}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Spans on WorkingSpan{opens closes}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}",
)
export const UsualPricesDocument = /* @__PURE__ */ new TypedDocument<types.UsualPricesQuery, types.UsualPricesQueryVariables>(
  "query UsualPrices($category:String!$place:ID!$unit:String){priceBand(category:$category place:$place unit:$unit){count basis p10Price medianPrice p90Price}}",
)
export const HandOfferInDocument = /* @__PURE__ */ new TypedDocument<types.HandOfferInMutation, types.HandOfferInMutationVariables>(
  "mutation HandOfferIn($serviceId:ID!){submitService(input:{serviceId:$serviceId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ChangeOfferDocument = /* @__PURE__ */ new TypedDocument<types.ChangeOfferMutation, types.ChangeOfferMutationVariables>(
  "mutation ChangeOffer($input:ChangeServiceInput!){changeService(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EndOfferDocument = /* @__PURE__ */ new TypedDocument<types.EndOfferMutation, types.EndOfferMutationVariables>(
  "mutation EndOffer($serviceId:ID!){retireService(input:{serviceId:$serviceId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ChangeOfferPriceDocument = /* @__PURE__ */ new TypedDocument<types.ChangeOfferPriceMutation, types.ChangeOfferPriceMutationVariables>(
  "mutation ChangeOfferPrice($input:ChangeServicePriceInput!){changeServicePrice(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const EndPriceDocument = /* @__PURE__ */ new TypedDocument<types.EndPriceMutation, types.EndPriceMutationVariables>(
  "mutation EndPrice($optionId:ID!){retirePriceOption(input:{optionId:$optionId}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetDeskTermsDocument = /* @__PURE__ */ new TypedDocument<types.SetDeskTermsMutation, types.SetDeskTermsMutationVariables>(
  "mutation SetDeskTerms($input:SetProviderTermsInput!){setProviderTerms(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetOneDayDocument = /* @__PURE__ */ new TypedDocument<types.SetOneDayMutation, types.SetOneDayMutationVariables>(
  "mutation SetOneDay($day:Date!$spans:[WorkingSpanInput!]){setSpecialDay(input:{day:$day spans:$spans}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const SetWheretoDocument = /* @__PURE__ */ new TypedDocument<types.SetWheretoMutation, types.SetWheretoMutationVariables>(
  "mutation SetWhereto($placeIds:[ID!]!){setServedPlaces(input:{placeIds:$placeIds}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const BeAwayDocument = /* @__PURE__ */ new TypedDocument<types.BeAwayMutation, types.BeAwayMutationVariables>(
  "mutation BeAway($closedFrom:DateTime$closedTo:DateTime){goAway(input:{closedFrom:$closedFrom closedTo:$closedTo}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ShowDeskDocument = /* @__PURE__ */ new TypedDocument<types.ShowDeskMutation, types.ShowDeskMutationVariables>(
  "mutation ShowDesk($media:[PictureInput!]!){setProviderMedia(input:{media:$media}){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
export const ShowOfferDocument = /* @__PURE__ */ new TypedDocument<types.ShowOfferMutation, types.ShowOfferMutationVariables>(
  "mutation ShowOffer($input:PictureServiceInput!){setServiceMedia(input:$input){__typename ...Refusal}}fragment Refusal on UserError{code messageBn messageEn field retryable}",
)
