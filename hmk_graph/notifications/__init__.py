"""Who is told what, and how: in the app, by push, by text message."""
