"""The daily life of a district: what people do, and what is true of it. Imports nothing, ever."""
