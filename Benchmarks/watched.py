#!/usr/bin/env python3
"""Runs a command and writes what it took to a file as JSON: milliseconds, CPU milliseconds, peak MB.

    watched.py FIGURES COMMAND [ARGUMENT…]

A process of its own, and a small one: the system counts the memory of whoever starts a command towards the
command's own peak.
"""

import json
import os
import sys
import time

start = time.perf_counter()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
with open(sys.argv[1], "w", encoding="ascii") as file:
    json.dump({"ms": (time.perf_counter() - start) * 1000,
               "cpu": (usage.ru_utime + usage.ru_stime) * 1000,
               "mb": usage.ru_maxrss / 1024}, file)
sys.exit(os.waitstatus_to_exitcode(status))
