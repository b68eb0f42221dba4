/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Filled } from '@build-hygiene/engine';

/**
 * What the backend says in its own words of scans and plans of fixes that failed,
 * for those who say it in another language. What hosts of repositories say is
 * given in theirs. `{type}` and the like are places that the backend fills.
 *
 * @public
 */
export const errorSentences = [
  // Of reading a repository.
  'The entity names no source location that can be read.',
  'Locations of type {type} cannot be read.',
  'The repository was not read in time.',
  'The repository could not be read.',
  'The source did not read the repository.',
  'Local folders are not read: buildHygiene.local.roots names none.',
  'The entity has a local location that is no absolute path.',
  'The folder of the catalog file is gone or cannot be read.',
  'The folder is outside of those that buildHygiene.local.roots allows.',
  // Of the analysis.
  'The analysis took longer than {seconds} seconds.',
  'The analysis failed. The log of the backend has the details.',
  'The scan began {count} times in a row and did not end: it hangs, takes the backend down, or cannot be stored. Restarts of the backend end scans, too. Its log says more.',
  // Of plans.
  'Too many fixes are being planned: try again in a minute.',
  'The repository was not scanned with success yet: rescan first.',
  'The repository has moved on since the scan: rescan first.',
  'The repository cannot be read: {message}',
] as const;

/**
 * One of {@link errorSentences}, filled.
 *
 * @public
 */
export type ErrorSentence = Filled<(typeof errorSentences)[number]>;
