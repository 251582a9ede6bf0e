/** What a page's own work is called in Chromium's traces. */
const own = new Set([
  'FunctionCall',
  'EvaluateScript',
  'Layout',
  'UpdateLayoutTree',
  'PrePaint',
  'Paint',
  'EventDispatch',
]);

/**
 * The main thread's tasks in which the board had a hand, from a Chromium trace; the longest first. The workbench and the
 * board share a thread where both come from one server, so each task is told in whole and by what the board did in it.
 * @param events the trace's `traceEvents`.
 * @returns `{ board, cpu, whole }` for each task, in ms: the board's own time, how much of that was on the processor (the
 *   rest is waiting for other programs), and the whole task's.
 */
export function boardTasks(events) {
  const scripts = events.filter(
    ({ name, args }) => name === 'FunctionCall' && /\/board\.js/.test(args?.data?.url ?? ''),
  );
  const frames = new Set(scripts.map(({ args }) => args.data.frame).filter(Boolean));
  const ofBoard = ({ name, args }) =>
    own.has(name) &&
    (/\/board\.js/.test(args?.data?.url ?? '') ||
      frames.has(args?.data?.frame ?? args?.beginData?.frame ?? args?.frame ?? ''));
  const work = events.filter((event) => event.ph === 'X' && ofBoard(event));
  const tasks = events.filter(({ name, ph }) => ph === 'X' && name === 'RunTask');
  const found = tasks.flatMap((task) => {
    const inside = work.filter((event) => event.tid === task.tid && event.pid === task.pid && holds(task, event));
    if (inside.length === 0) return [];
    // What runs within something else of the board's is counted already.
    const outermost = inside.filter((event) => !inside.some((other) => other !== event && holds(other, event)));
    const board = outermost.reduce((sum, { dur }) => sum + dur, 0) / 1000;
    const cpu = outermost.reduce((sum, { dur, tdur = dur }) => sum + tdur, 0) / 1000;
    return [{ board, cpu, whole: task.dur / 1000 }];
  });
  return found.sort((a, b) => b.board - a.board);
}

const holds = (outer, inner) => outer.ts <= inner.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
