/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { isIgnored } from './IgnoreMatcher';
export { parseDockerIgnore } from './parseDockerIgnore';
export { readBuildContext } from './readBuildContext';
export type { FileSelection, SelectedFiles } from './selectFiles';
export { selectFiles } from './selectFiles';
export * from './types';
