import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPidTable } from '../../src/links/pidTable';
import { createSeats } from '../../src/links/seats';
import { createSparseNumbers } from '../../src/links/sparseNumbers';

describe('numbers by passage', () => {
  it('are what was kept last, however far apart passages come and go', () => {
    const step = fc.record({
      pid: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 20_000 })),
      value: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0x7fffffff })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const numbers = createSparseNumbers();
        const known = new Map<number, number>();
        for (const { pid, value } of steps) {
          numbers.set(pid, value);
          known.set(pid, value);
        }
        for (let pid = 0; pid <= 20_100; pid++) assert.equal(numbers.get(pid), known.get(pid) ?? 0);
        for (const pid of known.keys()) numbers.set(pid, 0);
        for (let pid = 0; pid <= 20_100; pid++) assert.equal(numbers.get(pid), 0);
      }),
      { numRuns: 30 },
    );
  });

  it('take no room for those that are gone', () => {
    const numbers = createSparseNumbers();
    for (let pid = 1; pid <= 1_000_000; pid++) {
      numbers.set(pid, pid);
      // One in fifty thousand stays.
      if (pid > 100 && pid % 50_000 !== 0) numbers.set(pid - 100, 0);
    }
    assert.ok(numbers.bytes < 120_000, `${numbers.bytes} bytes`);
  });
});

describe('seats', () => {
  it('are had by one passage each, and are no more than stood at one time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 300 }), (pids) => {
        const seats = createSeats();
        const seated = new Map<number, number>();
        let most = 0;
        for (const pid of pids) {
          const had = seated.get(pid);
          if (had === undefined) seated.set(pid, seats.take(pid));
          else assert.equal(seats.leave(pid), had);
          if (had !== undefined) seated.delete(pid);
          most = Math.max(most, seated.size);
          assert.equal(new Set(seated.values()).size, seated.size);
        }
        assert.equal(seats.leave(61), 0);
        for (let pid = 0; pid <= 60; pid++) {
          const seat = seated.get(pid) ?? 0;
          assert.equal(seats.of(pid), seat);
          assert.ok(seat <= most);
          if (seat > 0) assert.equal(seats.pidAt(seat), pid);
        }
      }),
    );
  });

  it('are enough for many', () => {
    const seats = createSeats();
    for (let pid = 1; pid <= 10_000; pid++) seats.take(pid);
    for (let pid = 1; pid <= 10_000; pid++) assert.equal(seats.pidAt(seats.of(pid)), pid);
  });
});

describe('the table of passages', () => {
  it('knows whose each one is and where it stands until it is gone, and lets go of owners without any', () => {
    const table = createPidTable<string>();
    const pids = Array.from({ length: 300 }, () => table.next());
    assert.equal(new Set(pids).size, 300);
    pids.forEach((pid, i) => {
      table.set(pid, `owner ${i % 7}`, Math.floor(i / 7));
    });
    table.set(10, 'another', 0);
    for (const pid of pids.slice(100)) table.remove(pid);
    table.remove(301);
    pids.forEach((pid, i) => {
      const isHere = i < 100;
      assert.equal(table.ownerOf(pid), !isHere ? undefined : pid === 10 ? 'another' : `owner ${i % 7}`);
      if (isHere) assert.equal(table.placeOf(pid), pid === 10 ? 0 : Math.floor(i / 7));
    });
    assert.equal(table.ownerOf(99_999), undefined);
    assert.equal(table.next(), 301);
  });

  it('takes room for the passages that stand, however many were there before', () => {
    const table = createPidTable<string>();
    const before = process.memoryUsage().arrayBuffers;
    table.set(20_000_000, 'owner', 3);
    assert.equal(table.placeOf(20_000_000), 3);
    const taken = process.memoryUsage().arrayBuffers - before;
    assert.ok(taken < 10e6, `${taken} bytes`);
  });
});
