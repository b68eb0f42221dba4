/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

'use strict';

const path = require('node:path');
const { loadFromSource } = require('./loadFromSource');

/** One line, and the status for what could not be read. */
function giveUp(error) {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n').find(text => text.trim() !== '') ?? '';
  process.stderr.write(`build-hygiene: ${line.trim()}\n`);
  process.exitCode = 2;
}

// A reader that has seen enough, as `head` does, is no failure of the command.
process.stdout.on('error', error => {
  if (error.code !== 'EPIPE') {
    giveUp(error);
  }
});

try {
  const root = path.resolve(__dirname, '..');
  const { run } = loadFromSource(root) ?? require('../dist/index.cjs.js');
  run(process.argv.slice(2), process).then(status => {
    process.exitCode = status;
  }, giveUp);
} catch (error) {
  giveUp(error);
}
