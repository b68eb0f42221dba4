/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What every Dockerfile linter reads. */
export function isDockerfile(path) {
  return /(^|[/.])(docker|container)file/i.test(path) && !isIgnoreFile(path);
}

/** What says which files a build is given. */
export function isIgnoreFile(path) {
  return /\.(docker|container)ignore$/i.test(path);
}
