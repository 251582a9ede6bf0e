import { setFlagsFromString } from 'node:v8';

/**
 * Settings of V8 for a process that reads a folder and ends, for all its threads. In a run of some seconds on two cores the
 * compiling of code that soon runs no more takes a third of the processor: here a function must run for longer before
 * it is compiled. And the rubbish of a thread is cleared by that thread alone while the others work.
 */
export function settleEngine(): void {
  // What is right for one version of V8 is unknown of others, which might not even have the flag and say so.
  if (!process.versions.v8.startsWith('11.')) return;
  setFlagsFromString('--interrupt-budget=600000');
  setFlagsFromString('--no-parallel-scavenge');
}
