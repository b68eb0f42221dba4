/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A function that reads something out of an object, and reads it once: many
 * rules ask the same of a unit, a model or a step.
 */
export function once<Key extends object, Value>(
  read: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return key => {
    let answer = known.get(key);
    if (!answer) {
      answer = { value: read(key) };
      known.set(key, answer);
    }
    return answer.value;
  };
}
