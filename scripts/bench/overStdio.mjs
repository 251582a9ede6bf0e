import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spread } from './figures.mjs';
import { mainNumber } from './rows.mjs';
import { cpuOfProcess, openSession, residentMemory } from './session.mjs';
import { edited, keystrokes, kinds, typedInto } from './typing.mjs';
import { NotMeasured } from './wholeProcess.mjs';

/** The time between two keystrokes of a fast typist, in ms. The server has work of its own to do in it. */
const betweenStrokes = 100;
/** How long nobody asks between two messages while a folder is opened, in ms. */
const betweenMessages = 20;
/** How long nothing may happen until the server counts as at rest, in ms. */
const restOf = (articles) => (articles > 100 ? 2000 : 500);

/** A fault that an article has whatever others say; the reason why an editor opens it. */
const ownFault = '\n\n“This quotation is opened and never closed, said the harbourmaster.\n';
const codeOfOwnFault = 'quote-marks';

/**
 * Opens a folder in a server process twice: with nothing kept from before, and with what the first has kept.
 * @param tell hears of each measure as soon as it is taken: its name and its value.
 * @param typists how many articles are typed into.
 */
export async function measureServer({ folder, paths, storage, typists, deadline }, tell) {
  const cold = await openSession({ folder, storage, deadline });
  try {
    await measureOpening(cold, folder, paths, tell, '');
    const { bytes, most } = await memoryAtRest(cold);
    if (bytes !== null) tell('resident', { bytes, most });
    await measureTyping(cold, folder, paths, typists, tell);
    await keptIn(storage, cold, restOf(paths.length));
  } finally {
    await cold.end();
  }
  const { bytes } = await sizeOf(storage);
  if (bytes === 0) {
    const none = new NotMeasured('the server keeps no cache');
    for (const measure of ['warm', 'warm-first', 'warm-last', 'warm-waits', 'cache']) tell(measure, none);
    return;
  }
  tell('cache', { bytes });
  const openings = [];
  while (openings.length < warmOpenings) {
    const warm = await openSession({ folder, storage, deadline });
    const opening = {};
    try {
      await measureOpening(warm, folder, paths, (measure, value) => (opening[measure] = value), 'warm-');
    } finally {
      await warm.end();
    }
    openings.push(opening);
    for (const measure of Object.keys(opening)) {
      const all = openings.map((one) => one[measure]);
      tell(measure, all.toSorted((a, b) => mainNumber(a) - mainNumber(b))[all.length >> 1]);
    }
  }
}

/** A warm opening takes seconds, of which a guest may have bad ones: the median of so many. */
const warmOpenings = 3;

/**
 * For so long a server must have had nothing to do, and its memory stood still, before it counts as at rest, in ms: what
 * reading and rehearsing have left behind is cleared up first.
 */
const memoryStands = 4000;
/** Up to so many ms of work in a quarter of a second are none. */
const littleWork = 20;
/** After so many ms it is taken as it is. */
const memoryPatience = 60_000;

async function memoryAtRest(session) {
  const begun = performance.now();
  let memory = await residentMemory(session.pid);
  let used = await cpuOfProcess(session.pid);
  let since = begun;
  while (memory.bytes !== null && performance.now() - since < memoryStands) {
    if (performance.now() - begun > memoryPatience) break;
    await session.unlessLost(pause(250));
    const now = await residentMemory(session.pid);
    const usedNow = await cpuOfProcess(session.pid);
    if (Math.abs(now.bytes - memory.bytes) > 0.02 * memory.bytes || usedNow - used > littleWork) {
      since = performance.now();
      memory = now;
    }
    used = usedNow;
  }
  return residentMemory(session.pid);
}

/** An article of those that would be read last, in a story that has others. */
function lateArticle(paths) {
  const fellows = new Map();
  for (const path of paths) fellows.set(dirname(path), (fellows.get(dirname(path)) ?? 0) + 1);
  return paths.findLast((path) => fellows.get(dirname(path)) > 4) ?? paths.at(-1);
}

/**
 * Opens one of the last articles of the folder as soon as the server has been greeted, and looks on until all is
 * compared: when its own fault is first told, when its diagnostics changed for the last time, when the folder was done.
 */
