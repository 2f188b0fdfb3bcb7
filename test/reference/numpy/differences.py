"""How far the built package's draws are from NumPy's, over the seeds 0 to 199: npm run build && python3 differences.py

A million normals of each seed are compared, and a thousand of each other draw. Prints the fewest, the most and the average of
the normals that differ, the largest difference relative to the normal, and how many of the other draws differ.
"""
import subprocess
from pathlib import Path

import numpy as np
from numpy.random import RandomState

package = Path(__file__).parents[3] / 'dist' / 'index.js'
script = f'''
import {{ integers, numpyRandom, permutation, randn, uniform }} from {str(package.as_uri())!r};
const random = numpyRandom(SEED);
const others = [uniform(-3, 5, 1000, random).data, integers(-7, 1e6, 1000, random).data, permutation(1000, random),
  integers(0, 2 ** 40 + 1, 1000, random).data].flatMap((draws) => Array.from(draws));
const bytes = (values) => new Uint8Array(Float64Array.from(values).buffer);
process.stdout.write(bytes(others));
process.stdout.write(bytes(randn(1e6, numpyRandom(SEED)).data));
'''

counts, largest, others_differ = [], 0.0, 0
for seed in range(200):
    command = ['node', '--input-type=module', '--eval', script.replace('SEED', str(seed))]
    ours = np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout)
    state = RandomState(seed)
    others = np.concatenate([state.uniform(-3, 5, 1000), state.randint(-7, 10**6, 1000), state.permutation(1000),
                             state.randint(0, 2**40 + 1, 1000)])
    normals = RandomState(seed).randn(10**6)
    others_differ += int((ours[:4000] != others).sum())
    counts.append(int((ours[4000:] != normals).sum()))
    largest = max(largest, float((np.abs(ours[4000:] - normals) / np.abs(normals)).max()))
print(f'normals that differ: {min(counts)} to {max(counts)}, {np.mean(counts):.0f} on average, by at most {largest:.3g};'
      f' other draws: {others_differ}; NumPy {np.__version__}')
