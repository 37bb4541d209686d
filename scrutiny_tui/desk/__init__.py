"""The one mutable thing: the review that is being worked on, and what it needs from outside."""
