"""What complaining and answering complaints refuse."""

from __future__ import annotations

from hmk_graph.errors import DomainError


class TextTooShort(DomainError):
    """Nobody can act on so few words."""

    code = "TEXT_TOO_SHORT"
    bn = "অন্তত {least} অক্ষরে লিখুন, যেন কাজটি বোঝা যায়।"
    en = "Write at least {least} characters, so that one can act on it."

    def __init__(self, least: int) -> None:
        super().__init__(least=least)
        self.least = least


class OpenComplaintLimit(DomainError):
    """A person has at most so many complaints open at a time."""

    code = "OPEN_COMPLAINT_LIMIT"
    bn = "একসঙ্গে সর্বোচ্চ {most}টি অভিযোগ খোলা রাখা যায়।"
    en = "At most {most} complaints can be open at a time."

    def __init__(self, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class NotAssignedToYou(DomainError):
    """Another officer has the complaint in hand, or none has yet."""

    code = "NOT_ASSIGNED_TO_YOU"
    bn = "অভিযোগটি আপনার হাতে নেই। আগে নিজের কাছে নিন।"
    en = "This complaint is not in your hands. Take it first."


class NotForThisOfficer(DomainError):
    """The officer wrote it, let its time pass before, or is no officer of its desk."""

    code = "NOT_FOR_THIS_OFFICER"
    bn = "অভিযোগটি এই কর্মকর্তাকে দেওয়া যায় না।"
    en = "This complaint cannot be given to this officer."


class ReopenOver(DomainError):
    """It was answered too long ago, or reopened often enough."""

    code = "REOPEN_OVER"
    bn = "উত্তরের {days} দিনের মধ্যে সর্বোচ্চ {most} বার আবার খোলা যায়।"
    en = "A complaint is reopened within {days} days of its answer, at most {most} times."

    def __init__(self, *, days: int, most: int) -> None:
        super().__init__(days=days, most=most)
        self.days = days
        self.most = most
