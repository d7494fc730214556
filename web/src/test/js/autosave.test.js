// Run by ./check with node --test.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { AGAIN, Autosave, PAUSE } from '../../main/resources/static/script/autosave.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** One whose saves end as told, one outcome a save, the last one for ever; a save that is held up ends when it is let go. */
function savingWith(outcomes) {
  const seen = { sent: 0, leaving: 0, states: [], letGo: () => {} };
  const autosave = new Autosave(async (leaving) => {
    seen.sent++;
    if (leaving) seen.leaving++;
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    if (outcome instanceof Error) throw outcome;
    if (outcome === 'slow') {
      await new Promise((resolve) => (seen.letGo = resolve));
      return 'kept';
    }
    return outcome;
  }, (state) => seen.states.push(state));
  return { autosave, seen };
}

test('soon_severalKeys_areOneSaveAfterAPause', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { autosave, seen } = savingWith(['kept']);
  autosave.soon();
  mock.timers.tick(PAUSE - 1);
  autosave.soon();
  mock.timers.tick(PAUSE - 1);
  assert.equal(seen.sent, 0);
  mock.timers.tick(1);
  await settled();
  assert.deepEqual(seen.states, ['saving', 'kept']);
  assert.equal(autosave.unsaved, false);
});

test('save_withoutAnAnswer_isTriedAgainUntilItIsKept', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { autosave, seen } = savingWith([new TypeError('Failed to fetch'), 'later', 'kept']);
  await autosave.now();
  assert.equal(autosave.unsaved, true);
  mock.timers.tick(AGAIN);
  await settled();
  mock.timers.tick(AGAIN);
  await settled();
  assert.deepEqual(seen.states, ['saving', 'later', 'saving', 'later', 'saving', 'kept']);
});

test('save_thatIsHeld_waitsForSomebody_whateverIsTyped', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { autosave, seen } = savingWith(['held', 'kept']);
  await autosave.now();
  autosave.soon();
  mock.timers.tick(AGAIN);
  await autosave.settle();
  assert.equal(seen.sent, 1);
  await autosave.now();
  assert.equal(seen.states.at(-1), 'kept');
});

test('save_thatIsRefused_waitsForTheNextChange', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const { autosave, seen } = savingWith(['refused', 'kept']);
  await autosave.now();
  mock.timers.tick(AGAIN);
  await settled();
  assert.equal(seen.sent, 1);
  autosave.soon();
  mock.timers.tick(PAUSE);
  await settled();
  assert.equal(seen.states.at(-1), 'kept');
});

test('settle_waitsForWhatIsOnItsWay_andForWhatWasTypedMeanwhile', async () => {
  const { autosave, seen } = savingWith(['slow', 'kept']);
  autosave.now();
  autosave.soon();
  let done = false;
  const going = autosave.settle().then(() => (done = true));
  await settled();
  assert.equal(done, false);
  seen.letGo();
  await going;
  assert.equal(seen.sent, 2);
  assert.equal(autosave.unsaved, false);
});

test('leave_sendsWhatIsNotKnownToBeKept_andNothingElse', async () => {
  const { autosave, seen } = savingWith(['kept']);
  autosave.leave();
  assert.equal(seen.sent, 0);
  autosave.soon();
  autosave.leave();
  assert.equal(seen.leaving, 1);
  const slow = savingWith(['slow']);
  slow.autosave.now();
  slow.autosave.leave();
  assert.equal(slow.seen.leaving, 1);
  slow.seen.letGo();
});
