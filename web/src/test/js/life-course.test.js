// The course of a life as the page reads it: moments in a row of numbers, and what lies between them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Course, greatest } from '../../main/resources/static/script/life-course.js';

/** A moment of two muscles and one region, in the order that the server writes (LifeModelTest holds the other end). */
const moment = (age, { arousal = 0, capacity = 0, held = [0, 0], guarding = [0, 0], load = [0, 0], adaptation = [0, 0], pain = [0] }) => [
  age, arousal, capacity, ...held, ...guarding, ...load, ...adaptation, ...pain];
const course = (...moments) => new Course(new Float32Array(moments.flat()).buffer, 2, 1);
const BORN = moment(0, {});
const HURT = moment(10, { arousal: 0.5, capacity: 0.25, held: [0.5, 0], guarding: [0, 0.25], load: [1, 2], adaptation: [0.5, 4], pain: [8] });

test('moment_namesEveryPart', () => {
  const { age, arousal, capacity, held, guarding, load, adaptation, pain } = course(BORN, HURT).moment(1);
  assert.deepEqual([age, arousal, capacity], [10, 0.5, 0.25]);
  assert.deepEqual([held, guarding, load, adaptation, pain].map((part) => [...part]), [[0.5, 0], [0, 0.25], [1, 2], [0.5, 4], [8]]);
});

test('at_betweenTwoMoments_isInProportion', () => {
  const life = course(BORN, HURT);
  const half = life.at(0.5);
  assert.deepEqual([half.age, [...half.held], half.pain[0]], [5, [0.25, 0], 4]);
  for (const place of [0, 0.25, 0.9, 1]) {
    assert.ok(Math.abs(life.at(place).age - 10 * place) < 1e-5);
  }
});

test('place_isTheInverseOfAt_andStaysInside', () => {
  const life = course(BORN, HURT, moment(12, {}), moment(40, {}));
  for (let age = 0; age <= 40; age += 0.37) {
    assert.ok(Math.abs(life.at(life.place(age)).age - age) < 1e-4, String(age));
  }
  assert.equal(life.place(-3), 0);
  assert.equal(life.place(99), 3);
});

test('place_whereTwoMomentsAreOfOneAge_isTheLater', () => {
  const life = course(BORN, moment(10, {}), HURT, moment(20, {}));
  assert.equal(life.place(10), 2);
  assert.equal(life.at(life.place(10)).pain[0], 8);
});

test('sums_addMuscles_takeTheWorstPlace_andCallNormalWhatIsAdaptedTo', () => {
  assert.deepEqual(course(BORN, HURT).sums[1], { arousal: 0.5, held: 0.5, guarding: 0.25, load: 3, normal: 0.5 + 2, pain: 8 });
});

test('course_thatIsNoWholeNumberOfMoments_isRefused', () => {
  assert.throws(() => new Course(new Float32Array(13).buffer, 2, 1), { name: 'RangeError', message: /13 numbers.*moments of 12/ });
  assert.throws(() => course(BORN), RangeError);
});

test('greatest_isInOrder_andLeavesOutWhatIsLess', () => {
  assert.deepEqual(greatest([0.1, 0.5, 0.3, 0.05], 3, 0.1), [1, 2, 0]);
  assert.deepEqual(greatest([0, 0], 3, 0.1), []);
});
