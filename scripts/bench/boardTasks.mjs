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
 * @returns `{ board, whole, cpu }` for each task, in ms: the board's own time, the task's, and that on the processor.
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
  const tasks = events.filter(({ name, ph }) => ph === 'X' && /RunTask$/.test(name));
  const found = tasks.flatMap((task) => {
    const inside = work.filter((event) => event.tid === task.tid && event.pid === task.pid && holds(task, event));
    if (inside.length === 0) return [];
    // What runs within something else of the board's is counted already.
    const outermost = inside.filter((event) => !inside.some((other) => other !== event && holds(other, event)));
    const board = outermost.reduce((sum, { dur }) => sum + dur, 0) / 1000;
    return [{ board, whole: task.dur / 1000, cpu: (task.tdur ?? task.dur) / 1000 }];
  });
  return found.sort((a, b) => b.board - a.board);
}

const holds = (outer, inner) => outer.ts <= inner.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
