/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
// Written by codegen.mjs (npm run codegen). Do not edit.
/** Whether a person may act. */
export type AccountState =
  /** The person may act. */
  | 'ACTIVE'
  /** An administrator took the right to act away, for now. */
  | 'SUSPENDED'
  /** The person left; the number stays on what was bid and booked. */
  | 'ERASED';

/** A price for a service. */
export type AddPriceOptionInput = {
  /** Of which service. */
  serviceId: string | number;
  /** What for, in Bengali. */
  labelBn: string;
  /** What for, in English. */
  labelEn?: string;
  /** One of the category's units. */
  unit: string;
  /** How long one unit takes, 5 to 1440. */
  minutes: number;
  /** What one unit costs, in whole taka. */
  amount: number;
  /** Whether this is for a look, and the work is priced then. */
  needsQuote?: boolean;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

/** A product to be offered. */
export type AddProductInput = {
  /** What is said of it. */
  label: ProductLabelInput;
  /** Its forms, at least one. */
  variants: Array<VariantInput>;
  /** Made by the client, one a product. */
  idempotencyKey: string;
};

/** One more form of a product. */
export type AddVariantInput = {
  /** Of which. */
  productId: string | number;
  /** The form. */
  variant: VariantInput;
  /** Made by the client, one a variant. */
  idempotencyKey: string;
};

/** A vehicle, or (ON_FOOT) a skill. */
export type AddVehicleInput = {
  /** What it is. */
  kind: VehicleKind;
  /** Its number. */
  plateNo?: string;
  /** How many it carries, 1 to 60. */
  seats?: number;
  /** Of who comes on foot: `driver`, or the slug of a service. */
  skill?: string;
  /** Made by the client, one a vehicle. */
  idempotencyKey: string;
};

/** Where an animal stands on its way to a buyer. */
export type AnimalState =
  /** Written down by its owner. */
  | 'REGISTERED'
  /** Waits for the vet. */
  | 'CHECK_PENDING'
  /** A vet found it fit to be sold, for some days. */
  | 'CLEARED'
  /** A vet found it unfit to be sold. */
  | 'FAILED'
  /** For sale. */
  | 'LISTED'
  /** A buyer was found, who has yet to pay. */
  | 'RESERVED'
  /** Paid for. */
  | 'SOLD'
  /** With its buyer. */
  | 'HANDED_OVER'
  /** Its owner took it off the platform. */
  | 'WITHDRAWN'
  /** It died or was slaughtered. */
  | 'DEAD';

/** The seller's answer to the checklist. */
export type AnswerChecklistInput = {
  /** Which animal. */
  animalId: string | number;
  /** Slugs; an empty list says: none. */
  defects: Array<string>;
};

/** Whom to bar from bidding, until when, and why. */
export type AskBanInput = {
  /** Who; registered at the haat. */
  accountId: string | number;
  /** At which haat you are an officer. */
  haatId: string | number;
  /** Until when, a year at most. */
  until: string;
  /** Why, in at least ten characters. */
  reason: string;
  /** Made by the client, one for each request. */
  idempotencyKey: string;
};

/** Who shall see to a complaint. */
export type AssignComplaintInput = {
  /** Which complaint. */
  complaintId: string | number;
  /** Which officer of its desk; null: the viewer. */
  officerId?: string | number | null | undefined;
  /** Why it is taken from who had it, in at least ten characters. */
  reason?: string;
};

/** Whom the desk reached by voice. */
export type AssignTripInput = {
  /** Which trip. */
  tripId: string | number;
  /** A driver of ours; else name and phone are needed. */
  driverId?: string | number | null | undefined;
  /** Who comes. */
  name?: string;
  /** Where to call. */
  phone?: string;
  /** How to know the vehicle. */
  vehicle?: string;
};

/** Which entries; what is null asks for all. */
export type AuditFilter = {
  /** Of who did it; of two officers the first. */
  actorId?: string | number | null | undefined;
  /** Of what this officer agreed to as the second. */
  secondOfficerId?: string | number | null | undefined;
  /** Of what was done for this person. */
  onBehalfOfId?: string | number | null | undefined;
  /** Of what was done to this thing or person. */
  objectId?: string | number | null | undefined;
  /** Of this kind. */
  kind?: string | null | undefined;
  /** From then on. */
  since?: string | null | undefined;
  /** Before then. */
  until?: string | null | undefined;
};

/** What a provider's switch says. */
export type AvailabilitySignal =
  /** He can come, or be come to, now. */
  | 'FREE'
  /** He is at work. */
  | 'BUSY'
  /** He does not work now. */
  | 'OFF';

/** A file that you are about to send. */
export type BeginUploadInput = {
  /** What it is for. */
  kind: MediaKind;
  /** Its media type, such as image/jpeg. */
  contentType: string;
  /** Its exact length. */
  bytes: number;
  /** A key that your client made; the same key asks for the same file again. */
  idempotencyKey: string;
};

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

/** One of the eight groups of ABO and Rh. */
export type BloodGroup =
  /** O-, Rh negative. */
  | 'O_NEG'
  /** O+, Rh positive. */
  | 'O_POS'
  /** A-, Rh negative. */
  | 'A_NEG'
  /** A+, Rh positive. */
  | 'A_POS'
  /** B-, Rh negative. */
  | 'B_NEG'
  /** B+, Rh positive. */
  | 'B_POS'
  /** AB-, Rh negative. */
  | 'AB_NEG'
  /** AB+, Rh positive. */
  | 'AB_POS';

/** What can be done with a request. */
export type BloodRequestMove =
  /** Take a willing donor. */
  | 'CONFIRM'
  /** One of several confirmed donors drops out. */
  | 'DROP'
  /** The last confirmed donor drops out. */
  | 'REOPEN'
  /** The last unit was given. */
  | 'FULFILL'
  /** Let it run out. */
  | 'EXPIRE'
  /** Call it off. */
  | 'CANCEL';

/** Where a request for blood stands. */
export type BloodRequestState =
  /** Donors are asked; nobody is confirmed yet. */
  | 'OPEN'
  /** Some donors are confirmed; not all units were given yet. */
  | 'PARTIAL'
  /** All units were given. */
  | 'FULFILLED'
  /** Its time ran out. */
  | 'EXPIRED'
  /** It was called off. */
  | 'CANCELLED';

/** What can be done with a booking. */
export type BookingMove =
  /** Ask for the time that is held. */
  | 'REQUEST'
  /** Say yes. */
  | 'CONFIRM'
  /** Say no. */
  | 'DECLINE'
  /** Let it go because nobody answered. */
  | 'EXPIRE'
  /** Call it off. */
  | 'CANCEL'
  /** Move it to another time. */
  | 'RESCHEDULE'
  /** Begin the work. */
  | 'START'
  /** Say that the work is done. */
  | 'FINISH'
  /** Agree that all is well. */
  | 'CLOSE'
  /** Say that the other side did not come. */
  | 'REPORT_NO_SHOW'
  /** Disagree; an officer decides. */
  | 'DISPUTE'
  /** Decide for the provider. */
  | 'SETTLE'
  /** Decide for the citizen. */
  | 'REFUND';

/** One of the two who deal with each other. */
export type BookingSide =
  /** Who booked. */
  | 'CITIZEN'
  /** Who is booked. */
  | 'PROVIDER';

/** Where a booking stands. */
export type BookingState =
  /** The time is kept for ten minutes. */
  | 'HELD'
  /** The provider is asked. */
  | 'REQUESTED'
  /** The provider said yes. */
  | 'CONFIRMED'
  /** The work has begun. */
  | 'IN_PROGRESS'
  /** The provider says that the work is done. */
  | 'DONE'
  /** It is over; it can be reviewed. */
  | 'CLOSED'
  /** The hold ran out, or nobody answered in time. */
  | 'EXPIRED'
  /** The provider said no. */
  | 'DECLINED'
  /** It was called off. */
  | 'CANCELLED'
  /** One side says that the other did not come. */
  | 'NO_SHOW'
  /** The two disagree; an officer decides. */
  | 'DISPUTED'
  /** It was decided for the citizen. */
  | 'REFUNDED';

/** A trip to be called off. */
export type CancelTripInput = {
  /** Which trip. */
  tripId: string | number;
  /** Why, if one likes. */
  reason?: TripReason | null | undefined;
  /** In one's own words. */
  note?: string;
  /** Of `previewCancel`; needed where it costs something. */
  previewToken?: string;
};

/** Another price for something to let. */
export type ChangeRentInput = {
  /** Which unit. */
  rentalUnitId: string | number;
  /** The rent. */
  rent: number;
  /** The advance. */
  advance?: number;
  /** On top of each month's rent. */
  serviceCharge?: number;
};

/** A service written anew. */
export type ChangeServiceInput = {
  /** Which. */
  serviceId: string | number;
  /** Another one sends it to officers. */
  categoryId: string | number;
  /** Title in Bengali, 1 to 120 characters. */
  titleBn: string;
  /** Title in English. */
  titleEn?: string;
  /** Up to 2000 characters. */
  description?: string;
  /** Where the work is done. */
  venue?: Venue;
  /** Another one sends it to officers. */
  licenceNo?: string;
  /** Another day sends it to officers. */
  licenceUntil?: string | null | undefined;
};

/** A new price of an option. */
export type ChangeServicePriceInput = {
  /** Of which option. */
  optionId: string | number;
  /** What one unit costs from now on, in whole taka; what is booked stays. */
  amount: number;
  /** What it cost when one looked; another price since then is refused. */
  seenAmount?: number | null | undefined;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

/** Of whom a toll was taken. */
export type Charged =
  /** The buyer, who owes the toll. */
  | 'BUYER'
  /** The seller, who owes none. */
  | 'SELLER';

/** All that is needed to order what is in the cart. */
export type CheckOutInput = {
  /** Of the cart that was shown. */
  cartVersion: number;
  /** Whom the goods are for. */
  name: string;
  /** Under which number that one is reached. */
  phone: string;
  /** The union or municipality. */
  placeId: string | number;
  /** House, road, how to find it. */
  address: string;
  /** How it is paid. */
  method: PayMethod;
  /** Made by the client, one a checkout. */
  idempotencyKey: string;
  /** What is to be added. */
  note?: string;
  /** For shops from which goods are fetched. */
  ways?: Array<ShopWayInput>;
  /** A guest's secret. */
  cartToken?: string | null | undefined;
  /** In which language a guest is sent text messages. */
  language?: Language;
};

/** A wish about notifications. */
export type ChooseNotificationsInput = {
  /** Which topic. */
  topic: NotificationTopic;
  /** By which channel. */
  channel: NotificationChannel;
  /** Whether one wants it. */
  wanted: boolean;
};

/** What a complaint is about. */
export type ComplaintKind =
  /** A road, a bridge, a culvert. */
  | 'ROAD'
  /** Drinking water, a tube well, drainage. */
  | 'WATER'
  /** Electricity, a street lamp. */
  | 'ELECTRICITY'
  /** Waste, a market's cleanliness. */
  | 'WASTE'
  /** Somebody whose service was booked. */
  | 'PROVIDER'
  /** A haat: its toll, its order. */
  | 'HAAT'
  /** An office, or what it decided; officers of the district see to it. */
  | 'OFFICE'
  /** Anything else. */
  | 'OTHER';

/** What can be done with a complaint. */
export type ComplaintMove =
  /** Complain. */
  | 'LODGE'
  /** Take it, or give it to another officer. */
  | 'ASSIGN'
  /** Say that work has begun. */
  | 'BEGIN'
  /** Ask its author something. */
  | 'ASK'
  /** Answer what was asked. */
  | 'ANSWER'
  /** Say what was done. */
  | 'RESOLVE'
  /** Say why nothing will be done. */
  | 'REJECT'
  /** Say that it is mended. */
  | 'CONFIRM'
  /** Say that it is not. */
  | 'REOPEN'
  /** Its time ran out. */
  | 'ESCALATE'
  /** Its author said nothing for long. */
  | 'EXPIRE';

/** Where a complaint stands. */
export type ComplaintState =
  /** Nobody has taken it yet. */
  | 'NEW'
  /** An officer has it. */
  | 'ASSIGNED'
  /** Work on it has begun. */
  | 'IN_PROGRESS'
  /** Its author is asked something; the officer's time stands still. */
  | 'WAITING_CITIZEN'
  /** Its time ran out; it lies with the officers above. */
  | 'ESCALATED'
  /** An officer says that it is done; its author has not said so yet. */
  | 'RESOLVED'
  /** An officer says why nothing will be done. */
  | 'REJECTED'
  /** Its author says that it is not done. */
  | 'REOPENED'
  /** It is over: `fixed` says whether its author agreed. */
  | 'CLOSED';

/** Where a deal stands; payment is its own context. */
export type DealState =
  /** The buyer is to pay. */
  | 'AWAITING_PAYMENT'
  /** Paid, and not handed over yet. */
  | 'PAID'
  /** The buyer has the animal. */
  | 'HANDED_OVER'
  /** Done, and the seller has the money. */
  | 'COMPLETED'
  /** Offered to the runner-up, who may decline. */
  | 'OFFERED'
  /** The runner-up did not want it. */
  | 'DECLINED'
  /** The runner-up did not answer in time. */
  | 'EXPIRED'
  /** The buyer did not pay in time. */
  | 'DEFAULTED'
  /** It came to nothing before anybody paid. */
  | 'CANCELLED'
  /** The two disagree; an officer decides. */
  | 'DISPUTED'
  /** The buyer has his money back. */
  | 'REFUNDED';

/** What an officer found. */
export type DecideOverchargeInput = {
  /** Which report. */
  reportId: string | number;
  /** Whether too much was taken. */
  upheld: boolean;
  /** What was found, and what follows. */
  finding: string;
};

/** Something to keep of an advance. */
export type DeductionLine = {
  /** For what. */
  label: string;
  /** How much, whole taka as paisa. */
  amount: number;
};

/** What became of a claim on an advance. */
export type DeductionState =
  /** The landlord claims it. */
  | 'PROPOSED'
  /** The tenant agrees, or said nothing in time. */
  | 'ACCEPTED'
  /** The tenant disagrees; an officer decides. */
  | 'DISPUTED'
  /** An officer decided how much is kept. */
  | 'DECIDED';

/** How goods come to the buyer. */
export type DeliveryWay =
  /** They are brought. */
  | 'COURIER'
  /** The buyer fetches them. */
  | 'PICKUP';

/** How it stands with a deposit. */
export type DepositState =
  /** It is to be paid; bids cannot stand on it yet. */
  | 'DUE'
  /** It is paid whole, and bids may stand on it. */
  | 'STANDING'
  /** What was left of it is on its way back, by the way it came. */
  | 'RETURNED'
  /** It never came whole; its parts are on their way back. */
  | 'LAPSED';

/** Something else to be said of a product. */
export type DescribeProductInput = {
  /** Which. */
  productId: string | number;
  /** What. */
  label: ProductLabelInput;
};

/** What can be done with a donor's offer. */
export type DonationOfferMove =
  /** Say yes. */
  | 'OFFER'
  /** Say no. */
  | 'DECLINE'
  /** Take the donor. */
  | 'CONFIRM'
  /** Drop out. */
  | 'WITHDRAW'
  /** Write down that he gave. */
  | 'DONATE'
  /** Write down that he may not give now. */
  | 'DEFER'
  /** Let him go; he is not needed. */
  | 'RELEASE';

/** Where a donor stands with a request. */
export type DonationOfferState =
  /** The donor is asked. */
  | 'INVITED'
  /** He said yes; phones are still hidden. */
  | 'WILLING'
  /** The requester took him; both see each other's phone. */
  | 'CONFIRMED'
  /** He gave. */
  | 'DONATED'
  /** He said no. */
  | 'DECLINED'
  /** He dropped out after a yes. */
  | 'WITHDRAWN'
  /** The request ended without him. */
  | 'NOT_NEEDED'
  /** He may not give now: sent away by the hospital, or he gave elsewhere. */
  | 'DEFERRED';

/** What one offers. */
export type DraftServiceInput = {
  /** What sort of service. */
  categoryId: string | number;
  /** Title in Bengali, 1 to 120 characters. */
  titleBn: string;
  /** Title in English. */
  titleEn?: string;
  /** Up to 2000 characters. */
  description?: string;
  /** Where the work is done. */
  venue?: Venue;
  /** Needed before it is handed in, where the category says so. */
  licenceNo?: string;
  /** Until when it holds; null: it does not end. */
  licenceUntil?: string | null | undefined;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

/** What an officer may decide about a driver. */
export type DriverDecision =
  /** Let the person drive. */
  | 'VERIFY'
  /** Ask for what is missing. */
  | 'ASK_FOR_MORE'
  /** Say no. */
  | 'REJECT'
  /** No offers for now. */
  | 'SUSPEND'
  /** Let the person drive again. */
  | 'RESTORE'
  /** An end for good; two officers must say so. */
  | 'TERMINATE';

/** What a veterinarian found, written down by an officer. */
export type ExamineAnimalInput = {
  /** Which animal. */
  animalId: string | number;
  /** Who looked. */
  vetName: string;
  /** The vet's number at the Council. */
  registrationNo: string;
  /** What was found; a failed check says it in ten characters or more. */
  findings?: string;
  /** Which of the thirteen defects, by slug. */
  defects?: Array<string>;
  /** The place of the haat it was brought to, if it was. */
  haatPlaceId?: string | number | null | undefined;
};

/** Why a parcel was not handed over. */
export type FailedDelivery =
  /** It was not taken. */
  | 'REFUSED'
  /** Nobody was there. */
  | 'ABSENT'
  /** The place was not found. */
  | 'ADDRESS';

/** The answer of the qurbani check. Guidance: rulings differ. */
export type Fitness =
  /** Nothing written down speaks against it. */
  | 'FIT'
  /** Something written down speaks against it. */
  | 'UNFIT'
  /** Something has to be shown first, such as its age. */
  | 'NEEDS_PROOF';

/** Why an officer should look at an animal. */
export type FlagKind =
  /** Another living animal carries the same tag. */
  | 'SAME_TAG'
  /** It looks like an animal that is registered already. */
  | 'LIKELY_COPY'
  /** It was sold in the district lately, and comes again. */
  | 'RESOLD_IN_SEASON'
  /** Another animal for sale shows the same photo. */
  | 'SAME_PHOTO';

/** What takes two officers. */
export type ForcedActKind =
  /** End a shop for good. */
  | 'END_SHOP'
  /** Decide a disputed deal: for the BUYER, or for the SELLER. */
  | 'DECIDE_DEAL'
  /** Give everybody who shares an animal his money back. */
  | 'CALL_OFF_POOL'
  /** Say that a payout did not arrive, so that it is sent anew. */
  | 'FAIL_PAYOUT'
  /** Take a payout back before it is sent. */
  | 'CANCEL_PAYOUT'
  /** Decide a disputed booking: for the CITIZEN, or for the PROVIDER. */
  | 'DECIDE_BOOKING'
  /** Call a booking off that was paid ahead. */
  | 'CANCEL_BOOKING'
  /** Call an order off that was paid online. */
  | 'CANCEL_ORDER'
  /** Keep so much, in paisa, of what a tenant paid ahead. */
  | 'DECIDE_DEDUCTION';

/** How old a position is. */
export type Freshness =
  /** Seen in the last fifteen seconds. */
  | 'LIVE'
  /** Seen in the last minute. */
  | 'RECENT'
  /** Seen in the last ten minutes. */
  | 'STALE'
  /** Not seen for longer, or never. */
  | 'UNKNOWN';

/** Of the one who comes. */
export type Gender =
  /** A woman comes. */
  | 'FEMALE'
  /** A man comes. */
  | 'MALE';

/** A point on the earth, in degrees (WGS 84). */
export type GeoPointInput = {
  /** Degrees north. */
  lat: number;
  /** Degrees east. */
  lng: number;
};

/** What the seller has at hand when the buyer is there. */
export type HandOverInput = {
  /** Which deal. */
  dealId: string | number;
  /** The code that the buyer tells. */
  code: string;
  /** The number of one of the animal's tags. */
  tag: string;
  /** What the animal weighs now, in grams. */
  grams: number;
};

/** What a citizen wants to book. */
export type HoldBookingInput = {
  /** At which price of which service. */
  optionId: string | number;
  /** The price of one unit that the citizen saw. */
  price: number;
  /** When, on a whole five minutes. */
  startsAt: string;
  /** How many units, 1 to 31. */
  quantity?: number;
  /** How many workers, where the category allows several. */
  seats?: number;
  /** Where to come, if the provider comes. */
  placeId?: string | number | null | undefined;
  /** House, road; up to 300 characters. */
  address?: string;
  /** What to know; up to 1000 characters. */
  note?: string;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

/** A language of the house: Bengali or English. */
export type Language =
  /** Bengali. */
  | 'BN'
  /** English. */
  | 'EN';

/** So many of a line. */
export type LineQuantityInput = {
  /** Which line. */
  lineId: string | number;
  /** How many. */
  quantity: number;
};

/** An animal for a fixed price or for bargaining. */
export type ListAnimalInput = {
  /** Which animal. */
  animalId: string | number;
  /** At which haat. */
  haatId: string | number;
  /** The price asked, whole taka as paisa. */
  price: number;
  /** Made by the client, one for each listing. */
  idempotencyKey: string;
  /** Left out, it is made for you. */
  titleBn?: string;
  /** Left out, it is made for you. */
  titleEn?: string;
  /** What buyers should know. */
  description?: string;
};

/** An animal for sale by its live weight. */
export type ListByWeightInput = {
  /** Which animal; weighed lately. */
  animalId: string | number;
  /** At which haat. */
  haatId: string | number;
  /** What a kilogram costs, whole taka as paisa. */
  perKg: number;
  /** Made by the client, one for each listing. */
  idempotencyKey: string;
  /** Left out, it is made for you. */
  titleBn?: string;
  /** Left out, it is made for you. */
  titleEn?: string;
  /** What buyers should know. */
  description?: string;
};

/** Something to let. Amounts are for a month, a vehicle's for a day. */
export type ListRentalInput = {
  /** What it is. */
  kind: RentalKind;
  /** Where it is. */
  placeId: string | number;
  /** A title in Bengali. */
  titleBn: string;
  /** The rent, whole taka as paisa. */
  rent: number;
  /** Made by the client, one for each unit. */
  idempotencyKey: string;
  /** Needed of all but vehicles, which have none. */
  advance?: number;
  /** On top of each month's rent. */
  serviceCharge?: number;
  /** A title in English. */
  titleEn?: string;
  /** Told to confirmed visitors alone. */
  address?: string;
  /** What tenants should know. */
  description?: string;
  /** How many rooms. */
  rooms?: number | null | undefined;
  /** On which floor; 0: ground. */
  floor?: number | null | undefined;
  /** In square feet. */
  areaSqft?: number | null | undefined;
  /** Of a vehicle. */
  seats?: number | null | undefined;
  /** To whom it is let. */
  tenants?: RentalTenants;
  /** Of LIFT, GAS, WATER, PARKING, GUARD, ELECTRICITY, ... */
  amenities?: Array<string> | null | undefined;
};

/** What a buyer looks for. What is left out does not matter. */
export type ListingFilter = {
  /** At this haat. */
  haatId?: string | number | null | undefined;
  /** Sold this way. */
  kind?: SaleKind | null | undefined;
  /** This kind, by slug. */
  species?: string | null | undefined;
  /** This breed, by slug. */
  breed?: string | null | undefined;
  /** From this place: a union, an upazila, a district. */
  within?: string | number | null | undefined;
  /** At least. */
  minPrice?: number | null | undefined;
  /** At most. */
  maxPrice?: number | null | undefined;
  /** At least so heavy. */
  minGrams?: number | null | undefined;
  /** At most so heavy. */
  maxGrams?: number | null | undefined;
};

/** Where a listing stands. */
export type ListingState =
  /** For sale. */
  | 'LIVE'
  /** A buyer was found, who has yet to pay. */
  | 'RESERVED'
  /** Sold. */
  | 'SOLD'
  /** The seller took it off sale. */
  | 'WITHDRAWN'
  /** It ended without a sale. */
  | 'ENDED';

/** What is wrong. */
export type LodgeComplaintInput = {
  /** What it is about. */
  kind: ComplaintKind;
  /** The union or municipality. */
  placeId: string | number;
  /** What is wrong, in at least ten characters. */
  text: string;
  /** Made by the client, one a complaint. */
  idempotencyKey: string;
  /** Where exactly; read by officers alone. */
  address?: string;
  /** At most four photos of yours. */
  media?: Array<PictureInput>;
};

/** Which lots a buyer looks for. What is left out does not matter. */
export type LotFilter = {
  /** This kind, by slug. */
  species?: string | null | undefined;
  /** This breed, by slug. */
  breed?: string | null | undefined;
  /** From this place: a union, an upazila, a district. */
  within?: string | number | null | undefined;
  /** At least so heavy, by the latest weight. */
  minGrams?: number | null | undefined;
  /** At most so heavy, by the latest weight. */
  maxGrams?: number | null | undefined;
  /** At least; the price now, or where bidding starts. */
  minPrice?: number | null | undefined;
  /** At most; the price now, or where bidding starts. */
  maxPrice?: number | null | undefined;
  /** Only those that the viewer follows; signed out there are none. */
  followed?: boolean;
};

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

/** Which lots to list. */
export type LotsAre =
  /** Taking bids now, soonest end first. */
  | 'RUNNING'
  /** Not begun, soonest start first. */
  | 'COMING'
  /** Over, newest first. */
  | 'ENDED';

/** Whether a person may bid on a lot, or what is in the way. */
export type MayBid =
  /** Yes, once the lot runs. */
  | 'OK'
  /** Nobody is signed in. */
  | 'SIGN_IN'
  /** The person sells it, owns a part of it, or is an officer of its haat. */
  | 'OWN_LOT'
  /** The account has no phone any more. */
  | 'UNVERIFIED'
  /** Two officers barred the person from bidding. */
  | 'BANNED'
  /** The haat's rules were not accepted yet: registerBidder does it. */
  | 'NOT_REGISTERED'
  /** The account is suspended. */
  | 'SUSPENDED';

/** What a file is for. */
export type MediaKind =
  /** For everybody to see. */
  | 'PHOTO'
  /** For everybody to see; at most a minute. */
  | 'VIDEO'
  /** Who somebody is; private. */
  | 'IDENTITY'
  /** What somebody may do; private. */
  | 'LICENCE'
  /** That a profession may be worked in; private. */
  | 'REGISTRATION'
  /** That a vehicle is fit for the road or the water; private. */
  | 'FITNESS'
  /** How an animal is; private. */
  | 'VET_PAPER';

/** Where a file stands. */
export type MediaState =
  /** Announced, and awaited for half an hour. */
  | 'REQUESTED'
  /** It has arrived, and waits to be looked into. */
  | 'UPLOADED'
  /** It is being looked into. */
  | 'SCANNING'
  /** It can be shown and attached. */
  | 'READY'
  /** It was not taken; `rejection` says why. */
  | 'REJECTED'
  /** It is gone. */
  | 'DELETED';

/** On what a vehicle goes. */
export type Medium =
  /** Roads. */
  | 'ROAD'
  /** Rivers and the haor. */
  | 'WATER';

/** By which way one is told. */
export type NotificationChannel =
  /** The list in the app; always on. */
  | 'IN_APP'
  /** A push message to the browsers that asked for it. */
  | 'PUSH'
  /** A text message, to who has no browser that is pushed to. */
  | 'SMS';

/** What a notification is about. */
export type NotificationTopic =
  /** Auctions one bids in or follows. */
  | 'BIDS'
  /** Animals, offers and deals. */
  | 'SALES'
  /** Payments, refunds and payouts. */
  | 'MONEY'
  /** Bookings and numbers at a desk. */
  | 'BOOKINGS'
  /** Trips, drivers and the dispatch desk. */
  | 'TRIPS'
  /** Requests for blood. */
  | 'BLOOD'
  /** Orders, deliveries and returns. */
  | 'ORDERS'
  /** Qurbani shares. */
  | 'SHARES'
  /** Sign-ins, roles, applications. */
  | 'ACCOUNT';

/** How far a notification goes. */
export type NotificationUrgency =
  /** It waits in the app. */
  | 'QUIET'
  /** It is pushed as well, by day. */
  | 'NORMAL'
  /** Who is without the app gets a text message. */
  | 'IMPORTANT'
  /** Likewise, and also at night. */
  | 'URGENT';

/** A tenancy for somebody who saw the place. */
export type OfferAgreementInput = {
  /** By which visit. */
  viewingId: string | number;
  /** The first day, within ninety days. */
  startsOn: string;
  /** Made by the client, one for each offer. */
  idempotencyKey: string;
  /** How long a notice is, in days. */
  noticeDays?: number;
  /** Left out, the unit's. */
  rent?: number | null | undefined;
  /** Left out, the unit's. */
  advance?: number | null | undefined;
  /** Left out, the unit's. */
  serviceCharge?: number | null | undefined;
  /** What else is agreed. */
  terms?: string;
};

/** What became of an offer. */
export type OfferState =
  /** It waits for the other side. */
  | 'PENDING'
  /** The other side took it. */
  | 'ACCEPTED'
  /** The other side refused it, or the animal is gone. */
  | 'REJECTED'
  /** It was answered with another offer. */
  | 'COUNTERED'
  /** Who made it took it back. */
  | 'WITHDRAWN'
  /** Nobody answered in time. */
  | 'EXPIRED';

/** What is counted of an officer's work. */
export type OfficerIndicator =
  /** How many complaints the officer resolved or rejected. */
  | 'COMPLAINTS_ANSWERED'
  /** Percent of these that were answered before their time ran out. */
  | 'COMPLAINTS_IN_TIME'
  /** How many providers of services the officer decided about. */
  | 'PROVIDERS_DECIDED'
  /** Percent of these within three working days. */
  | 'PROVIDERS_IN_TIME'
  /** Percent of sellers decided about within three working days. */
  | 'SELLERS_IN_TIME';

/** What becomes of a pool that is not full. */
export type OnShortfall =
  /** Everybody has his money back. */
  | 'CANCEL'
  /** Those who are in pay the rest within half a day; or it is canceled. */
  | 'SPLIT'
  /** They move into another pool at the same price; or it is canceled. */
  | 'MERGE';

/** An animal to be bought together. */
export type OpenSharePoolInput = {
  /** Which animal; cleared. */
  animalId: string | number;
  /** At which haat. */
  haatId: string | number;
  /** In how many shares; at most `maxShares` of its kind. */
  parts: number;
  /** What one costs, whole taka as paisa. */
  share: number;
  /** Until when; within the clearance. */
  closesAt: string;
  /** If it is not full then. */
  onShortfall: OnShortfall;
  /** Made by the client, one a pool. */
  idempotencyKey: string;
};

/** A shop to be opened. */
export type OpenShopInput = {
  /** What it says of itself. */
  sign: ShopSignInput;
  /** Made by the client, one a shop. */
  idempotencyKey: string;
};

/** How one checkout stands. */
export type OrderGroupState =
  /** It waits for its money; the goods are held. */
  | 'PENDING_PAYMENT'
  /** The shops have it. */
  | 'PLACED'
  /** All its orders are over. */
  | 'CLOSED'
  /** It was not paid in time. */
  | 'EXPIRED'
  /** Its buyer dropped it before it was paid. */
  | 'CANCELLED';

/** What can be done with an order. */
export type OrderMove =
  /** Bring it before the shop. */
  | 'PLACE'
  /** Let it go unpaid. */
  | 'EXPIRE'
  /** Say yes. */
  | 'ACCEPT'
  /** Say no. */
  | 'REJECT'
  /** Call it off. */
  | 'CANCEL'
  /** Pack goods. */
  | 'PACK'
  /** Send a parcel off. */
  | 'SEND'
  /** Hand a parcel over. */
  | 'DELIVER'
  /** Note that a parcel was not handed over. */
  | 'FAIL'
  /** Have a parcel come back. */
  | 'BRING_BACK'
  /** Take a parcel back into the shop. */
  | 'TAKE_BACK'
  /** Say that all is well. */
  | 'CLOSE';

/** How the order at one shop stands. */
export type OrderState =
  /** It waits for the checkout's payment. */
  | 'PENDING'
  /** The shop has to answer. */
  | 'PLACED'
  /** The shop said yes. */
  | 'ACCEPTED'
  /** Goods are packed. */
  | 'PACKED'
  /** Goods are on their way. */
  | 'OUT_FOR_DELIVERY'
  /** The buyer has all of it; it may come back for a week. */
  | 'DELIVERED'
  /** It is over, and the shop has earned it. */
  | 'CLOSED'
  /** The shop said no, or nothing. */
  | 'REJECTED'
  /** It was called off. */
  | 'CANCELLED'
  /** It was not paid in time. */
  | 'EXPIRED'
  /** Goods could not be handed over. */
  | 'DELIVERY_FAILED'
  /** Goods are on their way back to the shop. */
  | 'RETURNING'
  /** The shop has them back, and the order is over. */
  | 'RETURNED_TO_SHOP';

/** How it stands with a report. */
export type OverchargeState =
  /** An officer has yet to look into it. */
  | 'REPORTED'
  /** Too much was taken. */
  | 'UPHELD'
  /** No more was taken than is due. */
  | 'DISMISSED'
  /** Who reported it has taken it back. */
  | 'WITHDRAWN';

/** What goes into a parcel. */
export type PackOrderInput = {
  /** Of which order. */
  orderId: string | number;
  /** How many of each line; null: all that is left. */
  lines?: Array<LineQuantityInput> | null | undefined;
};

/** Who carries a parcel. */
export type ParcelCarrier =
  /** The shop's own courier. */
  | 'OWN_COURIER'
  /** A driver who was called for goods. */
  | 'TRIP'
  /** The buyer himself. */
  | 'PICKUP';

/** A parcel that was not handed over. */
export type ParcelFailedInput = {
  /** Which. */
  parcelId: string | number;
  /** Why. */
  reason: FailedDelivery;
  /** What else is to be said. */
  note?: string;
};

/** What can be done with a parcel. */
export type ParcelMove =
  /** Send it off. */
  | 'SEND'
  /** Hand it over. */
  | 'DELIVER'
  /** Note that it was not handed over. */
  | 'FAIL'
  /** Have it come back. */
  | 'BRING_BACK'
  /** Take it back into the shop. */
  | 'TAKE_BACK';

/** How one parcel stands. */
export type ParcelState =
  /** It waits in the shop. */
  | 'PACKED'
  /** It is on its way. */
  | 'OUT'
  /** The buyer has it. */
  | 'DELIVERED'
  /** It could not be handed over. */
  | 'FAILED'
  /** It is on its way back. */
  | 'RETURNING'
  /** The shop has it back. */
  | 'BACK';

/** How a checkout is paid. */
export type PayMethod =
  /** Beforehand, by a payment service. */
  | 'ONLINE'
  /** In cash, when the goods come. */
  | 'CASH';

/** A payment for a checkout. */
export type PayOrdersInput = {
  /** For which checkout. */
  groupId: string | number;
  /** By which service. */
  gateway: string;
  /** Made by the client, one for each try. */
  idempotencyKey: string;
  /** How much now; left out, all that is left and one try can take. */
  amount?: number | null | undefined;
  /** A guest's secret. */
  guestToken?: string | null | undefined;
};

/** How it stands with a sum. */
export type PaymentState =
  /** To be paid. */
  | 'OPEN'
  /** All of it is paid. */
  | 'COVERED'
  /** Paid, and what it was for is finished. */
  | 'CLOSED'
  /** Its time ran out; money that comes now goes back. */
  | 'EXPIRED'
  /** No longer to be paid; what was paid goes back. */
  | 'VOID';

/** How one try to pay stands. */
export type PaymentTryState =
  /** Written down; the service has not answered yet. */
  | 'CREATED'
  /** Waits for the payer at the service's page. */
  | 'REDIRECTED'
  /** The payer came back; the service is asked. */
  | 'PENDING'
  /** The money has arrived. */
  | 'CAPTURED'
  /** Nothing was taken. */
  | 'FAILED'
  /** The payer never came back; money that comes still counts or goes back. */
  | 'ABANDONED'
  /** The money does not fit the bill; an officer looks at it. */
  | 'REVIEW';

/** A decision on it. */
export type PayoutAccountMove =
  /** Send earnings there from now on. */
  | 'APPROVE'
  /** Do not take it. */
  | 'REJECT'
  /** Send nothing there for now. */
  | 'RESTRICT'
  /** Send there again. */
  | 'RELEASE'
  /** Put another one in its place; the house does that by itself. */
  | 'REPLACE';

/** How it stands with a place that earnings are sent to. */
export type PayoutAccountState =
  /** An administrator has yet to check it. */
  | 'PENDING'
  /** Earnings are sent there. */
  | 'ACTIVE'
  /** Nothing is sent there for now. */
  | 'RESTRICTED'
  /** It was not taken. */
  | 'REJECTED'
  /** Another one took its place. */
  | 'REPLACED';

/** By which way earnings are sent. */
export type PayoutMethod =
  /** To a bKash number. */
  | 'BKASH'
  /** To a Nagad number. */
  | 'NAGAD'
  /** To a bank account. */
  | 'BANK';

/** How it stands with one sending. */
export type PayoutState =
  /** Cut from the earnings, and held; to be sent. */
  | 'PENDING'
  /** Somebody is sending it. */
  | 'PROCESSING'
  /** It was sent, under a number. */
  | 'PAID'
  /** It did not arrive; the next cut takes the money anew. */
  | 'FAILED'
  /** It was taken back before anybody sent it. */
  | 'CANCELED';

/** What is to hang on an animal, in order; the first is foremost. */
export type PictureAnimalInput = {
  /** Which animal. */
  animalId: string | number;
  /** The files; what is left out goes. */
  media: Array<PictureInput>;
};

/** A file that is to be attached. */
export type PictureInput = {
  /** Which file of yours; it is READY. */
  mediaId: string | number;
  /** What it shows, in words, for who cannot see it. */
  alt?: string;
};

/** What is to hang on a product, in order; the first is foremost. */
export type PictureProductInput = {
  /** Which product. */
  productId: string | number;
  /** The files; what is left out goes. */
  media: Array<PictureInput>;
};

/** What is to hang on one's review. */
export type PictureReviewInput = {
  /** Which review. */
  reviewId: string | number;
  /** The files, in order; what is left out goes. */
  media: Array<PictureInput>;
};

/** What is to hang on one of one's services. */
export type PictureServiceInput = {
  /** Which service. */
  serviceId: string | number;
  /** The files, in order; what is left out goes. */
  media: Array<PictureInput>;
};

/** The rungs of the tree. A person lives in a union or in a municipality, not both. */
export type PlaceKind =
  /** A division (বিভাগ), the highest rung. */
  | 'DIVISION'
  /** A district (জেলা). */
  | 'DISTRICT'
  /** A subdistrict (উপজেলা). */
  | 'UPAZILA'
  /** A union (ইউনিয়ন), the lowest rung outside towns. */
  | 'UNION'
  /** A town with a council of its own (পৌরসভা). */
  | 'MUNICIPALITY'
  /** A ward of a municipality (ওয়ার্ড), the lowest rung in towns. */
  | 'WARD'
  /** A market. */
  | 'HAAT';

/** A day of a haat. */
export type PlanSessionInput = {
  /** At which haat. */
  haatId: string | number;
  /** Title in Bengali. */
  titleBn: string;
  /** Title in English. */
  titleEn: string;
  /** When it begins. */
  startsAt: string;
  /** When it is planned to end. */
  endsAt: string;
  /** Made by the client, one for each day. */
  idempotencyKey: string;
};

/** A sitting to be. */
export type PlanSittingInput = {
  /** At which price of which service. */
  optionId: string | number;
  /** From when. */
  startsAt: string;
  /** Until when, within sixteen hours. */
  finishesAt: string;
  /** How many numbers, 1 to 200. */
  capacity: number;
  /** How long one person takes, 1 to 240. */
  averageMinutes: number;
  /** From when numbers are given; null: at once. */
  opensAt?: string | null | undefined;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

/** Where a pool of shares stands. */
export type PoolState =
  /** It takes people. */
  | 'OPEN'
  /** Not full at its end; those who are in pay the rest among them. */
  | 'SPLITTING'
  /** All is paid; the animal is theirs. */
  | 'FULL'
  /** The meat was weighed; an officer may still call it off. */
  | 'DIVIDED'
  /** The money is the seller's. */
  | 'SETTLED'
  /** Those who were in moved into another pool. */
  | 'MERGED'
  /** All money goes back. */
  | 'CANCELED';

/** Where a phone was. */
export type PositionInput = {
  /** When, by the phone's clock. */
  at: string;
  /** Degrees north. */
  lat: number;
  /** Degrees east. */
  lng: number;
  /** How sure it is, in meters. */
  accuracyM: number;
};

/** Where prices are from. */
export type PriceBasis =
  /** What was paid here in the last half year. */
  | 'PAID'
  /** What is asked now. */
  | 'ASKED';

/** What is said of a product. */
export type ProductLabelInput = {
  /** Its kind. */
  categoryId: string | number;
  /** Its name in Bengali, 1 to 120 characters. */
  nameBn: string;
  /** piece, kg, gram, litre, dozen, pair, packet, yard, maund or set. */
  unit: string;
  /** Its name in English. */
  nameEn?: string;
  /** What else is to be said. */
  description?: string;
  /** What its variants differ in, at most three. */
  options?: Array<string>;
};

/** What can be done with a product. */
export type ProductMove =
  /** Have it on sale. */
  | 'OFFER'
  /** Take it off for now. */
  | 'PAUSE'
  /** Take it off for good. */
  | 'RETIRE';

/** Whether a product is offered. */
export type ProductState =
  /** Not offered yet. */
  | 'DRAFT'
  /** It can be ordered, while its shop is open. */
  | 'ACTIVE'
  /** Not offered for now. */
  | 'PAUSED'
  /** Offered no more. */
  | 'RETIRED';

/** What photos of a deal prove. */
export type Proof =
  /** What the animal weighs at the handover; the seller shows it. */
  | 'WEIGHING'
  /** That it changed hands; the seller shows it. */
  | 'HANDOVER'
  /** What is wrong with it; the buyer shows it. */
  | 'OBJECTION';

/** What can be done with a provider's standing. */
export type ProviderMove =
  /** Hand it in. */
  | 'SUBMIT'
  /** Let the person work here. */
  | 'VERIFY'
  /** Ask for what is missing. */
  | 'ASK_FOR_MORE'
  /** Say no. */
  | 'REJECT'
  /** Take the right away for now. */
  | 'SUSPEND'
  /** Give the right back. */
  | 'RESTORE'
  /** End it for good; two officers must say so. */
  | 'TERMINATE';

/** How far somebody has come as a provider. */
export type ProviderState =
  /** Not handed in yet. */
  | 'DRAFT'
  /** It waits for an officer. */
  | 'SUBMITTED'
  /** An officer wants to know more. */
  | 'NEEDS_INFO'
  /** The person may be booked. */
  | 'VERIFIED'
  /** An officer said no. */
  | 'REJECTED'
  /** The person may not be booked for now. */
  | 'SUSPENDED'
  /** Two officers ended it, or the person left. */
  | 'TERMINATED';

/** A line of a quote. */
export type QuoteLineInput = {
  /** What for. */
  label: string;
  /** How much, in whole taka. */
  amount: number;
};

/** What became of a quote. */
export type QuoteState =
  /** Not sent yet. */
  | 'DRAFT'
  /** It waits for the citizen. */
  | 'SENT'
  /** Its total is the most that may be asked. */
  | 'ACCEPTED'
  /** The citizen left it, or the work was done without it. */
  | 'REJECTED'
  /** Nobody answered for two days. */
  | 'EXPIRED'
  /** A later one took its place. */
  | 'SUPERSEDED';

/** What somebody asks for. */
export type QuoteTripInput = {
  /** What is asked for. */
  kind: TripKind;
  /** Where it begins. */
  pickup: GeoPointInput;
  /** Where it leads; null: to be told on the way. */
  drop?: GeoPointInput | null | undefined;
  /** Only these may come; empty: any that serves. */
  vehicleKinds?: Array<VehicleKind>;
  /** Only by road, or only by water. */
  medium?: Medium | null | undefined;
  /** For a home service: the slug of the service. */
  skill?: string;
  /** For when; null: at once. */
  startsAt?: string | null | undefined;
  /** Made by the client, one a quote. */
  idempotencyKey: string;
};

/** What came back, counted. */
export type ReceiveReturnInput = {
  /** Of which return. */
  returnId: string | number;
  /** Every line of it. */
  lines: Array<ReturnedLineInput>;
};

/** An animal. Its age is told by the date of birth or by the teeth. */
export type RegisterAnimalInput = {
  /** A slug of the list. */
  species: string;
  /** A slug of the species. */
  sex: string;
  /** A slug of the species, or `other:` and a name. */
  breed: string;
  /** The union or municipality it lives in. */
  originId: string | number;
  /** Made by the client, one for each animal. */
  idempotencyKey: string;
  /** Its village. */
  village?: string;
  /** Its name. */
  name?: string;
  /** Its color, in your words. */
  coatColor?: string;
  /** If it is known. */
  birthDate?: string | null | undefined;
  /** Permanent incisors: 0, 2, 4, 6 or 8. */
  teeth?: number | null | undefined;
  /** Since when it is yours. */
  ownedSince?: string | null | undefined;
  /** Its numbers; ours is added. */
  tags?: Array<TagInput>;
  /** Phones of those who own a part of it. */
  coOwnerPhones?: Array<string>;
  /** A weighing. */
  weight?: WeightInput | null | undefined;
  /** The checklist's answer: slugs, or an empty list for none. */
  defects?: Array<string> | null | undefined;
  /** The earlier record of this animal, if you bought it here. */
  chainOf?: string | number | null | undefined;
};

/** What can be done with a tenancy. */
export type RentalAgreementMove =
  /** Say yes. */
  | 'ACCEPT'
  /** Say no, or step back. */
  | 'DECLINE'
  /** Take the offer back. */
  | 'WITHDRAW'
  /** Let it run out. */
  | 'EXPIRE'
  /** Pay the advance. */
  | 'PAY'
  /** Name the last day. */
  | 'GIVE_NOTICE'
  /** The last day is over. */
  | 'END'
  /** Count the advance. */
  | 'SETTLE';

/** Where a tenancy stands. */
export type RentalAgreementState =
  /** The landlord offers it. */
  | 'OFFERED'
  /** The tenant said yes; the advance is to be paid within 72 hours. */
  | 'ADVANCE_DUE'
  /** The advance is held; the months run. */
  | 'ACTIVE'
  /** The last day is known. */
  | 'NOTICE'
  /** The last day is over; the advance is to be settled. */
  | 'ENDED'
  /** The advance is given back, but for what was kept. */
  | 'SETTLED'
  /** The tenant said no, or stepped back before paying. */
  | 'DECLINED'
  /** The landlord took the offer back. */
  | 'WITHDRAWN'
  /** Nobody answered, or the advance did not come, in time. */
  | 'EXPIRED';

/** What somebody looks for. What is left out does not matter. */
export type RentalFilter = {
  /** This kind. */
  kind?: RentalKind | null | undefined;
  /** In this place: a union, an upazila, a district. */
  within?: string | number | null | undefined;
  /** At most this rent. */
  maxRent?: number | null | undefined;
  /** At most so much. */
  maxAdvance?: number | null | undefined;
  /** At least so many rooms. */
  minRooms?: number | null | undefined;
  /** At least so many seats. */
  minSeats?: number | null | undefined;
  /** Let to such. */
  tenants?: RentalTenants | null | undefined;
  /** With all of these. */
  amenities?: Array<string> | null | undefined;
};

/** What is let. */
export type RentalKind =
  /** A house or a flat. */
  | 'HOUSE'
  /** An office. */
  | 'OFFICE'
  /** A shop. */
  | 'SHOP'
  /** A store for goods. */
  | 'GODOWN'
  /** A vehicle with its driver, by the day. */
  | 'VEHICLE';

/** To whom it is let. */
export type RentalTenants =
  /** Whoever comes. */
  | 'ANYBODY'
  /** A family. */
  | 'FAMILY'
  /** People on their own. */
  | 'SINGLES';

/** What can be done with a unit. */
export type RentalUnitMove =
  /** Say that it is still to be had. */
  | 'CONFIRM'
  /** Hide it, because nobody confirmed it. */
  | 'GROW_STALE'
  /** Keep it for who agreed to take it. */
  | 'HOLD'
  /** It is let. */
  | 'LEASE'
  /** It is to be had again. */
  | 'RELEASE'
  /** Take it down for good. */
  | 'RETIRE';

/** Where something for rent stands. */
export type RentalUnitState =
  /** To be had. */
  | 'AVAILABLE'
  /** Somebody agreed to take it, and has yet to pay the advance. */
  | 'HELD'
  /** Let. */
  | 'LEASED'
  /** Hidden, because its owner has not confirmed it for a month. */
  | 'STALE'
  /** Taken down for good. */
  | 'RETIRED';

/** That a haat took more than its rule. */
export type ReportOverchargeInput = {
  /** Which haat. */
  haatId: string | number;
  /** Of whom it was taken. */
  charged: Charged;
  /** For what kind of animal, by slug. */
  species: string;
  /** At what price it was sold. */
  price: number;
  /** What was taken. */
  taken: number;
  /** What happened, in a sentence. */
  words: string;
  /** Made by the client, one for each report. */
  idempotencyKey: string;
  /** The deal, if it was made here: its toll was reckoned then. */
  dealId?: string | number | null | undefined;
  /** Photos of the slip, at most four. */
  media?: Array<PictureInput>;
};

/** A batch of positions from a driver's phone. */
export type ReportPositionsInput = {
  /** The batch's number since going to work, from 1. */
  seq: number;
  /** 1 to 100, in any order. */
  points: Array<PositionInput>;
};

/** A need of blood. */
export type RequestBloodInput = {
  /** The patient's group. */
  group: BloodGroup;
  /** How many units, 1 to 20. */
  units: number;
  /** Where the hospital is. */
  placeId: string | number;
  /** The hospital and the ward. */
  hospital: string;
  /** By when, at most fourteen days ahead. */
  neededBy: string;
  /** Made by the client, one for each need. */
  idempotencyKey: string;
  /** What donors should know. */
  note?: string;
};

/** Some days with a vehicle and its driver. */
export type RequestHireInput = {
  /** Which vehicle. */
  rentalUnitId: string | number;
  /** The first day, from tomorrow on. */
  firstDay: string;
  /** The day after the last one. */
  untilDay: string;
  /** Where from. */
  pickup: string;
  /** Made by the client, one for each hire. */
  idempotencyKey: string;
  /** What the driver should know. */
  note?: string;
};

/** Goods to be given back. */
export type RequestReturnInput = {
  /** Of which order. */
  orderId: string | number;
  /** How many of each line. */
  lines: Array<LineQuantityInput>;
  /** What one wants for them. */
  remedy: ReturnRemedy;
  /** Why. */
  reason: string;
  /** Made by the client, one a return. */
  idempotencyKey: string;
  /** A guest's secret. */
  guestToken?: string | null | undefined;
};

/** A trip as quoted, and what is said with it. */
export type RequestTripInput = {
  /** Which quote. */
  tripQuoteId: string | number;
  /** Whom to look for, if not who asks. */
  contactName?: string;
  /** Where to call. The desk calls for others by it. */
  contactPhone?: string;
  /** How to find the place. */
  pickupNote?: string;
  /** How to find where it leads. */
  dropNote?: string;
  /** What is carried. */
  cargoNote?: string;
  /** The deal whose animal is carried; its history then tells of the way. */
  dealId?: string | number | null | undefined;
  /** The parcel of your shop that is carried; it leaves and arrives with the trip. */
  parcelId?: string | number | null | undefined;
  /** Made by the client, one a trip. */
  idempotencyKey: string;
};

/** A wish to see something. */
export type RequestViewingInput = {
  /** Which unit. */
  rentalUnitId: string | number;
  /** When, within thirty days. */
  startsAt: string;
  /** Made by the client, one for each visit. */
  idempotencyKey: string;
  /** What the owner should know. */
  note?: string;
};

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

/** What was done about a complaint. */
export type ResolveComplaintInput = {
  /** Which complaint. */
  complaintId: string | number;
  /** What was done, in at least ten characters. */
  text: string;
  /** At most four photos of yours. */
  media?: Array<PictureInput>;
};

/** What can be done with a return. */
export type ReturnMove =
  /** Agree to take the goods back. */
  | 'APPROVE'
  /** Say no. */
  | 'REJECT'
  /** Say that they are on their way. */
  | 'SEND'
  /** Count what came. */
  | 'RECEIVE'
  /** Make it good. */
  | 'CLOSE'
  /** Keep them after all. */
  | 'CANCEL'
  /** Let it go. */
  | 'EXPIRE';

/** What the buyer gets for what comes back. */
export type ReturnRemedy =
  /** His money. */
  | 'REFUND'
  /** The same goods anew. */
  | 'REPLACE';

/** How goods that come back stand. */
export type ReturnState =
  /** The shop has to answer. */
  | 'REQUESTED'
  /** The shop takes the goods back. */
  | 'APPROVED'
  /** The goods are on their way. */
  | 'IN_TRANSIT'
  /** The shop has them. */
  | 'RECEIVED'
  /** It was made good. */
  | 'CLOSED'
  /** The shop said no. */
  | 'REJECTED'
  /** The buyer keeps the goods. */
  | 'CANCELLED'
  /** The goods never came. */
  | 'EXPIRED';

/** How so many of a line came back. */
export type ReturnedLineInput = {
  /** Which line. */
  lineId: string | number;
  /** How many are sound. */
  sound?: number;
  /** How many are damaged. */
  damaged?: number;
  /** How many did not come. */
  missing?: number;
};

/** What a person may be beside a citizen. */
export type Role =
  /** An officer has seen who sells, and where. */
  | 'VERIFIED_SELLER'
  /** Decides for the state in a place and all below it. */
  | 'OFFICER'
  /** Sits at the desk that ambulances are called from, for a place. */
  | 'DISPATCHER'
  /** Acts for citizens at the digital center of a union, each by a code. */
  | 'OPERATOR'
  /** Gives roles, and counts as an officer everywhere. */
  | 'ADMINISTRATOR';

/** A role of a person. */
export type RoleInput = {
  /** Whose. */
  accountId: string | number;
  /** Any but VERIFIED_SELLER: sellers are verified by their application. */
  role: Role;
  /** An officer's area, with all below; null: everywhere. An operator's union. */
  placeId?: string | number | null | undefined;
};

/** The three ways to sell an animal. */
export type SaleKind =
  /** At the price asked; the first who takes it has it. */
  | 'FIXED'
  /** By offers and counter-offers. */
  | 'BARGAIN'
  /** To the highest bidder. */
  | 'AUCTION';

/** What a donor says of himself. */
export type SaveBloodDonorInput = {
  /** His group. */
  group: BloodGroup;
  /** His union or municipality. */
  placeId: string | number;
  /** His birthday. */
  bornOn: string;
  /** His weight in kilograms. */
  weightKg: number;
  /** When he gave last, if it was not through here. */
  lastGivenOn?: string | null | undefined;
};

/** What a driver writes about himself. */
export type SaveDriverInput = {
  /** What riders see. */
  name: string;
  /** Where riders call, in any spelling. */
  contactPhone: string;
  /** The union or municipality where he lives. */
  placeId: string | number;
  /** Of what needs one. */
  licenceNo?: string;
  /** Its last day. */
  licenceUntil?: string | null | undefined;
  /** What one drives or can do. Needed before it is handed in. */
  statement?: string;
};

/** Who a provider is. */
export type SaveProviderInput = {
  /** The name that people see, 1 to 120 characters. */
  name: string;
  /** A mobile number of Bangladesh. */
  contactPhone: string;
  /** The union or municipality of his home. */
  placeId: string | number;
  /** Needed before it is handed in. */
  about?: string;
  /** Village or road. */
  village?: string;
  /** Of the one who comes. */
  gender?: Gender | null | undefined;
};

/** A person's wish to sell. Drafts may be saved as often as needed. */
export type SaveSellerApplicationInput = {
  /** What buyers see, 1 to 120 characters. */
  farmName: string;
  /** Of the business, in any spelling. */
  contactPhone: string;
  /** The union or municipality where the animals stand. */
  placeId: string | number;
  /** Needed before it is handed in. */
  village?: string;
  /** What is sold. Needed before it is handed in. */
  statement?: string;
};

/** What a category is. */
export type SaveServiceCategoryInput = {
  /** Which one to change; left out: a new one. */
  categoryId?: string | number | null | undefined;
  /** Of a new one: the broader category. */
  parentCategoryId?: string | number | null | undefined;
  /** 3 to 40 of a-z, 0-9 and hyphens; never changes. */
  slug: string;
  /** Its name in Bengali. */
  nameBn: string;
  /** Its name in English. */
  nameEn: string;
  /** What sort of service it is. */
  kind: ServiceKind;
  /** How its services are used. */
  ways: Array<ServiceWay>;
  /** Units of price, the usual one first. */
  units: Array<string>;
  /** Whether one is needed. */
  needsLicence?: boolean;
  /** Whether one may choose. */
  genderChoice?: boolean;
  /** Whether several come. */
  groupBooking?: boolean;
  /** What officers have to see before they let one work. */
  papers?: Array<MediaKind>;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

/** What sort of thing is searched for. */
export type SearchKind =
  /** A service that can be used. */
  | 'SERVICE'
  /** An animal that can be bought or bargained for. */
  | 'ANIMAL'
  /** An auction that runs or is to come. */
  | 'LOT'
  /** A place or a vehicle for rent. */
  | 'RENTAL'
  /** What is called or given, and not chosen from a list: an ambulance, blood. */
  | 'CATEGORY'
  /** Something that a shop sells. */
  | 'PRODUCT'
  /** A shop. */
  | 'SHOP';

/** How far an application to sell has come. */
export type SellerApplicationState =
  /** Not handed in yet. */
  | 'DRAFT'
  /** It waits for an officer. */
  | 'SUBMITTED'
  /** An officer wants to know more. */
  | 'NEEDS_INFO'
  /** The person may sell. */
  | 'VERIFIED'
  /** An officer said no. */
  | 'REJECTED'
  /** The person may not sell for now. */
  | 'SUSPENDED'
  /** Two officers ended the right to sell. */
  | 'TERMINATED';

/** What can be done with an application to sell. */
export type SellerMove =
  /** Hand it in. */
  | 'SUBMIT'
  /** Let the person sell. */
  | 'VERIFY'
  /** Ask for what is missing. */
  | 'ASK_FOR_MORE'
  /** Say no. */
  | 'REJECT'
  /** Take the right to sell away for now. */
  | 'SUSPEND'
  /** Give the right to sell back. */
  | 'RESTORE'
  /** End the right to sell; two officers must say so. */
  | 'TERMINATE';

/** Where a person's own earnings shall be sent. */
export type SellerPayoutInput = {
  /** By which way. */
  method: PayoutMethod;
  /** The mobile number, or that of the bank account. */
  number: string;
  /** In whose name it stands. */
  holder: string;
  /** Made by the client, one a change. */
  idempotencyKey: string;
  /** Bank and branch, for BANK. */
  bank?: string;
};

/** Where a number stands. */
export type SerialState =
  /** Its turn has not come. */
  | 'WAITING'
  /** It is being served. */
  | 'CALLED'
  /** Done. */
  | 'SERVED'
  /** It was called and nobody came; one may return once. */
  | 'SKIPPED'
  /** It was given back, or the sitting ended before. */
  | 'LEFT';

/** What a citizen looks for. What is left out does not matter. */
export type ServiceFilter = {
  /** This kind of service, finer kinds among it. */
  categoryId?: string | number | null | undefined;
  /** Offered in this place: a union, an upazila, the district. */
  within?: string | number | null | undefined;
  /** With a price of at most that. */
  maxPrice?: number | null | undefined;
  /** By somebody who is free now. */
  freeNow?: boolean;
  /** By such a person. */
  gender?: Gender | null | undefined;
  /** Used in this way. */
  way?: ServiceWay | null | undefined;
};

/** What sort of service it is. */
export type ServiceKind =
  /** Somebody comes, or one goes there. */
  | 'ON_DEMAND_VISIT'
  /** Somebody gives, and nobody pays. */
  | 'DONOR'
  /** Somebody drives. */
  | 'TRANSPORT'
  /** Something is lent for money. */
  | 'RENTAL'
  /** One is received at a time or by number. */
  | 'APPOINTMENT'
  /** Somebody comes at once. */
  | 'EMERGENCY';

/** What can be done with a service on offer. */
export type ServiceMove =
  /** Hand it in. */
  | 'SUBMIT'
  /** Let it be shown. */
  | 'APPROVE'
  /** Send it back. */
  | 'REJECT'
  /** Write it anew. */
  | 'REVISE'
  /** Take it off for a while. */
  | 'PAUSE'
  /** Offer it again. */
  | 'RESUME'
  /** Hide it because nobody confirmed it for long. */
  | 'GROW_STALE'
  /** Say that it is still right. */
  | 'CONFIRM'
  /** Send it to the officers because its licence ran out. */
  | 'LICENCE_ENDED'
  /** Offer it no more. */
  | 'RETIRE';

/** Where a service on offer stands. */
export type ServiceState =
  /** Not handed in yet. */
  | 'DRAFT'
  /** It waits for an officer. */
  | 'PENDING_REVIEW'
  /** It is shown, and can be used. */
  | 'ACTIVE'
  /** Its provider took it off for a while. */
  | 'PAUSED'
  /** Nobody confirmed it for ninety days. */
  | 'STALE'
  /** An officer sent it back. */
  | 'REJECTED'
  /** It is offered no more. */
  | 'RETIRED';

/** How a service is used to its end. */
export type ServiceWay =
  /** A time is booked. */
  | 'BOOKING'
  /** A number is taken at a sitting. */
  | 'SERIAL'
  /** A vehicle is called. */
  | 'TRIP'
  /** Something is rented. */
  | 'RENTAL'
  /** Blood is given. */
  | 'DONATION';

/** Where a day of a haat stands. */
export type SessionState =
  /** Announced. */
  | 'PLANNED'
  /** The haat is held. */
  | 'OPEN'
  /** No new lots; those that run come to their end. */
  | 'CLOSING'
  /** Over. */
  | 'CLOSED'
  /** Over, and its figures are published. */
  | 'REPORTED';

/** What becomes of such money. */
export type SetAsideChoice =
  /** It counts for what was due; what is over goes back. */
  | 'TAKE'
  /** All of it goes back. */
  | 'GIVE_BACK';

/** What the platform keeps of earnings. */
export type SetCommissionInput = {
  /** Of whom: seller or shop. */
  kind: string;
  /** Hundredths of a percent, 1000 at most. */
  basisPoints: number;
  /** Made by the client, one a change. */
  idempotencyKey: string;
};

/** What proves a part of a deal. */
export type SetDealProofInput = {
  /** Which deal. */
  dealId: string | number;
  /** What it proves. */
  proof: Proof;
  /** In order, at most six; what is left out goes. */
  media: Array<PictureInput>;
};

/** What bidders leave at a haat: 0 and 0 for nothing. */
export type SetDepositRuleInput = {
  /** At which haat. */
  haatId: string | number;
  /** Hundredths of a percent of the bidder's maximum, 1000 at most. */
  basisPoints: number;
  /** The least, whole taka as paisa. */
  floor: number;
  /** The most; null: no limit. */
  ceiling?: number | null | undefined;
};

/** A hasil: either a share of the price (`basisPoints`) or a sum (`perHead`). */
export type SetHasilRuleInput = {
  /** At which haat. */
  haatId: string | number;
  /** The paper that allows it. */
  legalRef: string;
  /** For this kind, by slug; null: for all without a rule of theirs. */
  species?: string | null | undefined;
  /** Hundredths of a percent of the price, 2000 at most. */
  basisPoints?: number | null | undefined;
  /** Whole taka for each animal. */
  perHead?: number | null | undefined;
  /** The most that a share comes to, in whole taka. */
  cap?: number | null | undefined;
  /** From when on; null: from now. */
  validFrom?: string | null | undefined;
};

/** The papers that prove who you are. */
export type SetPapersInput = {
  /** In order; what is left out goes. */
  media: Array<PictureInput>;
};

/** The photo for your profile. */
export type SetPortraitInput = {
  /** The photo; without one the profile shows none. */
  picture?: PictureInput | null | undefined;
};

/** How a provider works. */
export type SetProviderTermsInput = {
  /** How many at one time, 1 to 50. */
  seats?: number;
  /** Kept free before work. */
  bufferBeforeMinutes?: number;
  /** Kept free after work. */
  bufferAfterMinutes?: number;
  /** The least time ahead. */
  noticeMinutes?: number;
  /** The most days ahead, to 180. */
  horizonDays?: number;
  /** Say yes to all at once. */
  instant?: boolean;
};

/** What a shop wears. */
export type SetShopLooksInput = {
  /** Null: none. */
  logo?: PictureInput | null | undefined;
  /** Null: none. */
  cover?: PictureInput | null | undefined;
};

/** How a shop hands goods over and takes money. */
export type SetShopTermsInput = {
  /** Seven days from Monday, each with its spans; [] for open at all times. */
  week: Array<Array<WorkingSpanInput>>;
  /** Whether it brings goods. */
  delivers?: boolean;
  /** What that costs. */
  deliveryFee?: number;
  /** Whether one may fetch them. */
  pickup?: boolean;
  /** Whether it takes cash then. */
  takesCash?: boolean;
};

/** What is expected of an officer. */
export type SetTargetInput = {
  /** Of whom. */
  officerId: string | number;
  /** In what. */
  indicator: OfficerIndicator;
  /** Any day of the month; it must not be over. */
  month: string;
  /** A count, or whole percent where it is one. */
  target: number;
};

/** Where a share stands. */
export type ShareState =
  /** Kept for somebody who is paying. */
  | 'HELD'
  /** Paid, and held for the seller. */
  | 'PAID'
  /** Not paid in time, or left to others. */
  | 'LAPSED'
  /** Its money is on its way back. */
  | 'RETURNED';

/** When a shop is on holiday. */
export type ShopHolidayInput = {
  /** From when. */
  closedFrom?: string | null | undefined;
  /** Until when. Both null: it is back. */
  closedTo?: string | null | undefined;
};

/** What can be done with a shop. */
export type ShopMove =
  /** Hand it to an officer, who opens it. */
  | 'PUBLISH'
  /** Let it be open. */
  | 'VERIFY'
  /** Ask for what is missing. */
  | 'ASK_FOR_MORE'
  /** Say no. */
  | 'REJECT'
  /** Take no orders for now. */
  | 'PAUSE'
  /** Take orders again. */
  | 'RESUME'
  /** Close it for now. */
  | 'SUSPEND'
  /** Let it be open again. */
  | 'RESTORE'
  /** Close it for good. */
  | 'CLOSE'
  /** Close it for good by force, when a second officer says so too. */
  | 'TERMINATE';

/** Where a shop's earnings shall be sent. */
export type ShopPayoutInput = {
  /** By which way. */
  method: PayoutMethod;
  /** The mobile number, or that of the bank account. */
  number: string;
  /** In whose name it stands. */
  holder: string;
  /** Made by the client, one a change. */
  idempotencyKey: string;
  /** Bank and branch, for BANK. */
  bank?: string;
  /** Whose earnings: a shop of the viewer. */
  shopId: string | number;
};

/** What a shop says of itself. */
export type ShopSignInput = {
  /** Its word in addresses: 3 to 40 small letters, ... */
  slug: string;
  /** Its name in Bengali, 1 to 80 characters. */
  nameBn: string;
  /** A mobile number of Bangladesh; everybody sees it. */
  phone: string;
  /** The union or municipality it is in. */
  placeId: string | number;
  /** Its name in English. */
  nameEn?: string;
  /** Needed before it is published. */
  about?: string;
  /** Village, road or market. */
  address?: string;
  /** Its own host name, if it has one. */
  host?: string;
  /** As #rrggbb. */
  primaryColor?: string;
  /** As #rrggbb. */
  accentColor?: string;
};

/** How far a shop has come. */
export type ShopState =
  /** Not published yet. */
  | 'DRAFT'
  /** It waits for an officer. */
  | 'SUBMITTED'
  /** An officer wants to know more. */
  | 'NEEDS_INFO'
  /** It is open. */
  | 'VERIFIED'
  /** Its owner takes no orders for now. */
  | 'PAUSED'
  /** An officer said no. */
  | 'REJECTED'
  /** An officer closed it for now. */
  | 'SUSPENDED'
  /** It is closed for good. */
  | 'TERMINATED';

/** How the goods of one shop come. */
export type ShopWayInput = {
  /** Of which shop. */
  shopId: string | number;
  /** How; by courier, if nothing is said. */
  way: DeliveryWay;
};

/** Where a sitting stands. */
export type SittingState =
  /** Announced. */
  | 'PLANNED'
  /** People are being served. */
  | 'OPEN'
  /** Over. */
  | 'CLOSED'
  /** Called off. */
  | 'CANCELLED';

/** An animal for the auction. */
export type SubmitLotInput = {
  /** Which animal. */
  animalId: string | number;
  /** At which haat. */
  haatId: string | number;
  /** Where bidding starts, whole taka as paisa. */
  start: number;
  /** Made by the client, one for each lot. */
  idempotencyKey: string;
  /** Hidden: for less the animal is not sold. */
  reserve?: number | null | undefined;
  /** When you would like it; the officer decides. */
  wishedAt?: string | null | undefined;
  /** Left out, it is made for you. */
  titleBn?: string;
  /** Left out, it is made for you. */
  titleEn?: string;
  /** What buyers should know. */
  description?: string;
};

/** A browser's push subscription, as the Push API tells it. */
export type SubscribeToPushInput = {
  /** Where to push to: `endpoint`. */
  endpoint: string;
  /** Its key, as base64url: `keys.p256dh`. */
  p256dh: string;
  /** Its secret, as base64url: `keys.auth`. */
  auth: string;
};

/** A number on or in the animal. */
export type TagInput = {
  /** std.iso.11785, bd.binli or farm.tag. */
  scheme: string;
  /** The number; Bengali digits are understood. */
  value: string;
};

/** Whether a trip's way can be seen. */
export type Tracking =
  /** The driver's phone tells where he is. */
  | 'GPS'
  /** The desk reached the driver by voice; nobody sees where he is. */
  | 'NONE';

/** What is asked for. */
export type TripKind =
  /** Somebody is ill or hurt. The search never ends in silence. */
  | 'AMBULANCE'
  /** An auto-rickshaw. */
  | 'AUTO'
  /** A rickshaw. */
  | 'RICKSHAW'
  /** A car or microbus, with its driver. */
  | 'CAR'
  /** A boat. */
  | 'BOAT'
  /** Goods or animals are to be carried. */
  | 'GOODS'
  /** A driver for the vehicle that one has. */
  | 'DRIVER'
  /** Somebody with a skill is to come to the door. */
  | 'HOME_SERVICE';

/** What can be done with a trip. */
export type TripMove =
  /** Send somebody, now that the caller was rung. */
  | 'CONFIRM'
  /** Its hour has come near. */
  | 'BEGIN_SEARCH'
  /** Take it, as a driver to whom it is offered. */
  | 'ACCEPT'
  /** Give it to a driver reached by voice. */
  | 'ASSIGN'
  /** Say that the driver is on the way. */
  | 'SET_OUT'
  /** Say that the driver is at the pickup. */
  | 'ARRIVE'
  /** Begin the way. */
  | 'START'
  /** End it. */
  | 'COMPLETE'
  /** Give it back, or take it from its driver. */
  | 'DROP'
  /** Call it off. */
  | 'CANCEL'
  /** Nobody came forward. */
  | 'GIVE_UP'
  /** People are called. */
  | 'ESCALATE';

/** As what somebody stands before a trip. */
export type TripParty =
  /** It was asked for by, or for, the person. */
  | 'RIDER'
  /** The person drives it. */
  | 'DRIVER'
  /** The person sits at the desk of its area. */
  | 'DISPATCHER'
  /** Nobody: a time has come. */
  | 'CLOCK';

/** Why a trip was called off, dropped or ended early; ONDC's codes 000 to 014. */
export type TripReason =
  /** 000: something does not work. */
  | 'TECHNICAL'
  /** 001: the driver does not move. */
  | 'DRIVER_NOT_MOVING'
  /** 002: the driver cannot be reached. */
  | 'DRIVER_NOT_REACHABLE'
  /** 003: the driver asked for it. */
  | 'DRIVER_ASKED'
  /** 004: the place was wrong. */
  | 'WRONG_PICKUP'
  /** 005: it was asked for by mistake. */
  | 'BY_MISTAKE'
  /** 011: there is no driver. */
  | 'NO_DRIVER'
  /** 012: the rider is not there. */
  | 'RIDER_ABSENT'
  /** 013: it was taken by mistake. */
  | 'ACCEPTED_BY_MISTAKE'
  /** 014: the rider cannot be reached. */
  | 'RIDER_NOT_REACHABLE';

/** How far a trip has come. */
export type TripState =
  /** The desk rings first: too many drivers came to this phone in vain. */
  | 'AT_DESK'
  /** Its hour is to come. */
  | 'SCHEDULED'
  /** Drivers are asked. */
  | 'SEARCHING'
  /** No ambulance answered; people are called, each minute. */
  | 'ESCALATED'
  /** A driver has it. */
  | 'ASSIGNED'
  /** He is on the way to the pickup. */
  | 'EN_ROUTE'
  /** He is there. */
  | 'ARRIVED'
  /** The way has begun. */
  | 'IN_TRIP'
  /** It is over. */
  | 'COMPLETED'
  /** It was called off before it began. */
  | 'CANCELLED'
  /** Nobody came forward. */
  | 'NO_DRIVER';

/** One form of a product. */
export type VariantInput = {
  /** What one unit costs, whole taka as paisa. */
  price: number;
  /** A value for each of the product's options. */
  choices?: Array<string>;
  /** How many lie at the shop. */
  onHand?: number;
};

/** What can be done with a hire. */
export type VehicleHireMove =
  /** Say yes. */
  | 'CONFIRM'
  /** Say no. */
  | 'DECLINE'
  /** Call it off. */
  | 'CANCEL'
  /** The journey is over. */
  | 'FINISH'
  /** Let it run out. */
  | 'EXPIRE';

/** Where a vehicle's hire stands. */
export type VehicleHireState =
  /** Asked for; the days are kept. */
  | 'REQUESTED'
  /** The owner said yes. */
  | 'CONFIRMED'
  /** It is over. */
  | 'DONE'
  /** The owner said no. */
  | 'DECLINED'
  /** It was called off. */
  | 'CANCELLED'
  /** Nobody answered in time. */
  | 'EXPIRED';

/** With what somebody comes. */
export type VehicleKind =
  /** An ambulance without air conditioning. */
  | 'AMBULANCE_NON_AC'
  /** An ambulance with air conditioning. */
  | 'AMBULANCE_AC'
  /** An ambulance with a ventilator. */
  | 'AMBULANCE_ICU'
  /** A van that carries the dead. */
  | 'AMBULANCE_FREEZER'
  /** An ambulance on water. */
  | 'AMBULANCE_BOAT'
  /** An auto-rickshaw. */
  | 'AUTO'
  /** A rickshaw. */
  | 'RICKSHAW'
  /** A car. */
  | 'CAR'
  /** A microbus. */
  | 'MICROBUS'
  /** A pickup for goods and animals. */
  | 'PICKUP'
  /** A boat. */
  | 'BOAT'
  /** No vehicle: a person with a skill. */
  | 'ON_FOOT';

/** Whether a vehicle may be used. */
export type VehicleState =
  /** No officer has seen it yet. */
  | 'PENDING'
  /** It may be used. */
  | 'VERIFIED'
  /** It may not be used. */
  | 'REJECTED'
  /** Its driver has put it out of use. */
  | 'RETIRED';

/** Where the work is done. */
export type Venue =
  /** At the citizen's. */
  | 'CUSTOMER'
  /** At the provider's. */
  | 'PROVIDER';

/** What can be done with a visit. */
export type ViewingMove =
  /** Say yes. */
  | 'CONFIRM'
  /** Say no. */
  | 'DECLINE'
  /** Call it off. */
  | 'CANCEL'
  /** It took place. */
  | 'FINISH'
  /** Let it run out. */
  | 'EXPIRE';

/** Where a visit stands. */
export type ViewingState =
  /** Asked for. */
  | 'REQUESTED'
  /** The owner said yes; the address and the phones are told. */
  | 'CONFIRMED'
  /** It took place. */
  | 'DONE'
  /** The owner said no. */
  | 'DECLINED'
  /** It was called off. */
  | 'CANCELLED'
  /** Nobody answered in time. */
  | 'EXPIRED';

/** A weighing of an animal. */
export type WeighAnimalInput = {
  /** Which animal. */
  animalId: string | number;
  /** The weighing. */
  weight: WeightInput;
};

/** A weighing. */
export type WeightInput = {
  /** In grams. */
  grams: number;
  /** How it was found. */
  method: WeightMethod;
  /** When; not in the future. */
  measuredAt: string;
  /** With what. */
  device?: string;
  /** How long it had not eaten. */
  hoursOffFeed?: number | null | undefined;
};

/** How a weight was found, in ICAR's words. */
export type WeightMethod =
  /** On a scale. */
  | 'LOAD_CELL'
  /** From its chest and length, by tape. */
  | 'GIRTH'
  /** By a trained eye. */
  | 'ASSESSED'
  /** On a scale that it walks over. */
  | 'WALK_OVER'
  /** Computed from earlier weighings. */
  | 'PREDICTED'
  /** From pictures. */
  | 'IMAGED'
  /** On a scale under its forelegs. */
  | 'FRONT_END_CORRELATED'
  /** The average of a group weighed together. */
  | 'GROUP_AVERAGE';

/** A time of a day in Dhaka, in minutes from its midnight. */
export type WorkingSpanInput = {
  /** From, 0 to 1439. */
  opens: number;
  /** To, up to 1440. */
  closes: number;
};

/** A quote for a booking. */
export type WriteQuoteInput = {
  /** For which. */
  bookingId: string | number;
  /** One to twenty. */
  lines: Array<QuoteLineInput>;
  /** Up to 500 characters. */
  note?: string;
  /** Made by the client, once for this wish. */
  idempotencyKey: string;
};

export type AboutPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AboutPageQuery = { receiptKey: string, attributions: Array<{ notice: string, license: string, licenseUrl: string, coversBn: string, coversEn: string }> };

export type AimFragment = { indicator: OfficerIndicator, month: string, target: number | null, actual: number | null, cases: number };

export type AimsQueryVariables = Exact<{
  month: string;
}>;


export type AimsQuery = { myAims: Array<{ indicator: OfficerIndicator, month: string, target: number | null, actual: number | null, cases: number }>, supervisedOfficers: Array<{ officerId: string, name: string, aims: Array<{ indicator: OfficerIndicator, month: string, target: number | null, actual: number | null, cases: number }> }> };

export type SetAimMutationVariables = Exact<{
  input: SetTargetInput;
}>;


export type SetAimMutation = { setTarget:
    | { __typename: 'OfficerAim' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SellersOfQueryVariables = Exact<{
  states: Array<SellerApplicationState> | SellerApplicationState;
  after?: string | null | undefined;
}>;


export type SellersOfQuery = { sellerApplications: { edges: Array<{ node: { id: string, state: SellerApplicationState, farmName: string, contactPhone: string, applicantName: string, village: string, statement: string, reason: string, endingAsked: boolean, submittedAt: string | null, dueAt: string | null, allowedMoves: Array<SellerMove>, papers: Array<{ id: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DecideSellerMutationVariables = Exact<{
  applicationId: string | number;
  decision: SellerMove;
  reason: string;
}>;


export type DecideSellerMutation = { decideSellerApplication:
    | { __typename: 'SellerApplication' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillOwing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AssistanceNowQueryVariables = Exact<{ [key: string]: never; }>;


export type AssistanceNowQuery = { serverNow: string, assistance: { id: string, citizen: string, endsAt: string, deeds: Array<{ at: string, bn: string, en: string }> } | null };

export type EndAssistanceMutationVariables = Exact<{
  id: string | number;
}>;


export type EndAssistanceMutation = { endAssistance:
    | { __typename: 'Assistance' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AssistedFragment = { id: string, citizen: string, citizenId: string, operator: string, openedAt: string, endsAt: string, endedAt: string | null, endedBecause: string | null, deeds: Array<{ at: string, bn: string, en: string }> };

export type MyAssistancesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyAssistancesQuery = { myAssistances: { edges: Array<{ node: { id: string, citizen: string, citizenId: string, operator: string, openedAt: string, endsAt: string, endedAt: string | null, endedBecause: string | null, deeds: Array<{ at: string, bn: string, en: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AskCitizenMutationVariables = Exact<{
  phone: string;
}>;


export type AskCitizenMutation = { askAssistance:
    | { __typename: 'CodeSent', resendAt: string }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'CodeNotSent', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AssistingTooOften', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginAssistanceMutationVariables = Exact<{
  phone: string;
  code: string;
  name: string;
}>;


export type BeginAssistanceMutation = { openAssistance:
    | { __typename: 'AssistanceOpened', accessToken: string, assistance: { id: string, citizen: string, citizenId: string, endsAt: string } }
    | { __typename: 'CodeNotRight', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AssistingAlready', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AuditQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditQuery = { auditEntries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, at: string, actorId: string | null, actorName: string | null, secondOfficerId: string | null, secondOfficerName: string | null, onBehalfOfId: string | null, onBehalfOfName: string | null, objectId: string | null, personName: string | null, reason: string, commandId: string | null, what: { bn: string, en: string }, exactly: { bn: string, en: string } | null } }> } };

export type AuditKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditKindsQuery = { auditKinds: Array<{ kind: string, words: { bn: string, en: string } }> };

export type AuditFileQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
}>;


export type AuditFileQuery = { auditExport: { url: string } };

export type BarringLotsQueryVariables = Exact<{ [key: string]: never; }>;


export type BarringLotsQuery = { myHaats: Array<{ id: string }>, running: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, bidderCount: number, haat: { id: string } } }> }, ended: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, bidderCount: number, haat: { id: string } } }> } };

export type BarringLotFragment = { id: string, number: number, titleBn: string, titleEn: string, bidderCount: number, haat: { id: string } };

export type RevealBidderMutationVariables = Exact<{
  lotId: string | number;
  bidder: number;
  reason: string;
}>;


export type RevealBidderMutation = { revealBidder:
    | { __typename: 'RevealedBidder', accountId: string, haatId: string, name: string }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskForBanMutationVariables = Exact<{
  input: AskBanInput;
}>;


export type AskForBanMutation = { askBan:
    | { __typename: 'BiddingBan' }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type StallFragment = { id: string, slug: string, nameBn: string, nameEn: string, openNow: boolean, delivers: boolean, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, logo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, cover: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, newestProducts: Array<{ id: string, nameBn: string, nameEn: string, unit: string, fromPrice: number | null }> };

export type BazarPageQueryVariables = Exact<{
  within?: string | number | null | undefined;
  outside?: string | number | null | undefined;
  categoryId?: string | number | null | undefined;
  openNow: boolean;
  after?: string | null | undefined;
}>;


export type BazarPageQuery = { shops: { edges: Array<{ node: { id: string, slug: string, nameBn: string, nameEn: string, openNow: boolean, delivers: boolean, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, logo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, cover: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, newestProducts: Array<{ id: string, nameBn: string, nameEn: string, unit: string, fromPrice: number | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BazarChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type BazarChoicesQuery = { productCategories: Array<{ id: string, nameBn: string, nameEn: string }>, place: { id: string, children: Array<{ id: string, nameBn: string, nameEn: string }> } | null };

export type PartsOfQueryVariables = Exact<{
  upazilaId: string | number;
}>;


export type PartsOfQuery = { place: { id: string, children: Array<{ id: string, nameBn: string, nameEn: string }> } | null };

export type UnreadQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadQuery = { unreadNotifications: number };

export type ShopsWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopsWaitingQuery = { shopsWaiting: { edges: Array<{ node: { id: string, slug: string, nameBn: string, nameEn: string, about: string, phone: string, address: string, state: ShopState, reason: string | null, decisionDueAt: string | null, allowedTransitions: Array<ShopMove>, endingAsked: { id: string, choice: string, reason: string, askedByName: string, mine: boolean } | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } } }> } };

export type AskingFragment = { id: string, choice: string, reason: string, askedByName: string, mine: boolean };

export type DecideShopMutationVariables = Exact<{
  shopId: string | number;
  decision: ShopMove;
  reason: string;
}>;


export type DecideShopMutation = { decideShop:
    | { __typename: 'Shop' }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillOwing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DealsWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type DealsWaitingQuery = { dealsWaiting: { edges: Array<{ node: { id: string, state: DealState, amount: number, buyerName: string, sellerName: string, payBy: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }> } };

export type ProvidersWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvidersWaitingQuery = { providerApplications: { edges: Array<{ node: { id: string, name: string, about: string, state: ProviderState, reason: string | null, decisionDueAt: string | null, missingPapers: Array<MediaKind>, allowedTransitions: Array<ProviderMove>, papers: Array<{ id: string }>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } } }> } };

export type DisputesWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type DisputesWaitingQuery = { bookingDisputes: { edges: Array<{ node: { id: string, startsAt: string, price: number, reason: string, citizenName: string, provider: { name: string }, service: { titleBn: string, titleEn: string } } }> }, forcedActs: { edges: Array<{ node: { subjectId: string, id: string, choice: string, reason: string, askedByName: string, mine: boolean } }> }, deductionDisputes: { edges: Array<{ node: { id: string, label: string, note: string, claimedAmount: number, unit: { titleBn: string, titleEn: string, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } } }> } };

export type DecideBookingMutationVariables = Exact<{
  bookingId: string | number;
  forCitizen: boolean;
  reason: string;
}>;


export type DecideBookingMutation = { decideDispute:
    | { __typename: 'Booking' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DecideClaimMutationVariables = Exact<{
  deductionId: string | number;
  amount: number;
  reason: string;
}>;


export type DecideClaimMutation = { decideDeduction:
    | { __typename: 'Deduction' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DecideDeskMutationVariables = Exact<{
  providerId: string | number;
  decision: ProviderMove;
  reason: string;
}>;


export type DecideDeskMutation = { decideProvider:
    | { __typename: 'Provider' }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PapersMissing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillOwing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DriversToDecideQueryVariables = Exact<{
  waiting: boolean;
  after?: string | null | undefined;
}>;


export type DriversToDecideQuery = { drivers: { edges: Array<{ node: { id: string, state: string, name: string, contactPhone: string, licenceNo: string, licenceUntil: string | null, statement: string, missingPapers: Array<MediaKind>, reason: string, dueAt: string | null, endingAsked: boolean, papers: Array<{ id: string }>, vehicles: Array<{ id: string, kind: VehicleKind, plateNo: string, seats: number, state: VehicleState, reason: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DecideDriverMutationVariables = Exact<{
  driverId: string | number;
  decision: DriverDecision;
  reason: string;
}>;


export type DecideDriverMutation = { decideDriver:
    | { __typename: 'Driver' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PapersMissing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillOwing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DecideVehicleMutationVariables = Exact<{
  vehicleId: string | number;
  usable: boolean;
  reason: string;
}>;


export type DecideVehicleMutation = { decideVehicle:
    | { __typename: 'Vehicle' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PapersMissing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BansWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type BansWaitingQuery = { biddingBans: { edges: Array<{ node: { id: string, name: string, standing: string, until: string, reason: string } }> } };

export type AgreeToBanMutationVariables = Exact<{
  banId: string | number;
}>;


export type AgreeToBanMutation = { confirmBan:
    | { __typename: 'BiddingBan' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LiftBanMutationVariables = Exact<{
  banId: string | number;
  reason: string;
}>;


export type LiftBanMutation = { liftBan:
    | { __typename: 'BiddingBan' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type UnitCardFragment = { id: string, kind: RentalKind, state: RentalUnitState, titleBn: string, titleEn: string, rentAmount: number, advanceAmount: number, rooms: number | null, areaSqft: number | null, seats: number | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null };

export type UnitViewFragment = { description: string, address: string | null, serviceChargeAmount: number, floor: number | null, tenants: RentalTenants, amenities: Array<string>, ownerName: string, confirmedAt: string, hiddenBy: string, mine: boolean, allowedTransitions: Array<RentalUnitMove>, id: string, kind: RentalKind, state: RentalUnitState, titleBn: string, titleEn: string, rentAmount: number, advanceAmount: number, rooms: number | null, areaSqft: number | null, seats: number | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null };

export type VisitFragment = { id: string, state: ViewingState, startsAt: string, note: string, visitorName: string, phone: string | null, allowedTransitions: Array<ViewingMove>, unit: { id: string, titleBn: string, titleEn: string, address: string | null, mine: boolean, state: RentalUnitState } };

export type HiredFragment = { id: string, state: VehicleHireState, firstDay: string, untilDay: string, amount: number, pickup: string, note: string, dueAt: string | null, hirerName: string, phone: string | null, allowedTransitions: Array<VehicleHireMove>, unit: { id: string, titleBn: string, titleEn: string, mine: boolean } };

export type TenancyViewFragment = { id: string, state: RentalAgreementState, letting: boolean, landlordName: string, tenantName: string, phone: string | null, rentAmount: number, serviceChargeAmount: number, advanceAmount: number, startsOn: string, noticeDays: number, terms: string, dueAt: string | null, handedOverAt: string | null, returnedAt: string | null, leavesOn: string | null, settledAt: string | null, advancePaymentId: string | null, allowedTransitions: Array<RentalAgreementMove>, unit: { id: string, titleBn: string, titleEn: string, address: string | null }, dues: Array<{ id: string, month: string, amount: number, paidAt: string | null, inCash: boolean, paymentId: string | null }>, deductions: Array<{ id: string, label: string, claimedAmount: number, amount: number, state: DeductionState, note: string }> };

export type RentalsPageQueryVariables = Exact<{
  filter: RentalFilter;
  after?: string | null | undefined;
}>;


export type RentalsPageQuery = { rentals: { edges: Array<{ node: { id: string, kind: RentalKind, state: RentalUnitState, titleBn: string, titleEn: string, rentAmount: number, advanceAmount: number, rooms: number | null, areaSqft: number | null, seats: number | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RentalPageQueryVariables = Exact<{
  id: string | number;
}>;


export type RentalPageQuery = { rentalUnit: { description: string, address: string | null, serviceChargeAmount: number, floor: number | null, tenants: RentalTenants, amenities: Array<string>, ownerName: string, confirmedAt: string, hiddenBy: string, mine: boolean, allowedTransitions: Array<RentalUnitMove>, id: string, kind: RentalKind, state: RentalUnitState, titleBn: string, titleEn: string, rentAmount: number, advanceAmount: number, rooms: number | null, areaSqft: number | null, seats: number | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null };

export type TenancyPageQueryVariables = Exact<{
  id: string | number;
}>;


export type TenancyPageQuery = { rentalAgreement: { id: string, state: RentalAgreementState, letting: boolean, landlordName: string, tenantName: string, phone: string | null, rentAmount: number, serviceChargeAmount: number, advanceAmount: number, startsOn: string, noticeDays: number, terms: string, dueAt: string | null, handedOverAt: string | null, returnedAt: string | null, leavesOn: string | null, settledAt: string | null, advancePaymentId: string | null, allowedTransitions: Array<RentalAgreementMove>, unit: { id: string, titleBn: string, titleEn: string, address: string | null }, dues: Array<{ id: string, month: string, amount: number, paidAt: string | null, inCash: boolean, paymentId: string | null }>, deductions: Array<{ id: string, label: string, claimedAmount: number, amount: number, state: DeductionState, note: string }> } | null };

export type RentBillQueryVariables = Exact<{
  id: string | number;
}>;


export type RentBillQuery = { payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null };

export type FollowTenancySubscriptionVariables = Exact<{
  agreementId: string | number;
  after?: string | null | undefined;
}>;


export type FollowTenancySubscription = { rentalEvents:
    | { __typename: 'RentalSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'AgreementMoved', cursor: string, seq: number }
    | { __typename: 'KeysMoved', cursor: string, seq: number }
    | { __typename: 'RentBecameDue', cursor: string, seq: number }
    | { __typename: 'RentPaid', cursor: string, seq: number }
    | { __typename: 'DeductionsMoved', cursor: string, seq: number }
    | { __typename: 'AdvanceSettled', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type TakeTenancyMutationVariables = Exact<{
  agreementId: string | number;
}>;


export type TakeTenancyMutation = { acceptAgreement:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'OfferOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'UnitAgreed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LeaveTenancyMutationVariables = Exact<{
  agreementId: string | number;
}>;


export type LeaveTenancyMutation = { declineAgreement:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeOfferBackMutationVariables = Exact<{
  agreementId: string | number;
}>;


export type TakeOfferBackMutation = { withdrawAgreement:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type GiveKeysMutationVariables = Exact<{
  agreementId: string | number;
}>;


export type GiveKeysMutation = { handOverKeys:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'KeysNotBack', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'KeysAlreadyMoved', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type KeysAreBackMutationVariables = Exact<{
  agreementId: string | number;
}>;


export type KeysAreBackMutation = { returnKeys:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'KeysNotBack', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'KeysAlreadyMoved', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayNoticeMutationVariables = Exact<{
  agreementId: string | number;
  leavesOn: string;
}>;


export type SayNoticeMutation = { giveRentalNotice:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'NoticeTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RentInCashMutationVariables = Exact<{
  rentDueId: string | number;
}>;


export type RentInCashMutation = { takeRentInCash:
    | { __typename: 'RentDue' }
    | { __typename: 'DueSettled', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type NeedFragment = { id: string, group: BloodGroup, units: number, confirmed: number, given: number, state: BloodRequestState, hospital: string, note: string, neededBy: string, rings: number, exhausted: boolean, mine: boolean, allowedTransitions: Array<BloodRequestMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null };

export type GiverFragment = { id: string, state: DonationOfferState, exact: boolean, group: BloodGroup, mine: boolean, phone: string | null, name: string | null, givenOn: string | null, reason: string, allowedTransitions: Array<DonationOfferMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null };

export type BloodPageQueryVariables = Exact<{ [key: string]: never; }>;


export type BloodPageQuery = { myBloodDonor: { id: string, group: BloodGroup, bornOn: string | null, weightKg: number | null, available: boolean, lastGivenOn: string | null, eligibleOn: string | null, rested: boolean, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null, myBloodRequests: { edges: Array<{ node: { id: string, group: BloodGroup, units: number, confirmed: number, given: number, state: BloodRequestState, hospital: string, note: string, neededBy: string, rings: number, exhausted: boolean, mine: boolean, allowedTransitions: Array<BloodRequestMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } }> }, myDonationOffers: { edges: Array<{ node: { id: string, state: DonationOfferState, exact: boolean, group: BloodGroup, mine: boolean, phone: string | null, name: string | null, givenOn: string | null, reason: string, allowedTransitions: Array<DonationOfferMove>, request: { id: string, group: BloodGroup, units: number, confirmed: number, given: number, state: BloodRequestState, hospital: string, note: string, neededBy: string, rings: number, exhausted: boolean, mine: boolean, allowedTransitions: Array<BloodRequestMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } }> } };

export type NeedPageQueryVariables = Exact<{
  id: string | number;
}>;


export type NeedPageQuery = { bloodRequest: { id: string, group: BloodGroup, units: number, confirmed: number, given: number, state: BloodRequestState, hospital: string, note: string, neededBy: string, rings: number, exhausted: boolean, mine: boolean, allowedTransitions: Array<BloodRequestMove>, offers: Array<{ id: string, state: DonationOfferState, exact: boolean, group: BloodGroup, mine: boolean, phone: string | null, name: string | null, givenOn: string | null, reason: string, allowedTransitions: Array<DonationOfferMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null }>, myOffer: { id: string, state: DonationOfferState, exact: boolean, group: BloodGroup, mine: boolean, phone: string | null, name: string | null, givenOn: string | null, reason: string, allowedTransitions: Array<DonationOfferMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null };

export type FollowNeedSubscriptionVariables = Exact<{
  requestId: string | number;
  after?: string | null | undefined;
}>;


export type FollowNeedSubscription = { bloodRequestEvents:
    | { __typename: 'BloodRequestSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'BloodRequested', cursor: string, seq: number }
    | { __typename: 'DonorsInvited', cursor: string, seq: number }
    | { __typename: 'NoDonorLeft', cursor: string, seq: number }
    | { __typename: 'DonationOfferMoved', cursor: string, seq: number }
    | { __typename: 'BloodRequestClosed', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type AskForBloodMutationVariables = Exact<{
  input: RequestBloodInput;
}>;


export type AskForBloodMutation = { requestBlood:
    | { __typename: 'BloodRequest', id: string }
    | { __typename: 'OpenRequestLimit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallNeedOffMutationVariables = Exact<{
  requestId: string | number;
}>;


export type CallNeedOffMutation = { cancelBloodRequest:
    | { __typename: 'BloodRequest' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayWillingMutationVariables = Exact<{
  donationOfferId: string | number;
}>;


export type SayWillingMutation = { offerToGive:
    | { __typename: 'DonationOffer' }
    | { __typename: 'StillResting', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'RequestOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayNotNowMutationVariables = Exact<{
  donationOfferId: string | number;
}>;


export type SayNotNowMutation = { declineToGive:
    | { __typename: 'DonationOffer' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeWordBackMutationVariables = Exact<{
  donationOfferId: string | number;
}>;


export type TakeWordBackMutation = { withdrawDonation:
    | { __typename: 'DonationOffer' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeDonorMutationVariables = Exact<{
  donationOfferId: string | number;
}>;


export type TakeDonorMutation = { confirmDonor:
    | { __typename: 'DonationOffer' }
    | { __typename: 'UnitsTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'DonorPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillResting', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'RequestOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WriteDonationMutationVariables = Exact<{
  donationOfferId: string | number;
}>;


export type WriteDonationMutation = { recordDonation:
    | { __typename: 'DonationOffer' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SendDonorHomeMutationVariables = Exact<{
  donationOfferId: string | number;
  reason: string;
}>;


export type SendDonorHomeMutation = { deferDonor:
    | { __typename: 'DonationOffer' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SaveGiverMutationVariables = Exact<{
  input: SaveBloodDonorInput;
}>;


export type SaveGiverMutation = { saveBloodDonor:
    | { __typename: 'BloodDonor' }
    | { __typename: 'UnfitToGive', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayCallMeMutationVariables = Exact<{
  available: boolean;
}>;


export type SayCallMeMutation = { setDonorAvailability:
    | { __typename: 'BloodDonor' }
    | { __typename: 'NotADonor', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FittingGroupsQueryVariables = Exact<{
  group: BloodGroup;
}>;


export type FittingGroupsQuery = { compatibleDonors: Array<BloodGroup> };

export type DonationOfferPageQueryVariables = Exact<{
  id: string | number;
}>;


export type DonationOfferPageQuery = { donationOffer: { invitedAt: string, answeredAt: string | null, confirmedAt: string | null, id: string, state: DonationOfferState, exact: boolean, group: BloodGroup, mine: boolean, phone: string | null, name: string | null, givenOn: string | null, reason: string, allowedTransitions: Array<DonationOfferMove>, request: { id: string, group: BloodGroup, units: number, confirmed: number, given: number, state: BloodRequestState, hospital: string, note: string, neededBy: string, rings: number, exhausted: boolean, mine: boolean, allowedTransitions: Array<BloodRequestMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null };

export type BookingViewFragment = { id: string, state: BookingState, version: number, part: string, startsAt: string, finishesAt: string, quantity: number, seats: number, address: string, note: string, price: number, ceilingAmount: number, finalAmount: number | null, fee: number, paidAhead: number, startCode: string | null, phone: string | null, dueAt: string | null, reason: string, cancelledBy: string | null, absent: BookingSide | null, citizenName: string, allowedTransitions: Array<BookingMove>, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, feePayment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, provider: { id: string, name: string }, service: { id: string, titleBn: string, titleEn: string, venue: Venue }, cancelTerms: { fee: number, token: string, validUntil: string } | null, quotes: Array<{ id: string, state: QuoteState, totalAmount: number, note: string, expiresAt: string | null, lines: Array<{ label: string, amount: number }> }>, reviews: Array<{ id: string, by: BookingSide, authorName: string, stars: number, text: string, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> }> };

export type BookingPageQueryVariables = Exact<{
  id: string | number;
}>;


export type BookingPageQuery = { booking: { id: string, state: BookingState, version: number, part: string, startsAt: string, finishesAt: string, quantity: number, seats: number, address: string, note: string, price: number, ceilingAmount: number, finalAmount: number | null, fee: number, paidAhead: number, startCode: string | null, phone: string | null, dueAt: string | null, reason: string, cancelledBy: string | null, absent: BookingSide | null, citizenName: string, allowedTransitions: Array<BookingMove>, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, feePayment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, provider: { id: string, name: string }, service: { id: string, titleBn: string, titleEn: string, venue: Venue }, cancelTerms: { fee: number, token: string, validUntil: string } | null, quotes: Array<{ id: string, state: QuoteState, totalAmount: number, note: string, expiresAt: string | null, lines: Array<{ label: string, amount: number }> }>, reviews: Array<{ id: string, by: BookingSide, authorName: string, stars: number, text: string, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> }> } | null };

export type OtherServicesQueryVariables = Exact<{
  id: string | number;
}>;


export type OtherServicesQuery = { bookingAlternatives: Array<{ id: string, titleBn: string, titleEn: string, fromPrice: number | null, venue: Venue, category: { nameBn: string, nameEn: string }, availability: { state: string, until: string | null, nextFreeAt: string | null }, provider: { id: string, name: string, rating: { hundredths: number, count: number }, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } } }> };

export type FreeTimesQueryVariables = Exact<{
  id: string | number;
  optionId: string | number;
  day: string;
}>;


export type FreeTimesQuery = { service: { id: string, freeStarts: Array<string> } | null };

export type FollowBookingSubscriptionVariables = Exact<{
  bookingId: string | number;
  after?: string | null | undefined;
}>;


export type FollowBookingSubscription = { bookingEvents:
    | { __typename: 'BookingSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'BookingHeld', cursor: string, seq: number, state: string }
    | { __typename: 'BookingRequested', cursor: string, seq: number, state: string }
    | { __typename: 'BookingConfirmed', cursor: string, seq: number, state: string }
    | { __typename: 'BookingDeclined', cursor: string, seq: number, state: string }
    | { __typename: 'BookingExpired', cursor: string, seq: number, state: string }
    | { __typename: 'BookingCancelled', cursor: string, seq: number, state: string }
    | { __typename: 'BookingRescheduled', cursor: string, seq: number, state: string }
    | { __typename: 'BookingStarted', cursor: string, seq: number, state: string }
    | { __typename: 'BookingDone', cursor: string, seq: number, state: string }
    | { __typename: 'BookingClosed', cursor: string, seq: number, state: string }
    | { __typename: 'NoShowReported', cursor: string, seq: number, state: string }
    | { __typename: 'BookingDisputed', cursor: string, seq: number, state: string }
    | { __typename: 'DisputeDecided', cursor: string, seq: number, state: string }
    | { __typename: 'QuoteMoved', cursor: string, seq: number, state: string }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type HoldTimeMutationVariables = Exact<{
  input: HoldBookingInput;
}>;


export type HoldTimeMutation = { holdBooking:
    | { __typename: 'Booking', id: string }
    | { __typename: 'NotBookable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnService', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OptionPriceChanged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideWindow', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideHours', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotServedThere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SlotTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TooManyHolds', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskForBookingMutationVariables = Exact<{
  bookingId: string | number;
}>;


export type AskForBookingMutation = { requestBooking:
    | { __typename: 'Booking' }
    | { __typename: 'NotBookable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnService', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TimeIsUp', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ConfirmVisitMutationVariables = Exact<{
  bookingId: string | number;
}>;


export type ConfirmVisitMutation = { confirmBooking:
    | { __typename: 'Booking' }
    | { __typename: 'NotBookable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TimeIsUp', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DeclineVisitMutationVariables = Exact<{
  bookingId: string | number;
  reason: string;
}>;


export type DeclineVisitMutation = { declineBooking:
    | { __typename: 'Booking' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallOffMutationVariables = Exact<{
  bookingId: string | number;
  token: string;
  reason: string;
}>;


export type CallOffMutation = { cancelBooking:
    | { __typename: 'Booking' }
    | { __typename: 'CancelTermsChanged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MoveBookingMutationVariables = Exact<{
  bookingId: string | number;
  startsAt: string;
}>;


export type MoveBookingMutation = { rescheduleBooking:
    | { __typename: 'Booking' }
    | { __typename: 'NotBookable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideWindow', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideHours', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SlotTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TimeIsUp', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginWorkMutationVariables = Exact<{
  bookingId: string | number;
  code?: string | null | undefined;
}>;


export type BeginWorkMutation = { startBooking:
    | { __typename: 'Booking' }
    | { __typename: 'WrongStartCode', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotYet', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FinishWorkMutationVariables = Exact<{
  bookingId: string | number;
  amount: number;
}>;


export type FinishWorkMutation = { finishBooking:
    | { __typename: 'Booking' }
    | { __typename: 'QuoteNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AboveCeiling', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AgreeDoneMutationVariables = Exact<{
  bookingId: string | number;
}>;


export type AgreeDoneMutation = { closeBooking:
    | { __typename: 'Booking' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayAbsentMutationVariables = Exact<{
  bookingId: string | number;
}>;


export type SayAbsentMutation = { reportNoShow:
    | { __typename: 'Booking' }
    | { __typename: 'NotYet', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DisagreeMutationVariables = Exact<{
  bookingId: string | number;
  reason: string;
}>;


export type DisagreeMutation = { disputeBooking:
    | { __typename: 'Booking' }
    | { __typename: 'TimeIsUp', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WriteQuoteMutationVariables = Exact<{
  input: WriteQuoteInput;
}>;


export type WriteQuoteMutation = { writeQuote:
    | { __typename: 'Quote', id: string }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SendQuoteMutationVariables = Exact<{
  quoteId: string | number;
}>;


export type SendQuoteMutation = { sendQuote:
    | { __typename: 'Quote' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeQuoteMutationVariables = Exact<{
  quoteId: string | number;
}>;


export type TakeQuoteMutation = { acceptQuote:
    | { __typename: 'Quote' }
    | { __typename: 'QuoteClosed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LeaveQuoteMutationVariables = Exact<{
  quoteId: string | number;
}>;


export type LeaveQuoteMutation = { rejectQuote:
    | { __typename: 'Quote' }
    | { __typename: 'QuoteClosed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ReviewMutationVariables = Exact<{
  bookingId?: string | number | null | undefined;
  serialId?: string | number | null | undefined;
  stars: number;
  text: string;
}>;


export type ReviewMutation = { writeReview:
    | { __typename: 'Review' }
    | { __typename: 'NotFinished', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReviewFinal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PayVisitAheadMutationVariables = Exact<{
  bookingId: string | number;
}>;


export type PayVisitAheadMutation = { payBookingOnline:
    | { __typename: 'Booking' }
    | { __typename: 'NothingDue', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TellMeWhenFreeMutationVariables = Exact<{
  optionId: string | number;
  startsAt: string;
}>;


export type TellMeWhenFreeMutation = { waitForSlot:
    | { __typename: 'SlotWait' }
    | { __typename: 'SlotFree', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TooManyWaits', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnService', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideWindow', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideHours', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MyCalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCalendarsQuery = { myCalendars: Array<{ id: string, ofDesk: boolean, createdAt: string }> };

export type OpenMyCalendarMutationVariables = Exact<{
  ofDesk: boolean;
}>;


export type OpenMyCalendarMutation = { openCalendar:
    | { __typename: 'OpenedCalendar', path: string }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RevokeMyCalendarMutationVariables = Exact<{
  calendarId: string | number;
}>;


export type RevokeMyCalendarMutation = { revokeCalendar:
    | { __typename: 'CalendarFeed' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallFragment = { vehicleKinds: Array<VehicleKind>, scheduledFor: string | null, id: string, kind: TripKind, state: TripState, attempt: number, allowedMoves: Array<TripMove>, parties: Array<TripParty>, pickupNote: string, dropNote: string, cargoNote: string, parcelId: string | null, fare: number, cancelFee: number, tracking: Tracking, startCode: string | null, phones: Array<string>, alarms: number, endReason: TripReason | null, requestedAt: string, assignedAt: string | null, arrivedAt: string | null, startedAt: string | null, endedAt: string | null, place: { nameBn: string, nameEn: string }, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, fareLines: Array<{ name: string, amount: number }>, driver: { name: string, phone: string, vehicleKind: VehicleKind | null, plateNo: string } | null, rider: { name: string, phone: string } | null };

export type CallDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type CallDeskQuery = { place: { id: string } | null, waiting: { edges: Array<{ node: { vehicleKinds: Array<VehicleKind>, scheduledFor: string | null, id: string, kind: TripKind, state: TripState, attempt: number, allowedMoves: Array<TripMove>, parties: Array<TripParty>, pickupNote: string, dropNote: string, cargoNote: string, parcelId: string | null, fare: number, cancelFee: number, tracking: Tracking, startCode: string | null, phones: Array<string>, alarms: number, endReason: TripReason | null, requestedAt: string, assignedAt: string | null, arrivedAt: string | null, startedAt: string | null, endedAt: string | null, place: { nameBn: string, nameEn: string }, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, fareLines: Array<{ name: string, amount: number }>, driver: { name: string, phone: string, vehicleKind: VehicleKind | null, plateNo: string } | null, rider: { name: string, phone: string } | null } }> }, underWay: { edges: Array<{ node: { vehicleKinds: Array<VehicleKind>, scheduledFor: string | null, id: string, kind: TripKind, state: TripState, attempt: number, allowedMoves: Array<TripMove>, parties: Array<TripParty>, pickupNote: string, dropNote: string, cargoNote: string, parcelId: string | null, fare: number, cancelFee: number, tracking: Tracking, startCode: string | null, phones: Array<string>, alarms: number, endReason: TripReason | null, requestedAt: string, assignedAt: string | null, arrivedAt: string | null, startedAt: string | null, endedAt: string | null, place: { nameBn: string, nameEn: string }, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, fareLines: Array<{ name: string, amount: number }>, driver: { name: string, phone: string, vehicleKind: VehicleKind | null, plateNo: string } | null, rider: { name: string, phone: string } | null } }> } };

export type DriversAtHandQueryVariables = Exact<{ [key: string]: never; }>;


export type DriversAtHandQuery = { drivers: { edges: Array<{ node: { id: string, state: string, name: string, onlineSince: string | null, vehicles: Array<{ kind: VehicleKind, state: VehicleState }> } }> } };

export type FollowCallDeskSubscriptionVariables = Exact<{
  placeId: string | number;
  after?: string | null | undefined;
}>;


export type FollowCallDeskSubscription = { deskEvents:
    | { __typename: 'DispatchDeskSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'DeskAlarmed', cursor: string, seq: number }
    | { __typename: 'DeskAsked', cursor: string, seq: number }
    | { __typename: 'DeskCleared', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type GiveTripMutationVariables = Exact<{
  input: AssignTripInput;
}>;


export type GiveTripMutation = { assignTrip:
    | { __typename: 'Trip' }
    | { __typename: 'DriverBusy', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SendSomebodyMutationVariables = Exact<{
  tripId: string | number;
}>;


export type SendSomebodyMutation = { confirmTrip:
    | { __typename: 'Trip' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WeighAnimalMutationVariables = Exact<{
  input: WeighAnimalInput;
}>;


export type WeighAnimalMutation = { weighAnimal:
    | { __typename: 'Animal' }
    | { __typename: 'CheckNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AnimalPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AnswerChecklistMutationVariables = Exact<{
  input: AnswerChecklistInput;
}>;


export type AnswerChecklistMutation = { answerChecklist:
    | { __typename: 'Animal' }
    | { __typename: 'CheckNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AnimalPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeAnimalAwayMutationVariables = Exact<{
  animalId: string | number;
  reason: string;
}>;


export type TakeAnimalAwayMutation = { withdrawAnimal:
    | { __typename: 'Animal' }
    | { __typename: 'CheckNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AnimalPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TellDeathMutationVariables = Exact<{
  animalId: string | number;
  reason: string;
}>;


export type TellDeathMutation = { reportAnimalDeath:
    | { __typename: 'Animal' }
    | { __typename: 'CheckNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AnimalPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BasketFragment = { token: string | null, version: number, itemsPrice: number, lines: Array<{ variantId: string, productId: string, nameBn: string, nameEn: string, choices: Array<string>, unit: string, quantity: number, seenPrice: number, price: number | null, available: number, shop: { id: string, slug: string, nameBn: string, nameEn: string, delivers: boolean, deliveryFee: number, pickup: boolean, takesCash: boolean } }> };

export type CartPageQueryVariables = Exact<{
  cartToken?: string | null | undefined;
}>;


export type CartPageQuery = { cart: { token: string | null, version: number, itemsPrice: number, lines: Array<{ variantId: string, productId: string, nameBn: string, nameEn: string, choices: Array<string>, unit: string, quantity: number, seenPrice: number, price: number | null, available: number, shop: { id: string, slug: string, nameBn: string, nameEn: string, delivers: boolean, deliveryFee: number, pickup: boolean, takesCash: boolean } }> } | null };

export type PutInMutationVariables = Exact<{
  variantId: string | number;
  quantity: number;
  cartToken?: string | null | undefined;
}>;


export type PutInMutation = { putInCart:
    | { __typename: 'Cart', token: string | null, version: number, itemsPrice: number, lines: Array<{ variantId: string, productId: string, nameBn: string, nameEn: string, choices: Array<string>, unit: string, quantity: number, seenPrice: number, price: number | null, available: number, shop: { id: string, slug: string, nameBn: string, nameEn: string, delivers: boolean, deliveryFee: number, pickup: boolean, takesCash: boolean } }> }
    | { __typename: 'NotOnSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'CartFull', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AgreeToNewPricesMutationVariables = Exact<{
  cartToken?: string | null | undefined;
}>;


export type AgreeToNewPricesMutation = { agreeToPrices:
    | { __typename: 'Cart' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OrderAllMutationVariables = Exact<{
  input: CheckOutInput;
}>;


export type OrderAllMutation = { checkOut:
    | { __typename: 'OrderGroup', id: string, guestToken: string | null }
    | { __typename: 'CartEmpty', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'CartChanged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnShop', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutOfStock', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PricesChanged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'CashNotTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'WayNotOffered', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DeskChartsQueryVariables = Exact<{
  within: string | number;
  since: string;
  until: string;
}>;


export type DeskChartsQuery = { deskCharts: { bids: Array<{ hour: number, bids: number }>, requests: Array<{ bookings: number, trips: number, blood: number, place: { id: string, nameBn: string, nameEn: string } | null }>, complaints: Array<{ days: number, complaints: number, late: number }>, hasil: Array<{ receipts: number, hasil: number, place: { id: string, nameBn: string, nameEn: string } | null }> } };

export type GoodsKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type GoodsKindsQuery = { productCategories: Array<{ id: string, nameBn: string, nameEn: string }> };

export type OpenDokanMutationVariables = Exact<{
  input: OpenShopInput;
}>;


export type OpenDokanMutation = { openShop:
    | { __typename: 'Shop' }
    | { __typename: 'ShopAddressTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ShopAddressReserved', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AddGoodMutationVariables = Exact<{
  input: AddProductInput;
}>;


export type AddGoodMutation = { addProduct:
    | { __typename: 'Product', id: string }
    | { __typename: 'VariantExists', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SendOffMutationVariables = Exact<{
  parcelId: string | number;
  carrier: ParcelCarrier;
}>;


export type SendOffMutation = { sendParcel:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ParcelToSendQueryVariables = Exact<{
  orderId: string | number;
}>;


export type ParcelToSendQuery = { order: { id: string, contactName: string | null, contactPhone: string | null, address: string | null, place: { id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null, parent: { id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null } | null }, shop: { address: string, place: { id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null, parent: { id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null } | null } }, lines: Array<{ id: string, nameBn: string, nameEn: string, choices: Array<string> }>, parcels: Array<{ id: string, lines: Array<{ lineId: string, quantity: number }> }> } | null };

export type NotHandedOverMutationVariables = Exact<{
  input: ParcelFailedInput;
}>;


export type NotHandedOverMutation = { reportFailedParcel:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BringItBackMutationVariables = Exact<{
  parcelId: string | number;
}>;


export type BringItBackMutation = { bringParcelBack:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HandParcelOverMutationVariables = Exact<{
  parcelId: string | number;
  code: string;
}>;


export type HandParcelOverMutation = { deliverParcel:
    | { __typename: 'Order' }
    | { __typename: 'DeliveryCodeWrong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ParcelCameBackMutationVariables = Exact<{
  parcelId: string | number;
}>;


export type ParcelCameBackMutation = { takeParcelBack:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AnswerGiveBackMutationVariables = Exact<{
  returnId: string | number;
  agreed: boolean;
  words: string;
}>;


export type AnswerGiveBackMutation = { answerReturn:
    | { __typename: 'OrderReturn' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type GotBackMutationVariables = Exact<{
  input: ReceiveReturnInput;
}>;


export type GotBackMutation = { receiveReturn:
    | { __typename: 'OrderReturn' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ShopCounterQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopCounterQuery = { myShop: { id: string, slug: string, host: string | null, nameBn: string, nameEn: string, about: string, phone: string, address: string, primaryColor: string, accentColor: string, closedFrom: string | null, closedTo: string | null, delivers: boolean, deliveryFee: number, pickup: boolean, takesCash: boolean, place: { id: string }, logo: { id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, cover: { id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, hours: Array<{ weekday: number, spans: Array<{ opens: number, closes: number }> }> } | null };

export type DescribeDokanMutationVariables = Exact<{
  input: ShopSignInput;
}>;


export type DescribeDokanMutation = { describeShop:
    | { __typename: 'Shop' }
    | { __typename: 'ShopAddressTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ShopAddressReserved', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetDokanTermsMutationVariables = Exact<{
  input: SetShopTermsInput;
}>;


export type SetDokanTermsMutation = { setShopTerms:
    | { __typename: 'Shop' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetDokanHolidayMutationVariables = Exact<{
  input: ShopHolidayInput;
}>;


export type SetDokanHolidayMutation = { setShopHoliday:
    | { __typename: 'Shop' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetDokanLooksMutationVariables = Exact<{
  input: SetShopLooksInput;
}>;


export type SetDokanLooksMutation = { setShopLooks:
    | { __typename: 'Shop' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CloseDokanMutationVariables = Exact<{ [key: string]: never; }>;


export type CloseDokanMutation = { closeShop:
    | { __typename: 'Shop' }
    | { __typename: 'ShopStillOwing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AddKindOfGoodMutationVariables = Exact<{
  input: AddVariantInput;
}>;


export type AddKindOfGoodMutation = { addVariant:
    | { __typename: 'Product' }
    | { __typename: 'VariantExists', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DescribeGoodMutationVariables = Exact<{
  input: DescribeProductInput;
}>;


export type DescribeGoodMutation = { describeProduct:
    | { __typename: 'Product' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DealViewFragment = { id: string, state: DealState, amount: number, buying: boolean, selling: boolean, buyerName: string, sellerName: string, lotId: string | null, madeAt: string, payBy: string | null, hasil: number, deposit: number, handoverCode: string | null, paidAt: string | null, handedOverAt: string | null, weighedGrams: number | null, perKg: number | null, declaredGrams: number | null, weightAsked: boolean, completeBy: string | null, allowedMoves: Array<string>, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, weighing: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, handover: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, objection: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, animal: { id: string, name: string, number: string, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, history: Array<{ kind: string, facts: unknown, at: string }>, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } };

export type ProofFragment = { id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null };

export type DealPageQueryVariables = Exact<{
  id: string | number;
}>;


export type DealPageQuery = { deal: { id: string, state: DealState, amount: number, buying: boolean, selling: boolean, buyerName: string, sellerName: string, lotId: string | null, madeAt: string, payBy: string | null, hasil: number, deposit: number, handoverCode: string | null, paidAt: string | null, handedOverAt: string | null, weighedGrams: number | null, perKg: number | null, declaredGrams: number | null, weightAsked: boolean, completeBy: string | null, allowedMoves: Array<string>, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, weighing: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, handover: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, objection: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, animal: { id: string, name: string, number: string, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, history: Array<{ kind: string, facts: unknown, at: string }>, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } | null, receipt: { number: string, verificationUrl: string, qrSvg: string, printed: Array<{ label: string, value: string }> } | null };

export type DealTripsQueryVariables = Exact<{ [key: string]: never; }>;


export type DealTripsQuery = { myTrips: { edges: Array<{ node: { id: string, state: TripState, dealId: string | null } }> } };

export type TakeSecondChanceMutationVariables = Exact<{
  dealId: string | number;
}>;


export type TakeSecondChanceMutation = { acceptSecondChance:
    | { __typename: 'Deal' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LeaveSecondChanceMutationVariables = Exact<{
  dealId: string | number;
}>;


export type LeaveSecondChanceMutation = { declineSecondChance:
    | { __typename: 'Deal' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HandAnimalOverMutationVariables = Exact<{
  input: HandOverInput;
}>;


export type HandAnimalOverMutation = { handOver:
    | { __typename: 'Deal' }
    | { __typename: 'HandoverCodeWrong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TagDoesNotMatch', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'WeightNotAgreed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AllIsWellMutationVariables = Exact<{
  dealId: string | number;
}>;


export type AllIsWellMutation = { confirmDeal:
    | { __typename: 'Deal' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ObjectToDealMutationVariables = Exact<{
  dealId: string | number;
  reason: string;
}>;


export type ObjectToDealMutation = { disputeDeal:
    | { __typename: 'Deal' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayToWeightMutationVariables = Exact<{
  dealId: string | number;
  grams: number;
  agree: boolean;
}>;


export type SayToWeightMutation = { answerWeight:
    | { __typename: 'Deal' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type JudgeDealMutationVariables = Exact<{
  dealId: string | number;
  forBuyer: boolean;
  reason: string;
}>;


export type JudgeDealMutation = { decideDeal:
    | { __typename: 'Deal' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WriteCashMutationVariables = Exact<{
  dealId: string | number;
  amount: number;
  key: string;
}>;


export type WriteCashMutation = { takeCash:
    | { __typename: 'PaymentTry' }
    | { __typename: 'NothingDue', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AmountOutOfRange', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ShowProofMutationVariables = Exact<{
  input: SetDealProofInput;
}>;


export type ShowProofMutation = { setDealProof:
    | { __typename: 'Deal' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MyDepositsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyDepositsQuery = { myDeposits: { edges: Array<{ node: { id: string, amount: number, state: DepositState, askedAt: string, haat: { id: string, nameBn: string, nameEn: string }, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DepositHaatsQueryVariables = Exact<{ [key: string]: never; }>;


export type DepositHaatsQuery = { haats: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string, depositRule: { basisPoints: number, floor: number, ceiling: number | null } | null } }> } };

export type BringDepositMutationVariables = Exact<{
  haatId: string | number;
  amount: number;
  key: string;
}>;


export type BringDepositMutation = { bringDeposit:
    | { __typename: 'Deposit' }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeDepositBackMutationVariables = Exact<{
  depositId: string | number;
}>;


export type TakeDepositBackMutation = { takeBackDeposit:
    | { __typename: 'Deposit' }
    | { __typename: 'DepositInUse', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type JobFragment = { id: string, state: BookingState, startsAt: string, finishesAt: string, citizenName: string, price: number, dueAt: string | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, service: { titleBn: string, titleEn: string } };

export type DeskPageQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskPageQuery = { myDesk: { id: string, state: ProviderState, name: string, reason: string | null, decisionDueAt: string | null, missingPapers: Array<MediaKind>, papers: Array<{ id: string }>, availability: { state: string, observedAt: string | null, until: string | null, nextFreeAt: string | null }, rating: { hundredths: number, count: number }, services: Array<{ id: string, titleBn: string, titleEn: string, state: ServiceState, reason: string | null, askedToConfirm: boolean, allowedTransitions: Array<ServiceMove>, options: Array<{ id: string, labelBn: string, labelEn: string, unit: string, minutes: number, amount: number | null, needsQuote: boolean }> }> } | null, deskBookings: { edges: Array<{ node: { id: string, state: BookingState, startsAt: string, finishesAt: string, citizenName: string, price: number, dueAt: string | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, service: { titleBn: string, titleEn: string } } }> } };

export type FollowDeskSubscriptionVariables = Exact<{
  providerId: string | number;
  after?: string | null | undefined;
}>;


export type FollowDeskSubscription = { providerEvents:
    | { __typename: 'DeskSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'ProviderDecided', cursor: string, seq: number }
    | { __typename: 'ServiceMoved', cursor: string, seq: number }
    | { __typename: 'ServiceAsked', cursor: string, seq: number }
    | { __typename: 'DeskDescribed', cursor: string, seq: number }
    | { __typename: 'AvailabilityChanged', cursor: string, seq: number }
    | { __typename: 'DeskChanged', cursor: string, seq: number, bookingId: string, deskState: string }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type SaySwitchMutationVariables = Exact<{
  signal: AvailabilitySignal;
  minutes?: number | null | undefined;
}>;


export type SaySwitchMutation = { switchAvailability:
    | { __typename: 'Provider' }
    | { __typename: 'AwayTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PauseOfferMutationVariables = Exact<{
  serviceId: string | number;
}>;


export type PauseOfferMutation = { pauseService:
    | { __typename: 'Service' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ResumeOfferMutationVariables = Exact<{
  serviceId: string | number;
}>;


export type ResumeOfferMutation = { resumeService:
    | { __typename: 'Service' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ConfirmOfferMutationVariables = Exact<{
  serviceId: string | number;
}>;


export type ConfirmOfferMutation = { confirmService:
    | { __typename: 'Service' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DeskCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskCountsQuery = { sellerApplications: { edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean } }, checksWaiting: { edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean } }, lotsWaiting: { edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean } }, flags: { edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean } }, sharedPhotos: { edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean } } };

export type DeskFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskFiguresQuery = { deskFigures: { complaints: number, complaintsLate: number, complaintsMine: number, escalated: number, sellers: number, sellersLate: number, providers: number, providersLate: number } };

export type OwnGoodFragment = { id: string, nameBn: string, nameEn: string, description: string, unit: string, state: ProductState, fromPrice: number | null, options: Array<string>, allowedTransitions: Array<ProductMove>, category: { id: string }, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, variants: Array<{ id: string, choices: Array<string>, price: number | null, available: number }> };

export type DokanPageQueryVariables = Exact<{ [key: string]: never; }>;


export type DokanPageQuery = { myShop: { id: string, slug: string, nameBn: string, nameEn: string, state: ShopState, reason: string | null, decisionDueAt: string | null, takesOrders: boolean, allowedTransitions: Array<ShopMove> } | null, myProducts: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string, description: string, unit: string, state: ProductState, fromPrice: number | null, options: Array<string>, allowedTransitions: Array<ProductMove>, category: { id: string }, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, variants: Array<{ id: string, choices: Array<string>, price: number | null, available: number }> } }> }, shopOrders: { edges: Array<{ node: { id: string, state: OrderState, part: string, way: DeliveryWay, itemsPrice: number, deliveryFee: number, totalPrice: number, refundedAmount: number, cashToHandBack: number | null, code: string | null, reason: string, placedAt: string | null, dueAt: string | null, method: PayMethod, contactName: string | null, contactPhone: string | null, address: string | null, note: string | null, allowedTransitions: Array<OrderMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, shop: { id: string, slug: string, nameBn: string, nameEn: string, phone: string }, lines: Array<{ id: string, nameBn: string, nameEn: string, choices: Array<string>, unit: string, price: number, quantity: number, shipped: number, delivered: number, returned: number }>, parcels: Array<{ id: string, state: ParcelState, carrier: ParcelCarrier | null, courierName: string, cashAmount: number, failReason: FailedDelivery | null, allowedTransitions: Array<ParcelMove>, lines: Array<{ lineId: string, quantity: number }>, trip: { driver: { name: string, phone: string, plateNo: string } | null, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null } | null }>, returns: Array<{ id: string, state: ReturnState, remedy: ReturnRemedy, reason: string, answer: string, refundAmount: number, allowedTransitions: Array<ReturnMove>, lines: Array<{ lineId: string, quantity: number }> }> } }> } };

export type PublishDokanMutationVariables = Exact<{ [key: string]: never; }>;


export type PublishDokanMutation = { publishShop:
    | { __typename: 'Shop' }
    | { __typename: 'ShopIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PauseDokanMutationVariables = Exact<{ [key: string]: never; }>;


export type PauseDokanMutation = { pauseShop:
    | { __typename: 'Shop' }
    | { __typename: 'ShopIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ResumeDokanMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeDokanMutation = { resumeShop:
    | { __typename: 'Shop' }
    | { __typename: 'ShopIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CornerFragment = { id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null, parent: { id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null } | null };

export type DriverPageQueryVariables = Exact<{ [key: string]: never; }>;


export type DriverPageQuery = { myDriver: { id: string, state: string, name: string, reason: string, dueAt: string | null, onlineSince: string | null, vehicleId: string | null, vehicles: Array<{ id: string, kind: VehicleKind, plateNo: string, state: VehicleState }>, openOffer: { id: string, kind: TripKind, urgent: boolean, distanceM: number | null, etaS: number | null, expiresAt: string, fare: number } | null, presentTrip: { id: string, kind: TripKind, state: TripState, attempt: number, allowedMoves: Array<TripMove>, parties: Array<TripParty>, pickupNote: string, dropNote: string, cargoNote: string, parcelId: string | null, fare: number, cancelFee: number, tracking: Tracking, startCode: string | null, phones: Array<string>, alarms: number, endReason: TripReason | null, requestedAt: string, assignedAt: string | null, arrivedAt: string | null, startedAt: string | null, endedAt: string | null, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, fareLines: Array<{ name: string, amount: number }>, driver: { name: string, phone: string, vehicleKind: VehicleKind | null, plateNo: string } | null, rider: { name: string, phone: string } | null } | null } | null };

export type FollowDriverSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowDriverSubscription = { driverEvents:
    | { __typename: 'DriverSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'TripOfferMade', cursor: string, seq: number }
    | { __typename: 'TripOfferEnded', cursor: string, seq: number }
    | { __typename: 'TripLeft', cursor: string, seq: number }
    | { __typename: 'TripGiven', cursor: string, seq: number }
    | { __typename: 'DriverAsked', cursor: string, seq: number }
    | { __typename: 'DriverDecided', cursor: string, seq: number }
    | { __typename: 'VehicleDecided', cursor: string, seq: number }
    | { __typename: 'DriverDutyChanged', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type GoToWorkMutationVariables = Exact<{
  vehicleId: string | number;
}>;


export type GoToWorkMutation = { goOnline:
    | { __typename: 'Driver' }
    | { __typename: 'NotADriver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'VehicleNotUsable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillOnTrip', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type GoHomeMutationVariables = Exact<{ [key: string]: never; }>;


export type GoHomeMutation = { goOffline:
    | { __typename: 'Driver' }
    | { __typename: 'NotADriver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StillOnTrip', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TellWhereMutationVariables = Exact<{
  input: ReportPositionsInput;
}>;


export type TellWhereMutation = { reportPositions:
    | { __typename: 'PositionsTaken', taken: number, dropped: number, freshness: Freshness }
    | { __typename: 'NotAtWork', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TooManyPoints', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeOfferMutationVariables = Exact<{
  offerId: string | number;
}>;


export type TakeOfferMutation = { acceptTripOffer:
    | { __typename: 'Trip' }
    | { __typename: 'TripOfferGone', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'DriverBusy', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotADriver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LeaveOfferMutationVariables = Exact<{
  offerId: string | number;
}>;


export type LeaveOfferMutation = { declineTripOffer:
    | { __typename: 'TripOffer' }
    | { __typename: 'TripOfferGone', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotADriver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetOutNowMutationVariables = Exact<{
  tripId: string | number;
}>;


export type SetOutNowMutation = { setOut:
    | { __typename: 'Trip' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ArriveNowMutationVariables = Exact<{
  tripId: string | number;
}>;


export type ArriveNowMutation = { arrive:
    | { __typename: 'Trip' }
    | { __typename: 'NotAtPickup', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginWayMutationVariables = Exact<{
  tripId: string | number;
  code: string;
}>;


export type BeginWayMutation = { startTrip:
    | { __typename: 'Trip' }
    | { __typename: 'TripCodeWrong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndWayMutationVariables = Exact<{
  tripId: string | number;
  reason?: TripReason | null | undefined;
}>;


export type EndWayMutation = { completeTrip:
    | { __typename: 'Trip' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HandGoodsOverMutationVariables = Exact<{
  tripId: string | number;
  code: string;
}>;


export type HandGoodsOverMutation = { handOverParcel:
    | { __typename: 'Trip' }
    | { __typename: 'DeliveryCodeWrong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type GiveBackMutationVariables = Exact<{
  tripId: string | number;
  reason: TripReason;
}>;


export type GiveBackMutation = { dropTrip:
    | { __typename: 'Trip' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DriverPapersQueryVariables = Exact<{ [key: string]: never; }>;


export type DriverPapersQuery = { myDriver: { id: string, state: string, name: string, contactPhone: string, placeId: string, licenceNo: string, licenceUntil: string | null, statement: string, reason: string, dueAt: string | null, missingPapers: Array<MediaKind>, papers: Array<{ id: string }>, vehicles: Array<{ id: string, kind: VehicleKind, skill: string, plateNo: string, seats: number, state: VehicleState, reason: string }> } | null };

export type SkillsOnFootQueryVariables = Exact<{ [key: string]: never; }>;


export type SkillsOnFootQuery = { serviceCategories: Array<{ slug: string, nameBn: string, nameEn: string, tripKinds: Array<TripKind> }> };

export type MyDrivingQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyDrivingQuery = { myDriving: { edges: Array<{ cursor: string, node: { id: string, kind: TripKind, state: TripState, pickupNote: string, dropNote: string, fare: number, travelledM: number | null, requestedAt: string, endedAt: string | null, scheduledFor: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WriteDriverMutationVariables = Exact<{
  input: SaveDriverInput;
}>;


export type WriteDriverMutation = { saveDriver:
    | { __typename: 'Driver' }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HandInDriverMutationVariables = Exact<{ [key: string]: never; }>;


export type HandInDriverMutation = { submitDriver:
    | { __typename: 'Driver' }
    | { __typename: 'DriverIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeVehicleMutationVariables = Exact<{
  input: AddVehicleInput;
}>;


export type TakeVehicleMutation = { addVehicle:
    | { __typename: 'Vehicle' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DropVehicleMutationVariables = Exact<{
  vehicleId: string | number;
}>;


export type DropVehicleMutation = { retireVehicle:
    | { __typename: 'Vehicle' }
    | { __typename: 'StillOnTrip', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TradesQueryVariables = Exact<{ [key: string]: never; }>;


export type TradesQuery = { serviceCategories: Array<{ units: Array<string>, needsLicence: boolean, id: string, slug: string, nameBn: string, nameEn: string, ways: Array<ServiceWay>, parentId: string | null }> };

export type SaveDeskMutationVariables = Exact<{
  input: SaveProviderInput;
}>;


export type SaveDeskMutation = { saveProvider:
    | { __typename: 'Provider' }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SaveWeekMutationVariables = Exact<{
  week: Array<Array<WorkingSpanInput> | WorkingSpanInput> | Array<WorkingSpanInput> | WorkingSpanInput;
}>;


export type SaveWeekMutation = { setWorkingHours:
    | { __typename: 'Provider' }
    | { __typename: 'AwayTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OfferServiceMutationVariables = Exact<{
  input: DraftServiceInput;
}>;


export type OfferServiceMutation = { draftService:
    | { __typename: 'Service', id: string }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OfferPriceMutationVariables = Exact<{
  input: AddPriceOptionInput;
}>;


export type OfferPriceMutation = { addPriceOption:
    | { __typename: 'PriceOption' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HandInDeskMutationVariables = Exact<{ [key: string]: never; }>;


export type HandInDeskMutation = { submitProvider:
    | { __typename: 'Provider' }
    | { __typename: 'ApplicationIncomplete', missing: Array<string>, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MoreGoodsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type MoreGoodsQuery = { shop: { products: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string, unit: string, fromPrice: number | null, media: Array<{ alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type TollFragment = { id: string, species: string | null, validFrom: string, validTo: string | null, legalRef: string, wordsBn: string, wordsEn: string };

export type HaatDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type HaatDeskQuery = { myHaats: Array<{ id: string, nameBn: string, nameEn: string, depositRule: { basisPoints: number, floor: number, ceiling: number | null } | null, hasilRules: Array<{ id: string, species: string | null, validFrom: string, validTo: string | null, legalRef: string, wordsBn: string, wordsEn: string }> }>, species: Array<{ slug: string, nameBn: string, nameEn: string }> };

export type HaatDaysQueryVariables = Exact<{
  haatId: string | number;
}>;


export type HaatDaysQuery = { haatSessions: { edges: Array<{ node: { id: string, state: SessionState, titleBn: string, titleEn: string, startsAt: string, endsAt: string, officerName: string } }> } };

export type PlanDayMutationVariables = Exact<{
  input: PlanSessionInput;
}>;


export type PlanDayMutation = { planSession:
    | { __typename: 'HaatSession' }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OpenDayMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type OpenDayMutation = { openSession:
    | { __typename: 'HaatSession' }
    | { __typename: 'LotsStillRunning', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginToCloseMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type BeginToCloseMutation = { beginClosingSession:
    | { __typename: 'HaatSession' }
    | { __typename: 'LotsStillRunning', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CloseDayMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type CloseDayMutation = { closeSession:
    | { __typename: 'HaatSession' }
    | { __typename: 'LotsStillRunning', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetTollMutationVariables = Exact<{
  input: SetHasilRuleInput;
}>;


export type SetTollMutation = { setHasilRule:
    | { __typename: 'HasilRule' }
    | { __typename: 'HasilRuleAhead', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetDepositMutationVariables = Exact<{
  input: SetDepositRuleInput;
}>;


export type SetDepositMutation = { setDepositRule:
    | { __typename: 'Haat' }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeDepositCashMutationVariables = Exact<{
  depositId: string | number;
  amount: number;
  key: string;
}>;


export type TakeDepositCashMutation = { takeDepositCash:
    | { __typename: 'PaymentTry' }
    | { __typename: 'NothingDue', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AmountOutOfRange', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CashToGiveBackQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CashToGiveBackQuery = { cashToGiveBack: { edges: Array<{ node: { id: string, amount: number, reason: string, payerName: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CashGivenBackMutationVariables = Exact<{
  refundId: string | number;
}>;


export type CashGivenBackMutation = { giveCashBack:
    | { __typename: 'HandRefund' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HallPageQueryVariables = Exact<{
  are?: LotsAre;
  filter?: LotFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type HallPageQuery = { serverNow: string, lots: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type HallChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type HallChoicesQuery = { species: Array<{ slug: string, nameBn: string, nameEn: string }>, place: { children: Array<{ id: string, nameBn: string, nameEn: string }> } | null };

export type StarredLotsQueryVariables = Exact<{ [key: string]: never; }>;


export type StarredLotsQuery = { running: { edges: Array<{ node: { id: string } }> }, coming: { edges: Array<{ node: { id: string } }> } };

export type FollowOneMutationVariables = Exact<{
  lotId: string | number;
}>;


export type FollowOneMutation = { followLot:
    | { __typename: 'Lot' }
    | { __typename: 'TooManyFollowed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type UnfollowOneMutationVariables = Exact<{
  lotId: string | number;
}>;


export type UnfollowOneMutation = { unfollowLot:
    | { __typename: 'Lot' }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FollowHaatSubscriptionVariables = Exact<{
  haatId: string | number;
  after?: string | null | undefined;
}>;


export type FollowHaatSubscription = { haatEvents:
    | { __typename: 'HaatSnapshot', cursor: string, seq: number, serverNow: string, lots: Array<{ id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } }> }
    | { __typename: 'BlockChanged', cursor: string, seq: number, lotId: string, phase: string, lot: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } | null }
    | { __typename: 'PriceMoved', lotId: string, price: number | null, minimumNext: number, bidCount: number, endsAt: string }
    | { __typename: 'HaatNotice', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type FiguresPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type FiguresPlacesQuery = { place: { id: string, slug: string, nameBn: string, nameEn: string, children: Array<{ id: string, slug: string, nameBn: string, nameEn: string }> } | null, species: Array<{ slug: string, nameBn: string, nameEn: string }> };

export type FiguresQueryVariables = Exact<{
  within: string | number;
  since?: string | null | undefined;
}>;


export type FiguresQuery = { publicFigures: { since: string, until: string, services: Array<{ services: number, providers: number, place: { id: string, nameBn: string, nameEn: string } | null }>, haat: Array<{ species: string, animals: number, priced: number, volume: number, hasil: number, perKg: number | null }>, complaints: Array<{ kind: ComplaintKind, lodged: number, answered: number, inTime: number, fixed: number, medianHours: number | null }>, saved: { visits: number, kilometers: number, methodBn: string, methodEn: string, sdg: string } } };

export type ResponsesQueryVariables = Exact<{
  within: string | number;
  since?: string | null | undefined;
}>;


export type ResponsesQuery = { publicFigures: { responses: { methodBn: string, methodEn: string, waits: Array<{ month: string, ambulances: boolean, calls: number, accepted: number, arrived: number, acceptMedian: number | null, acceptSlow: number | null, arriveMedian: number | null, arriveSlow: number | null, place: { id: string, nameBn: string, nameEn: string } | null }> } } };

export type PublicComplaintsQueryVariables = Exact<{
  within: string | number;
  after?: string | null | undefined;
}>;


export type PublicComplaintsQuery = { complaintRecords: { edges: Array<{ cursor: string, node: { kind: ComplaintKind, state: ComplaintState, createdAt: string, answeredAt: string | null, escalated: number, fixed: boolean | null, place: { nameBn: string, nameEn: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TollHaatsQueryVariables = Exact<{ [key: string]: never; }>;


export type TollHaatsQuery = { haats: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string } }> } };

export type TollComplaintsQueryVariables = Exact<{
  haatId: string | number;
}>;


export type TollComplaintsQuery = { overchargeCount: { reported: number, waiting: number, upheld: number, dismissed: number, over: number } };

export type HomePageQueryVariables = Exact<{ [key: string]: never; }>;


export type HomePageQuery = { serverNow: string, featuredLot: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } | null, running: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }> }, haatCounts: { running: number, coming: number, endedToday: number } };

export type FindPlacesQueryVariables = Exact<{
  text: string;
}>;


export type FindPlacesQuery = { placeSearch: Array<{ id: string, kind: PlaceKind, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }> };

export type NextLotsQueryVariables = Exact<{ [key: string]: never; }>;


export type NextLotsQuery = { lots: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }> } };

export type ShowGoodMutationVariables = Exact<{
  input: PictureProductInput;
}>;


export type ShowGoodMutation = { setProductMedia:
    | { __typename: 'Product' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MoveGoodMutationVariables = Exact<{
  productId: string | number;
  move: ProductMove;
}>;


export type MoveGoodMutation = { moveProduct:
    | { __typename: 'Product' }
    | { __typename: 'ProductIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PriceGoodMutationVariables = Exact<{
  variantId: string | number;
  price: number;
}>;


export type PriceGoodMutation = { setPrice:
    | { __typename: 'Product' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MoreOfGoodMutationVariables = Exact<{
  variantId: string | number;
  delta: number;
  key: string;
}>;


export type MoreOfGoodMutation = { changeStock:
    | { __typename: 'Stock' }
    | { __typename: 'StockChanged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StockPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeOrderMutationVariables = Exact<{
  orderId: string | number;
}>;


export type TakeOrderMutation = { acceptOrder:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RefuseOrderMutationVariables = Exact<{
  orderId: string | number;
  reason: string;
}>;


export type RefuseOrderMutation = { rejectOrder:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PackGoodsMutationVariables = Exact<{
  input: PackOrderInput;
}>;


export type PackGoodsMutation = { packOrder:
    | { __typename: 'Order' }
    | { __typename: 'TooManyOfLine', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ParcelTripsQueryVariables = Exact<{ [key: string]: never; }>;


export type ParcelTripsQuery = { myTrips: { edges: Array<{ node: { id: string, state: TripState, parcelId: string | null } }> } };

export type NotAfterAllMutationVariables = Exact<{
  orderId: string | number;
  reason: string;
}>;


export type NotAfterAllMutation = { cancelOrder:
    | { __typename: 'Order' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DropKindOfGoodMutationVariables = Exact<{
  variantId: string | number;
}>;


export type DropKindOfGoodMutation = { retireVariant:
    | { __typename: 'Product' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CashIsBackMutationVariables = Exact<{
  orderId: string | number;
}>;


export type CashIsBackMutation = { handBackCash:
    | { __typename: 'Order' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MyNewsQueryVariables = Exact<{
  unreadOnly: boolean;
  after?: string | null | undefined;
}>;


export type MyNewsQuery = { notifications: { edges: Array<{ cursor: string, node: { id: string, topic: NotificationTopic, urgency: NotificationUrgency, about: string | null, textBn: string, textEn: string, times: number, toldAt: string, readAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FollowNewsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowNewsSubscription = { notificationEvents:
    | { __typename: 'InboxSnapshot', cursor: string, seq: number, serverNow: string, unread: number }
    | { __typename: 'NotificationTold', cursor: string, seq: number, unread: number, textBn: string, textEn: string }
    | { __typename: 'NotificationsRead', cursor: string, seq: number, unread: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type ReadNewsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReadNewsMutation = { markNotificationsRead:
    | { __typename: 'UnreadNotifications' }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ReadAllNewsMutationVariables = Exact<{ [key: string]: never; }>;


export type ReadAllNewsMutation = { markAllNotificationsRead:
    | { __typename: 'UnreadNotifications' }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type NewsChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type NewsChoicesQuery = { notificationChoices: Array<{ topic: NotificationTopic, channel: NotificationChannel, wanted: boolean }> };

export type ChooseNewsMutationVariables = Exact<{
  input: ChooseNotificationsInput;
}>;


export type ChooseNewsMutation = { chooseNotifications:
    | { __typename: 'NotificationChoice' }
    | { __typename: 'AlwaysInTheApp', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PushKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type PushKeyQuery = { pushKey: string };

export type PushHereMutationVariables = Exact<{
  input: SubscribeToPushInput;
}>;


export type PushHereMutation = { subscribeToPush:
    | { __typename: 'PushDevices' }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PushNoMoreMutationVariables = Exact<{
  endpoint: string;
}>;


export type PushNoMoreMutation = { unsubscribeFromPush: { count: number } };

export type MyRentalsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRentalsPageQuery = { myRentalUnits: { edges: Array<{ node: { description: string, address: string | null, serviceChargeAmount: number, floor: number | null, tenants: RentalTenants, amenities: Array<string>, ownerName: string, confirmedAt: string, hiddenBy: string, mine: boolean, allowedTransitions: Array<RentalUnitMove>, id: string, kind: RentalKind, state: RentalUnitState, titleBn: string, titleEn: string, rentAmount: number, advanceAmount: number, rooms: number | null, areaSqft: number | null, seats: number | null, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } }> }, myViewings: { edges: Array<{ node: { id: string, state: ViewingState, startsAt: string, note: string, visitorName: string, phone: string | null, allowedTransitions: Array<ViewingMove>, unit: { id: string, titleBn: string, titleEn: string, address: string | null, mine: boolean, state: RentalUnitState } } }> }, myRentalAgreements: { edges: Array<{ node: { id: string, state: RentalAgreementState, letting: boolean, landlordName: string, tenantName: string, startsOn: string, rentAmount: number, unit: { id: string, titleBn: string, titleEn: string } } }> }, myVehicleHires: { edges: Array<{ node: { id: string, state: VehicleHireState, firstDay: string, untilDay: string, amount: number, pickup: string, note: string, dueAt: string | null, hirerName: string, phone: string | null, allowedTransitions: Array<VehicleHireMove>, unit: { id: string, titleBn: string, titleEn: string, mine: boolean } } }> } };

export type PutUpMutationVariables = Exact<{
  input: ListRentalInput;
}>;


export type PutUpMutation = { listRental:
    | { __typename: 'RentalUnit', id: string }
    | { __typename: 'UnitLimit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type StillToLetMutationVariables = Exact<{
  rentalUnitId: string | number;
}>;


export type StillToLetMutation = { confirmRental:
    | { __typename: 'RentalUnit' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type NewRentMutationVariables = Exact<{
  input: ChangeRentInput;
}>;


export type NewRentMutation = { changeRent:
    | { __typename: 'RentalUnit' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeDownMutationVariables = Exact<{
  rentalUnitId: string | number;
}>;


export type TakeDownMutation = { retireRental:
    | { __typename: 'RentalUnit' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskToSeeMutationVariables = Exact<{
  input: RequestViewingInput;
}>;


export type AskToSeeMutation = { requestViewing:
    | { __typename: 'Viewing' }
    | { __typename: 'OwnUnit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotForRent', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ViewingLimit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LetComeMutationVariables = Exact<{
  viewingId: string | number;
}>;


export type LetComeMutation = { confirmViewing:
    | { __typename: 'Viewing' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LetNotComeMutationVariables = Exact<{
  viewingId: string | number;
}>;


export type LetNotComeMutation = { declineViewing:
    | { __typename: 'Viewing' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ComeNotMutationVariables = Exact<{
  viewingId: string | number;
}>;


export type ComeNotMutation = { cancelViewing:
    | { __typename: 'Viewing' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OfferTenancyMutationVariables = Exact<{
  input: OfferAgreementInput;
}>;


export type OfferTenancyMutation = { offerAgreement:
    | { __typename: 'RentalAgreement', id: string }
    | { __typename: 'NotForRent', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ClaimOfAdvanceMutationVariables = Exact<{
  agreementId: string | number;
  deductions: Array<DeductionLine> | DeductionLine;
}>;


export type ClaimOfAdvanceMutation = { claimDeductions:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'NotYetReturned', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'DeductionsTooHigh', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AgreeToClaimsMutationVariables = Exact<{
  agreementId: string | number;
}>;


export type AgreeToClaimsMutation = { acceptDeductions:
    | { __typename: 'RentalAgreement' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ObjectToClaimMutationVariables = Exact<{
  deductionId: string | number;
  note: string;
}>;


export type ObjectToClaimMutation = { disputeDeduction:
    | { __typename: 'Deduction' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskForDaysMutationVariables = Exact<{
  input: RequestHireInput;
}>;


export type AskForDaysMutation = { requestHire:
    | { __typename: 'VehicleHire' }
    | { __typename: 'DaysTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotForRent', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnUnit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LetDriveMutationVariables = Exact<{
  vehicleHireId: string | number;
}>;


export type LetDriveMutation = { confirmHire:
    | { __typename: 'VehicleHire' }
    | { __typename: 'OfferOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LetNotDriveMutationVariables = Exact<{
  vehicleHireId: string | number;
}>;


export type LetNotDriveMutation = { declineHire:
    | { __typename: 'VehicleHire' }
    | { __typename: 'OfferOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DriveNotMutationVariables = Exact<{
  vehicleHireId: string | number;
}>;


export type DriveNotMutation = { cancelHire:
    | { __typename: 'VehicleHire' }
    | { __typename: 'OfferOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DroveHomeMutationVariables = Exact<{
  vehicleHireId: string | number;
}>;


export type DroveHomeMutation = { finishHire:
    | { __typename: 'VehicleHire' }
    | { __typename: 'OfferOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HallListingsQueryVariables = Exact<{
  filter?: ListingFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type HallListingsQuery = { listings: { edges: Array<{ node: { id: string, kind: SaleKind, state: ListingState, titleBn: string, titleEn: string, price: number | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LogPageQueryVariables = Exact<{
  lotId: string | number;
}>;


export type LogPageQuery = { lot: { number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null } | null, lotLog: { lines: Array<unknown> } | null };

export type AnimalFactsFragment = { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null };

export type PhotoFragment = { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null };

export type LotCardFragment = { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } };

export type LiveLotFragment = { leader: number | null, bidderCount: number, reserveMet: boolean | null, hardEndsAt: string | null, softCloseS: number, state: string, watching: number | null, reason: string, logHead: string, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, steps: Array<{ below: number | null, step: number }>, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }>, animal: { number: string, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, origin: { nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, clearance: { passed: boolean, vetName: string, registrationNo: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } };

type Line_BidPlaced_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_BidsVoided_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_LotClosed_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_LotOpened_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_LotRescheduled_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_LotScheduled_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_LotVoided_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

type Line_LotWithdrawn_Fragment = { line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string };

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


export type LotPageQuery = { lotSnapshot: { cursor: string, seq: number, serverNow: string, lot: { leader: number | null, bidderCount: number, reserveMet: boolean | null, hardEndsAt: string | null, softCloseS: number, state: string, watching: number | null, reason: string, logHead: string, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, steps: Array<{ below: number | null, step: number }>, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }>, animal: { number: string, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, origin: { nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, clearance: { passed: boolean, vetName: string, registrationNo: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } } | null };

export type LotViewerQueryVariables = Exact<{
  lotId: string | number;
}>;


export type LotViewerQuery = { lot: { mine: { bidder: number, maximum: number, leading: boolean, won: boolean } | null, animal: { mine: boolean } } | null };

export type WonDealsQueryVariables = Exact<{ [key: string]: never; }>;


export type WonDealsQuery = { myDeals: { edges: Array<{ node: { id: string, lotId: string | null, state: DealState, amount: number, buying: boolean, sellerName: string, payBy: string | null } }> } };

export type OlderBidsQueryVariables = Exact<{
  lotId: string | number;
}>;


export type OlderBidsQuery = { lotLog: { lines: Array<unknown> } | null };

export type FollowLotSubscriptionVariables = Exact<{
  lotId: string | number;
  after?: string | null | undefined;
}>;


export type FollowLotSubscription = { lotEvents:
    | { __typename: 'LotSnapshot', cursor: string, seq: number, serverNow: string, lot: { leader: number | null, bidderCount: number, reserveMet: boolean | null, hardEndsAt: string | null, softCloseS: number, state: string, watching: number | null, reason: string, logHead: string, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, steps: Array<{ below: number | null, step: number }>, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }>, animal: { number: string, coatColor: string, teeth: number | null, village: string, sellerName: string, tags: Array<{ scheme: string, value: string }>, origin: { nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, clearance: { passed: boolean, vetName: string, registrationNo: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }
    | { __typename: 'LotScheduled', cursor: string, seq: number, startsAt: string, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotRescheduled', cursor: string, seq: number, startsAt: string, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotOpened', cursor: string, seq: number, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'BidPlaced', cursor: string, seq: number, bidder: number, extended: boolean, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'BidsVoided', cursor: string, seq: number, bidder: number, reason: string, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotClosed', cursor: string, seq: number, outcome: string, whyUnsold: string | null, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotVoided', cursor: string, seq: number, reason: string, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'LotWithdrawn', cursor: string, seq: number, line: number, happenedAt: string, price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, hardEndsAt: string }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type FollowPriceSubscriptionVariables = Exact<{
  lotId: string | number;
}>;


export type FollowPriceSubscription = { lotPriceEvents:
    | { __typename: 'LotPrice', price: number | null, leader: number | null, minimumNext: number, bidCount: number, bidderCount: number, reserveMet: boolean | null, endsAt: string, over: boolean }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type LotStandQueryVariables = Exact<{
  lotId: string | number;
}>;


export type LotStandQuery = { lot: { phase: LotPhase | null, result: string | null, reason: string, price: number | null, leader: number | null, minimumNext: number | null, bidCount: number, bidderCount: number, reserveMet: boolean | null, startsAt: string | null, endsAt: string | null, hardEndsAt: string | null, bids: Array<{ line: number, bidder: number, price: number, leader: number, acceptedAt: string }> } | null };

export type PlaceBidMutationVariables = Exact<{
  lotId: string | number;
  maximum: number;
  key: string;
}>;


export type PlaceBidMutation = { placeBid:
    | { __typename: 'BidAccepted', line: number, hash: string, bidder: number, maximum: number, leading: boolean, silent: boolean, price: number, minimumNext: number, endsAt: string, acceptedAt: string }
    | { __typename: 'LotNotOpen', phase: LotPhase, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotEligible', reason: BidObstacle, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnLot', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnStep', highest: number, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'BidTooLow', minimum: number, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MaxNotRaised', maximum: number, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InsufficientDeposit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RegisterBidderMutationVariables = Exact<{
  haatId: string | number;
}>;


export type RegisterBidderMutation = { registerBidder:
    | { __typename: 'Haat', registered: boolean }
    | { __typename: 'NameNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LotMoreQueryVariables = Exact<{
  lotId: string | number;
}>;


export type LotMoreQuery = { lot: { description: string, mayBid: MayBid, followed: boolean, followers: number, animal: { media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> }, haat: { nameBn: string, nameEn: string }, hasil: { amount: number, rule: { wordsBn: string, wordsEn: string } } | null } | null };

export type StarLotMutationVariables = Exact<{
  lotId: string | number;
}>;


export type StarLotMutation = { followLot:
    | { __typename: 'Lot', followed: boolean, followers: number }
    | { __typename: 'TooManyFollowed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type UnstarLotMutationVariables = Exact<{
  lotId: string | number;
}>;


export type UnstarLotMutation = { unfollowLot:
    | { __typename: 'Lot', followed: boolean, followers: number }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginUploadMutationVariables = Exact<{
  input: BeginUploadInput;
}>;


export type BeginUploadMutation = { beginUpload:
    | { __typename: 'UploadTicket', url: string, headers: Array<{ name: string, value: string }>, media: { id: string } }
    | { __typename: 'TypeNotTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'FileTooLarge', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'QuotaReached', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StoreUnavailable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ConfirmUploadMutationVariables = Exact<{
  mediaId: string | number;
}>;


export type ConfirmUploadMutation = { confirmUpload:
    | { __typename: 'Media', id: string, state: MediaState, rejection: { messageBn: string, messageEn: string } | null }
    | { __typename: 'NotUploaded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StoreUnavailable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CheckedMediaQueryVariables = Exact<{
  id: string | number;
}>;


export type CheckedMediaQuery = { media: { id: string, state: MediaState, rejection: { messageBn: string, messageEn: string } | null } | null };

export type CheckedFragment = { id: string, state: MediaState, rejection: { messageBn: string, messageEn: string } | null };

export type SlideFragment = { id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null };

export type MyPortraitQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPortraitQuery = { me: { id: string, portrait: { id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } | null };

export type SetPortraitMutationVariables = Exact<{
  input: SetPortraitInput;
}>;


export type SetPortraitMutation = { setPortrait:
    | { __typename: 'Me' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetMyPapersMutationVariables = Exact<{
  input: SetPapersInput;
}>;


export type SetMyPapersMutation = { setMyPapers:
    | { __typename: 'Me' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetAnimalMediaMutationVariables = Exact<{
  input: PictureAnimalInput;
}>;


export type SetAnimalMediaMutation = { setAnimalMedia:
    | { __typename: 'Animal' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetAnimalPapersMutationVariables = Exact<{
  input: PictureAnimalInput;
}>;


export type SetAnimalPapersMutation = { setAnimalPapers:
    | { __typename: 'Animal' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OpenPaperMutationVariables = Exact<{
  mediaId: string | number;
}>;


export type OpenPaperMutation = { openPaper:
    | { __typename: 'PaperLink', url: string }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DropFileMutationVariables = Exact<{
  mediaId: string | number;
}>;


export type DropFileMutation = { deleteMedia:
    | { __typename: 'Media' }
    | { __typename: 'StillAttached', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type StandingFragment = { leader: number | null, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, mine: { bidder: number, maximum: number, leading: boolean, won: boolean } | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } };

export type MyPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPageQuery = { bids: { edges: Array<{ node: { leader: number | null, id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, mine: { bidder: number, maximum: number, leading: boolean, won: boolean } | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }> }, myDeals: { edges: Array<{ node: { id: string, state: DealState, amount: number, buying: boolean, buyerName: string, sellerName: string, payBy: string | null, madeAt: string, lotId: string | null, animal: { name: string, coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }> }, myOffers: { edges: Array<{ node: { id: string, amount: number, bySeller: boolean, mine: boolean, state: OfferState, expiresAt: string, listing: { id: string, titleBn: string, titleEn: string } | null } }> } };

export type FollowedLotsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowedLotsQuery = { followedLots: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, device: string, address: string, lastUsedAt: string, isCurrent: boolean }> };

export type EndOneSessionMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type EndOneSessionMutation = { revokeSession:
    | { __typename: 'SessionsEnded' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { revokeOtherSessions: { count: number } };

export type EraseMeMutationVariables = Exact<{ [key: string]: never; }>;


export type EraseMeMutation = { eraseMyAccount:
    | { __typename: 'AccountErased' }
    | { __typename: 'StillOwing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FollowAccountSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowAccountSubscription = { accountEvents:
    | { __typename: 'AccountSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Outbid', cursor: string, seq: number, at: string, lotId: string, price: number | null }
    | { __typename: 'LotWon', cursor: string, seq: number, at: string, lotId: string, price: number | null, payBy: string }
    | { __typename: 'LotLost', cursor: string, seq: number, at: string, lotId: string, price: number | null }
    | { __typename: 'OwnLotEnded', cursor: string, seq: number, at: string, lotId: string, price: number | null, outcome: string }
    | { __typename: 'OwnLotDecided', cursor: string, seq: number, at: string, lotId: string, price: number | null, state: string, reason: string }
    | { __typename: 'YourBidsVoided', cursor: string, seq: number, at: string, lotId: string, price: number | null }
    | { __typename: 'LotStartsSoon', cursor: string, seq: number, at: string, lotId: string, price: number | null }
    | { __typename: 'AccountNotice', cursor: string, seq: number, at: string, kind: string, facts: unknown }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type MyBookingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyBookingsQuery = { myBookings: { edges: Array<{ node: { id: string, state: BookingState, startsAt: string, price: number, provider: { name: string }, service: { titleBn: string, titleEn: string } } }> } };

export type MySerialsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySerialsQuery = { mySerials: { edges: Array<{ node: { id: string, number: number, state: SerialState, ahead: number, expectedAt: string | null, sitting: { id: string, state: SittingState, startsAt: string, nowServing: number, provider: { name: string } } } }> } };

export type MyOrdersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyOrdersQuery = { myOrderGroups: { edges: Array<{ node: { id: string, state: OrderGroupState, totalPrice: number, createdAt: string, orders: Array<{ id: string, shop: { nameBn: string, nameEn: string } }> } }> } };

export type OverchargedFragment = { id: string, charged: Charged, price: number, due: number, taken: number, words: string, reporterName: string, state: OverchargeState, finding: string, reportedAt: string, haat: { id: string, nameBn: string, nameEn: string }, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> };

export type OverchargePageQueryVariables = Exact<{ [key: string]: never; }>;


export type OverchargePageQuery = { haats: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string } }> }, myOverchargeReports: { edges: Array<{ node: { id: string, charged: Charged, price: number, due: number, taken: number, words: string, reporterName: string, state: OverchargeState, finding: string, reportedAt: string, haat: { id: string, nameBn: string, nameEn: string }, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } }> } };

export type TellOverchargeMutationVariables = Exact<{
  input: ReportOverchargeInput;
}>;


export type TellOverchargeMutation = { reportOvercharge:
    | { __typename: 'OverchargeReport' }
    | { __typename: 'NotOvercharged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeOverchargeBackMutationVariables = Exact<{
  reportId: string | number;
}>;


export type TakeOverchargeBackMutation = { withdrawOvercharge:
    | { __typename: 'OverchargeReport' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MoneyDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type MoneyDeskQuery = { overchargesWaiting: { edges: Array<{ node: { id: string, charged: Charged, price: number, due: number, taken: number, words: string, reporterName: string, state: OverchargeState, finding: string, reportedAt: string, haat: { id: string, nameBn: string, nameEn: string }, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } }> }, paymentsSetAside: { edges: Array<{ node: { id: string, gateway: string, invoice: string, asked: number, arrived: number, misfit: string, createdAt: string, decision: { choice: SetAsideChoice, reason: string, askedByName: string } | null } }> }, refundsByHand: { edges: Array<{ node: { id: string, amount: number, reason: string, gateway: string, paidUnder: string | null, payerName: string | null, createdAt: string } }> } };

export type JudgeOverchargeMutationVariables = Exact<{
  input: DecideOverchargeInput;
}>;


export type JudgeOverchargeMutation = { decideOvercharge:
    | { __typename: 'OverchargeReport' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type JudgeSetAsideMutationVariables = Exact<{
  tryId: string | number;
  choice: SetAsideChoice;
  reason: string;
}>;


export type JudgeSetAsideMutation = { decideSetAside:
    | { __typename: 'SetAsidePayment' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NothingDue', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SentByHandMutationVariables = Exact<{
  refundId: string | number;
  reference: string;
}>;


export type SentByHandMutation = { sendRefundByHand:
    | { __typename: 'HandRefund' }
    | { __typename: 'ReferenceUsed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ComplaintLineFragment = { id: string, kind: ComplaintKind, state: ComplaintState, text: string, dueAt: string | null, createdAt: string, escalated: number, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null };

export type ComplaintViewFragment = { address: string, mine: boolean, authorName: string | null, phone: string | null, assigneeName: string | null, reopened: number, fixed: boolean | null, allowedTransitions: Array<ComplaintMove>, id: string, kind: ComplaintKind, state: ComplaintState, text: string, dueAt: string | null, createdAt: string, escalated: number, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, proofs: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, desk: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, steps: Array<{ move: ComplaintMove, state: ComplaintState, note: string, byName: string | null, at: string }>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null };

export type MyComplaintsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyComplaintsQuery = { myComplaints: { edges: Array<{ node: { id: string, kind: ComplaintKind, state: ComplaintState, text: string, dueAt: string | null, createdAt: string, escalated: number, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ComplaintsWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type ComplaintsWaitingQuery = { complaintsWaiting: { edges: Array<{ node: { assigneeName: string | null, id: string, kind: ComplaintKind, state: ComplaintState, text: string, dueAt: string | null, createdAt: string, escalated: number, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } }> } };

export type ComplaintPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ComplaintPageQuery = { complaint: { address: string, mine: boolean, authorName: string | null, phone: string | null, assigneeName: string | null, reopened: number, fixed: boolean | null, allowedTransitions: Array<ComplaintMove>, id: string, kind: ComplaintKind, state: ComplaintState, text: string, dueAt: string | null, createdAt: string, escalated: number, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, proofs: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, desk: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null, steps: Array<{ move: ComplaintMove, state: ComplaintState, note: string, byName: string | null, at: string }>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } | null } | null };

export type FollowComplaintSubscriptionVariables = Exact<{
  complaintId: string | number;
  after?: string | null | undefined;
}>;


export type FollowComplaintSubscription = { complaintEvents:
    | { __typename: 'ComplaintSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'ComplaintMoved', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type ComplainMutationVariables = Exact<{
  input: LodgeComplaintInput;
}>;


export type ComplainMutation = { lodgeComplaint:
    | { __typename: 'Complaint', id: string }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OpenComplaintLimit', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AnswerAskedMutationVariables = Exact<{
  complaintId: string | number;
  text: string;
}>;


export type AnswerAskedMutation = { answerComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReopenOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayFixedMutationVariables = Exact<{
  complaintId: string | number;
}>;


export type SayFixedMutation = { confirmComplaintFixed:
    | { __typename: 'Complaint' }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReopenOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OpenAgainMutationVariables = Exact<{
  complaintId: string | number;
  text: string;
}>;


export type OpenAgainMutation = { reopenComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReopenOver', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeComplaintMutationVariables = Exact<{
  complaintId: string | number;
  reason?: string;
}>;


export type TakeComplaintMutation = { assignComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'NotForThisOfficer', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginOnItMutationVariables = Exact<{
  complaintId: string | number;
}>;


export type BeginOnItMutation = { beginComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'NotAssignedToYou', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskAuthorMutationVariables = Exact<{
  complaintId: string | number;
  text: string;
}>;


export type AskAuthorMutation = { askComplainant:
    | { __typename: 'Complaint' }
    | { __typename: 'NotAssignedToYou', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayDoneMutationVariables = Exact<{
  input: ResolveComplaintInput;
}>;


export type SayDoneMutation = { resolveComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'NotAssignedToYou', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SayNothingDoneMutationVariables = Exact<{
  complaintId: string | number;
  text: string;
}>;


export type SayNothingDoneMutation = { rejectComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'NotAssignedToYou', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TextTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WhoCouldHaveQueryVariables = Exact<{
  id: string | number;
}>;


export type WhoCouldHaveQuery = { complaint: { officers: Array<{ officerId: string, name: string }> } | null };

export type GiveComplaintMutationVariables = Exact<{
  input: AssignComplaintInput;
}>;


export type GiveComplaintMutation = { assignComplaint:
    | { __typename: 'Complaint' }
    | { __typename: 'NotForThisOfficer', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SpansFragment = { opens: number, closes: number };

export type OfferFragment = { id: string, titleBn: string, titleEn: string, description: string, state: ServiceState, reason: string | null, venue: Venue, licenceNo: string, licenceUntil: string | null, allowedTransitions: Array<ServiceMove>, category: { id: string, slug: string, units: Array<string> }, options: Array<{ id: string, labelBn: string, labelEn: string, unit: string, minutes: number, amount: number | null, needsQuote: boolean }>, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> };

export type OfferPageQueryVariables = Exact<{ [key: string]: never; }>;


export type OfferPageQuery = { myDesk: { id: string, state: ProviderState, name: string, about: string, contactPhone: string | null, village: string | null, gender: Gender | null, seats: number, noticeMinutes: number, bufferBeforeMinutes: number, bufferAfterMinutes: number, horizonDays: number, instant: boolean, closedFrom: string | null, closedTo: string | null, place: { id: string }, hours: Array<{ weekday: number, spans: Array<{ opens: number, closes: number }> }>, specialDays: Array<{ day: string, spans: Array<{ opens: number, closes: number }> }>, served: Array<{ id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }>, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, services: Array<{ id: string, titleBn: string, titleEn: string, description: string, state: ServiceState, reason: string | null, venue: Venue, licenceNo: string, licenceUntil: string | null, allowedTransitions: Array<ServiceMove>, category: { id: string, slug: string, units: Array<string> }, options: Array<{ id: string, labelBn: string, labelEn: string, unit: string, minutes: number, amount: number | null, needsQuote: boolean }>, media: Array<{ id: string, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> }> } | null };

export type UsualPricesQueryVariables = Exact<{
  category: string;
  place: string | number;
  unit?: string | null | undefined;
}>;


export type UsualPricesQuery = { priceBand: { count: number, basis: PriceBasis, p10Price: number, medianPrice: number, p90Price: number } | null };

export type HandOfferInMutationVariables = Exact<{
  serviceId: string | number;
}>;


export type HandOfferInMutation = { submitService:
    | { __typename: 'Service' }
    | { __typename: 'ApplicationIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ChangeOfferMutationVariables = Exact<{
  input: ChangeServiceInput;
}>;


export type ChangeOfferMutation = { changeService:
    | { __typename: 'Service' }
    | { __typename: 'ApplicationIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndOfferMutationVariables = Exact<{
  serviceId: string | number;
}>;


export type EndOfferMutation = { retireService:
    | { __typename: 'Service' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ChangeOfferPriceMutationVariables = Exact<{
  input: ChangeServicePriceInput;
}>;


export type ChangeOfferPriceMutation = { changeServicePrice:
    | { __typename: 'PriceOption' }
    | { __typename: 'OptionPriceChanged', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndPriceMutationVariables = Exact<{
  optionId: string | number;
}>;


export type EndPriceMutation = { retirePriceOption:
    | { __typename: 'PriceOption' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetDeskTermsMutationVariables = Exact<{
  input: SetProviderTermsInput;
}>;


export type SetDeskTermsMutation = { setProviderTerms:
    | { __typename: 'Provider' }
    | { __typename: 'AwayTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetOneDayMutationVariables = Exact<{
  day: string;
  spans?: Array<WorkingSpanInput> | WorkingSpanInput | null | undefined;
}>;


export type SetOneDayMutation = { setSpecialDay:
    | { __typename: 'Provider' }
    | { __typename: 'AwayTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SetWheretoMutationVariables = Exact<{
  placeIds: Array<string | number> | string | number;
}>;


export type SetWheretoMutation = { setServedPlaces:
    | { __typename: 'Provider' }
    | { __typename: 'AwayTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeAwayMutationVariables = Exact<{
  closedFrom?: string | null | undefined;
  closedTo?: string | null | undefined;
}>;


export type BeAwayMutation = { goAway:
    | { __typename: 'Provider' }
    | { __typename: 'AwayTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ShowDeskMutationVariables = Exact<{
  media: Array<PictureInput> | PictureInput;
}>;


export type ShowDeskMutation = { setProviderMedia:
    | { __typename: 'Provider' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ShowOfferMutationVariables = Exact<{
  input: PictureServiceInput;
}>;


export type ShowOfferMutation = { setServiceMedia:
    | { __typename: 'Service' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TapeWeightQueryVariables = Exact<{
  length: number;
  girth: number;
}>;


export type TapeWeightQuery = { tapeWeight: number };

export type SaveApplicationMutationVariables = Exact<{
  input: SaveSellerApplicationInput;
}>;


export type SaveApplicationMutation = { saveSellerApplication:
    | { __typename: 'SellerApplication' }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotAHome', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HandInApplicationMutationVariables = Exact<{ [key: string]: never; }>;


export type HandInApplicationMutation = { submitSellerApplication:
    | { __typename: 'SellerApplication' }
    | { __typename: 'ApplicationIncomplete', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RegisterAnimalMutationVariables = Exact<{
  input: RegisterAnimalInput;
}>;


export type RegisterAnimalMutation = { registerAnimal:
    | { __typename: 'Animal', id: string }
    | { __typename: 'NotVerifiedSeller', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotYourPurchase', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TagInUse', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskForCheckMutationVariables = Exact<{
  animalId: string | number;
}>;


export type AskForCheckMutation = { requestCheck:
    | { __typename: 'Animal' }
    | { __typename: 'CheckNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AnimalPromised', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ListFixedMutationVariables = Exact<{
  input: ListAnimalInput;
}>;


export type ListFixedMutation = { listForFixedPrice:
    | { __typename: 'Listing', id: string }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AlreadyListed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ResoldTooSoon', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ListBargainMutationVariables = Exact<{
  input: ListAnimalInput;
}>;


export type ListBargainMutation = { listForBargaining:
    | { __typename: 'Listing', id: string }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AlreadyListed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ResoldTooSoon', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ListByWeightMutationVariables = Exact<{
  input: ListByWeightInput;
}>;


export type ListByWeightMutation = { listByWeight:
    | { __typename: 'Listing', id: string }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AlreadyListed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ResoldTooSoon', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type UsualPriceQueryVariables = Exact<{
  category: string;
  place: string | number;
}>;


export type UsualPriceQuery = { priceBand: { basis: PriceBasis, p10Price: number, medianPrice: number, p90Price: number } | null };

export type SubmitLotMutationVariables = Exact<{
  input: SubmitLotInput;
}>;


export type SubmitLotMutation = { submitLot:
    | { __typename: 'Lot', id: string, number: number }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AlreadyListed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ResoldTooSoon', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ChecksWaitingQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChecksWaitingQuery = { checksWaiting: { edges: Array<{ node: { id: string, number: string, name: string, defects: Array<string> | null, coatColor: string, teeth: number | null, village: string, sellerName: string, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, papers: Array<{ id: string }>, tags: Array<{ scheme: string, value: string }>, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, qurbaniDefects: Array<{ slug: string, nameBn: string, nameEn: string }> };

export type LotsWaitingQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LotsWaitingQuery = { lotsWaiting: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, startPrice: number, haat: { id: string, nameBn: string, nameEn: string }, animal: { clearedUntil: string | null, coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FlagsWaitingQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FlagsWaitingQuery = { flags: { edges: Array<{ node: { id: string, kind: FlagKind, raisedAt: string, resolvedAt: string | null, reason: { bn: string, en: string }, animal: { id: string, number: string, name: string, sellerName: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SharedPhotosWaitingQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SharedPhotosWaitingQuery = { sharedPhotos: { edges: Array<{ node: { id: string, raisedAt: string, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }, otherPhoto: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }, shownBy:
          | { __typename: 'Product', titleBn: string, titleEn: string, shop: { nameBn: string } }
          | { __typename: 'Service', titleBn: string, titleEn: string, provider: { name: string } }
         | null, otherShownBy:
          | { __typename: 'Product', titleBn: string, titleEn: string, shop: { nameBn: string } }
          | { __typename: 'Service', titleBn: string, titleEn: string, provider: { name: string } }
         | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LotsToMoveQueryVariables = Exact<{
  are: LotsAre;
  after?: string | null | undefined;
}>;


export type LotsToMoveQuery = { lots: { edges: Array<{ node: { id: string, number: number, titleBn: string, titleEn: string, phase: LotPhase | null, result: string | null, haatId: string, startPrice: number, price: number | null, minimumNext: number | null, bidCount: number, startsAt: string | null, endsAt: string | null, animal: { coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ClearAnimalMutationVariables = Exact<{
  input: ExamineAnimalInput;
}>;


export type ClearAnimalMutation = { clearAnimal:
    | { __typename: 'VetClearance' }
    | { __typename: 'OwnAnimal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FailAnimalMutationVariables = Exact<{
  input: ExamineAnimalInput;
}>;


export type FailAnimalMutation = { failAnimal:
    | { __typename: 'VetClearance' }
    | { __typename: 'OwnAnimal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ScheduleLotMutationVariables = Exact<{
  lotId: string | number;
  startsAt: string;
  endsAt: string;
}>;


export type ScheduleLotMutation = { scheduleLot:
    | { __typename: 'Lot' }
    | { __typename: 'AnimalNotCleared', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotHasBids', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RescheduleLotMutationVariables = Exact<{
  lotId: string | number;
  startsAt: string;
  endsAt: string;
}>;


export type RescheduleLotMutation = { rescheduleLot:
    | { __typename: 'Lot' }
    | { __typename: 'AnimalNotCleared', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotHasBids', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RejectLotMutationVariables = Exact<{
  lotId: string | number;
  reason: string;
}>;


export type RejectLotMutation = { rejectLot:
    | { __typename: 'Lot' }
    | { __typename: 'AnimalNotCleared', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotHasBids', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type VoidLotMutationVariables = Exact<{
  lotId: string | number;
  reason: string;
}>;


export type VoidLotMutation = { voidLot:
    | { __typename: 'Lot' }
    | { __typename: 'AnimalNotCleared', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotHasBids', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ResolveFlagMutationVariables = Exact<{
  flagId: string | number;
  note: string;
}>;


export type ResolveFlagMutation = { resolveFlag:
    | { __typename: 'OfficerFlag' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

type Shower_Product_Fragment = { __typename: 'Product', titleBn: string, titleEn: string, shop: { nameBn: string } };

type Shower_Service_Fragment = { __typename: 'Service', titleBn: string, titleEn: string, provider: { name: string } };

export type ShowerFragment =
  | Shower_Product_Fragment
  | Shower_Service_Fragment
;

export type ResolveSharedPhotoMutationVariables = Exact<{
  sharedPhotoId: string | number;
  note: string;
}>;


export type ResolveSharedPhotoMutation = { resolveSharedPhoto:
    | { __typename: 'SharedPhoto' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OrderViewFragment = { id: string, state: OrderState, part: string, way: DeliveryWay, itemsPrice: number, deliveryFee: number, totalPrice: number, refundedAmount: number, cashToHandBack: number | null, code: string | null, reason: string, placedAt: string | null, dueAt: string | null, method: PayMethod, contactName: string | null, contactPhone: string | null, address: string | null, note: string | null, allowedTransitions: Array<OrderMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, shop: { id: string, slug: string, nameBn: string, nameEn: string, phone: string }, lines: Array<{ id: string, nameBn: string, nameEn: string, choices: Array<string>, unit: string, price: number, quantity: number, shipped: number, delivered: number, returned: number }>, parcels: Array<{ id: string, state: ParcelState, carrier: ParcelCarrier | null, courierName: string, cashAmount: number, failReason: FailedDelivery | null, allowedTransitions: Array<ParcelMove>, lines: Array<{ lineId: string, quantity: number }>, trip: { driver: { name: string, phone: string, plateNo: string } | null, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null } | null }>, returns: Array<{ id: string, state: ReturnState, remedy: ReturnRemedy, reason: string, answer: string, refundAmount: number, allowedTransitions: Array<ReturnMove>, lines: Array<{ lineId: string, quantity: number }> }> };

export type OrderPageQueryVariables = Exact<{
  id: string | number;
  guestToken?: string | null | undefined;
}>;


export type OrderPageQuery = { orderGroup: { id: string, state: OrderGroupState, method: PayMethod, totalPrice: number, createdAt: string, expiresAt: string | null, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, orders: Array<{ id: string, state: OrderState, part: string, way: DeliveryWay, itemsPrice: number, deliveryFee: number, totalPrice: number, refundedAmount: number, cashToHandBack: number | null, code: string | null, reason: string, placedAt: string | null, dueAt: string | null, method: PayMethod, contactName: string | null, contactPhone: string | null, address: string | null, note: string | null, allowedTransitions: Array<OrderMove>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, shop: { id: string, slug: string, nameBn: string, nameEn: string, phone: string }, lines: Array<{ id: string, nameBn: string, nameEn: string, choices: Array<string>, unit: string, price: number, quantity: number, shipped: number, delivered: number, returned: number }>, parcels: Array<{ id: string, state: ParcelState, carrier: ParcelCarrier | null, courierName: string, cashAmount: number, failReason: FailedDelivery | null, allowedTransitions: Array<ParcelMove>, lines: Array<{ lineId: string, quantity: number }>, trip: { driver: { name: string, phone: string, plateNo: string } | null, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null } | null }>, returns: Array<{ id: string, state: ReturnState, remedy: ReturnRemedy, reason: string, answer: string, refundAmount: number, allowedTransitions: Array<ReturnMove>, lines: Array<{ lineId: string, quantity: number }> }> }> } | null };

export type FollowOrderSubscriptionVariables = Exact<{
  orderId: string | number;
  guestToken?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type FollowOrderSubscription = { orderEvents:
    | { __typename: 'OrderSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'OrderMoved', cursor: string, seq: number }
    | { __typename: 'ParcelMoved', cursor: string, seq: number }
    | { __typename: 'ReturnMoved', cursor: string, seq: number }
    | { __typename: 'MoneyReturned', cursor: string, seq: number }
    | { __typename: 'GuestMoneyMoved', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type FollowParcelSubscriptionVariables = Exact<{
  parcelId: string | number;
  guestToken?: string | null | undefined;
}>;


export type FollowParcelSubscription = { parcelPosition: { __typename: 'TripPosition', attempt: number, tracking: Tracking, observedAt: string | null, freshness: Freshness, etaS: number | null, point: { lat: number, lng: number } | null } };

export type PayForOrdersMutationVariables = Exact<{
  input: PayOrdersInput;
}>;


export type PayForOrdersMutation = { payOrders:
    | { __typename: 'PaymentTry', payUrl: string | null, invoice: string }
    | { __typename: 'NothingDue', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AmountOutOfRange', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'GatewayUnavailable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LeaveCheckoutMutationVariables = Exact<{
  groupId: string | number;
  guestToken?: string | null | undefined;
}>;


export type LeaveCheckoutMutation = { cancelCheckout:
    | { __typename: 'OrderGroup' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallOrderOffMutationVariables = Exact<{
  orderId: string | number;
  reason: string;
  guestToken?: string | null | undefined;
}>;


export type CallOrderOffMutation = { cancelOrder:
    | { __typename: 'Order' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ItArrivedMutationVariables = Exact<{
  parcelId: string | number;
  guestToken?: string | null | undefined;
}>;


export type ItArrivedMutation = { confirmParcel:
    | { __typename: 'Order' }
    | { __typename: 'CashAtTheDoor', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OrderIsWellMutationVariables = Exact<{
  orderId: string | number;
  guestToken?: string | null | undefined;
}>;


export type OrderIsWellMutation = { closeOrder:
    | { __typename: 'Order' }
    | { __typename: 'ReturnOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskToGiveBackMutationVariables = Exact<{
  input: RequestReturnInput;
}>;


export type AskToGiveBackMutation = { requestReturn:
    | { __typename: 'OrderReturn' }
    | { __typename: 'TooManyOfLine', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SentBackMutationVariables = Exact<{
  returnId: string | number;
  guestToken?: string | null | undefined;
}>;


export type SentBackMutation = { sendReturn:
    | { __typename: 'OrderReturn' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type KeepItMutationVariables = Exact<{
  returnId: string | number;
  guestToken?: string | null | undefined;
}>;


export type KeepItMutation = { cancelReturn:
    | { __typename: 'OrderReturn' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BillFragment = { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> };

export type WaysToPayQueryVariables = Exact<{ [key: string]: never; }>;


export type WaysToPayQuery = { paymentServices: Array<{ name: string, smallest: number, largest: number }> };

export type BeginToPayMutationVariables = Exact<{
  paymentId: string | number;
  gateway: string;
  amount: number;
  key: string;
}>;


export type BeginToPayMutation = { beginPayment:
    | { __typename: 'PaymentTry', payUrl: string | null, invoice: string }
    | { __typename: 'NothingDue', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AmountOutOfRange', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'GatewayUnavailable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FindPersonQueryVariables = Exact<{
  phone: string;
}>;


export type FindPersonQuery = { personByPhone: { id: string, name: string, state: AccountState, roles: Array<{ role: Role, placeId: string | null, grantedAt: string }> } | null };

export type SuspendPersonMutationVariables = Exact<{
  accountId: string | number;
  reason: string;
}>;


export type SuspendPersonMutation = { suspendAccount:
    | { __typename: 'AccountStanding' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RestorePersonMutationVariables = Exact<{
  accountId: string | number;
  reason: string;
}>;


export type RestorePersonMutation = { restoreAccount:
    | { __typename: 'AccountStanding' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type GivePersonRoleMutationVariables = Exact<{
  input: RoleInput;
}>;


export type GivePersonRoleMutation = { grantRole:
    | { __typename: 'RoleChanged' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakePersonRoleMutationVariables = Exact<{
  input: RoleInput;
}>;


export type TakePersonRoleMutation = { revokeRole:
    | { __typename: 'RoleChanged' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FindHomesQueryVariables = Exact<{
  text: string;
}>;


export type FindHomesQuery = { placeSearch: Array<{ id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }> };

export type PlaceNameQueryVariables = Exact<{
  id: string | number;
}>;


export type PlaceNameQuery = { place: { id: string, nameBn: string, nameEn: string } | null };

export type AnswerReviewMutationVariables = Exact<{
  reviewId: string | number;
  text: string;
}>;


export type AnswerReviewMutation = { replyToReview:
    | { __typename: 'Review' }
    | { __typename: 'ReviewFinal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HideReviewMutationVariables = Exact<{
  reviewId: string | number;
  reason: string;
}>;


export type HideReviewMutation = { hideReview:
    | { __typename: 'Review' }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PictureReviewMutationVariables = Exact<{
  input: PictureReviewInput;
}>;


export type PictureReviewMutation = { setReviewMedia:
    | { __typename: 'Review' }
    | { __typename: 'MediaNotReady', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AttachedElsewhere', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReviewFinal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ViewerNowQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerNowQuery = { me: { id: string, name: string, phone: string, language: Language, roles: Array<{ role: Role, placeId: string | null }> } | null };

export type SaleFragment = { id: string, kind: SaleKind, state: ListingState, version: number, titleBn: string, titleEn: string, description: string, price: number | null, perKg: number | null, declaredGrams: number | null, listedAt: string, lotId: string | null, haat: { id: string, nameBn: string, nameEn: string }, animal: { name: string, number: string, clearedUntil: string | null, coatColor: string, teeth: number | null, village: string, sellerName: string, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, tags: Array<{ scheme: string, value: string }>, origin: { nameInFull: string } | null, clearance: { passed: boolean, vetName: string, registrationNo: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } };

export type OfferLineFragment = { id: string, amount: number, answers: string | null, bySeller: boolean, mine: boolean, buyerName: string, state: OfferState, canBeCountered: boolean, madeAt: string, expiresAt: string };

export type SalePageQueryVariables = Exact<{
  listingId: string | number;
}>;


export type SalePageQuery = { serverNow: string, listing: { id: string, kind: SaleKind, state: ListingState, version: number, titleBn: string, titleEn: string, description: string, price: number | null, perKg: number | null, declaredGrams: number | null, listedAt: string, lotId: string | null, haat: { id: string, nameBn: string, nameEn: string }, animal: { name: string, number: string, clearedUntil: string | null, coatColor: string, teeth: number | null, village: string, sellerName: string, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, tags: Array<{ scheme: string, value: string }>, origin: { nameInFull: string } | null, clearance: { passed: boolean, vetName: string, registrationNo: string, validUntil: string | null } | null, qurbani: { fitness: Fitness, reasons: Array<string> }, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } | null };

export type SaleViewerQueryVariables = Exact<{
  listingId: string | number;
}>;


export type SaleViewerQuery = { listing: { id: string, state: ListingState, price: number | null, version: number, mine: boolean, offers: Array<{ id: string, amount: number, answers: string | null, bySeller: boolean, mine: boolean, buyerName: string, state: OfferState, canBeCountered: boolean, madeAt: string, expiresAt: string }> } | null };

export type BuyNowMutationVariables = Exact<{
  listingId: string | number;
  price: number;
  key: string;
}>;


export type BuyNowMutation = { buyNow:
    | { __typename: 'Deal', id: string }
    | { __typename: 'SoldOtherwise', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotForSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnAnimal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PriceChanged', price: number, code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MakeOfferMutationVariables = Exact<{
  listingId: string | number;
  amount: number;
  key: string;
}>;


export type MakeOfferMutation = { makeOffer:
    | { __typename: 'Offer' }
    | { __typename: 'SoldOtherwise', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotForSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnAnimal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OfferPending', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CounterOfferMutationVariables = Exact<{
  offerId: string | number;
  amount: number;
  key: string;
}>;


export type CounterOfferMutation = { counterOffer:
    | { __typename: 'Offer' }
    | { __typename: 'OwnOffer', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OfferClosed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotForSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'BargainTooLong', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AcceptOfferMutationVariables = Exact<{
  offerId: string | number;
  key: string;
}>;


export type AcceptOfferMutation = { acceptOffer:
    | { __typename: 'Deal' }
    | { __typename: 'OwnOffer', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OfferClosed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotForSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type RejectOfferMutationVariables = Exact<{
  offerId: string | number;
}>;


export type RejectOfferMutation = { rejectOffer:
    | { __typename: 'Offer' }
    | { __typename: 'OwnOffer', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OfferClosed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WithdrawOfferMutationVariables = Exact<{
  offerId: string | number;
}>;


export type WithdrawOfferMutation = { withdrawOffer:
    | { __typename: 'Offer' }
    | { __typename: 'OwnOffer', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OfferClosed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type WithdrawSaleMutationVariables = Exact<{
  listingId: string | number;
}>;


export type WithdrawSaleMutation = { withdrawListing:
    | { __typename: 'Listing' }
    | { __typename: 'SoldOtherwise', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AskOtherPriceMutationVariables = Exact<{
  listingId: string | number;
  price: number;
  seenVersion: number;
}>;


export type AskOtherPriceMutation = { changePrice:
    | { __typename: 'Listing' }
    | { __typename: 'SoldOtherwise', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotWithdrawn', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeLotBackMutationVariables = Exact<{
  lotId: string | number;
}>;


export type TakeLotBackMutation = { withdrawLot:
    | { __typename: 'Lot' }
    | { __typename: 'AnimalNotCleared', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotHasBids', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'LotNotOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SearchPageQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  freeNow: boolean;
  after?: string | null | undefined;
}>;


export type SearchPageQuery = { search: { edges: Array<{ distanceM: number | null, freeNow: boolean, node:
        | { __typename: 'Service', id: string, titleBn: string, titleEn: string, fromPrice: number | null, provider: { id: string, name: string } }
        | { __typename: 'Listing', id: string, titleBn: string, titleEn: string, price: number | null }
        | { __typename: 'Lot', id: string, titleBn: string, titleEn: string, price: number | null, startPrice: number }
        | { __typename: 'RentalUnit', id: string, titleBn: string, rentAmount: number }
        | { __typename: 'ServiceCategory', id: string, slug: string, nameBn: string, nameEn: string }
        | { __typename: 'Product', id: string, nameBn: string, nameEn: string, fromPrice: number | null, shop: { slug: string } }
        | { __typename: 'Shop', id: string, slug: string, nameBn: string, nameEn: string }
       }>, counts: Array<{ kind: SearchKind, count: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ForcedActsQueryVariables = Exact<{ [key: string]: never; }>;


export type ForcedActsQuery = { forcedActs: { edges: Array<{ node: { kind: ForcedActKind, subjectId: string, askedAt: string, id: string, choice: string, reason: string, askedByName: string, mine: boolean } }> } };

export type DeclineForcedActMutationVariables = Exact<{
  actId: string | number;
  reason: string;
}>;


export type DeclineForcedActMutation = { declineForcedAct:
    | { __typename: 'ForcedAct' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SecondOrderMutationVariables = Exact<{
  orderId: string | number;
  reason: string;
}>;


export type SecondOrderMutation = { cancelOrder:
    | { __typename: 'Order' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SellPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SellPageQuery = { me: { id: string, homeId: string | null, papers: Array<{ id: string }>, sellerApplication: { id: string, state: SellerApplicationState, farmName: string, contactPhone: string, placeId: string, village: string, statement: string, reason: string, dueAt: string | null } | null } | null, myAnimals: { edges: Array<{ node: { id: string, number: string, name: string, state: AnimalState, clearedUntil: string | null, defects: Array<string> | null, coatColor: string, teeth: number | null, village: string, sellerName: string, media: Array<{ id: string, kind: MediaKind, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, papers: Array<{ id: string }>, qurbani: { fitness: Fitness, reasons: Array<string> }, sale: { listingId: string, kind: SaleKind, state: ListingState, price: number | null } | null, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } }> } };

export type SellChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type SellChoicesQuery = { place: { id: string } | null, species: Array<{ slug: string, nameBn: string, nameEn: string, maxShares: number, sexes: Array<{ slug: string, nameBn: string, nameEn: string }>, breeds: Array<{ slug: string, nameBn: string, nameEn: string }> }>, qurbaniDefects: Array<{ slug: string, nameBn: string, nameEn: string }>, haats: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string } }> } };

export type KindFragment = { id: string, slug: string, nameBn: string, nameEn: string, ways: Array<ServiceWay>, parentId: string | null };

export type OptionFragment = { id: string, labelBn: string, labelEn: string, unit: string, minutes: number, amount: number | null, needsQuote: boolean };

export type FreeFragment = { state: string, until: string | null, nextFreeAt: string | null };

export type StarsFragment = { hundredths: number, count: number };

export type SpotFragment = { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null };

export type ServiceCardFragment = { id: string, titleBn: string, titleEn: string, fromPrice: number | null, venue: Venue, category: { nameBn: string, nameEn: string }, availability: { state: string, until: string | null, nextFreeAt: string | null }, provider: { id: string, name: string, rating: { hundredths: number, count: number }, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } } };

export type ServicesPageQueryVariables = Exact<{ [key: string]: never; }>;


export type ServicesPageQuery = { serverNow: string, serviceCategories: Array<{ id: string, slug: string, nameBn: string, nameEn: string, ways: Array<ServiceWay>, parentId: string | null }> };

export type ServicePlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServicePlacesQuery = { place: { id: string, children: Array<{ id: string, nameBn: string, nameEn: string }> } | null };

export type FindServicesQueryVariables = Exact<{
  filter?: ServiceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type FindServicesQuery = { services: { edges: Array<{ node: { id: string, titleBn: string, titleEn: string, fromPrice: number | null, venue: Venue, category: { nameBn: string, nameEn: string }, availability: { state: string, until: string | null, nextFreeAt: string | null }, provider: { id: string, name: string, rating: { hundredths: number, count: number }, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProviderPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ProviderPageQuery = { serverNow: string, provider: { id: string, name: string, about: string, gender: Gender | null, seats: number, instant: boolean, noticeMinutes: number, horizonDays: number, closedFrom: string | null, closedTo: string | null, mine: boolean, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, served: Array<{ id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }>, hours: Array<{ weekday: number, spans: Array<{ opens: number, closes: number }> }>, availability: { state: string, until: string | null, nextFreeAt: string | null }, rating: { hundredths: number, count: number }, services: Array<{ id: string, titleBn: string, titleEn: string, description: string, state: ServiceState, venue: Venue, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }>, category: { paymentForbidden: boolean, groupBooking: boolean, id: string, slug: string, nameBn: string, nameEn: string, ways: Array<ServiceWay>, parentId: string | null }, options: Array<{ id: string, labelBn: string, labelEn: string, unit: string, minutes: number, amount: number | null, needsQuote: boolean }> }> } | null };

export type ProviderReviewsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ProviderReviewsQuery = { reviews: { edges: Array<{ node: { id: string, by: BookingSide, authorName: string, stars: number, text: string, writtenAt: string, reply: string, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhoIsFreeSubscriptionVariables = Exact<{
  categoryId: string | number;
  within: string | number;
}>;


export type WhoIsFreeSubscription = { availabilityEvents:
    | { __typename: 'AvailabilitySnapshot', serverNow: string }
    | { __typename: 'AvailabilityMoved', providerId: string, state: string, believedUntil: string | null, nextFreeAt: string | null }
    | { __typename: 'Reconnect' }
   };

export type ViewerFragment = { id: string, name: string, phone: string, language: Language, roles: Array<{ role: Role, placeId: string | null }> };

type Refusal_AboveCeiling_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AccountSuspended_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AlreadyListed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AlwaysInTheApp_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AmountOutOfRange_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AnimalNotCleared_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AnimalPromised_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ApplicationIncomplete_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AssistingAlready_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AssistingTooOften_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AttachedElsewhere_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_AwayTooLong_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_BadHour_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_BargainTooLong_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_BidTooLow_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CancelFeeNotSeen_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CancelTermsChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CartChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CartEmpty_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CartFull_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CashAtTheDoor_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CashNotTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CheckNotReady_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CodeNotRight_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_CodeNotSent_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DaysTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DeductionsTooHigh_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DeliveryCodeWrong_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DepositInUse_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DonorPromised_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DriverBusy_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DriverIncomplete_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_DueSettled_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_FileTooLarge_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_GatewayUnavailable_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_HandoverCodeWrong_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_HasSerial_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_HasilRuleAhead_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_IdempotencyConflict_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_InProgress_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_InsufficientDeposit_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_KeysAlreadyMoved_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_KeysNotBack_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotHasBids_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotNotOpen_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotNotWithdrawn_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_LotsStillRunning_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_MaxNotRaised_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_MediaNotReady_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NameNeeded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NoShareLeft_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NobodyWaits_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotADonor_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotADriver_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotAHome_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotAssignedToYou_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotAtPickup_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotAtWork_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotBookable_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotEligible_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotFinished_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotForRent_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotForSale_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotForThisOfficer_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotFound_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotListable_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotOnOneself_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotOnSale_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotOnStep_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotOvercharged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotServedThere_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotUploaded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotVerifiedSeller_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotYet_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotYetReturned_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NotYourPurchase_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NothingDue_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NothingServes_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_NoticeTooShort_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OfferClosed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OfferOver_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OfferPending_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OpenComplaintLimit_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OpenRequestLimit_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OptionPriceChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OutOfStock_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OutsideArea_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OutsideHours_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OutsideWindow_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnAnimal_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnLot_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnOffer_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnService_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnShop_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_OwnUnit_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_PapersMissing_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_PhoneNotValid_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_PriceChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_PricesChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ProductIncomplete_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_QuotaReached_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_QuoteClosed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_QuoteNeeded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ReasonTooShort_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ReferenceUsed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ReopenOver_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_RequestOver_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ResoldTooSoon_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ReturnOpen_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ReviewFinal_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SecondOfficerNeeded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SessionEnded_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ShopAddressReserved_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ShopAddressTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ShopIncomplete_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ShopStillOwing_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SittingFull_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SittingNotOpen_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SlotFree_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SlotTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SlugTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_SoldOtherwise_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StaleState_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StillAttached_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StillOnTrip_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StillOwing_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StillResting_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StockChanged_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StockPromised_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_StoreUnavailable_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TagDoesNotMatch_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TagInUse_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TextTooShort_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TimeIsUp_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TooManyFollowed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TooManyHolds_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TooManyOfLine_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TooManyPoints_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TooManyWaits_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TripCodeWrong_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TripOfferGone_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TripQuoteExpired_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TripRunning_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TripTooFar_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_TypeNotTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_UnfitToGive_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_UnitAgreed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_UnitLimit_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_UnitsTaken_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_VariantExists_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_VehicleNotUsable_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_ViewingLimit_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_WayNotOffered_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_WeightNotAgreed_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

type Refusal_WrongStartCode_Fragment = { code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean };

export type RefusalFragment =
  | Refusal_AboveCeiling_Fragment
  | Refusal_AccountSuspended_Fragment
  | Refusal_AlreadyListed_Fragment
  | Refusal_AlwaysInTheApp_Fragment
  | Refusal_AmountOutOfRange_Fragment
  | Refusal_AnimalNotCleared_Fragment
  | Refusal_AnimalPromised_Fragment
  | Refusal_ApplicationIncomplete_Fragment
  | Refusal_AssistingAlready_Fragment
  | Refusal_AssistingTooOften_Fragment
  | Refusal_AttachedElsewhere_Fragment
  | Refusal_AwayTooLong_Fragment
  | Refusal_BadHour_Fragment
  | Refusal_BargainTooLong_Fragment
  | Refusal_BidTooLow_Fragment
  | Refusal_CancelFeeNotSeen_Fragment
  | Refusal_CancelTermsChanged_Fragment
  | Refusal_CartChanged_Fragment
  | Refusal_CartEmpty_Fragment
  | Refusal_CartFull_Fragment
  | Refusal_CashAtTheDoor_Fragment
  | Refusal_CashNotTaken_Fragment
  | Refusal_CheckNotReady_Fragment
  | Refusal_CodeNotRight_Fragment
  | Refusal_CodeNotSent_Fragment
  | Refusal_DaysTaken_Fragment
  | Refusal_DeductionsTooHigh_Fragment
  | Refusal_DeliveryCodeWrong_Fragment
  | Refusal_DepositInUse_Fragment
  | Refusal_DonorPromised_Fragment
  | Refusal_DriverBusy_Fragment
  | Refusal_DriverIncomplete_Fragment
  | Refusal_DueSettled_Fragment
  | Refusal_FileTooLarge_Fragment
  | Refusal_GatewayUnavailable_Fragment
  | Refusal_HandoverCodeWrong_Fragment
  | Refusal_HasSerial_Fragment
  | Refusal_HasilRuleAhead_Fragment
  | Refusal_IdempotencyConflict_Fragment
  | Refusal_InProgress_Fragment
  | Refusal_InsufficientDeposit_Fragment
  | Refusal_KeysAlreadyMoved_Fragment
  | Refusal_KeysNotBack_Fragment
  | Refusal_LotHasBids_Fragment
  | Refusal_LotNotOpen_Fragment
  | Refusal_LotNotWithdrawn_Fragment
  | Refusal_LotsStillRunning_Fragment
  | Refusal_MaxNotRaised_Fragment
  | Refusal_MediaNotReady_Fragment
  | Refusal_NameNeeded_Fragment
  | Refusal_NoShareLeft_Fragment
  | Refusal_NobodyWaits_Fragment
  | Refusal_NotADonor_Fragment
  | Refusal_NotADriver_Fragment
  | Refusal_NotAHome_Fragment
  | Refusal_NotAssignedToYou_Fragment
  | Refusal_NotAtPickup_Fragment
  | Refusal_NotAtWork_Fragment
  | Refusal_NotBookable_Fragment
  | Refusal_NotEligible_Fragment
  | Refusal_NotFinished_Fragment
  | Refusal_NotForRent_Fragment
  | Refusal_NotForSale_Fragment
  | Refusal_NotForThisOfficer_Fragment
  | Refusal_NotFound_Fragment
  | Refusal_NotListable_Fragment
  | Refusal_NotOnOneself_Fragment
  | Refusal_NotOnSale_Fragment
  | Refusal_NotOnStep_Fragment
  | Refusal_NotOvercharged_Fragment
  | Refusal_NotServedThere_Fragment
  | Refusal_NotUploaded_Fragment
  | Refusal_NotVerifiedSeller_Fragment
  | Refusal_NotYet_Fragment
  | Refusal_NotYetReturned_Fragment
  | Refusal_NotYourPurchase_Fragment
  | Refusal_NothingDue_Fragment
  | Refusal_NothingServes_Fragment
  | Refusal_NoticeTooShort_Fragment
  | Refusal_OfferClosed_Fragment
  | Refusal_OfferOver_Fragment
  | Refusal_OfferPending_Fragment
  | Refusal_OpenComplaintLimit_Fragment
  | Refusal_OpenRequestLimit_Fragment
  | Refusal_OptionPriceChanged_Fragment
  | Refusal_OutOfStock_Fragment
  | Refusal_OutsideArea_Fragment
  | Refusal_OutsideHours_Fragment
  | Refusal_OutsideWindow_Fragment
  | Refusal_OwnAnimal_Fragment
  | Refusal_OwnLot_Fragment
  | Refusal_OwnOffer_Fragment
  | Refusal_OwnService_Fragment
  | Refusal_OwnShop_Fragment
  | Refusal_OwnUnit_Fragment
  | Refusal_PapersMissing_Fragment
  | Refusal_PhoneNotValid_Fragment
  | Refusal_PriceChanged_Fragment
  | Refusal_PricesChanged_Fragment
  | Refusal_ProductIncomplete_Fragment
  | Refusal_QuotaReached_Fragment
  | Refusal_QuoteClosed_Fragment
  | Refusal_QuoteNeeded_Fragment
  | Refusal_ReasonTooShort_Fragment
  | Refusal_ReferenceUsed_Fragment
  | Refusal_ReopenOver_Fragment
  | Refusal_RequestOver_Fragment
  | Refusal_ResoldTooSoon_Fragment
  | Refusal_ReturnOpen_Fragment
  | Refusal_ReviewFinal_Fragment
  | Refusal_SecondOfficerNeeded_Fragment
  | Refusal_SessionEnded_Fragment
  | Refusal_ShopAddressReserved_Fragment
  | Refusal_ShopAddressTaken_Fragment
  | Refusal_ShopIncomplete_Fragment
  | Refusal_ShopStillOwing_Fragment
  | Refusal_SittingFull_Fragment
  | Refusal_SittingNotOpen_Fragment
  | Refusal_SlotFree_Fragment
  | Refusal_SlotTaken_Fragment
  | Refusal_SlugTaken_Fragment
  | Refusal_SoldOtherwise_Fragment
  | Refusal_StaleState_Fragment
  | Refusal_StillAttached_Fragment
  | Refusal_StillOnTrip_Fragment
  | Refusal_StillOwing_Fragment
  | Refusal_StillResting_Fragment
  | Refusal_StockChanged_Fragment
  | Refusal_StockPromised_Fragment
  | Refusal_StoreUnavailable_Fragment
  | Refusal_TagDoesNotMatch_Fragment
  | Refusal_TagInUse_Fragment
  | Refusal_TextTooShort_Fragment
  | Refusal_TimeIsUp_Fragment
  | Refusal_TooManyFollowed_Fragment
  | Refusal_TooManyHolds_Fragment
  | Refusal_TooManyOfLine_Fragment
  | Refusal_TooManyPoints_Fragment
  | Refusal_TooManyWaits_Fragment
  | Refusal_TripCodeWrong_Fragment
  | Refusal_TripOfferGone_Fragment
  | Refusal_TripQuoteExpired_Fragment
  | Refusal_TripRunning_Fragment
  | Refusal_TripTooFar_Fragment
  | Refusal_TypeNotTaken_Fragment
  | Refusal_UnfitToGive_Fragment
  | Refusal_UnitAgreed_Fragment
  | Refusal_UnitLimit_Fragment
  | Refusal_UnitsTaken_Fragment
  | Refusal_VariantExists_Fragment
  | Refusal_VehicleNotUsable_Fragment
  | Refusal_ViewingLimit_Fragment
  | Refusal_WayNotOffered_Fragment
  | Refusal_WeightNotAgreed_Fragment
  | Refusal_WrongStartCode_Fragment
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

export type PoolCardFragment = { id: string, parts: number, left: number, share: number, state: PoolState, dueAt: string | null, onShortfall: OnShortfall, haat: { nameBn: string, nameEn: string }, animal: { id: string, name: string, coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } };

export type SharesPageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SharesPageQuery = { sharePools: { edges: Array<{ node: { id: string, parts: number, left: number, share: number, state: PoolState, dueAt: string | null, onShortfall: OnShortfall, haat: { nameBn: string, nameEn: string }, animal: { id: string, name: string, coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PoolPageQueryVariables = Exact<{
  id: string | number;
}>;


export type PoolPageQuery = { sharePool: { reason: string, mine: boolean, id: string, parts: number, left: number, share: number, state: PoolState, dueAt: string | null, onShortfall: OnShortfall, haat: { nameBn: string, nameEn: string }, animal: { id: string, name: string, coatColor: string, teeth: number | null, village: string, sellerName: string, species: { slug: string, nameBn: string, nameEn: string }, sex: { slug: string, nameBn: string, nameEn: string }, breed: { slug: string, nameBn: string, nameEn: string }, latestWeight: { kilograms: number, method: string, ageDays: number } | null, photo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null } } | null };

export type MySharesQueryVariables = Exact<{ [key: string]: never; }>;


export type MySharesQuery = { myShares: { edges: Array<{ node: { id: string, number: number, state: ShareState, heldUntil: string, meatGrams: number | null, payment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, restPayment: { id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } | null, pool: { id: string, state: PoolState, share: number, animal: { name: string, breed: { nameBn: string, nameEn: string } } } } }> } };

export type CallPoolOffMutationVariables = Exact<{
  poolId: string | number;
  reason: string;
}>;


export type CallPoolOffMutation = { callOffSharePool:
    | { __typename: 'SharePool' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type KeepShareMutationVariables = Exact<{
  poolId: string | number;
  key: string;
}>;


export type KeepShareMutation = { holdShare:
    | { __typename: 'Share' }
    | { __typename: 'NotForSale', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnAnimal', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NoShareLeft', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LetShareGoMutationVariables = Exact<{
  shareId: string | number;
}>;


export type LetShareGoMutation = { letShareGo:
    | { __typename: 'Share' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type DivideMeatMutationVariables = Exact<{
  poolId: string | number;
  grams: Array<number> | number;
}>;


export type DivideMeatMutation = { divideMeat:
    | { __typename: 'SharePool' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type OpenPoolMutationVariables = Exact<{
  input: OpenSharePoolInput;
}>;


export type OpenPoolMutation = { openSharePool:
    | { __typename: 'SharePool', id: string }
    | { __typename: 'NotListable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AlreadyListed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ResoldTooSoon', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type FollowPoolSubscriptionVariables = Exact<{
  poolId: string | number;
  after?: string | null | undefined;
}>;


export type FollowPoolSubscription = { poolEvents:
    | { __typename: 'PoolSnapshot', cursor: string, seq: number, serverNow: string, pool: { state: PoolState, left: number, dueAt: string | null, reason: string } }
    | { __typename: 'PoolChanged', cursor: string, seq: number, state: string, left: number, dueAt: string | null, reason: string }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type OfferedFragment = { id: string, nameBn: string, nameEn: string, unit: string, fromPrice: number | null, media: Array<{ alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> };

export type ShopPageQueryVariables = Exact<{
  slug?: string | null | undefined;
  host?: string | null | undefined;
}>;


export type ShopPageQuery = { shop: { id: string, slug: string, host: string | null, nameBn: string, nameEn: string, about: string, phone: string, address: string, primaryColor: string, accentColor: string, closedFrom: string | null, closedTo: string | null, takesOrders: boolean, delivers: boolean, deliveryFee: number, pickup: boolean, takesCash: boolean, mine: boolean, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null }, logo: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, cover: { alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null } | null, hours: Array<{ weekday: number, spans: Array<{ opens: number, closes: number }> }>, products: { edges: Array<{ node: { id: string, nameBn: string, nameEn: string, unit: string, fromPrice: number | null, media: Array<{ alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ProductPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ProductPageQuery = { product: { description: string, options: Array<string>, id: string, nameBn: string, nameEn: string, unit: string, fromPrice: number | null, category: { slug: string, nameBn: string, nameEn: string }, variants: Array<{ id: string, choices: Array<string>, price: number | null, available: number }>, shop: { id: string, slug: string, host: string | null, nameBn: string, nameEn: string, phone: string, primaryColor: string, accentColor: string, takesOrders: boolean, delivers: boolean, deliveryFee: number, pickup: boolean, takesCash: boolean, mine: boolean, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } }, media: Array<{ alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } | null };

export type FollowShopSubscriptionVariables = Exact<{
  shopId: string | number;
  after?: string | null | undefined;
}>;


export type FollowShopSubscription = { shopEvents:
    | { __typename: 'ShopSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'ShopMoved', cursor: string, seq: number }
    | { __typename: 'ShopDescribed', cursor: string, seq: number }
    | { __typename: 'ProductMoved', cursor: string, seq: number }
    | { __typename: 'ProductDescribed', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type SittingLineFragment = { id: string, state: SittingState, startsAt: string, finishesAt: string, opensAt: string, capacity: number, taken: number, waiting: number, nowServing: number, meanSeconds: number, price: number };

export type NumberFragment = { id: string, number: number, state: SerialState, ahead: number, expectedAt: string | null };

export type SittingsQueryVariables = Exact<{
  serviceId: string | number;
}>;


export type SittingsQuery = { sittings: { edges: Array<{ node: { id: string, state: SittingState, startsAt: string, finishesAt: string, opensAt: string, capacity: number, taken: number, waiting: number, nowServing: number, meanSeconds: number, price: number } }> } };

export type SittingPageQueryVariables = Exact<{
  id: string | number;
}>;


export type SittingPageQuery = { sitting: { id: string, state: SittingState, startsAt: string, finishesAt: string, opensAt: string, capacity: number, taken: number, waiting: number, nowServing: number, meanSeconds: number, price: number, service: { id: string, titleBn: string, titleEn: string }, provider: { id: string, name: string, mine: boolean, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } }, mySerial: { id: string, number: number, state: SerialState, ahead: number, expectedAt: string | null } | null, line: Array<{ citizenName: string, id: string, number: number, state: SerialState, ahead: number, expectedAt: string | null }> } | null };

export type FollowSittingSubscriptionVariables = Exact<{
  sittingId: string | number;
  after?: string | null | undefined;
}>;


export type FollowSittingSubscription = { sittingEvents:
    | { __typename: 'SittingSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'SittingMoved', cursor: string, seq: number }
    | { __typename: 'SerialMoved', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type PlanSittingMutationVariables = Exact<{
  input: PlanSittingInput;
}>;


export type PlanSittingMutation = { planSitting:
    | { __typename: 'Sitting', id: string }
    | { __typename: 'NotBookable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SlotTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type BeginSittingMutationVariables = Exact<{
  sittingId: string | number;
}>;


export type BeginSittingMutation = { beginSitting:
    | { __typename: 'Sitting' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndSittingMutationVariables = Exact<{
  sittingId: string | number;
}>;


export type EndSittingMutation = { endSitting:
    | { __typename: 'Sitting' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallSittingOffMutationVariables = Exact<{
  sittingId: string | number;
}>;


export type CallSittingOffMutation = { callOffSitting:
    | { __typename: 'Sitting' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallNextMutationVariables = Exact<{
  sittingId: string | number;
}>;


export type CallNextMutation = { callNext:
    | { __typename: 'Sitting' }
    | { __typename: 'NobodyWaits', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type SkipNumberMutationVariables = Exact<{
  serialId: string | number;
}>;


export type SkipNumberMutation = { skipSerial:
    | { __typename: 'Serial' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeNumberBackMutationVariables = Exact<{
  serialId: string | number;
}>;


export type TakeNumberBackMutation = { takeBackSerial:
    | { __typename: 'Serial' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakeNumberMutationVariables = Exact<{
  sittingId: string | number;
  key: string;
}>;


export type TakeNumberMutation = { takeSerial:
    | { __typename: 'Serial' }
    | { __typename: 'SittingFull', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'SittingNotOpen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'HasSerial', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OwnService', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotBookable', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LeaveNumberMutationVariables = Exact<{
  serialId: string | number;
}>;


export type LeaveNumberMutation = { leaveSerial:
    | { __typename: 'Serial' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type HomeStripsQueryVariables = Exact<{
  around: GeoPointInput;
}>;


export type HomeStripsQuery = { vehiclesNear: Array<{ vehicles: number }>, shops: { edges: Array<{ node: { slug: string, nameBn: string, nameEn: string, place: { nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } } }> } };

export type PaidToFragment = { id: string, kind: string, shopId: string | null, method: PayoutMethod, number: string, bank: string, holder: string, ownerName: string, state: PayoutAccountState, reason: string, askedAt: string };

export type SentFragment = { id: string, amount: number, fee: number, state: PayoutState, cutAt: string, sentAt: string | null, overdue: boolean, reference: string | null, settledAt: string | null, failure: string, account: { id: string, kind: string, shopId: string | null, method: PayoutMethod, number: string, bank: string, holder: string, ownerName: string, state: PayoutAccountState, reason: string, askedAt: string } };

export type ToldFragment = { since: string, until: string, opening: number, came: number, left: number, closing: number, csv: string, lines: Array<{ at: string, wordsBn: string, ref: string, amount: number, balance: number }> };

export type TakaPageQueryVariables = Exact<{ [key: string]: never; }>;


export type TakaPageQuery = { myShop: { id: string, nameBn: string, nameEn: string } | null, myEarnings: { standing: number, onItsWay: number }, myPayoutAccounts: { edges: Array<{ node: { id: string, kind: string, shopId: string | null, method: PayoutMethod, number: string, bank: string, holder: string, ownerName: string, state: PayoutAccountState, reason: string, askedAt: string } }> } };

export type ShopTakaQueryVariables = Exact<{
  shopId: string | number;
}>;


export type ShopTakaQuery = { shopEarnings: { standing: number, onItsWay: number } | null };

export type MyPayoutsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyPayoutsQuery = { myPayouts: { edges: Array<{ cursor: string, node: { id: string, amount: number, fee: number, state: PayoutState, cutAt: string, sentAt: string | null, overdue: boolean, reference: string | null, settledAt: string | null, failure: string, account: { id: string, kind: string, shopId: string | null, method: PayoutMethod, number: string, bank: string, holder: string, ownerName: string, state: PayoutAccountState, reason: string, askedAt: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyPaymentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyPaymentsQuery = { myPayments: { edges: Array<{ cursor: string, node: { purpose: string, createdAt: string, id: string, due: number, paid: number, left: number, state: PaymentState, expiresAt: string | null, tries: Array<{ id: string, gateway: string, amount: number, state: PaymentTryState, payUrl: string | null, createdAt: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyStatementQueryVariables = Exact<{
  since: string;
  until: string;
}>;


export type MyStatementQuery = { told: { since: string, until: string, opening: number, came: number, left: number, closing: number, csv: string, lines: Array<{ at: string, wordsBn: string, ref: string, amount: number, balance: number }> } };

export type ShopStatementQueryVariables = Exact<{
  shopId: string | number;
  since: string;
  until: string;
}>;


export type ShopStatementQuery = { told: { since: string, until: string, opening: number, came: number, left: number, closing: number, csv: string, lines: Array<{ at: string, wordsBn: string, ref: string, amount: number, balance: number }> } | null };

export type PayMeToMutationVariables = Exact<{
  input: SellerPayoutInput;
}>;


export type PayMeToMutation = { setSellerPayout:
    | { __typename: 'PayoutAccount' }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PayMyShopToMutationVariables = Exact<{
  input: ShopPayoutInput;
}>;


export type PayMyShopToMutation = { setShopPayout:
    | { __typename: 'PayoutAccount' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PayoutDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type PayoutDeskQuery = { payoutAccountsWaiting: { edges: Array<{ node: { id: string, kind: string, shopId: string | null, method: PayoutMethod, number: string, bank: string, holder: string, ownerName: string, state: PayoutAccountState, reason: string, askedAt: string } }> }, payoutsWaiting: { edges: Array<{ node: { id: string, amount: number, fee: number, state: PayoutState, cutAt: string, sentAt: string | null, overdue: boolean, reference: string | null, settledAt: string | null, failure: string, account: { id: string, kind: string, shopId: string | null, method: PayoutMethod, number: string, bank: string, holder: string, ownerName: string, state: PayoutAccountState, reason: string, askedAt: string } } }> } };

export type JudgePayoutAccountMutationVariables = Exact<{
  id: string | number;
  decision: PayoutAccountMove;
  reason: string;
}>;


export type JudgePayoutAccountMutation = { decidePayoutAccount:
    | { __typename: 'PayoutAccount' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakePayoutInHandMutationVariables = Exact<{
  payoutId: string | number;
}>;


export type TakePayoutInHandMutation = { sendPayout:
    | { __typename: 'Payout' }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type ProvePayoutMutationVariables = Exact<{
  payoutId: string | number;
  reference: string;
}>;


export type ProvePayoutMutation = { confirmPayout:
    | { __typename: 'Payout' }
    | { __typename: 'ReferenceUsed', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PayoutFailedMutationVariables = Exact<{
  payoutId: string | number;
  reason: string;
}>;


export type PayoutFailedMutation = { failPayout:
    | { __typename: 'Payout' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TakePayoutBackMutationVariables = Exact<{
  payoutId: string | number;
  reason: string;
}>;


export type TakePayoutBackMutation = { cancelPayout:
    | { __typename: 'Payout' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type KeepCommissionMutationVariables = Exact<{
  input: SetCommissionInput;
}>;


export type KeepCommissionMutation = { setCommission:
    | { __typename: 'Commission', kind: string, basisPoints: number }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type LedgerRootsQueryVariables = Exact<{
  before?: string | null | undefined;
}>;


export type LedgerRootsQuery = { ledgerRoots: Array<{ day: string, number: number, hash: string }> };

export type ServicesWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type ServicesWaitingQuery = { servicesWaiting: { edges: Array<{ node: { id: string, titleBn: string, titleEn: string, description: string, venue: Venue, licenceNo: string, licenceUntil: string | null, category: { nameBn: string, nameEn: string }, provider: { id: string, name: string, place: { id: string, nameBn: string, nameEn: string, parent: { nameBn: string, nameEn: string } | null } }, options: Array<{ id: string, labelBn: string, labelEn: string, unit: string, minutes: number, amount: number | null, needsQuote: boolean }>, media: Array<{ id: string, videoUrl: string | null, durationMs: number | null, alt: string, color: string, avif: string | null, webp: string | null, avifLarge: string | null, webpLarge: string | null }> } }> } };

export type DecideOfferMutationVariables = Exact<{
  serviceId: string | number;
  approved: boolean;
  reason: string;
}>;


export type DecideOfferMutation = { decideService:
    | { __typename: 'Service' }
    | { __typename: 'NotOnOneself', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PapersMissing', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type AllTradesQueryVariables = Exact<{ [key: string]: never; }>;


export type AllTradesQuery = { serviceCategories: Array<{ kind: ServiceKind, units: Array<string>, needsLicence: boolean, genderChoice: boolean, groupBooking: boolean, papers: Array<MediaKind>, id: string, slug: string, nameBn: string, nameEn: string, ways: Array<ServiceWay>, parentId: string | null }> };

export type SaveTradeMutationVariables = Exact<{
  input: SaveServiceCategoryInput;
}>;


export type SaveTradeMutation = { saveServiceCategory:
    | { __typename: 'ServiceCategory' }
    | { __typename: 'SlugTaken', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallOffForBothMutationVariables = Exact<{
  bookingId: string | number;
  reason: string;
}>;


export type CallOffForBothMutation = { cancelBookingAsOfficer:
    | { __typename: 'Booking' }
    | { __typename: 'SecondOfficerNeeded', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'ReasonTooShort', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PointFragment = { lat: number, lng: number };

export type WayFragment = { id: string, kind: TripKind, state: TripState, attempt: number, allowedMoves: Array<TripMove>, parties: Array<TripParty>, pickupNote: string, dropNote: string, cargoNote: string, parcelId: string | null, fare: number, cancelFee: number, tracking: Tracking, startCode: string | null, phones: Array<string>, alarms: number, endReason: TripReason | null, requestedAt: string, assignedAt: string | null, arrivedAt: string | null, startedAt: string | null, endedAt: string | null, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, fareLines: Array<{ name: string, amount: number }>, driver: { name: string, phone: string, vehicleKind: VehicleKind | null, plateNo: string } | null, rider: { name: string, phone: string } | null };

export type SeenFragment = { attempt: number, tracking: Tracking, observedAt: string | null, freshness: Freshness, etaS: number | null, point: { lat: number, lng: number } | null };

export type AmbulancePageQueryVariables = Exact<{ [key: string]: never; }>;


export type AmbulancePageQuery = { serverNow: string, place: { id: string, children: Array<{ id: string, nameBn: string, nameEn: string, point: { lat: number, lng: number } | null }> } | null };

export type NearbyQueryVariables = Exact<{
  kind: TripKind;
  around: GeoPointInput;
}>;


export type NearbyQuery = { vehiclesNear: Array<{ vehicles: number, center: { lat: number, lng: number } }> };

export type AskFareMutationVariables = Exact<{
  input: QuoteTripInput;
}>;


export type AskFareMutation = { quoteTrip:
    | { __typename: 'TripQuote', id: string, fare: number, distanceM: number | null, waitingPerMinute: number, holdsUntil: string, lines: Array<{ name: string, amount: number }> }
    | { __typename: 'NothingServes', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'OutsideArea', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TripTooFar', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'BadHour', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallTripMutationVariables = Exact<{
  input: RequestTripInput;
}>;


export type CallTripMutation = { requestTrip:
    | { __typename: 'Trip', id: string }
    | { __typename: 'TripRunning', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'TripQuoteExpired', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'BadHour', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'PhoneNotValid', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'IdempotencyConflict', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'InProgress', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type TripPageQueryVariables = Exact<{
  id: string | number;
}>;


export type TripPageQuery = { trip: { id: string, kind: TripKind, state: TripState, attempt: number, allowedMoves: Array<TripMove>, parties: Array<TripParty>, pickupNote: string, dropNote: string, cargoNote: string, parcelId: string | null, fare: number, cancelFee: number, tracking: Tracking, startCode: string | null, phones: Array<string>, alarms: number, endReason: TripReason | null, requestedAt: string, assignedAt: string | null, arrivedAt: string | null, startedAt: string | null, endedAt: string | null, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, fareLines: Array<{ name: string, amount: number }>, driver: { name: string, phone: string, vehicleKind: VehicleKind | null, plateNo: string } | null, rider: { name: string, phone: string } | null } | null };

export type FollowTripSubscriptionVariables = Exact<{
  tripId: string | number;
  after?: string | null | undefined;
}>;


export type FollowTripSubscription = { tripEvents:
    | { __typename: 'TripSnapshot', cursor: string, seq: number, serverNow: string }
    | { __typename: 'TripRequested', cursor: string, seq: number }
    | { __typename: 'TripConfirmed', cursor: string, seq: number }
    | { __typename: 'TripSearchBegan', cursor: string, seq: number }
    | { __typename: 'TripDriversAsked', cursor: string, seq: number, batch: number, radiusM: number | null, drivers: number }
    | { __typename: 'TripAssigned', cursor: string, seq: number }
    | { __typename: 'TripDriverSetOut', cursor: string, seq: number }
    | { __typename: 'TripDriverArrived', cursor: string, seq: number }
    | { __typename: 'TripStarted', cursor: string, seq: number }
    | { __typename: 'TripCompleted', cursor: string, seq: number }
    | { __typename: 'TripCanceled', cursor: string, seq: number }
    | { __typename: 'TripReallocated', cursor: string, seq: number }
    | { __typename: 'TripNoDriver', cursor: string, seq: number }
    | { __typename: 'TripEscalated', cursor: string, seq: number }
    | { __typename: 'TripAlarmRepeated', cursor: string, seq: number }
    | { __typename: 'TripCargoPickedUp', cursor: string, seq: number }
    | { __typename: 'TripCargoHandedOver', cursor: string, seq: number }
    | { __typename: 'Heartbeat', cursor: string, seq: number, serverNow: string }
    | { __typename: 'Lagged' }
    | { __typename: 'Reset', resetReason: ResetReason }
    | { __typename: 'Reconnect', afterMs: number }
   };

export type FollowPositionSubscriptionVariables = Exact<{
  tripId: string | number;
}>;


export type FollowPositionSubscription = { tripPosition: { __typename: 'TripPosition', attempt: number, tracking: Tracking, observedAt: string | null, freshness: Freshness, etaS: number | null, point: { lat: number, lng: number } | null } };

export type SharedTripQueryVariables = Exact<{
  token: string;
}>;


export type SharedTripQuery = { sharedTrip: { state: TripState, kind: TripKind, driverName: string, vehicleKind: VehicleKind | null, plateNo: string, pickup: { lat: number, lng: number }, drop: { lat: number, lng: number } | null, position: { attempt: number, tracking: Tracking, observedAt: string | null, freshness: Freshness, etaS: number | null, point: { lat: number, lng: number } | null } } | null };

export type FollowSharedSubscriptionVariables = Exact<{
  token: string;
}>;


export type FollowSharedSubscription = { sharedTripPosition: { __typename: 'TripPosition', attempt: number, tracking: Tracking, observedAt: string | null, freshness: Freshness, etaS: number | null, point: { lat: number, lng: number } | null } };

export type ShareWayMutationVariables = Exact<{
  tripId: string | number;
}>;


export type ShareWayMutation = { shareTrip:
    | { __typename: 'ShareLink', token: string }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type EndLinksMutationVariables = Exact<{
  tripId: string | number;
}>;


export type EndLinksMutation = { unshareTrip:
    | { __typename: 'Trip' }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type PreviewCallOffMutationVariables = Exact<{
  tripId: string | number;
}>;


export type PreviewCallOffMutation = { previewCancel:
    | { __typename: 'CancelPreview', fee: number, token: string }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type CallTripOffMutationVariables = Exact<{
  input: CancelTripInput;
}>;


export type CallTripOffMutation = { cancelTrip:
    | { __typename: 'Trip' }
    | { __typename: 'CancelFeeNotSeen', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'StaleState', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'NotFound', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
    | { __typename: 'AccountSuspended', code: string, messageBn: string, messageEn: string, field: string | null, retryable: boolean }
   };

export type MyTripsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTripsQuery = { myTrips: { edges: Array<{ node: { id: string, kind: TripKind, state: TripState, fare: number, requestedAt: string } }> } };
