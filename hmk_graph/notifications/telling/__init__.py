"""What each kind of event is told as, and to whom: one module a context, found by being here."""
