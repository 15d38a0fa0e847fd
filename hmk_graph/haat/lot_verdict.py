"""Says in plain words, in both languages, what became of a lot's log."""

from dataclasses import dataclass
from typing import Any

from hmk_graph.errors import DomainError
from hmk_graph.haat.auction import LotState, Phase, Sold, WhyUnsold
from hmk_graph.haat.lot_log import stamp
from hmk_graph.haat.lot_replay import Fault, Misfit
from hmk_graph.money import BENGALI_DIGITS, in_bengali, in_english

WHY_EN: dict[Fault, str] = {
    Fault.EMPTY: "the log is empty.",
    Fault.SHAPE: "it is not written as a line of a log is: {what}.",
    Fault.NUMBER: "it carries the number {found}; a line is missing, added or out of order.",
    Fault.LOT: "it belongs to another lot.",
    Fault.PREVIOUS: "it does not continue the line before it.",
    Fault.HASH: "something in it was changed: its hash is not that of what it says.",
    Fault.RECEIPT: "it is not the line that the receipt is for: the log was rewritten.",
    Fault.BEGINNING: "a log begins with SCHEDULED, and only once.",
    Fault.AFTER_END: "the lot had ended with the line before.",
    Fault.TIME: "it is older than the line before it.",
    Fault.ALIAS: "the bidder's number is {found}; the next new bidder would be {expected}.",
    Fault.NOT_OPENED: "the secret amount behind it was not opened at the close.",
    Fault.COMMITMENT: "the amount opened at the close is not the one that was committed to here.",
    Fault.REFUSED: "the rules refuse it, saying “{refusal}”",
    Fault.NOTHING: "it changes nothing, so there should be no such line.",
    Fault.FIELD: "by the rules “{name}” is {expected}, but it says {found}.",
}
WHY_BN: dict[Fault, str] = {
    Fault.EMPTY: "লগে কিছুই নেই।",
    Fault.SHAPE: "লাইনটি ঠিকভাবে লেখা নয়: {what}।",
    Fault.NUMBER: "এর নম্বর {found}; মাঝে কোনো লাইন বাদ পড়েছে, যোগ হয়েছে বা জায়গা বদল হয়েছে।",
    Fault.LOT: "এটি অন্য পশুর ডাকের লাইন।",
    Fault.PREVIOUS: "এটি আগের লাইনের সঙ্গে মেলে না।",
    Fault.HASH: "লেখার পরে এখানে কিছু বদলানো হয়েছে: লেখার সঙ্গে হ্যাশ মেলে না।",
    Fault.RECEIPT: "রসিদের সঙ্গে লাইনটি মেলে না: লগ নতুন করে লেখা হয়েছে।",
    Fault.BEGINNING: "লগ শুরু হয় SCHEDULED লাইন দিয়ে, আর তা একবারই থাকে।",
    Fault.AFTER_END: "আগের লাইনেই ডাক শেষ হয়ে গেছে।",
    Fault.TIME: "এর সময় আগের লাইনেরও আগের।",
    Fault.ALIAS: "ডাকদাতার নম্বর {found}; নতুন ডাকদাতার নম্বর হওয়ার কথা {expected}।",
    Fault.NOT_OPENED: "এর গোপন অঙ্কটি ডাক শেষে খোলা হয়নি।",
    Fault.COMMITMENT: "ডাক শেষে যে অঙ্ক খোলা হয়েছে, এখানে সেই অঙ্কের কথা দেওয়া হয়নি।",
    Fault.REFUSED: "নিয়মে এটি টেকে না। নিয়ম বলে: “{refusal}”",
    Fault.NOTHING: "এতে কিছুই বদলায় না, তাই এমন লাইন থাকার কথা নয়।",
    Fault.FIELD: "নিয়মে “{name}” হওয়ার কথা {expected}, কিন্তু লেখা আছে {found}।",
}
FIELDS_EN: dict[str, str] = {
    "price": "the price",
    "leader": "the leading bidder",
    "ends_at": "the end",
    "reserve_met": "whether the reserve is met",
    "reserve": "the opened reserve",
    "silent": "whether the bid is silent",
    "voided": "the list of voided lines",
    "outcome": "the outcome",
    "why": "the reason for no sale",
    "winner": "the winner",
    "deciding_line": "the deciding line",
    "runner_up": "the runner-up",
    "runner_up_maximum": "the runner-up's highest bid",
    "openings": "the list of opened bids",
}
FIELDS_BN: dict[str, str] = {
    "price": "দাম",
    "leader": "এগিয়ে থাকা ডাকদাতা",
    "ends_at": "শেষ হওয়ার সময়",
    "reserve_met": "সর্বনিম্ন দাম উঠেছে কি না",
    "reserve": "খোলা সর্বনিম্ন দাম",
    "silent": "নীরব ডাক কি না",
    "voided": "বাতিল করা লাইনের তালিকা",
    "outcome": "ফলাফল",
    "why": "বিক্রি না হওয়ার কারণ",
    "winner": "বিজয়ী",
    "deciding_line": "যে লাইনে জয় ঠিক হয়েছে",
    "runner_up": "দ্বিতীয় ডাকদাতা",
    "runner_up_maximum": "দ্বিতীয় ডাকদাতার সর্বোচ্চ ডাক",
    "openings": "খোলা ডাকের তালিকা",
}
ENDED_EN: dict[Phase | None, str] = {
    None: "This log has no close. By its last line the lot ends at {end}.",
    Phase.WITHDRAWN: "The seller withdrew the animal before anybody bid.",
    Phase.VOIDED: "Officers called the auction off; nobody won.",
}
ENDED_BN: dict[Phase | None, str] = {
    None: "এই লগে ডাক শেষ হওয়ার লাইন নেই। শেষ লাইন মতে ডাক শেষ হবে {end}।",
    Phase.WITHDRAWN: "কেউ ডাকার আগেই বিক্রেতা পশু তুলে নিয়েছেন।",
    Phase.VOIDED: "কর্মকর্তারা ডাক বাতিল করেছেন; কেউ জেতেননি।",
}
UNSOLD_EN: dict[WhyUnsold, str] = {
    WhyUnsold.NO_BIDS: "Not sold: nobody bid.",
    WhyUnsold.UNDER_RESERVE: "Not sold: no bid reached the reserve.",
}
UNSOLD_BN: dict[WhyUnsold, str] = {
    WhyUnsold.NO_BIDS: "বিক্রি হয়নি: কেউ ডাকেননি।",
    WhyUnsold.UNDER_RESERVE: "বিক্রি হয়নি: কোনো ডাক সর্বনিম্ন দামে পৌঁছায়নি।",
}
AMOUNTS = frozenset({"price", "runner_up_maximum"})


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of a log under the rules.

    `line` and `fault` name the first line that does not fit, None when all fit. `head` is the hash
    of the last line: two people with the same head have the same log. `sealed`: the maxima are not
    opened, so prices were found possible, not proven. `unseen` are lines of receipts beyond the end
    of a log that has not ended; right only for a silent raise that is not yet public.
    """

    lines: int
    line: int | None = None
    fault: Fault | None = None
    why_en: str = ""
    why_bn: str = ""
    head: str = ""
    sealed: bool = False
    unseen: tuple[int, ...] = ()
    state: LotState | None = None

    @property
    def fits(self) -> bool:
        """Say whether every line fits."""
        return self.fault is None


def refuted(misfit: Misfit, *, lines: int) -> Verdict:
    """Put the first line that does not fit into words. `lines` is how many the log has."""
    return Verdict(
        lines=lines,
        line=misfit.line,
        fault=misfit.fault,
        why_en=WHY_EN[misfit.fault].format(**_words_en(misfit)),
        why_bn=WHY_BN[misfit.fault].format(**_words_bn(misfit)),
    )


def _words_en(misfit: Misfit) -> dict[str, Any]:
    """Return the words of a misfit in English. `Any`: whatever the template takes."""
    words = {}
    name = misfit.words.get("name")
    for word, value in misfit.words.items():
        match value:
            case DomainError():
                words[word] = value.message_en
            case int() if name in AMOUNTS:
                words[word] = in_english(value)
            case None:
                words[word] = "nothing"
            case _:
                words[word] = FIELDS_EN.get(value, value) if word == "name" else value
    return words


def _words_bn(misfit: Misfit) -> dict[str, Any]:
    """Return the words of a misfit in Bengali. `Any`: whatever the template takes."""
    words = {}
    name = misfit.words.get("name")
    for word, value in misfit.words.items():
        match value:
            case DomainError():
                words[word] = value.message_bn
            case bool():
                words[word] = "হ্যাঁ" if value else "না"
            case int():
                words[word] = in_bengali(value) if name in AMOUNTS else _bengali(value)
            case None:
                words[word] = "কিছু না"
            case _:
                words[word] = FIELDS_BN.get(value, value) if word == "name" else value
    return words


def in_words_en(verdict: Verdict) -> str:
    """Tell a verdict in English, one fact in a line."""
    if verdict.line is not None:
        return f"DOES NOT FIT. Line {verdict.line} of {verdict.lines}: {verdict.why_en}"
    told = [f"FITS. All {verdict.lines} lines follow the rules.", f"Head: {verdict.head}"]
    if verdict.sealed:
        told.append("The maxima are sealed: prices were found possible, not proven.")
    if verdict.state is not None:
        told.extend(_outcome_en(verdict.state))
    if verdict.unseen:
        told.append(
            f"Receipts beyond the end of this log: lines {', '.join(map(str, verdict.unseen))}."
            " That is right only for a leader's silent raise."
        )
    return "\n".join(told)


def in_words_bn(verdict: Verdict) -> str:
    """Tell a verdict in Bengali, one fact in a line."""
    lines = _bengali(verdict.lines)
    if verdict.line is not None:
        return f"মেলে না। {lines} লাইনের মধ্যে লাইন {_bengali(verdict.line)}: {verdict.why_bn}"
    told = [f"মিলেছে। {lines}টি লাইনের সবই নিয়মমতো।", f"শেষ হ্যাশ: {verdict.head}"]
    if verdict.sealed:
        told.append("গোপন সর্বোচ্চ ডাকগুলো খোলা হয়নি: দামগুলো সম্ভব, তবে প্রমাণিত নয়।")
    if verdict.state is not None:
        told.extend(_outcome_bn(verdict.state))
    if verdict.unseen:
        unseen = _bengali(", ".join(map(str, verdict.unseen)))
        told.append(
            f"যে রসিদের লাইন এই লগে এখনো নেই: {unseen}। শুধু এগিয়ে থাকা ডাকদাতার নীরব ডাকের বেলায় এটা ঠিক।"
        )
    return "\n".join(told)


def _outcome_en(state: LotState) -> list[str]:
    match state.result:
        case Sold() as sold:
            told = [
                f"Bidder {sold.winner} won at {in_english(sold.price)}"
                f" with the bid of line {sold.deciding_line}."
            ]
            if sold.runner_up is not None:
                most = in_english(sold.runner_up.maximum)
                told.append(f"Runner-up: bidder {sold.runner_up.bidder}, who went up to {most}.")
            return told
        case None:
            return [ENDED_EN[state.ended].format(end=stamp(state.ends_at))]
        case unsold:
            return [UNSOLD_EN[unsold.why]]


def _outcome_bn(state: LotState) -> list[str]:
    match state.result:
        case Sold() as sold:
            winner, line = _bengali(sold.winner), _bengali(sold.deciding_line)
            told = [f"{winner} নম্বর ডাকদাতা {in_bengali(sold.price)} দামে জিতেছেন (লাইন {line})।"]
            if sold.runner_up is not None:
                second, most = sold.runner_up.bidder, in_bengali(sold.runner_up.maximum)
                told.append(f"দ্বিতীয়: {_bengali(second)} নম্বর ডাকদাতা, সর্বোচ্চ ডাক {most}।")
            return told
        case None:
            return [ENDED_BN[state.ended].format(end=stamp(state.ends_at))]
        case unsold:
            return [UNSOLD_BN[unsold.why]]


def _bengali(value: object) -> str:
    return str(value).translate(BENGALI_DIGITS)
