"""What was uploaded, by whom, whether it is what it says, and where it hangs."""
