"""What accounts refuse, each with what would do."""

from __future__ import annotations

from hmk_graph.errors import DomainError, NotSignedIn


class PhoneNotValid(DomainError):
    """The text is no mobile number of Bangladesh."""

    code = "PHONE_NOT_VALID"
    bn = "এটি বাংলাদেশের মোবাইল নম্বর নয়। যেমন লিখুন: ০১৭১২৩৪৫৬৭৮।"
    en = "This is no mobile number of Bangladesh. Write it like 01712345678."
    field = "phone"


class CodeNotSent(DomainError):
    """The message could not be handed over; the code is void, and asking again at once is right."""

    code = "CODE_NOT_SENT"
    bn = "এখন এসএমএস পাঠানো গেল না। আবার চেষ্টা করুন।"
    en = "The text message could not be sent just now. Try again."
    retryable = True


class CodeNotRight(DomainError):
    """The code is wrong, too old or used; `attempts_left` may still be made within the hour."""

    code = "CODE_NOT_RIGHT"
    bn = "কোডটি ভুল বা পুরোনো। আর {attempts_left} বার চেষ্টা করা যাবে।"
    en = "The code is wrong or too old. You have {attempts_left} tries left."
    field = "code"

    def __init__(self, *, attempts_left: int) -> None:
        super().__init__(attempts_left=attempts_left)
        self.attempts_left = attempts_left


class AccountSuspended(DomainError):
    """The person is known, and may do nothing until an administrator restores the account."""

    code = "ACCOUNT_SUSPENDED"
    bn = "আপনার অ্যাকাউন্ট এখন স্থগিত আছে।"
    en = "Your account is suspended for now."


class SessionEnded(DomainError):
    """The refresh token is no good any more: the person has to sign in anew."""

    code = "SESSION_ENDED"
    bn = "সাইন ইনের মেয়াদ শেষ। আবার সাইন ইন করুন।"
    en = "This session has ended. Sign in again."


class TokenExpired(NotSignedIn):
    """The access token is genuine and too old: refreshing helps."""

    bn = "সাইন ইনের মেয়াদ শেষ হয়েছে।"
    en = "The access token has expired."


class TokenInvalid(NotSignedIn):
    """The access token is none of ours: refreshing does not help."""

    bn = "সাইন ইনের চাবিটি ঠিক নেই।"
    en = "The access token is not valid."


class ReasonTooShort(DomainError):
    """A step against a person needs a reason of at least `minimum` characters (rules.md C10)."""

    code = "REASON_TOO_SHORT"
    bn = "কারণটি অন্তত {minimum} অক্ষরে লিখুন।"
    en = "Give a reason of at least {minimum} characters."
    field = "reason"

    def __init__(self, *, minimum: int) -> None:
        super().__init__(minimum=minimum)
        self.minimum = minimum


class NotOnOneself(DomainError):
    """Nobody decides about himself."""

    code = "NOT_ON_ONESELF"
    bn = "নিজের বিষয়ে নিজে সিদ্ধান্ত নেওয়া যায় না।"
    en = "Nobody may decide about himself."


class StillOwing(DomainError):
    """Something is still open; `open` names what, for example lots and deals."""

    code = "STILL_OWING"
    bn = "আগে চলমান কাজ শেষ করতে হবে।"
    en = "Something is still open. Finish it first."

    def __init__(self, *, open: list[str]) -> None:
        super().__init__(open=open)
        self.open = open


class NotAHome(DomainError):
    """A person lives in a union or a municipality; this place is neither."""

    code = "NOT_A_HOME"
    bn = "একটি ইউনিয়ন, পৌরসভা বা ওয়ার্ড বেছে নিন।"
    en = "Choose a union, a municipality or a ward."
    field = "placeId"


class ApplicationIncomplete(DomainError):
    """The application lacks what an officer needs; `missing` names the fields."""

    code = "APPLICATION_INCOMPLETE"
    bn = "আবেদনে কিছু তথ্য বাকি আছে।"
    en = "The application is not complete."

    def __init__(self, *, missing: list[str]) -> None:
        super().__init__(missing=missing)
        self.missing = missing


class SecondOfficerNeeded(DomainError):
    """The officer who asked for the end cannot also be the one who confirms it."""

    code = "SECOND_OFFICER_NEEDED"
    bn = "এই সিদ্ধান্তে দ্বিতীয় একজন কর্মকর্তার সম্মতি লাগবে।"
    en = "A second officer has to agree to this."


class AssistingAlready(DomainError):
    """The operator or the citizen is in an assistance that has not ended."""

    code = "ASSISTING_ALREADY"
    bn = "আগের সহায়তা শেষ হয়নি। আগে সেটি শেষ করুন।"
    en = "Another assistance has not ended yet. End that first."


class AssistingTooOften(DomainError):
    """The operator has sent so many codes within a day; `most` is how many one may."""

    code = "ASSISTING_TOO_OFTEN"
    bn = "এক দিনে সর্বোচ্চ {most} জনকে সহায়তার কোড পাঠানো যায়।"
    en = "One operator sends at most {most} codes a day."
    retryable = True

    def __init__(self, *, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class NotForOperators(DomainError):
    """What was asked is nothing that an operator does for a citizen."""

    code = "NOT_FOR_OPERATORS"
    bn = "এটি নাগরিক নিজে করবেন; তাঁর হয়ে করা যায় না।"
    en = "The citizen does this himself; nobody does it for him."
