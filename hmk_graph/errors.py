"""Refusals that every context shares, and the form that all refusals have."""

from typing import Any, ClassVar

from hmk_graph.bengali import in_bengali_digits


class DomainError(Exception):
    """A rule said no. The subclass names the obstacle; its data say what would do.

    A subclass writes `bn` and `en` as templates of its own data, so that a client without words of
    its own can still tell a person what happened. `field` names the input that was at fault, if
    one was. A keyword whose value is an amount is passed as `money.Paisa` and written by the
    templates through the `words` that the subclass returns.
    """

    code: ClassVar[str]
    bn: ClassVar[str]
    en: ClassVar[str]
    field: ClassVar[str | None] = None
    retryable: ClassVar[bool] = False

    def __init__(self, **params: Any) -> None:
        self.params: dict[str, Any] = params
        super().__init__(self.message_en)

    @property
    def message_en(self) -> str:
        """Say it in English."""
        return self.en.format(**self.words_en())

    @property
    def message_bn(self) -> str:
        """Say it in Bengali."""
        return self.bn.format(**self.words_bn())

    def words_en(self) -> dict[str, Any]:
        """Return the template's words in English; a subclass with money or times overrides this."""
        return self.params

    def words_bn(self) -> dict[str, Any]:
        """Return the template's words in Bengali, numbers in its digits."""
        return {
            name: in_bengali_digits(str(value)) if isinstance(value, int) else value
            for name, value in self.params.items()
        }


class NotFound(DomainError):
    """There is no such thing, or the viewer may not know that there is."""

    code = "NOT_FOUND"
    bn = "এটি পাওয়া যায়নি।"
    en = "This was not found."


class NotSignedIn(DomainError):
    """Only a signed-in person may do this."""

    code = "UNAUTHENTICATED"
    bn = "আগে সাইন ইন করুন।"
    en = "Sign in first."


class NotAllowed(DomainError):
    """The person is known, and may not do this."""

    code = "FORBIDDEN"
    bn = "এই কাজের অনুমতি আপনার নেই।"
    en = "You are not allowed to do this."


class TooMany(DomainError):
    """Too often in too short a time; `retry_after_s` says when to come back."""

    code = "RATE_LIMITED"
    bn = "অনেকবার চেষ্টা হয়েছে। {retry_after_s} সেকেন্ড পরে আবার চেষ্টা করুন।"
    en = "Too many tries. Try again in {retry_after_s} seconds."
    retryable = True

    def __init__(self, *, retry_after_s: int) -> None:
        super().__init__(retry_after_s=retry_after_s)
        self.retry_after_s = retry_after_s


class BadInput(DomainError):
    """A value that no rule of the context could even weigh; `field` of the instance names it."""

    code = "BAD_USER_INPUT"
    bn = "“{name}” ঘরের তথ্যটি ঠিক নেই: {why_bn}"
    en = "The value of “{name}” is not right: {why_en}"

    def __init__(self, name: str, *, why_bn: str, why_en: str) -> None:
        super().__init__(name=name, why_bn=why_bn, why_en=why_en)


class StaleState(DomainError):
    """The thing has moved on: it is in `current`, and the step is possible from `allowed` only."""

    code = "STALE_STATE"
    bn = "অবস্থা বদলে গেছে। পাতাটি নতুন করে দেখুন।"
    en = "The state has changed. Look at it anew."

    def __init__(self, *, current: str, allowed: list[str]) -> None:
        super().__init__(current=current, allowed=allowed)
        self.current = current
        self.allowed = allowed


class Unavailable(DomainError):
    """The database could not serve this just now; nothing was written, and one may try again."""

    code = "UNAVAILABLE"
    bn = "এখন করা গেল না। একটু পরে আবার চেষ্টা করুন।"
    en = "This could not be done just now. Try again in a moment."
    retryable = True
