/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

'use strict';

const fs = require('node:fs');
const path = require('node:path');

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
  // The published package has neither the sources nor what bundles them.
  const { run } = fs.existsSync(path.join(root, 'src'))
    ? require('./loadFromSource').loadFromSource(root)
    : require('../dist/index.cjs.js');
  run(process.argv.slice(2), process).then(status => {
    process.exitCode = status;
  }, giveUp);
} catch (error) {
  giveUp(error);
}
