/** Shows on one line how far long work is. */
export interface Progress {
  /** Says how much is done; draws only now and then. */
  show(label: string, done: number, total: number): void;
  /** Clears the line. */
  end(): void;
}

/** Work that is done sooner shows nothing, in milliseconds. */
const quietTime = 300;
/** The time between two drawings, in milliseconds. */
const drawEvery = 80;
const barWidth = 24;

/** A progress line on the stream where it is a terminal, else one that never shows. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  let nextDraw = Date.now() + quietTime;
  let drawn = false;
  return {
    show(label, done, total) {
      const now = Date.now();
      if (now < nextDraw || total === 0) return;
      nextDraw = now + drawEvery;
      drawn = true;
      const full = Math.round((barWidth * done) / total);
      stream.write(`\r${label} ${'━'.repeat(full)}${'─'.repeat(barWidth - full)} ${done} of ${total}\u001b[K`);
    },
    end() {
      if (drawn) stream.write('\r\u001b[K');
      drawn = false;
    },
  };
}
