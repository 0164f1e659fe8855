"""External links: find them, have lychee check them, report in German.

What belongs here: the two clocks that need the network (new links of a change, all links once a week). Internal links are
checked by the tests of the built site, which never leave the machine.
"""
