/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Filled } from './Filled';

/**
 * What could not be read as it should. What BuildKit and the go command say of a
 * file is not among them: it is given in their words.
 */
export const readingProblems = [
  // Files and listings, also of folders and archives, which other packages read.
  'The file was not read: it has {size} bytes, the bound is {bound}.',
  'The file was not read: it is a symbolic link, and links are never followed.',
  'The path was not read: it is a submodule, and submodules are never followed.',
  'The file was not read: the bound of {files} files and {bytes} bytes of a repository was reached.',
  '{count} more build files were not read: the bound of {files} files and {bytes} bytes of a repository was reached.',
  '{count} build files, the first of them {path}, were not read: the bound of {files} files and {bytes} bytes of a repository was reached.',
  'Of {count} Kubernetes manifests the first {limit} were read.',
  'The file was not read: it is not text.',
  'The file is encoded as UTF-16. Docker and Go read UTF-8 only: save it as UTF-8.',
  'The file is not valid UTF-8; the bytes that are none are read as replacement characters.',
  '{count} paths of the listing are no paths inside a repository and were left out.',
  'The repository has {count} files; the listing ends at the bound of {limit}.',
  'The folder has more than {limit} files; deeper ones were not listed.',
  'The folder could not be listed: {reason}.',
  'The path was left out: it is a pipe, socket or device.',
  'The file could not be read: {reason}.',
  // Policies.
  'There is a policy in {path}, too: keep one of them.',
  'The policy is longer than {limit} characters and was not read.',
  'The policy is nested too deeply and was not read.',
  'The policy cannot be read as YAML.',
  'This is no YAML: {message}',
  'A policy has no aliases: write the value itself.',
  'The policy has to be a map.',
  '{setting} has to be a map.',
  '{setting} has more than {limit} entries.',
  'There is no setting {name}.',
  'There is no setting {name}; did you mean {near}?',
  'There is no rule {name}.',
  'There is no rule {name}; did you mean {near}?',
  'There is no setting of a rule {name}.',
  'There is no setting of a rule {name}; did you mean {near}?',
  'There is no parameter of {rule} {name}.',
  'There is no parameter of {rule} {name}; did you mean {near}?',
  '{name} stands here twice.',
  'An entry of {setting} has to be a text of one line.',
  '{setting} has to be a text of one line.',
  '{setting} has to be one of {words}.',
  '{setting} has to be one of {words}; did you mean {near}?',
  '{setting} has to be true or false.',
  '{setting} has to be a number from {minimum} to {maximum}.',
  'graceUntil has to be a day such as 2027-01-31.',
  '{pattern} is more than one pattern: give each an entry of its own.',
  '{pattern} has a scheme, and no module path does.',
  '{pattern} is no pattern that Go can read.',
  '{registry} is no registry: give its host, and a path if need be, without scheme and tag.',
  '{pattern} would leave out the whole repository.',
  '{pattern} is no path inside a repository.',
  '{pattern} has a bracket without an end.',
  // Comments that make exceptions.
  'Of the comments for Build Hygiene, the first {limit} were read.',
  '{objection} Nothing is excepted by it.',
  'A Dockerfile has no comments at the end of a line: put it above the instruction.',
  '`ignore-file` has to stand above everything else.',
  'Nothing stands below the comment.',
  'The comment says {word}, which is nothing known: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.',
  'The comment names no rule: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.',
  'The comment names {rule}, and there is no such rule: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.',
  'The comment names {rule}, and there is no such rule; did you mean {near}?',
  'The comment gives no reason: write `ignore category/rule -- reason`, with `until 2027-01-31` at the end if it is not for ever.',
  'The comment ends {day}, which is no day such as 2027-01-31.',
] as const;

/** One of them, filled. */
export type ReadingProblem = Filled<(typeof readingProblems)[number]>;
