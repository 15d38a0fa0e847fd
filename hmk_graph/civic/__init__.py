"""What citizens may ask of their officers: complaints, targets, and what all of it comes to."""
