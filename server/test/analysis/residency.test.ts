import assert from 'node:assert/strict';
import { createResidency, type Resident } from '../../src/analysis/residency';

describe('what is kept hot', () => {
  const article = (weight = 1) => {
    const one = {
      weight,
      round: 0,
      cooled: 0,
      cool: () => {
        one.cooled++;
      },
    };
    return one satisfies Resident;
  };

  it('is what was used last, up to the limit', () => {
    const residency = createResidency(10);
    const articles = Array.from({ length: 30 }, () => article());
    for (const one of articles) {
      residency.use(one);
      residency.trim();
      assert.ok(residency.weight <= 11);
    }
    assert.ok(articles.slice(0, 15).every(({ cooled }) => cooled === 1));
    assert.ok(articles.slice(-5).every(({ cooled }) => cooled === 0));
  });

  it('holds what is used again and again, however much else is', () => {
    const residency = createResidency(10);
    const open = article();
    for (let i = 0; i < 100; i++) {
      residency.use(open);
      residency.use(article());
      residency.trim();
    }
    assert.equal(open.cooled, 0);
  });

  it('is let go of a few at a time', () => {
    const residency = createResidency(100);
    const articles = Array.from({ length: 300 }, () => article());
    let most = 0;
    for (const one of articles) {
      const before = articles.filter(({ cooled }) => cooled > 0).length;
      residency.use(one);
      residency.trim();
      most = Math.max(most, articles.filter(({ cooled }) => cooled > 0).length - before);
    }
    assert.ok(most > 0 && most < 10, `${most} at once`);
  });

  it('holds nothing that was replaced', () => {
    const residency = createResidency(10);
    for (let i = 0; i < 100; i++) {
      const one = article();
      residency.use(one);
      residency.drop(one);
      residency.trim();
      assert.equal(one.cooled, 0);
    }
    assert.equal(residency.weight, 0);
  });

  it('is all there is, as long as that is no more than the limit', () => {
    const residency = createResidency(100);
    const articles = Array.from({ length: 100 }, () => article());
    for (let round = 0; round < 5; round++) {
      for (const one of articles) {
        residency.use(one);
        residency.trim();
      }
    }
    assert.ok(articles.every(({ cooled }) => cooled === 0));
    assert.equal(residency.weight, 100);
  });

  it('is most of the limit, whatever comes', () => {
    const residency = createResidency(100);
    for (let i = 0; i < 1000; i++) {
      residency.use(article(1 + (i % 3)));
      residency.trim();
      if (i > 100) assert.ok(residency.weight > 80 && residency.weight <= 103, String(residency.weight));
    }
  });

  it('is what was used last when it is told to rest, and warms up again', () => {
    const residency = createResidency(100);
    const articles = Array.from({ length: 80 }, () => article());
    for (const one of articles) {
      residency.use(one);
      residency.trim();
    }
    residency.rest(5);
    assert.equal(residency.weight, 5);
    assert.ok(articles.slice(0, -5).every(({ cooled }) => cooled === 1));
    assert.ok(articles.slice(-5).every(({ cooled }) => cooled === 0));
    for (const one of articles) residency.use(one);
    assert.equal(residency.weight, 80);
  });

  it('is let go of between questions only', () => {
    const residency = createResidency(1);
    const articles = Array.from({ length: 5 }, () => article(3));
    for (const one of articles) residency.use(one);
    assert.ok(articles.every(({ cooled }) => cooled === 0));
    residency.trim();
    residency.use(article(3));
    residency.trim();
    assert.ok(articles.every(({ cooled }) => cooled === 1));
  });
});
