import type { SavedWeights } from '../../descent/state.ts';
import type { Weights } from '../../types.ts';

export function toArray(w: Weights | readonly number[]): Float64Array {
  return typeof w === 'number' ? Float64Array.of(w) : Float64Array.from(w);
}

/** Weights as JSON keeps them, in the form of the run's own. */
export function like(own: Weights, w: Float64Array): SavedWeights<Weights> {
  return typeof own === 'number' ? w[0] : Array.from(w);
}
