"""Blood: who may give to whom, who is asked in which order, and whose phone is shown when."""
