"""For people without a smartphone: what they write by text message is done, and answered so."""
