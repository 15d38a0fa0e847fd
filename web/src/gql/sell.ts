// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const SellPageDocument = /* @__PURE__ */ new TypedDocument<types.SellPageQuery, types.SellPageQueryVariables>(
  "query SellPage{me{id homeId papers{id}sellerApplication{id state farmName contactPhone placeId village statement reason dueAt}}myAnimals(first:50){edges{node{id number name state clearedUntil defects ...AnimalFacts media{id kind ...Photo}papers{id}qurbani{fitness reasons}sale{listingId kind state price}}}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
export const SellChoicesDocument = /* @__PURE__ */ new TypedDocument<types.SellChoicesQuery, types.SellChoicesQueryVariables>(
  "query SellChoices{place(slug:\"kishoreganj\"){id}species{slug nameBn nameEn maxShares sexes{slug nameBn nameEn}breeds{slug nameBn nameEn}}qurbaniDefects{slug nameBn nameEn}haats(first:50){edges{node{id nameBn nameEn}}}}",
)
