/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
// Written by codegen.mjs (npm run codegen). Do not edit.
/** Why a person may not bid at a haat. */
export type BidObstacle =
  /** The account has no phone any more. */
  | 'UNVERIFIED'
  /** Two officers barred the person from bidding. */
  | 'BANNED'
  /** The haat's rules were not accepted yet. */
  | 'NOT_REGISTERED'
  /** The account is suspended. */
  | 'SUSPENDED';

/** The answer of the qurbani check. Guidance: rulings differ. */
export type Fitness =
  /** Nothing written down speaks against it. */
  | 'FIT'
  /** Something written down speaks against it. */
  | 'UNFIT'
  /** Something has to be shown first, such as its age. */
  | 'NEEDS_PROOF';

/** A language of the house: Bengali or English. */
export type Language =
  /** Bengali. */
  | 'BN'
  /** English. */
  | 'EN';

/** Where a lot stands, by the server's clock. */
export type LotPhase =
  /** It has its times, and bidding has not begun. */
  | 'SCHEDULED'
  /** It takes bids. */
  | 'OPEN'
  /** Its end has come. */
  | 'CLOSED'
  /** The seller took the animal back before anybody bid. */
  | 'WITHDRAWN'
  /** Two officers called it off. */
  | 'VOIDED';

/** Why a stream begins anew with a snapshot. */
export type ResetReason =
  /** The cursor was not given out for this stream and this viewer. */
  | 'FORGED'
  /** The stream's history was restored or repaired since. */
  | 'OTHER_EPOCH'
  /** The cursor lies beyond the newest event. */
  | 'BEYOND_HEAD'
  /** The log no longer keeps what came after the cursor. */
  | 'TRIMMED';

/** What a person may be beside a citizen. */
export type Role =
  /** An officer has seen who sells, and where. */
  | 'VERIFIED_SELLER'
  /** Decides for the state in a place and all below it. */
  | 'OFFICER'
  /** Gives roles, and counts as an officer everywhere. */
  | 'ADMINISTRATOR';

export type AnimalFactsFragment = { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null };

export type LotCardFragment = { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null } };

export type LiveLotFragment = { leader: number | null, bidderCount: number, reserveMet: boolean | null, hardEndsAt: string | null, softCloseS: number, watching: number | null, reason: string, logHead: string, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, steps: Array<{ below: number | null, step: number }>, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }>, animal: { clearedUntil: string | null, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, origin: { nameInFull: string } | null, clearance: { vetName: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null } };

type Line_BidPlaced_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_BidsVoided_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_LotClosed_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_LotOpened_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_LotRescheduled_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_LotScheduled_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_LotVoided_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

type Line_LotWithdrawn_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string };

export type LineFragment =
  | Line_BidPlaced_Fragment
  | Line_BidsVoided_Fragment
  | Line_LotClosed_Fragment
  | Line_LotOpened_Fragment
  | Line_LotRescheduled_Fragment
  | Line_LotScheduled_Fragment
  | Line_LotVoided_Fragment
  | Line_LotWithdrawn_Fragment
;

export type LotPageQueryVariables = Exact<{
  lotId: string | number;
}>;


export type LotPageQuery = { lotSnapshot: { cursor: string, seq: number, serverNow: string, lot: { leader: number | null, bidderCount: number, reserveMet: boolean | null, hardEndsAt: string | null, softCloseS: number, watching: number | null, reason: string, logHead: string, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, steps: Array<{ below: number | null, step: number }>, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }>, animal: { clearedUntil: string | null, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, origin: { nameInFull: string } | null, clearance: { vetName: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null } } } | null };

export type LotViewerQueryVariables = Exact<{
  lotId: string | number;
}>;


export type LotViewerQuery = { lot: { mine: { bidder: number, maximum: number, leading: boolean, won: boolean } | null, animal: { mine: boolean } } | null };

export type OlderBidsQueryVariables = Exact<{
  lotId: string | number;
}>;


export type OlderBidsQuery = { lotLog: { lines: Array<unknown> } | null };

export type FollowLotSubscriptionVariables = Exact<{
  lotId: string | number;
  after?: string | null | undefined;
}>;


