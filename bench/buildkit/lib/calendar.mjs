/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';

const firstDay = Date.UTC(2026, 9, 21);
const days = 30;
const minute = 60_000;

/**
 * When a team's CI would have run these builds: spread over the thirty days
 * before 20 November 2026, on working days and in working hours. The same
 * service always gets the same times. `follows` are minutes after the build
 * before, where it is a reaction to that one.
 */
export function planTimes(service, builds) {
  const random = numbersFrom(service);
  const free = builds.filter(build => build.follows === undefined).length;
  const moments = workingMoments(random, free);
  const times = [];
  for (const build of builds) {
    times.push(
      build.follows === undefined
        ? moments.shift()
        : times.at(-1) + build.follows * minute + Math.floor(random() * minute),
    );
  }
  return times.map(time => new Date(time));
}

/** Run ids rise with time, as GitHub's do. */
export function runIdAt(time, service) {
  const random = numbersFrom(`${service} ${time.toISOString()}`);
  const hours = (time.getTime() - firstDay) / (60 * minute);
  return String(
    18_640_000_000 + Math.floor(hours * 190_000 + random() * 90_000),
  );
}

function workingMoments(random, count) {
  const moments = [];
  const slot = days / count;
  for (let index = 0; index < count; index += 1) {
    let day = Math.floor(slot * (index + 0.15 + 0.7 * random()));
    while (isWeekend(day)) {
      day = day + 1 < days ? day + 1 : day - 3;
    }
    const clock = 7.5 * 60 + random() * 9.5 * 60;
    moments.push(firstDay + day * 24 * 60 * minute + clock * minute);
  }
  return moments
    .sort((a, b) => a - b)
    .map(moment => Math.floor(moment / 1000) * 1000);
}

function isWeekend(day) {
  return [0, 6].includes(
    new Date(firstDay + day * 24 * 60 * minute).getUTCDay(),
  );
}

/** An endless row of numbers in 0..1 that depends on the seed alone. */
function numbersFrom(seed) {
  let turn = 0;
  return () => {
    turn += 1;
    const digest = createHash('sha256').update(`${seed}#${turn}`).digest();
    return digest.readUInt32BE(0) / 2 ** 32;
  };
}
