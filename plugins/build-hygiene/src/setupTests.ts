/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// How long a test waits at most for what it looks for: no test may depend on
// how busy the machine is.
configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(60_000);

// jsdom lays nothing out, so there is nothing to observe.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
global.ResizeObserver ??= StillResizeObserver;
