// Run by ./check with node --test.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mock, test } from 'node:test';
import { LATE, PATIENCE, post, TapQueue, verdict } from '../../main/resources/static/script/tap-queue.js';

const TAP = { id: 'a', at: '2026-11-28T10:00:00.000Z', kind: 'settled' };

/** A server at an address of its own, for as long as `act` takes. */
async function serving(answer, act) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await act(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A queue whose record answers as told, one answer an attempt, the last one for ever. */
function queueOf(answers, waiting = []) {
  const seen = { sent: [], kept: [], refused: [], states: [], stored: null };
  const queue = new TapQueue({
    send: async (tap) => {
      seen.sent.push(tap.id);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer instanceof Error ? Promise.reject(answer) : answer(tap);
    },
    keep: (left) => (seen.stored = left.map(({ id }) => id)),
    onState: (state) => seen.states.push(state),
    onKept: (tap) => seen.kept.push(tap.id),
    onRefused: (tap, answer) => seen.refused.push([tap.id, answer.problem]),
  });
  queue.queue.push(...waiting);
  return { queue, seen };
}

const kept = (tap) => ({ status: 200, answer: { id: tap.id, words: 'Settled' } });
const empty = () => ({ status: 200, answer: null });
const gone = new TypeError('Failed to fetch');
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('verdict_200WithTheTapsId_isKept', () => {
  assert.equal(verdict(TAP, 200, { id: 'a', words: 'Settled' }), 'kept');
});

test('verdict_200ThatDoesNotNameTheTap_isLater', () => {
  for (const answer of [null, {}, { id: 'b' }, { words: 'Settled' }]) {
    assert.equal(verdict(TAP, 200, answer), 'later', JSON.stringify(answer));
  }
});

test('verdict_anyOtherStatus_isNeverKept', () => {
  for (let status = 100; status < 600; status++) {
    if (status !== 200) {
      assert.notEqual(verdict(TAP, status, { id: 'a' }), 'kept', String(status));
    }
  }
  assert.equal(verdict(TAP, 500, { problem: 'no' }), 'later');
  assert.equal(verdict(TAP, 502, null), 'later');
  assert.equal(verdict(TAP, 404, null), 'later');
});

test('verdict_4xxWithAProblem_isRefused_and401Or403WithoutOne_isSignedOut', () => {
  assert.equal(verdict(TAP, 409, { problem: 'the session has ended' }), 'refused');
  assert.equal(verdict(TAP, 403, { problem: 'not allowed' }), 'refused');
  assert.equal(verdict(TAP, 401, null), 'signed-out');
  assert.equal(verdict(TAP, 403, {}), 'signed-out');
});

test('add_answeredWithItsId_isLetGo', async () => {
  const { queue, seen } = queueOf([kept]);
  queue.add(TAP);
  assert.deepEqual(seen.stored, ['a']);
  await queue.flush();
  assert.deepEqual([seen.kept, seen.stored, queue.waiting], [['a'], [], 0]);
  assert.deepEqual(seen.states.at(-1), { waiting: 0, late: false, signedOut: false, broken: false });
});

test('add_answeredWithNothing_staysOnTheDeviceAndIsSentAgainUntilItIsKept', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { queue, seen } = queueOf([empty, gone, kept]);
    queue.add(TAP);
    await queue.flush();
    assert.deepEqual([seen.kept, seen.stored, queue.waiting], [[], ['a'], 1]);
    assert.equal(seen.states.at(-1).broken, true);
    mock.timers.tick(500);
    await settled();
    assert.deepEqual(seen.sent, ['a', 'a']);
    mock.timers.tick(999);
    await settled();
    assert.equal(seen.sent.length, 2, 'the pause doubles');
    mock.timers.tick(1);
    await settled();
    assert.deepEqual([seen.kept, seen.stored], [['a'], []]);
  } finally {
    mock.timers.reset();
  }
});

