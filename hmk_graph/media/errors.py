"""What uploading, attaching and reading refuse."""

from __future__ import annotations

from collections.abc import Sequence

from hmk_graph.errors import DomainError
from hmk_graph.inspecting.findings import Fault
from hmk_graph.media.models import MediaKind
from hmk_graph.media.rules import MIB


class TypeNotTaken(DomainError):
    """Files of this type are not taken for this use; `taken` lists those that are."""

    code = "TYPE_NOT_TAKEN"
    bn = "এই ধরনের ফাইল নেওয়া হয় না। নেওয়া হয়: {listed}।"
    en = "Files of this type are not taken here. Taken are: {listed}."
    field = "contentType"

    def __init__(self, taken: list[str]) -> None:
        super().__init__(listed=", ".join(taken))
        self.taken = taken


class FileTooLarge(DomainError):
    """The file is larger than is taken; `most_bytes` says what is."""

    code = "FILE_TOO_LARGE"
    bn = "ফাইলটি বেশি বড়। সর্বোচ্চ {mib} মেগাবাইট।"
    en = "The file is too large. At most {mib} MB."
    field = "bytes"

    def __init__(self, most_bytes: int) -> None:
        super().__init__(mib=most_bytes // MIB)
        self.most_bytes = most_bytes


class QuotaReached(DomainError):
    """The person has sent as much as one person may, for now."""

    code = "QUOTA_REACHED"
    bn = "আপনার ফাইল পাঠানোর সীমা শেষ। পুরোনো ফাইল মুছুন, বা কাল আবার চেষ্টা করুন।"
    en = "You have sent as many files as one person may. Delete old ones, or try again tomorrow."
    retryable = True


class StoreUnavailable(DomainError):
    """The object store cannot be reached; everything else goes on."""

    code = "STORE_UNAVAILABLE"
    bn = "ফাইল রাখার জায়গায় এখন পৌঁছানো যাচ্ছে না। একটু পরে আবার চেষ্টা করুন।"
    en = "Files cannot be stored just now. Try again in a moment."
    retryable = True


class NotUploaded(DomainError):
    """Nothing of the announced length has arrived; it may be sent again with the same id."""

    code = "NOT_UPLOADED"
    bn = "ফাইলটি এখনো পুরো আসেনি। আবার পাঠান।"
    en = "The file has not arrived in whole yet. Send it again."
    retryable = True


class NotReady(DomainError):
    """A file that is to be attached is not checked yet, or was not taken."""

    code = "MEDIA_NOT_READY"
    bn = "ফাইলটি এখনো যাচাই হয়নি, বা নেওয়া হয়নি।"
    en = "The file is not checked yet, or was not taken."
    field = "media"
    retryable = True

    def __init__(self, state: str) -> None:
        super().__init__(state=state)
        self.state = state


class AttachedElsewhere(DomainError):
    """A file hangs on one thing only, and this one hangs on another."""

    code = "ATTACHED_ELSEWHERE"
    bn = "ফাইলটি অন্য জায়গায় ব্যবহার হচ্ছে।"
    en = "The file is in use on something else."
    field = "media"


class StillAttached(DomainError):
    """A file that hangs on something is taken off there before it is deleted."""

    code = "STILL_ATTACHED"
    bn = "ফাইলটি ব্যবহার হচ্ছে। আগে সেখান থেকে সরান।"
    en = "The file is in use. Take it off there first."


PAPERS_BN = {
    MediaKind.IDENTITY: "পরিচয়পত্র",
    MediaKind.LICENCE: "লাইসেন্স",
    MediaKind.REGISTRATION: "পেশার নিবন্ধন",
    MediaKind.FITNESS: "গাড়ির ফিটনেস",
}
PAPERS_EN = {
    MediaKind.IDENTITY: "proof of identity",
    MediaKind.LICENCE: "licence",
    MediaKind.REGISTRATION: "registration of the profession",
    MediaKind.FITNESS: "fitness of the vehicle",
}


class PapersMissing(DomainError):
    """Somebody has not shown the papers that his work needs; `missing` lists their kinds."""

    code = "PAPERS_MISSING"
    bn = "অনুমোদনের আগে এই কাগজ দেখাতে হবে: {listed_bn}।"
    en = "These papers have to be shown before approval: {listed_en}."

    def __init__(self, missing: Sequence[MediaKind]) -> None:
        super().__init__(
            listed_bn=", ".join(PAPERS_BN[kind] for kind in missing),
            listed_en=", ".join(PAPERS_EN[kind] for kind in missing),
        )
        self.missing = list(missing)


FAULTS_BN = {
    Fault.NOT_WHAT_IT_SAYS: "ফাইলটি যে ধরনের বলা হয়েছে, আসলে তা নয়।",
    Fault.NOT_TAKEN: "এই ধরনের ফাইল নেওয়া হয় না।",
    Fault.UNREADABLE: "ফাইলটি নষ্ট বা অসম্পূর্ণ।",
    Fault.TWO_FORMS: "ফাইলটির ভেতরে অন্য ধরনের ফাইল লুকানো আছে।",
    Fault.TOO_MANY_PIXELS: "ছবিটি বেশি বড়: সর্বোচ্চ ৪ কোটি পিক্সেল।",
    Fault.TOO_SMALL: "ছবিটি বেশি ছোট: প্রতি পাশে কমপক্ষে ৬৪ পিক্সেল চাই।",
    Fault.ANIMATED: "নড়াচড়া করা ছবি নেওয়া হয় না।",
    Fault.TOO_LONG: "ভিডিওটি ৬০ সেকেন্ডের বেশি।",
    Fault.CODEC: "ভিডিওটি এমনভাবে তৈরি যা সব ফোনে চলে না। H.264 বা VP9 দিন।",
    Fault.ENCRYPTED: "কাগজটিতে পাসওয়ার্ড দেওয়া আছে।",
    Fault.ACTIVE: "কাগজটির ভেতরে চলমান কিছু বা আরেকটি ফাইল আছে।",
    Fault.TOO_MANY_PAGES: "কাগজটিতে ৫০ পাতার বেশি আছে।",
    Fault.TOO_HEAVY: "ফাইলটি যাচাই করতে খুব বেশি সময় বা জায়গা লাগে।",
}
"""Why a file was not taken, in Bengali."""

FAULTS_EN = {
    Fault.NOT_WHAT_IT_SAYS: "The file is not of the type that was said.",
    Fault.NOT_TAKEN: "Files of this type are not taken.",
    Fault.UNREADABLE: "The file is broken or incomplete.",
    Fault.TWO_FORMS: "Another kind of file is hidden in the file.",
    Fault.TOO_MANY_PIXELS: "The picture is too large: at most 40 million pixels.",
    Fault.TOO_SMALL: "The picture is too small: at least 64 pixels each way.",
    Fault.ANIMATED: "Moving pictures are not taken.",
    Fault.TOO_LONG: "The video is longer than 60 seconds.",
    Fault.CODEC: "The video is coded in a way that not every phone plays. Use H.264 or VP9.",
    Fault.ENCRYPTED: "The paper is locked by a password.",
    Fault.ACTIVE: "There is something active, or another file, in the paper.",
    Fault.TOO_MANY_PAGES: "The paper has more than 50 pages.",
    Fault.TOO_HEAVY: "Checking the file takes too much time or memory.",
}
"""Likewise, in English."""
