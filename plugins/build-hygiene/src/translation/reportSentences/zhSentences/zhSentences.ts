/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from '../types';
import { cache } from './cache';
import { context } from './context';
import { fixObjections } from './fixObjections';
import { golang } from './golang';
import { images } from './images';
import { model } from './model';
import { moduleFiles } from './moduleFiles';
import { moduleProxies } from './moduleProxies';
import { pipelines } from './pipelines';
import { readingProblems } from './readingProblems';
import { scores } from './scores';
import { surroundings } from './surroundings';

/** The sentences of reports in Chinese. Loaded for those who read Chinese, and no one else. */
export const zhSentences: Sentences = {
  ...cache,
  ...context,
  ...fixObjections,
  ...golang,
  ...images,
  ...model,
  ...moduleFiles,
  ...moduleProxies,
  ...pipelines,
  ...readingProblems,
  ...scores,
  ...surroundings,
};
