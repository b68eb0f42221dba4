/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './expandVariables';
export type { BuildParameters, NamedBase } from './globalScope';
export * from './LineIndex';
export * from './parseDockerfile';
export * from './parseImageReference';
export * from './parseShell';
export { mountProblems, readMounts } from './readMounts';
export type { MountProblem } from './readMounts';
export { resolveBase } from './resolveBase';
export type { ResolvedBase } from './resolveBase';
export * from './sourceOffset';
export * from './stageGraph';
export * from './types';
