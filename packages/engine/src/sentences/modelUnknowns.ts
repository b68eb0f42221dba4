/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Filled } from './Filled';

/** What the cache model cannot know. */
export const modelUnknowns = [
  'Nothing that the build copies is in its context ({folder}), so another folder may be meant.',
  'ADD in line {line} fetches from elsewhere, which may change at any time.',
  'The base image in line {line} depends on {arguments}, which has no value here.',
  'What {image} in line {line} defers by ONBUILD is not known.',
  '{instruction} in line {line} takes the named context {name}, which is what {target} builds; that is not followed.',
  '{instruction} in line {line} takes the named context {name} from elsewhere, which may change at any time.',
  '{instruction} in line {line} takes the named context {name}, and its value is not known.',
  '{instruction} in line {line} takes the named context {name}, and it is an image in a folder.',
  '{instruction} in line {line} takes the named context {name}, and its folder is not known, or outside of the repository.',
  '{instruction} in line {line} takes the named context {name}, and the repository has no file in {folder}.',
  '{instruction} in line {line} takes the named context {name}, and {reason}.',
  'The commands in line {line} cannot be read.',
  'What line {line} does is in the Makefile; `{command}` is judged by its words.',
  '{instruction} in line {line} depends on {argument}, which has no value here.',
] as const;

/** One of them, filled. */
export type ModelUnknown = Filled<(typeof modelUnknowns)[number]>;
