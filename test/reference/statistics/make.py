"""Quantiles for test/random/statistics.test.ts:

    python3 make.py > quantiles.json      # Python 3.11's statistics.NormalDist, Debian's python3-scipy 1.10.1
"""
import json
import sys
from statistics import NormalDist

import scipy
from scipy.stats import chi2

json.dump({
    'made by': f'test/reference/statistics/make.py with Python {sys.version.split()[0]} and SciPy {scipy.__version__}',
    'normal': [NormalDist().inv_cdf(i / 1000) for i in range(1, 1000)],
    'chiSquare': {'significance': 1e-5, **{str(degrees): chi2.isf(1e-5, degrees) for degrees in [23, 63, 99, 999]}},
}, sys.stdout, indent=1)
print()