async function measureOpening(session, folder, paths, tell, prefix) {
  const path = lateArticle(paths);
  const from = performance.now();
  await session.open(path, (await readFile(join(folder, path), 'utf8')) + ownFault);
  const pulling = pull(session, path, from, (ms) => tell(`${prefix}first`, { ms }));
  const waiting = waitAgainAndAgain(session);
  try {
    const ms = await session.compared;
    tell(`${prefix}waits`, spread(await waiting.end()));
    tell(prefix === '' ? 'server' : 'warm', { ms, cpu: await cpuOfProcess(session.pid) });
    await session.unlessLost(pulling.quiet(restOf(paths.length)));
    tell(`${prefix}last`, { ms: pulling.lastChange() });
  } finally {
    pulling.end();
    void waiting.end();
    await session.close(path);
  }
}

/** Has a message wait for the server every few milliseconds, whatever it is doing; `end` gives how long each waited, in ms. */
function waitAgainAndAgain(session) {
  const waits = [];
  let isOver = false;
  const all = (async () => {
    while (!isOver) {
      waits.push(await session.wait());
      await pause(betweenMessages);
    }
  })().catch(() => {}); // A lost server is told of by whoever waits for it.
  return {
    async end() {
      isOver = true;
      await all;
      return waits;
    },
  };
}

/** Pulls a document's diagnostics now and whenever it is asked to, as an editor does. */
function pull(session, path, from, onFirst) {
  let known = '';
  let lastChange = from;
  let lastAsked = from;
  let told = false;
  let asking = false;
  let again = false;
  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    do {
      again = false;
      lastAsked = performance.now();
      const items = await session.diagnostics(path);
      const now = performance.now();
      if (!told && items.some(({ code }) => code === codeOfOwnFault)) {
        told = true;
        onFirst(now - from);
      }
      const text = JSON.stringify(items);
      if (text !== known) [known, lastChange] = [text, now];
      // Its own fault must be told at once: as long as it isn't, nobody waits to be asked.
      if (!told) await pause(20);
    } while (again || !told);
    asking = false;
  };
  const safely = () => ask().catch(() => {}); // A lost server is told of by whoever waits for it.
  const end = session.onRefresh(safely);
  void safely();
  return {
    lastChange: () => lastChange - from,
    async quiet(rest) {
      while (asking || performance.now() - Math.max(lastAsked, lastChange) < rest) await pause(100);
    },
    end() {
      end();
      told = true;
    },
  };
}

async function measureTyping(session, folder, paths, typists, tell) {
  const times = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const chosen = typedInto(paths.length, typists).map((place) => paths[place]);
  const read = (path) => readFile(join(folder, path), 'utf8');
  const used = await cpuOfProcess(session.pid);
  let strokes = 0;
  for (const [i, path] of chosen.entries()) {
    let text = await read(path);
    let version = 1;
    await session.open(path, text);
    await session.diagnostics(path);
    for (const stroke of keystrokes(text, await read(chosen[(i + 1) % chosen.length]))) {
      const { at, cut, insert, kind } = stroke;
      const range = { start: positionOf(text, at), end: positionOf(text, at + cut) };
      text = edited(text, stroke);
      await pause(betweenStrokes);
      const from = performance.now();
      await session.change(path, ++version, range, insert);
      await session.diagnostics(path);
      times[kind].push(performance.now() - from);
      strokes++;
    }
    await session.close(path);
  }
  for (const kind of kinds) tell(`wire-${kind}`, spread(times[kind]));
  tell('wire', spread(kinds.filter((kind) => kind !== 'paste').flatMap((kind) => times[kind])));
  const now = await cpuOfProcess(session.pid);
  if (now !== null && used !== null) tell('wire-work', { ms: (now - used) / strokes });
}

function positionOf(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

/** Waits until the server has written down what it keeps: until its folder has been at rest for a while. */
async function keptIn(storage, session, rest) {
  let known = await sizeOf(storage);
  let since = performance.now();
  const patience = performance.now() + 60_000;
  // A server that keeps something begins soon after it has gone quiet; one that keeps nothing isn't waited for long.
  const untilFirst = 10_000;
  while (performance.now() - since < (known.bytes > 0 ? rest : untilFirst) && performance.now() < patience) {
    await session.unlessLost(pause(200));
    const now = await sizeOf(storage);
    if (now.bytes !== known.bytes || now.changed !== known.changed) [known, since] = [now, performance.now()];
  }
}

async function sizeOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const stats = (await Promise.all(files.map((file) => stat(file).catch(() => null)))).filter((one) => one !== null);
  return {
    bytes: stats.reduce((sum, { size }) => sum + size, 0),
    changed: Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs)),
  };
}
