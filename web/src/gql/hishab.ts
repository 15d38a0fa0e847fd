// Written by codegen.mjs (npm run codegen). Do not edit.
import type * as types from '../gql'
import { TypedDocument } from '../net/document'

export const FiguresPlacesDocument = /* @__PURE__ */ new TypedDocument<types.FiguresPlacesQuery, types.FiguresPlacesQueryVariables>(
  "query FiguresPlaces{place(slug:\"kishoreganj\"){id slug nameBn nameEn children(kind:UPAZILA first:20){id slug nameBn nameEn}}species{slug nameBn nameEn}}",
)
export const FiguresDocument = /* @__PURE__ */ new TypedDocument<types.FiguresQuery, types.FiguresQueryVariables>(
  "query Figures($within:ID!$since:DateTime){publicFigures(within:$within since:$since){since until services{place{id nameBn nameEn}services providers}haat{species animals priced volume hasil perKg}complaints{kind lodged answered inTime fixed medianHours}saved{visits kilometers methodBn methodEn sdg}}}",
)
export const ResponsesDocument = /* @__PURE__ */ new TypedDocument<types.ResponsesQuery, types.ResponsesQueryVariables>(
  "query Responses($within:ID!$since:DateTime){publicFigures(within:$within since:$since){responses{methodBn methodEn waits{place{id nameBn nameEn}month ambulances calls accepted arrived acceptMedian acceptSlow arriveMedian arriveSlow}}}}",
)
export const PublicComplaintsDocument = /* @__PURE__ */ new TypedDocument<types.PublicComplaintsQuery, types.PublicComplaintsQueryVariables>(
  "query PublicComplaints($within:ID!$after:Cursor){complaintRecords(within:$within first:20 after:$after){edges{cursor node{kind state place{nameBn nameEn}createdAt answeredAt escalated fixed}}pageInfo{hasNextPage endCursor}}}",
)
export const TollHaatsDocument = /* @__PURE__ */ new TypedDocument<types.TollHaatsQuery, types.TollHaatsQueryVariables>(
  "query TollHaats{haats(first:50){edges{node{id nameBn nameEn}}}}",
)
export const TollComplaintsDocument = /* @__PURE__ */ new TypedDocument<types.TollComplaintsQuery, types.TollComplaintsQueryVariables>(
  "query TollComplaints($haatId:ID!){overchargeCount(haatId:$haatId){reported waiting upheld dismissed over}}",
)
