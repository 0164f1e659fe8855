"""The benchmarks: ratios within one run, so that they mean the same on every machine. Run by `make bench`."""
