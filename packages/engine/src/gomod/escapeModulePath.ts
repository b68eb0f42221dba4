/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { checkModulePath } from './checkPath';
import { isModuleVersion } from './moduleVersion';

/**
 * A module path as it stands in the URLs of module proxies: upper case letters
 * become an exclamation mark and the lower case letter, so that file systems
 * without case cannot mix two modules up. Undefined for what is no module path.
 * https://go.dev/ref/mod#module-proxy
 *
 * @public
 */
export function escapeModulePath(modulePath: string): string | undefined {
  return checkModulePath(modulePath) === undefined
    ? escapeCase(modulePath)
    : undefined;
}

/**
 * A version as it stands in the URLs of module proxies. Undefined for what is
 * no version.
 *
 * @public
 */
export function escapeModuleVersion(version: string): string | undefined {
  return isModuleVersion(version) ? escapeCase(version) : undefined;
}

function escapeCase(text: string): string {
  return text.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`);
}
