/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { maskSecrets } from '@build-hygiene/engine';
import {
  BuildPullError,
  BuildSource,
} from '@build-hygiene/plugin-build-hygiene-node';
import limiterFactory from 'p-limit';
import {
  BuildPullState,
  BuildPullStore,
  BuildStore,
  ServiceDockerfiles,
  ServiceStore,
} from '../database';
import { nextPull } from './nextPull';
import { sourceServices } from './sourceServices';
import { takeInLog } from './takeInLog';

export interface BuildPullerOptions {
  services: ServiceStore;
  builds: BuildStore;
  pulls: BuildPullStore;
  auth: AuthService;
  catalog: CatalogService;
  filter: FilterPredicate;
  mostLogBytes: number;
  logger: LoggerService;
  now?: () => Date;
}

/** Sources ask for one thing at a time, so these are the requests in flight. */
const repositoriesAtOnce = 4;

interface Repository {
  name: string;
  services: ServiceDockerfiles[];
  state?: BuildPullState;
}

/** Asks build sources for new builds, and takes in what they yield. */
export class BuildPuller {
  readonly #options: BuildPullerOptions;

  static create(options: BuildPullerOptions): BuildPuller {
    return new BuildPuller(options);
  }

  private constructor(options: BuildPullerOptions) {
    this.#options = options;
  }

  /** One round over the repositories of a source, longest waiting first. */
  async run(source: BuildSource, signal: AbortSignal): Promise<void> {
    const { pulls, logger } = this.#options;
    const repositories = await this.#dueRepositories(source);
    const limit = limiterFactory(repositoriesAtOnce);
    const created = await Promise.all(
      repositories.map(repository =>
        limit(async () =>
          signal.aborted ? 0 : this.#pull(source, { repository, signal }),
        ),
      ),
    );
    const total = created.reduce((sum, count) => sum + count, 0);
    if (total > 0) {
      logger.info(`Pulled ${total} builds from ${source.id}`);
    }
    await pulls.prune(source.id, { now: this.#now() });
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  async #dueRepositories(source: BuildSource): Promise<Repository[]> {
    const { services, pulls } = this.#options;
    const refs = new Map<string, string[]>();
    for (const service of await sourceServices(this.#options)) {
      const name = source.repositoryOf(service);
      if (name !== undefined) {
        refs.set(name, [...(refs.get(name) ?? []), service.entityRef]);
      }
    }
    const states = await pulls.statesOf(source.id);
    const now = this.#now().toISOString();
    const due: Repository[] = [];
    for (const [name, entityRefs] of refs) {
      const state = states.get(name);
      if ((state?.notBefore ?? '') <= now) {
        const known = await services.dockerfilesOf(entityRefs);
        // Whose a build is can be told once their Dockerfiles are known.
        if (known.length > 0 && known.every(({ isScanned }) => isScanned)) {
          due.push({ name, services: known, state });
        }
      }
    }
    const waitsSince = ({ state }: Repository) => state?.pulledAt ?? '';
    return due.sort((a, b) => (waitsSince(a) < waitsSince(b) ? -1 : 1));
  }

  /** Answers with how many builds are new; never throws for one repository. */
  async #pull(
    source: BuildSource,
    options: { repository: Repository; signal: AbortSignal },
  ): Promise<number> {
    const { pulls, logger } = this.#options;
    const { repository, signal } = options;
    const { name, services } = repository;
    const key = { source: source.id, repository: name };
    const entityRefs = services.map(({ entityRef }) => entityRef);
    const earlier = repository.state;
    // Builds of a service that is new in the repository were left out so far.
    const isCovered = entityRefs.every(ref => earlier?.services.includes(ref));
    const state: BuildPullState = {
      ...earlier,
      services: entityRefs,
      cursor: isCovered ? earlier?.cursor : undefined,
      failures: earlier?.failures ?? 0,
    };
    const counts = { created: 0, unassigned: 0 };
    const pulled = new Map<string, Set<string | undefined>>();
    try {
      for await (const event of source.pull(name, {
        cursor: state.cursor,
        signal,
      })) {
        signal.throwIfAborted();
        switch (event.type) {
          case 'log': {
            const { created, unassigned, reason } = await takeInLog(event, {
              ...this.#options,
              services,
              pulled,
              now: this.#now(),
            });
            counts.created += created;
            counts.unassigned += unassigned;
            if (reason !== undefined) {
              logger.debug(`A log of run ${event.run.runId}: ${reason}`);
            }
            break;
          }
          case 'cursor':
            state.cursor = event.cursor;
            await pulls.save(key, state);
            break;
          default: {
            const unknown: never = event;
            throw new Error(`unknown event ${unknown}`);
          }
        }
      }
      state.failures = 0;
      state.notBefore = undefined;
      state.reason = undefined;
    } catch (error) {
      this.#noteEnd(state, { name, error, signal });
    }
    state.pulledAt = this.#now().toISOString();
    if (counts.unassigned > 0) {
      logger.info(
        `${counts.unassigned} builds of ${name} are of no service that is known`,
      );
    }
    try {
      await pulls.save(key, state);
    } catch (error) {
      logger.error(`The pull of ${name} was not noted: ${error}`);
    }
    return counts.created;
  }

  #noteEnd(
    state: BuildPullState,
    end: { name: string; error: unknown; signal: AbortSignal },
  ): void {
    const { logger } = this.#options;
    const { name, error, signal } = end;
    if (signal.aborted) {
      logger.info(`The pull of ${name} goes on next time: its time is up`);
      return;
    }
    const message = maskSecrets(
      error instanceof Error ? error.message : `${error}`,
    );
    state.reason = message;
    if (error instanceof BuildPullError && error.retryAfter) {
      state.notBefore = error.retryAfter.toISOString();
      logger.info(`${name} waits until ${state.notBefore}: ${message}`);
      return;
    }
    state.failures++;
    state.notBefore = nextPull(state.failures, this.#now()).toISOString();
    logger.warn(
      `Builds of ${name} were not pulled, next try at ${state.notBefore}: ${message}`,
    );
  }
}
