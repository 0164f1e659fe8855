"""Commands for maintainers and pipelines; nothing that the built site needs."""
