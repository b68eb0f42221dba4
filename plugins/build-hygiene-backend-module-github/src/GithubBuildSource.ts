/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  BuildPullError,
  BuildPullEvent,
  BuildPullOptions,
  BuildSource,
  BuildSourceService,
} from '@build-hygiene/plugin-build-hygiene-node';
import { GithubApi, GithubRun } from './api';
import { pullRun } from './pullRun';
import { GithubBuildsConfig } from './readGithubBuildsConfig';
import { listRuns, RunCursor } from './runs';

const slugAnnotation = 'github.com/project-slug';
const defaultHost = 'github.com';

/** Names of owners and repositories; none is a way to another path. */
const slugPattern = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/;

export interface GithubBuildSourceOptions {
  api: GithubApi;
  integrations: ScmIntegrationRegistry;
  config: GithubBuildsConfig;
  logger: LoggerService;
  now?: () => Date;
}

/** Finds the builds that ran in GitHub Actions. */
export class GithubBuildSource implements BuildSource {
  readonly id = 'github';
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #options: GithubBuildSourceOptions;

  static create(options: GithubBuildSourceOptions): GithubBuildSource {
    return new GithubBuildSource(options);
  }

  private constructor(options: GithubBuildSourceOptions) {
    this.#options = options;
    this.schedule = options.config.schedule;
  }

  repositoryOf({
    annotations,
    location,
  }: BuildSourceService): string | undefined {
    const slug = annotations[slugAnnotation]?.trim().toLowerCase();
    if (!slug || !slugPattern.test(slug)) {
      return undefined;
    }
    // The annotation names no host; the source location does.
    const { github } = this.#options.integrations;
    const integration =
      location?.type === 'url' && URL.canParse(location.target)
        ? github.byUrl(location.target)
        : undefined;
    return `https://${integration?.config.host ?? defaultHost}/${slug}`;
  }

  async *pull(
    repository: string,
    options: BuildPullOptions,
  ): AsyncGenerator<BuildPullEvent> {
    const { api, config, logger, now = () => new Date() } = this.#options;
    const { signal } = options;
    const cursor = RunCursor.create({
      stored: options.cursor,
      now: now(),
      maxAgeMilliseconds: config.maxAgeMilliseconds,
    });
    const list = await listRuns({ api, repository, cursor, signal });
    if (list.unlisted > 0) {
      logger.warn(
        `${repository} has ${list.unlisted} more runs since ${cursor.since} than GitHub lists; the oldest are left out`,
      );
    }
    const runs = list.runs.slice(0, config.maxRunsPerRepository);
    for (const run of runs) {
      signal.throwIfAborted();
      yield* this.#pullRun(run, { repository, cursor, signal });
      yield { type: 'cursor', cursor: cursor.toJson() };
    }
    if (runs.length === list.runs.length) {
      cursor.finishList(list.pages);
      yield { type: 'cursor', cursor: cursor.toJson() };
    }
  }

  /** A run that fails pull after pull must not keep the later ones from it. */
  async *#pullRun(
    run: GithubRun,
    options: { repository: string; cursor: RunCursor; signal: AbortSignal },
  ): AsyncGenerator<BuildPullEvent> {
    const { api, config, logger } = this.#options;
    const { repository, cursor, signal } = options;
    if (cursor.isHopeless(run)) {
      logger.warn(`Run ${run.id} of ${repository} is passed over`);
      cursor.finish(run);
      return;
    }
    cursor.begin(run);
    yield { type: 'cursor', cursor: cursor.toJson() };
    try {
      yield* pullRun(run, {
        api,
        repository,
        seen: cursor.attemptOf(run),
        maxLogBytes: config.maxLogBytes,
        logger,
        signal,
      });
    } catch (error) {
      if (error instanceof BuildPullError && error.retryAfter) {
        cursor.putOff(run);
        yield { type: 'cursor', cursor: cursor.toJson() };
      }
      throw error;
    }
    cursor.finish(run);
  }
}
