import { startAhead } from './ahead';

/** The thread that was started ahead for this process's own command line: as this module is loaded. */
export const earlyThread = startAhead(process.argv.slice(2));