test('pauses_doubleUpToTenSeconds', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { queue, seen } = queueOf([gone]);
    queue.add(TAP);
    await settled();
    for (const pause of [500, 1000, 2000, 4000, 8000, 10000, 10000]) {
      const before = seen.sent.length;
      mock.timers.tick(pause - 1);
      await settled();
      assert.equal(seen.sent.length, before, `before ${pause}`);
      mock.timers.tick(1);
      await settled();
      assert.equal(seen.sent.length, before + 1, `after ${pause}`);
    }
  } finally {
    mock.timers.reset();
  }
});

test('late_isToldAfterTwoSecondsWithoutAnAnswer_andTakenBackOnceKept', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let answer = () => {};
    const { queue, seen } = queueOf([() => new Promise((resolve) => (answer = resolve))]);
    queue.add(TAP);
    await settled();
    mock.timers.tick(LATE - 1);
    assert.equal(seen.states.at(-1).late, false);
    mock.timers.tick(1);
    assert.deepEqual(seen.states.at(-1), { waiting: 1, late: true, signedOut: false, broken: false });
    answer(kept(TAP));
    await settled();
    assert.deepEqual(seen.states.at(-1), { waiting: 0, late: false, signedOut: false, broken: false });
    mock.timers.tick(LATE);
    assert.equal(seen.states.at(-1).late, false);
  } finally {
    mock.timers.reset();
  }
});

test('refused_isToldAndLetGo_andTheNextIsSent', async () => {
  const { queue, seen } = queueOf([() => ({ status: 409, answer: { problem: 'too late' } }), kept]);
  queue.add(TAP);
  queue.add({ ...TAP, id: 'b' });
  await queue.flush();
  assert.deepEqual([seen.refused, seen.kept, queue.waiting], [[['a', 'too late']], ['b'], 0]);
});

test('signedOut_keepsEverythingAndStopsTrying', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { queue, seen } = queueOf([() => ({ status: 401, answer: null })]);
    queue.add(TAP);
    await queue.flush();
    mock.timers.tick(60000);
    await settled();
    assert.deepEqual([seen.sent, seen.stored, seen.states.at(-1).signedOut], [['a'], ['a'], true]);
  } finally {
    mock.timers.reset();
  }
});

test('waitingWhenThePageWasLeft_isSentInOrder', async () => {
  const { queue, seen } = queueOf([kept], [TAP, { ...TAP, id: 'b' }]);
  await queue.flush();
  assert.deepEqual([seen.sent, seen.kept], [['a', 'b'], ['a', 'b']]);
});

test('post_toAServerThatNeverAnswers_givesUp', async () => {
  await serving(() => {}, (address) => assert.rejects(post(address, 't', TAP, 50), { name: 'TimeoutError' }));
  assert.equal(PATIENCE, 5000);
});

test('post_answeredWithAnEmptyBody_hasNoAnswer', async () => {
  await serving((_request, response) => response.end(), async (address) => {
    assert.deepEqual(await post(address, 't', TAP), { status: 200, answer: null });
  });
});

test('post_sendsTheTapAndTheToken', async () => {
  const echo = async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.end(JSON.stringify({ id: JSON.parse(body).id, words: request.headers['x-csrf-token'] }));
  };
  await serving(echo, async (address) => {
    const { answer } = await post(address, 'token', TAP);
    assert.deepEqual(answer, { id: 'a', words: 'token' });
  });
});

test('adopt_whileATapIsOnItsWay_sendsEachOnceAndLosesNone', async () => {
  const { queue, seen } = queueOf([kept]);
  queue.add({ ...TAP, id: 'now' });
  queue.adopt([{ ...TAP, id: 'earlier' }, { ...TAP, id: 'now' }]);
  await queue.flush();
  assert.deepEqual(seen.kept.toSorted(), ['earlier', 'now']);
  assert.deepEqual(seen.stored, []);
});
