/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// In the place of the engine: a thread that answers, or is busy for ever.
const { worker } = require('workerpool');

worker({
  scan: (_, { root }) => {
    while (root === 'busy') {
      // Nothing but an end from outside stops it.
    }
    if (root === 'broken') {
      throw new Error('It cannot be analysed');
    }
    return { report: { root } };
  },
});
