/**
 * Numbers from 0 to 1 that look random and come the same for the same seeds (xorshift of 32 bits), and what is made of
 * them. `part` tells apart the many sequences that one seed gives.
 */
export function createRandom(seed, part = 0) {
  let state = mixed(mixed(seed) ^ part) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  return { next, pick, below: (n) => Math.floor(next() * n), chance: (share) => next() < share };
}

/** Seeds that follow each other give sequences that have nothing in common. */
function mixed(number) {
  let bits = (number + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
