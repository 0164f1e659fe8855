"""The downloads: an outline of each document, built from the records, and one writer per format.

Knows neither MkDocs nor Jinja nor `macros`. Writers return bytes; who puts them where is decided by the callers.
"""
