// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const ServicesPageDocument = /* @__PURE__ */ new TypedDocument<types.ServicesPageQuery, types.ServicesPageQueryVariables>(
  "query ServicesPage{serviceCategories{...Kind}serverNow}fragment Kind on ServiceCategory{id slug nameBn nameEn ways parentId}",
)
export const ServicePlacesDocument = /* @__PURE__ */ new TypedDocument<types.ServicePlacesQuery, types.ServicePlacesQueryVariables>(
  "query ServicePlaces{place(slug:\"kishoreganj\"){id children(kind:UPAZILA first:20){id nameBn nameEn}}}",
)
export const FindServicesDocument = /* @__PURE__ */ new TypedDocument<types.FindServicesQuery, types.FindServicesQueryVariables>(
  "query FindServices($filter:ServiceFilter$after:Cursor){services(filter:$filter after:$after first:20){edges{node{...ServiceCard}}pageInfo{hasNextPage endCursor}}}fragment Free on Availability{state until nextFreeAt}fragment ServiceCard on Service{id titleBn titleEn fromPrice venue category{nameBn nameEn}availability{...Free}provider{id name rating{...Stars}place{...Spot}}}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment Stars on Rating{hundredths count}",
)
export const ProviderPageDocument = /* @__PURE__ */ new TypedDocument<types.ProviderPageQuery, types.ProviderPageQueryVariables>(
  "query ProviderPage($id:ID!){provider(id:$id){id name about gender seats instant noticeMinutes horizonDays closedFrom closedTo mine media{...Slide}place{...Spot}served{...Spot}hours{weekday spans{opens closes}}availability{...Free}rating{...Stars}services{id titleBn titleEn description state venue media{...Slide}category{...Kind paymentForbidden groupBooking}options{...Option}}}serverNow}fragment Free on Availability{state until nextFreeAt}fragment Kind on ServiceCategory{id slug nameBn nameEn ways parentId}fragment Option on PriceOption{id labelBn labelEn unit minutes amount needsQuote}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Slide on Media{id videoUrl durationMs ...Photo}fragment Spot on Place{id nameBn nameEn parent{nameBn nameEn}}fragment Stars on Rating{hundredths count}",
)
export const ProviderReviewsDocument = /* @__PURE__ */ new TypedDocument<types.ProviderReviewsQuery, types.ProviderReviewsQueryVariables>(
  "query ProviderReviews($id:ID!$after:Cursor){reviews(providerId:$id first:10 after:$after){edges{node{id by authorName stars text writtenAt reply media{...Slide}}}pageInfo{hasNextPage endCursor}}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}fragment Slide on Media{id videoUrl durationMs ...Photo}",
)
export const WhoIsFreeDocument = /* @__PURE__ */ new TypedDocument<types.WhoIsFreeSubscription, types.WhoIsFreeSubscriptionVariables>(
  "subscription WhoIsFree($categoryId:ID!$within:ID!){availabilityEvents(categoryId:$categoryId within:$within){__typename ...on AvailabilitySnapshot{serverNow}...on AvailabilityMoved{providerId state believedUntil nextFreeAt}}}",
)
