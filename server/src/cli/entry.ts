// The thread first: on another core it gets ready while this one loads the rest, which is most of the program.
import { earlyThread } from './early';
import { runCommandLine } from './main';

void runCommandLine(earlyThread);
