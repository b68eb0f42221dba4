/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// What a thread of EngineThreads runs. Plain JavaScript outside of `dist`, as
// the migrations are: threads start from a file that has the same place in the
// checkout and in the package.

const { previewFixes, scan } = require('@build-hygiene/engine');
const { worker } = require('workerpool');

worker({ previewFixes, scan });
