// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const HomePageDocument = /* @__PURE__ */ new TypedDocument<types.HomePageQuery, types.HomePageQueryVariables>(
  "query HomePage{featuredLot{...LotCard}running:lots(are:RUNNING first:4){edges{node{...LotCard}}}haatCounts{running coming endedToday}serverNow}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const FindPlacesDocument = /* @__PURE__ */ new TypedDocument<types.FindPlacesQuery, types.FindPlacesQueryVariables>(
  "query FindPlaces($text:String!){placeSearch(text:$text kinds:[UPAZILA UNION HAAT]first:8){id kind nameBn nameEn parent{nameBn nameEn}}}",
)
export const NextLotsDocument = /* @__PURE__ */ new TypedDocument<types.NextLotsQuery, types.NextLotsQueryVariables>(
  "query NextLots{lots(are:COMING first:3){edges{node{...LotCard}}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment LotCard on Lot{id number titleBn titleEn phase result haatId startPrice price minimumNext bidCount startsAt endsAt animal{...AnimalFacts}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
