/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { ArchiveBytes } from './ArchiveBytes';
export { HistoryDocuments } from './HistoryDocuments';
export { readArchive } from './readArchive';
