// A process of `npm run fuzz`: runs the batches that it is sent, and answers each.
import fc from 'fast-check';
import { keepCase } from './found';
import { targets } from './targets';

/** What the script sends: so many runs of one target. */
interface Batch {
  readonly target: string;
  readonly seed: number;
  readonly runs: number;
  /** Where a found case is written to. */
  readonly folder: string;
}

/** The most processor time that one run may take, in ms: its inputs are a few KB. */
const longestRun = 3_000;

function work({ target, seed, runs, folder }: Batch): { readonly runs: number; readonly found: string | null } {
  const chosen = targets.find(({ name }) => name === target);
  if (!chosen) throw new Error(`there is no target “${target}”`);
  const property = fc.property(chosen.inputs, (input) => {
    const from = process.cpuUsage();
    chosen.check(input);
    const { user } = process.cpuUsage(from);
    if (user > (chosen.longest ?? longestRun) * 1000) throw new Error(`it took ${(user / 1e6).toFixed(1)} s`);
  });
  // Cutting down an input that takes seconds takes minutes, which counts as hanging: what it broke would not be told.
  const endOnFailure = chosen.longest !== undefined;
  const { failed, numRuns, counterexample, errorInstance } = fc.check(property, { seed, numRuns: runs, endOnFailure });
  if (!failed || !counterexample) return { runs: numRuns, found: null };
  const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const path = keepCase(folder, { target, what: what.slice(0, 400), input: counterexample[0] });
  return { runs: numRuns, found: `${target}: ${what.split('\n')[0] ?? ''}\n  ${path}` };
}

process.on('message', (batch: Batch) => process.send?.(work(batch)));
// Without its parent it has nothing to do.
process.on('disconnect', () => process.exit());
process.send?.({ targets: targets.map(({ name, weight, every = 1 }) => ({ name, weight, every })) });
