"""Why nothing is changed about how somebody is told."""

from hmk_graph.errors import DomainError


class AlwaysInTheApp(DomainError):
    """The list in the app is the record; it cannot be switched off."""

    code = "ALWAYS_IN_THE_APP"
    bn = "অ্যাপের ভেতরের তালিকা বন্ধ করা যায় না। পুশ বা এসএমএস বন্ধ করতে পারেন।"
    en = "The list in the app cannot be switched off. Push and text messages can."
    field = "channel"
