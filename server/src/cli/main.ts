import type { Worker } from 'node:worker_threads';
import { Command, CommanderError, Option } from 'commander';
import { reportFormats } from '../protocol/reports';
import { visible } from '../reports/visible';
import { type ReportCommand, report, type RunOptions } from './run';
import { version } from './version';

const examples = `
Examples:
  $ second-source check                        every article in this folder
  $ second-source check drafts wire/0412.txt   a folder against a file
  $ second-source check --format html --output report.html
  $ second-source check --since origin/main    what has changed, and the stories that it touches
  $ second-source lsp --stdio                  the language server, for any editor

Exit code: 0 nothing at warning or above, 1 problems, 2 wrong use or a fault.`;

function createProgram(thread: Worker | null, done: (code: number) => void): Command {
  const program = new Command('second-source')
    .description(
      'Finds every quotation in your articles, links it to the same words in the other files, and shows where two files disagree.',
    )
    .version(version)
    .addHelpText('after', examples)
    .exitOverride();
  const run: Run = async (name, options) => {
    const { stdout, stderr, env } = process;
    done(await report(name, options, { stdout, stderr, env, thread }));
  };
  reading(program, 'check', 'compare the quotes and figures of all the articles and report where they disagree', run);
  reading(program, 'extract', 'list the quotes with their speakers, and the figures; compare nothing', run);
  program
    .command('lsp')
    .description('run the language server')
    .option('--stdio', 'talk over standard input and output (the only way there is)')
    // Editors add options of their own, such as --clientProcessId.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      // Its own bundle: who checks files doesn't wait until a server is read in. Loading it starts it.
      await import('../lsp/entry.js');
    });
  return program;
}

type Run = (name: ReportCommand, options: RunOptions) => Promise<void>;

function reading(program: Command, name: ReportCommand, description: string, run: Run): void {
  const command = program
    .command(name)
    .description(description)
    .argument(
      '[paths...]',
      'files and folders; folders are read with all that is in them (default: the current folder)',
    )
    .addOption(new Option('-f, --format <format>', 'how to print').choices(formatsOf(name)).default('pretty'))
    .option('-o, --output <file>', 'write to a file instead; never over an article that was read')
    .option('--include <glob>', 'the files of a folder to read; may be repeated (default: **/*.{txt,md})', addTo)
    .option('--exclude <glob>', 'files and folders of a folder to leave out; may be repeated', addTo)
    .option('--color', 'colour even where the output is no terminal')
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action((paths: string[], options: Omit<RunOptions, 'paths'>) => run(name, { ...options, paths }));
  if (name === 'check') {
    command
      .option(
        '--since <revision>',
        'report only what has changed since a git revision, and other articles where they disagree with it',
      )
      .option(
        '--source <glob>',
        'files that the others are held against (a transcript, a press release), beside those that .second-source.json names; may be repeated',
        addTo,
      );
  }
}

/** How a command can print. */
const formatsOf = (name: ReportCommand): readonly RunOptions['format'][] =>
  name === 'check' ? ['pretty', ...reportFormats] : ['pretty', 'json'];

/** One value an option, so that a path after it stays a path. */
const addTo = (glob: string, globs: readonly string[] = []): readonly string[] => [...globs, glob];

/**
 * Runs the command line and leaves the exit code behind; the output may still be on its way when it returns.
 * @param thread one of those that read, started ahead; null where none was.
 */
export async function runCommandLine(thread: Worker | null): Promise<void> {
  // Whoever reads us may stop early: `second-source check | head`.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(process.exitCode));
  try {
    await createProgram(thread, (code) => void (process.exitCode = code)).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and the version are no faults; a command line without a command is.
      process.exitCode = error.exitCode === 0 && error.code !== 'commander.help' ? 0 : 2;
      return;
    }
    process.exitCode = 2;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`second-source: a fault of its own: ${detail.split('\n').map(visible).join('\n')}\n`);
  }
}
