"""What the search of the site knows: entries, their words, the index that the reader's browser loads.

The same folding and stemming exists a second time in `docs/javascripts/search/words.mjs`; the cases in
`tests/kompass/search/words.json` hold the two together.
"""

from kompass.search.entries import PAGE, Entry, page_entries, page_titles, record_entries
from kompass.search.index import build_index

__all__ = ["PAGE", "Entry", "build_index", "page_entries", "page_titles", "record_entries"]
