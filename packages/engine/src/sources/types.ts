/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ProxyEntry } from '../gomod/parseProxyList';

/**
 * What a module source answers to a request for a module.
 *
 * - `served`: with the module.
 * - `not-found`: with 404 or 410, which both separators of a list pass on.
 * - `failed`: with another status, or not at all: only `|` passes that on.
 * - `garbage`: with success and something that is no module, as a login page
 *   does. The go command believes it, and no separator helps.
 * - `silent`: it takes the connection and says nothing. The go command waits
 *   for it without end.
 *
 * @public
 */
export type SourceAnswer =
  | 'served'
  | 'not-found'
  | 'failed'
  | 'garbage'
  | 'silent';

/**
 * How the go command's way through a `GOPROXY` list ends.
 *
 * @public
 */
export interface ListOutcome {
  /**
   * As the source at which it ends answers; `direct`: the module's own
   * repository is asked; `off`: nobody is.
   */
  state: SourceAnswer | 'direct' | 'off';
  /** The source at which it ends, as the list has it; undefined for `direct` and `off`. */
  source?: string;
  /** The sources that are asked, in that order. */
  asked: string[];
}

/**
 * The kinds of modules that a list is tried with.
 *
 * @public
 */
export type CanaryKind = 'public' | 'private' | 'missing';

/**
 * What a source answers to each kind of module, as far as it was asked.
 *
 * @public
 */
export type CanaryAnswers = Partial<Record<CanaryKind, SourceAnswer>>;

/**
 * What a list does when one of its sources fails.
 *
 * @public
 */
export interface SingleFailure {
  /** The source that fails. */
  source: string;
  /** When it refuses connections or answers with an error of its own. */
  down: ListOutcome;
  /** When it takes connections and says nothing. */
  silent: ListOutcome;
}

/**
 * What a `GOPROXY` list does now, and when any one of its sources fails.
 *
 * @public
 */
export interface FailoverReport {
  /** The list, without credentials. */
  list: string;
  /** What it consists of, without credentials. */
  entries: ProxyEntry[];
  /** As the go command words it: the list cannot be used. */
  error?: string;
  /** By kind of module; without those that were not tried. */
  now: Partial<Record<CanaryKind, ListOutcome>>;
  /** For the public module, one for each source. */
  failures: SingleFailure[];
}

/**
 * The parts of a source's health.
 *
 * - `dns`: its name resolves.
 * - `connection`: it takes connections.
 * - `certificate`: TLS, and how long the certificate is valid.
 * - `list`, `info`, `mod`: it serves a known module, and correctly.
 * - `missing`: it answers 404 or 410 for a module that there is not.
 * - `private`: it serves the private module that is configured.
 * - `checksums`: it serves the checksum database, or says that it does not.
 * - `clock`: its clock is right.
 *
 * @public
 */
export type SourceCheckName =
  | 'dns'
  | 'connection'
  | 'certificate'
  | 'list'
  | 'info'
  | 'mod'
  | 'missing'
  | 'private'
  | 'checksums'
  | 'clock';

/**
 * One part of a source's health.
 *
 * @public
 */
export interface SourceCheck {
  /** What was looked at. */
  name: SourceCheckName;
  /** `warn`: it works, and will not for long or not for everything. */
  state: 'pass' | 'warn' | 'fail' | 'skipped';
  /** What was found, in a few words, without credentials. */
  message: string;
  /** How long it took. */
  milliseconds?: number;
}

/**
 * How a source does.
 *
 * @public
 */
export type SourceState = 'up' | 'degraded' | 'down';

/**
 * What a look at a module source found.
 *
 * @public
 */
export interface SourceProbe {
  /** The source, as the list has it, without credentials. */
  source: string;
  /** What it is. */
  kind: 'proxy' | 'checksum-database';
  /** ISO time of the look. */
  at: string;
  /** `down`: it does not serve; `degraded`: it does, with a fault. */
  state: SourceState;
  /** The slowest part comes from here: the median of the requests. */
  milliseconds?: number;
  /** ISO time until which its certificate is valid. */
  certificateExpiresAt?: string;
  /** What it answered for each kind of module. */
  answers: CanaryAnswers;
  /** Its parts, in the order in which they were looked at. */
  checks: SourceCheck[];
}
