// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const HallListingsDocument = /* @__PURE__ */ new TypedDocument<types.HallListingsQuery, types.HallListingsQueryVariables>(
  "query HallListings($filter:ListingFilter$after:Cursor){listings(filter:$filter after:$after first:20){edges{node{id kind state titleBn titleEn price animal{...AnimalFacts}}}pageInfo{hasNextPage endCursor}}}fragment AnimalFacts on Animal{species{slug nameBn nameEn}sex{slug nameBn nameEn}breed{slug nameBn nameEn}coatColor teeth village sellerName latestWeight{kilograms method ageDays}photo{...Photo}}fragment Photo on Media{alt color avif:url(width:480 format:AVIF)webp:url(width:480)avifLarge:url(width:960 format:AVIF)webpLarge:url(width:960)}",
)
