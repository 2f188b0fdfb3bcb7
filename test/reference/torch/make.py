"""Momentum runs by torch.optim.SGD: python3 make.py > momentum.json (Debian's python3-torch 1.13, x86-64).

float64 on the CPU. Its fused multiply-adds round differently from separate operations, so that the last bits may differ.
"""
import json
import sys

import torch

with open('../lecture/points.json') as file:
    points = json.load(file)
x = torch.tensor(points['x'], dtype=torch.float64)
t = torch.tensor(points['t'], dtype=torch.float64)

runs = []
for options in [
    {'momentum': 0.9},
    {'momentum': 0.5, 'dampening': 0.5},
    {'momentum': 0.9, 'dampening': 0.9},
    {'momentum': 0.9, 'nesterov': True},
    {'momentum': 0.0},
    {'momentum': 0.0, 'dampening': 0.5},
]:
    for size in [20, 5]:
        w = torch.tensor(0.1, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.01, **options)
        path = [w.item()]
        for _ in range(10):
            for j in range(0, 20, size):
                optimizer.zero_grad()
                ((t[j:j + size] - x[j:j + size] * w) ** 2).sum().backward()
                optimizer.step()
                path.append(w.item())
        runs.append({'options': options, 'size': size, 'w': path})

json.dump({'made by': 'test/reference/torch/make.py with PyTorch ' + torch.__version__, 'runs': runs}, sys.stdout, indent=1)
print()
