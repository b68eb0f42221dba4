/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { LineSplitter } from './LineSplitter';
export { splitJsonText } from './splitJsonText';
export { hasControls, stripDecoration } from './stripDecoration';
export { TextDecoding } from './TextDecoding';
export { unescapeHtml } from './unescapeHtml';
