"""NumPy's legacy generator as a contender of random.mjs: reads `work n`, does it once, writes the nanoseconds for each of n."""
import sys
import time

import numpy as np

state = np.random.RandomState(1)
works = {
    'uniform': lambda n: state.uniform(0, 1, n),
    'randn': state.randn,
    'permutation': state.permutation,
    'integers': lambda n: state.randint(0, 1000, n),
}
print(np.__version__, flush=True)
for line in sys.stdin:
    work, n = line.split()
    start = time.perf_counter_ns()
    works[work](int(n))
    print((time.perf_counter_ns() - start) / int(n), flush=True)