export type FollowLotSubscription = { lotEvents:
    | { __typename: 'LotSnapshot', cursor: string, seq: number, serverNow: string, lot: { leader: number | null, bidderCount: number, reserveMet: boolean | null, hardEndsAt: string | null, softCloseS: number, watching: number | null, reason: string, logHead: string, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, steps: Array<{ below: number | null, step: number }>, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }>, animal: { clearedUntil: string | null, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, origin: { nameInFull: string } | null, clearance: { vetName: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null } } }
    | { __typename: 'LotScheduled', cursor: string, seq: number, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotRescheduled', cursor: string, seq: number, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotOpened', cursor: string, seq: number, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'BidPlaced', cursor: string, seq: number, bidder: number, extended: boolean, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'BidsVoided', cursor: string, seq: number, bidder: number, reason: string, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotClosed', cursor: string, seq: number, outcome: string, whyUnsold: string | null, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotVoided', cursor: string, seq: number, reason: string, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotWithdrawn', cursor: string, seq: number, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string, endsAt: string, hardEndsAt: string }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type PlaceBidMutationVariables = Exact<{
  lotId: string | number;
  maximum: number;
  key: string;
}>;


export type PlaceBidMutation = { placeBid:
    | { __typename: 'BidAccepted', line: number, hash: string, bidder: number, maximum: number, leading: boolean, silent: boolean, price: number, minimumNext: number }
    | { __typename: 'LotNotOpen', phase: LotPhase, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotEligible', reason: BidObstacle, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnLot', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnStep', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'BidTooLow', minimum: number, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MaxNotRaised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RegisterBidderMutationVariables = Exact<{
  haatId: string | number;
}>;


export type RegisterBidderMutation = { registerBidder:
    | { __typename: 'Haat' }
    | { __typename: 'NameNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ViewerFragment = { id: string, name: string, phone: string, language: Language, roles: Array<{ role: Role, placeId: string | null }> };

type Refusal_AccountSuspended_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AlreadyListed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AnimalNotCleared_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AnimalPromised_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ApplicationIncomplete_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_BargainTooLong_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_BidTooLow_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CheckNotReady_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CodeNotRight_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CodeNotSent_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_IdempotencyConflict_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_InProgress_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotHasBids_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotNotOpen_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotNotWithdrawn_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotsStillRunning_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_MaxNotRaised_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NameNeeded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotAHome_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotEligible_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotForSale_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotFound_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotListable_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotOnOneself_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotOnStep_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotVerifiedSeller_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotYourPurchase_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OfferClosed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OfferPending_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnAnimal_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnLot_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnOffer_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_PhoneNotValid_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_PriceChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ReasonTooShort_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ResoldTooSoon_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SecondOfficerNeeded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SessionEnded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SoldOtherwise_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StaleState_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StillOwing_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TagInUse_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

export type RefusalFragment =
  | Refusal_AccountSuspended_Fragment
  | Refusal_AlreadyListed_Fragment
  | Refusal_AnimalNotCleared_Fragment
  | Refusal_AnimalPromised_Fragment
  | Refusal_ApplicationIncomplete_Fragment
  | Refusal_BargainTooLong_Fragment
  | Refusal_BidTooLow_Fragment
  | Refusal_CheckNotReady_Fragment
  | Refusal_CodeNotRight_Fragment
  | Refusal_CodeNotSent_Fragment
  | Refusal_IdempotencyConflict_Fragment
  | Refusal_InProgress_Fragment
  | Refusal_LotHasBids_Fragment
  | Refusal_LotNotOpen_Fragment
  | Refusal_LotNotWithdrawn_Fragment
  | Refusal_LotsStillRunning_Fragment
  | Refusal_MaxNotRaised_Fragment
  | Refusal_NameNeeded_Fragment
  | Refusal_NotAHome_Fragment
  | Refusal_NotEligible_Fragment
  | Refusal_NotForSale_Fragment
  | Refusal_NotFound_Fragment
  | Refusal_NotListable_Fragment
  | Refusal_NotOnOneself_Fragment
  | Refusal_NotOnStep_Fragment
  | Refusal_NotVerifiedSeller_Fragment
  | Refusal_NotYourPurchase_Fragment
  | Refusal_OfferClosed_Fragment
  | Refusal_OfferPending_Fragment
  | Refusal_OwnAnimal_Fragment
  | Refusal_OwnLot_Fragment
  | Refusal_OwnOffer_Fragment
  | Refusal_PhoneNotValid_Fragment
  | Refusal_PriceChanged_Fragment
  | Refusal_ReasonTooShort_Fragment
  | Refusal_ResoldTooSoon_Fragment
  | Refusal_SecondOfficerNeeded_Fragment
  | Refusal_SessionEnded_Fragment
  | Refusal_SoldOtherwise_Fragment
  | Refusal_StaleState_Fragment
  | Refusal_StillOwing_Fragment
  | Refusal_TagInUse_Fragment
;

export type ResumeSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeSessionMutation = { refreshSession:
    | { __typename: 'SignedIn', accessToken: string, accessTokenExpiresAt: string, me: { id: string, name: string, phone: string, language: Language, roles: Array<{ role: Role, placeId: string | null }> } | null }
    | { __typename: 'SessionEnded' }
   };

export type AskForCodeMutationVariables = Exact<{
  phone: string;
}>;


export type AskForCodeMutation = { requestCode:
    | { __typename: 'CodeSent', expiresAt: string, resendAt: string }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'CodeNotSent', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EnterCodeMutationVariables = Exact<{
  phone: string;
  code: string;
  device: string;
}>;


export type EnterCodeMutation = { confirmCode:
    | { __typename: 'SignedIn', accessToken: string, accessTokenExpiresAt: string, me: { id: string, name: string, phone: string, language: Language, roles: Array<{ role: Role, placeId: string | null }> } | null }
    | { __typename: 'CodeNotRight', attemptsLeft: number, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type EndSessionMutation = { signOut: { count: number } };

export type SaveNameMutationVariables = Exact<{
  name: string;
}>;


export type SaveNameMutation = { updateProfile:
    | { __typename: 'Me', id: string, name: string, phone: string, language: Language, roles: Array<{ role: Role, placeId: string | null }> }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ServerNowQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerNowQuery = { serverNow: string };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AnimalFactsFragmentDoc = new TypedDocumentString(`
    fragment AnimalFacts on Animal {
  species {
    slug
    nameBn
    nameEn
  }
  sex {
    slug
    nameBn
    nameEn
  }
  breed {
    slug
    nameBn
    nameEn
  }
  coatColor
  teeth
  village
  sellerName
  latestWeight {
    kilograms
    method
    ageDays
  }
}
    `, {"fragmentName":"AnimalFacts"}) as unknown as TypedDocumentString<AnimalFactsFragment, unknown>;
export const LotCardFragmentDoc = new TypedDocumentString(`
    fragment LotCard on Lot {
  id
  number
  titleBn
  titleEn
  phase
  result
  haatId
  startPrice
  price
  minimumNext
  bidCount
  startsAt
  endsAt
  animal {
    ...AnimalFacts
  }
}
    fragment AnimalFacts on Animal {
  species {
    slug
    nameBn
    nameEn
  }
  sex {
    slug
    nameBn
    nameEn
  }
  breed {
    slug
    nameBn
    nameEn
  }
  coatColor
  teeth
  village
  sellerName
  latestWeight {
    kilograms
    method
    ageDays
  }
}`, {"fragmentName":"LotCard"}) as unknown as TypedDocumentString<LotCardFragment, unknown>;
export const LiveLotFragmentDoc = new TypedDocumentString(`
    fragment LiveLot on Lot {
  ...LotCard
  leader
  bidderCount
  reserveMet
  hardEndsAt
  softCloseS
  watching
  reason
  logHead
  steps {
    below
    step
  }
  bids {
    line
    bidder
    price
    leader
    acceptedAt
  }
  animal {
    tags {
      scheme
      value
    }
    clearedUntil
    origin {
      nameInFull
    }
    clearance {
      vetName
      validUntil
    }
    qurbani {
      fitness
      reasons
    }
  }
}
    fragment AnimalFacts on Animal {
  species {
    slug
    nameBn
    nameEn
  }
  sex {
    slug
    nameBn
    nameEn
  }
  breed {
    slug
    nameBn
    nameEn
  }
  coatColor
  teeth
  village
  sellerName
  latestWeight {
    kilograms
    method
    ageDays
  }
}
fragment LotCard on Lot {
  id
  number
  titleBn
  titleEn
  phase
  result
  haatId
  startPrice
  price
  minimumNext
  bidCount
  startsAt
  endsAt
  animal {
    ...AnimalFacts
  }
}`, {"fragmentName":"LiveLot"}) as unknown as TypedDocumentString<LiveLotFragment, unknown>;
export const LineFragmentDoc = new TypedDocumentString(`
    fragment Line on LotEvent {
  line
  happenedAt
  price
  leader
  minimumNext
  bidCount
  bidderCount
  reserveMet
  startsAt
  endsAt
  hardEndsAt
}
    `, {"fragmentName":"Line"}) as unknown as TypedDocumentString<LineFragment, unknown>;
export const ViewerFragmentDoc = new TypedDocumentString(`
    fragment Viewer on Me {
  id
  name
  phone
  language
  roles {
    role
    placeId
  }
}
    `, {"fragmentName":"Viewer"}) as unknown as TypedDocumentString<ViewerFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on UserError {
  code
  messageBn
  messageEn
  field
  retryable
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const LotPageDocument = new TypedDocumentString(`
    query LotPage($lotId: ID!) {
  lotSnapshot(lotId: $lotId) {
    cursor
    seq
    serverNow
    lot {
      ...LiveLot
    }
  }
}
    fragment AnimalFacts on Animal {
  species {
    slug
    nameBn
    nameEn
  }
  sex {
    slug
    nameBn
    nameEn
  }
  breed {
    slug
    nameBn
    nameEn
  }
  coatColor
  teeth
  village
  sellerName
  latestWeight {
    kilograms
    method
    ageDays
  }
}
fragment LotCard on Lot {
  id
  number
  titleBn
  titleEn
  phase
  result
  haatId
  startPrice
  price
  minimumNext
  bidCount
  startsAt
  endsAt
  animal {
    ...AnimalFacts
  }
}
fragment LiveLot on Lot {
  ...LotCard
  leader
  bidderCount
  reserveMet
  hardEndsAt
  softCloseS
  watching
  reason
  logHead
  steps {
    below
    step
  }
  bids {
    line
    bidder
    price
    leader
    acceptedAt
  }
  animal {
    tags {
      scheme
      value
    }
    clearedUntil
    origin {
      nameInFull
    }
    clearance {
      vetName
      validUntil
    }
    qurbani {
      fitness
      reasons
    }
  }
}`) as unknown as TypedDocumentString<LotPageQuery, LotPageQueryVariables>;
export const LotViewerDocument = new TypedDocumentString(`
    query LotViewer($lotId: ID!) {
  lot(id: $lotId) {
    mine {
      bidder
      maximum
      leading
      won
    }
    animal {
      mine
    }
  }
}
    `) as unknown as TypedDocumentString<LotViewerQuery, LotViewerQueryVariables>;
export const OlderBidsDocument = new TypedDocumentString(`
    query OlderBids($lotId: ID!) {
  lotLog(lotId: $lotId) {
    lines
  }
}
    `) as unknown as TypedDocumentString<OlderBidsQuery, OlderBidsQueryVariables>;
export const FollowLotDocument = new TypedDocumentString(`
    subscription FollowLot($lotId: ID!, $after: Cursor) {
  lotEvents(lotId: $lotId, after: $after) {
    __typename
    ... on StreamEvent {
      cursor
      seq
    }
    ... on LotSnapshot {
      cursor
      seq
      serverNow
      lot {
        ...LiveLot
      }
    }
    ... on LotEvent {
      ...Line
    }
    ... on BidPlaced {
      bidder
      extended
    }
    ... on BidsVoided {
      bidder
      reason
    }
    ... on LotClosed {
      outcome
      whyUnsold
    }
    ... on LotVoided {
      reason
    }
    ... on Heartbeat {
      cursor
      seq
      serverNow
    }
    ... on Reset {
      resetReason: reason
    }
    ... on Reconnect {
      afterMs
    }
  }
}
    fragment AnimalFacts on Animal {
  species {
    slug
    nameBn
    nameEn
  }
  sex {
    slug
    nameBn
    nameEn
  }
  breed {
    slug
    nameBn
    nameEn
  }
  coatColor
  teeth
  village
  sellerName
  latestWeight {
    kilograms
    method
    ageDays
  }
}
fragment LotCard on Lot {
  id
  number
  titleBn
  titleEn
  phase
  result
  haatId
  startPrice
  price
  minimumNext
  bidCount
  startsAt
  endsAt
  animal {
    ...AnimalFacts
  }
}
fragment LiveLot on Lot {
  ...LotCard
  leader
  bidderCount
  reserveMet
  hardEndsAt
  softCloseS
  watching
  reason
  logHead
  steps {
    below
    step
  }
  bids {
    line
    bidder
    price
    leader
    acceptedAt
  }
  animal {
    tags {
      scheme
      value
    }
    clearedUntil
    origin {
      nameInFull
    }
    clearance {
      vetName
      validUntil
    }
    qurbani {
      fitness
      reasons
    }
  }
}
fragment Line on LotEvent {
  line
  happenedAt
  price
  leader
  minimumNext
  bidCount
  bidderCount
  reserveMet
  startsAt
  endsAt
  hardEndsAt
}`) as unknown as TypedDocumentString<FollowLotSubscription, FollowLotSubscriptionVariables>;
export const PlaceBidDocument = new TypedDocumentString(`
    mutation PlaceBid($lotId: ID!, $maximum: Paisa!, $key: String!) {
  placeBid(input: {lotId: $lotId, maximum: $maximum, idempotencyKey: $key}) {
    __typename
    ... on BidAccepted {
      line
      hash
      bidder
      maximum
      leading
      silent
      price
      minimumNext
    }
    ... on BidTooLow {
      minimum
    }
    ... on NotEligible {
      reason
    }
    ... on LotNotOpen {
      phase
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  messageBn
  messageEn
  field
  retryable
}`) as unknown as TypedDocumentString<PlaceBidMutation, PlaceBidMutationVariables>;
export const RegisterBidderDocument = new TypedDocumentString(`
    mutation RegisterBidder($haatId: ID!) {
  registerBidder(input: {haatId: $haatId}) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  messageBn
  messageEn
  field
  retryable
}`) as unknown as TypedDocumentString<RegisterBidderMutation, RegisterBidderMutationVariables>;
export const ResumeSessionDocument = new TypedDocumentString(`
    mutation ResumeSession {
  refreshSession(input: {}) {
    __typename
    ... on SignedIn {
      accessToken
      accessTokenExpiresAt
      me {
        ...Viewer
      }
    }
  }
}
    fragment Viewer on Me {
  id
  name
  phone
  language
  roles {
    role
    placeId
  }
}`) as unknown as TypedDocumentString<ResumeSessionMutation, ResumeSessionMutationVariables>;
export const AskForCodeDocument = new TypedDocumentString(`
    mutation AskForCode($phone: String!) {
  requestCode(input: {phone: $phone}) {
    __typename
    ... on CodeSent {
      expiresAt
      resendAt
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  messageBn
  messageEn
  field
  retryable
}`) as unknown as TypedDocumentString<AskForCodeMutation, AskForCodeMutationVariables>;
export const EnterCodeDocument = new TypedDocumentString(`
    mutation EnterCode($phone: String!, $code: String!, $device: String!) {
  confirmCode(input: {phone: $phone, code: $code, device: $device}) {
    __typename
    ... on SignedIn {
      accessToken
      accessTokenExpiresAt
      me {
        ...Viewer
      }
    }
    ... on CodeNotRight {
      attemptsLeft
    }
    ...Refusal
  }
}
    fragment Viewer on Me {
  id
  name
  phone
  language
  roles {
    role
    placeId
  }
}
fragment Refusal on UserError {
  code
  messageBn
  messageEn
  field
  retryable
}`) as unknown as TypedDocumentString<EnterCodeMutation, EnterCodeMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession {
  signOut {
    count
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const SaveNameDocument = new TypedDocumentString(`
    mutation SaveName($name: String!) {
  updateProfile(input: {name: $name}) {
    __typename
    ... on Me {
      ...Viewer
    }
    ...Refusal
  }
}
    fragment Viewer on Me {
  id
  name
  phone
  language
  roles {
    role
    placeId
  }
}
fragment Refusal on UserError {
  code
  messageBn
  messageEn
  field
  retryable
}`) as unknown as TypedDocumentString<SaveNameMutation, SaveNameMutationVariables>;
export const ServerNowDocument = new TypedDocumentString(`
    query ServerNow {
  serverNow
}
    `) as unknown as TypedDocumentString<ServerNowQuery, ServerNowQueryVariables>;