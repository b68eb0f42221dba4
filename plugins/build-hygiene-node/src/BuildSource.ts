/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import { RepositoryLocation } from './RepositorySource';

/**
 * A service, with what tells where it is built.
 *
 * @public
 */
export interface BuildSourceService {
  /** As `stringifyEntityRef` writes it. */
  entityRef: string;
  /** Those of the entity. */
  annotations: Readonly<Record<string, string>>;
  /** Where its repository is; undefined when the entity names none. */
  location?: RepositoryLocation;
}

/**
 * What a CI system tells of a run, all but whose build it is.
 *
 * @public
 */
export type BuildRun = Omit<BuildSubmission, 'entityRef' | 'image'> & {
  /** What tells runs of the repository apart. */
  runId: string;
};

/**
 * What pulling a repository yields, in order.
 *
 * `log`: a build record or log of a run, as `POST /builds` takes it. It is read
 * to its end, or given up, before the next is asked for. A log that holds no
 * build, or throws an `InputError` while it is read, is passed over; other errors
 * end the pull.
 *
 * `cursor`: all before it is done with. The next pull is given the last one.
 *
 * @public
 */
export type BuildPullEvent =
  | {
      type: 'log';
      run: BuildRun;
      /** Tells several logs of one run apart; undefined when there is one. */
      name?: string;
      /** The bytes, plain or gzip. */
      log: AsyncIterable<Uint8Array>;
    }
  | { type: 'cursor'; cursor: JsonObject };

/**
 * How a repository is pulled.
 *
 * @public
 */
export interface BuildPullOptions {
  /** The last one that was yielded; undefined the first time. */
  cursor?: JsonObject;
  /** Ends the pull; its reason is then thrown. */
  signal: AbortSignal;
}

/**
 * Finds builds where they ran, for services whose CI jobs send none.
 *
 * A source only fetches. When, how often and for which services it is asked,
 * whose build a log is of, masking, reading and storing are the backend's.
 *
 * @public
 */
export interface BuildSource {
  /** For logs, for the store and for the id of its task, such as `github`. */
  readonly id: string;
  /** When repositories are asked for new builds. */
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /**
   * The address of the repository that the service is built in, the same for
   * all services of a repository; undefined when it is none of this source.
   */
  repositoryOf(service: BuildSourceService): string | undefined;
  /**
   * Yields what is new, bounded, the oldest first. Throws when it cannot go on,
   * best a `BuildPullError`; what was yielded before counts.
   */
  pull(
    repository: string,
    options: BuildPullOptions,
  ): AsyncIterable<BuildPullEvent>;
}
