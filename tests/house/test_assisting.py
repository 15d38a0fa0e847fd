"""Of every command it is written down whether an operator may do it for a citizen, and why not."""

from __future__ import annotations

from hmk_graph.accounts.deeds import DEEDS
from schema import assisting, root

# It moves the citizen's money, or binds him to pay: he does that himself, with his own secret.
MONEY = """
    takeCash bringDeposit takeBackDeposit takeDepositCash giveCashBack holdShare letShareGo
    beginPayment setSellerPayout sendPayout confirmPayout failPayout cancelPayout
    payBookingOnline payOrders cancelCheckout takeRentInCash claimDeductions
    acceptDeductions disputeDeduction setShopPayout handBackCash placeBid buyNow makeOffer
    counterOffer acceptOffer rejectOffer withdrawOffer acceptSecondChance
    declineSecondChance acceptQuote rejectQuote offerAgreement acceptAgreement
    declineAgreement withdrawAgreement giveRentalNotice requestHire confirmHire declineHire
    cancelHire finishHire cancelBooking rescheduleBooking previewCancel registerBidder
    cancelOrder requestReturn sendReturn cancelReturn closeOrder
"""
# It is about the citizen's own account, devices and papers.
ACCOUNT = """
    requestCode confirmCode refreshSession signOut revokeSession revokeOtherSessions
    updateProfile eraseMyAccount askAssistance openAssistance endAssistance openCalendar
    revokeCalendar markNotificationsRead markAllNotificationsRead chooseNotifications
    subscribeToPush unsubscribeFromPush beginUpload confirmUpload deleteMedia openPaper
    setPortrait setMyPapers shareTrip unshareTrip followLot unfollowLot
"""
# It belongs to a role, and no operator acts in a citizen's role.
OFFICE = """
    setTarget rejectLot voidLot decideDeal setDepositRule clearAnimal failAnimal decideOvercharge
    planSession openSession beginClosingSession closeSession askBan confirmBan liftBan
    revealBidder
    resolveFlag resolveSharedPhoto setHasilRule decideSetAside sendRefundByHand
    decidePayoutAccount setCommission confirmTrip assignTrip decideDriver decideVehicle
    decideDeduction decideSellerApplication suspendAccount restoreAccount grantRole
    revokeRole saveServiceCategory decideProvider decideService cancelBookingAsOfficer
    decideDispute hideReview decideShop assignComplaint beginComplaint askComplainant
    resolveComplaint rejectComplaint deferDonor rescheduleLot scheduleLot callOffSharePool
    declineForcedAct
"""
# It is the citizen's own word about what he saw, or about his body.
JUDGEMENT = """
    confirmDeal disputeDeal answerWeight reportOvercharge withdrawOvercharge cancelViewing
    offerToGive declineToGive withdrawDonation saveBloodDonor setDonorAvailability
    closeBooking reportNoShow disputeBooking startBooking leaveSerial writeReview
    setReviewMedia answerComplaint confirmComplaintFixed reopenComplaint confirmParcel
    confirmDonor
"""
# It is the citizen's business: his stall, his desk, his vehicle, his animals for sale.
TRADE = """
    withdrawLot listForFixedPrice listByWeight listForBargaining submitLot changePrice
    withdrawListing handOver openSharePool divideMeat weighAnimal answerChecklist
    requestCheck withdrawAnimal reportAnimalDeath setAnimalMedia setAnimalPapers
    setDealProof goOnline goOffline reportPositions acceptTripOffer declineTripOffer setOut
    arrive startTrip completeTrip dropTrip saveDriver submitDriver addVehicle retireVehicle
    recordDonation listRental changeRent confirmRental retireRental confirmViewing
    declineViewing handOverKeys returnKeys saveSellerApplication submitSellerApplication
    saveProvider submitProvider setProviderTerms setWorkingHours setSpecialDay
    setServedPlaces goAway switchAvailability draftService changeService submitService
    pauseService resumeService confirmService retireService addPriceOption retirePriceOption
    changeServicePrice
    confirmBooking declineBooking finishBooking writeQuote sendQuote planSitting
    beginSitting endSitting callOffSitting callNext skipSerial takeBackSerial replyToReview
    setProviderMedia setServiceMedia openShop describeShop setShopTerms setShopHoliday
    setShopLooks publishShop pauseShop resumeShop closeShop addProduct describeProduct
    addVariant retireVariant setPrice moveProduct changeStock setProductMedia acceptOrder
    rejectOrder packOrder sendParcel deliverParcel reportFailedParcel bringParcelBack
    takeParcelBack handOverParcel answerReturn receiveReturn
"""
LEFT_TO_THE_CITIZEN = f"{MONEY} {ACCOUNT} {OFFICE} {JUDGEMENT} {TRADE}".split()
SCHEMA = root.build()._schema


def test_every_command_is_on_the_list_or_left_to_the_citizen():
    assert SCHEMA.mutation_type is not None

    named = [*DEEDS, *LEFT_TO_THE_CITIZEN]

    assert sorted(named) == sorted(SCHEMA.mutation_type.fields)


def test_what_is_asked_as_the_citizen_names_a_thing_or_is_of_this_assistance():
    """A list of the citizen's things would show what was there before."""
    assert SCHEMA.query_type is not None

    for name, own in assisting.MINE.items():
        taken = SCHEMA.query_type.fields[name].args
        assert own is None or own.argument in taken, name
    assert {name for name, own in assisting.MINE.items() if own is None} == {"assistance", "cart"}


def test_an_argument_of_a_command_that_names_a_thing_is_one_that_it_takes():
    assert SCHEMA.mutation_type is not None

    for name, own in assisting.STEPS.items():
        assert name in DEEDS
        assert own.argument in SCHEMA.mutation_type.fields[name].args["input"].type.of_type.fields
