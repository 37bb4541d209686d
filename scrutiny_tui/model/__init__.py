"""The ground floor: what a checklist, an answer and a review are. Standard library only, all values frozen."""
