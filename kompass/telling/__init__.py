"""What people are told: the report, the comment on a proposal, the explanation of a field or a rule."""
