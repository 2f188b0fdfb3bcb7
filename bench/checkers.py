"""scipy's or PyTorch's gradient checker as a peer in checkers.ts: reads a point, asks for costs and gradients, says what it found.

Lines of JSON both ways. What JSON has no number for (NaN, infinities, and -0, which JavaScript writes as 0) goes as a string.
"""
import json
import math
import platform
import sys
import warnings

import numpy as np


def write(message):
    print(json.dumps(message), flush=True)


def double(value):
    """A double as JSON carries it; float() reads both kinds."""
    is_plain = np.isfinite(value) and (value != 0 or not np.signbit(value))
    return float(value) if is_plain else repr(float(value)).replace('inf', 'Infinity').replace('nan', 'NaN')


class FunctionThrew(Exception):
    """What the cost or the gradient threw in JavaScript."""


class Functions:
    """The cost and the gradient of the pair that is checked, in the other process."""

    def __init__(self, at):
        self.at = at

    def ask(self, name, x):
        # x by the entries that were moved, since two thousand numbers at each of thousands of calls take minutes
        flat = x.reshape(-1)
        moved = np.flatnonzero(flat.view(np.int64) != self.at.view(np.int64))
        write({'ask': name, 'moved': [[int(k), double(flat[k])] for k in moved]})
        answer = json.loads(sys.stdin.readline())
        if 'threw' in answer:
            raise FunctionThrew(answer['threw'])
        # a function that writes into its argument does so in numpy too
        for k, value in answer['wrote']:
            flat[k] = float(value)
        return np.array([float(value) for value in answer['values']]).reshape(answer['shape'])

    def cost(self, x):
        return self.ask('cost', x).item()

    def gradient(self, x):
        return self.ask('gradient', x)


def scipy_checker():
    import scipy
    from scipy.optimize import check_grad

    def check(functions, shape):
        norms = []

        def gradient(x):
            g = functions.gradient(x)
            # not numpy's norm, which overflows from 1e154 on
            norms.append(math.hypot(*g.flat))
            # scipy knows vectors only, so that whoever has a matrix flattens its gradient
            return g.ravel() if len(shape) > 1 else g

        error = check_grad(functions.cost, gradient, functions.at.copy())
        return {'error': double(error), 'norm': double(norms[0])}

    return f'scipy {scipy.__version__}', check


def torch_checker():
    import torch

    def check(functions, shape):
        class Cost(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.save_for_backward(x)
                return torch.tensor(functions.cost(x.detach().numpy()), dtype=torch.float64)

            @staticmethod
            def backward(ctx, grad_output):
                (x,) = ctx.saved_tensors
                return torch.from_numpy(functions.gradient(x.detach().numpy())) * grad_output

        x = torch.from_numpy(functions.at.copy().reshape(shape)).requires_grad_()
        return {'accepted': torch.autograd.gradcheck(Cost.apply, (x,), raise_exception=False)}

    return f'torch {torch.__version__}', check


warnings.simplefilter('ignore')
name, check = {'scipy': scipy_checker, 'torch': torch_checker}[sys.argv[1]]()
write({'version': f'{name}, numpy {np.__version__}, Python {platform.python_version()}'})
while line := sys.stdin.readline():
    task = json.loads(line)
    functions = Functions(np.array([float(value) for value in task['at']]))
    try:
        reply = check(functions, task['shape'])
    except Exception as error:
        reply = {'exception': type(error).__name__, 'message': str(error).split('\n')[0]}
    write({'reply': reply})
