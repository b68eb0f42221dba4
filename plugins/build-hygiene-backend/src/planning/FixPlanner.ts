/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ModuleFacts, Snapshot } from '@build-hygiene/engine';
import {
  ErrorSentence,
  FixPlanResponse,
  ServiceDetail,
} from '@build-hygiene/plugin-build-hygiene-common';
import {
  RepositoryReadError,
  ScanSettings,
} from '@build-hygiene/plugin-build-hygiene-node';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { BuildStore, ServiceStore, WaiverStore } from '../database';
import { digestOf } from '../digestOf';
import { ModuleLookUp } from '../moduleSources';
import { Analyser, unlessAborted } from '../scanning';
import { fromStoredSettings } from '../services';
import { RepositoryReadings } from './RepositoryReadings';

export interface FixPlannerOptions {
  services: ServiceStore;
  builds: BuildStore;
  waivers: WaiverStore;
  readings: RepositoryReadings;
  analyser: Analyser;
  /** Asks for what the repository requires; undefined when nobody is asked. */
  lookUp?: ModuleLookUp;
  logger: LoggerService;
}

/** Who toggles a fix twice asks for the same again. */
const keptPlans = { max: 30, ttl: 10 * 60 * 1000 } as const;

/** Requests that are worked on or wait; more would keep all of them waiting. */
const mostRequests = 20;

/** Plans the fixes of chosen rules for a service, by what the scanner knows. */
export class FixPlanner {
  readonly #options: FixPlannerOptions;
  /** The engine keeps a processor busy, which scans need as well: one plan at a time. */
  readonly #limit = pLimit(1);
  readonly #plans = new LRUCache<string, FixPlanResponse>(keptPlans);
  #requests = 0;

  static create(options: FixPlannerOptions): FixPlanner {
    return new FixPlanner(options);
  }

  private constructor(options: FixPlannerOptions) {
    this.#options = options;
  }

  /**
   * What the fixes come to, in the order of the rules. Throws errors that people
   * can read, when there is no scan, or when the repository cannot be read or is
   * not at the commit of the scan any more.
   */
  async plan(
    entityRef: string,
    options: { rules: readonly string[]; signal: AbortSignal },
  ): Promise<FixPlanResponse> {
    if (this.#requests >= mostRequests) {
      throw new ServiceUnavailableError(
        'Too many fixes are being planned: try again in a minute.' satisfies ErrorSentence,
      );
    }
    this.#requests += 1;
    try {
      return await this.#plan(entityRef, options);
    } finally {
      this.#requests -= 1;
    }
  }

  async #plan(
    entityRef: string,
    options: { rules: readonly string[]; signal: AbortSignal },
  ): Promise<FixPlanResponse> {
    const { services } = this.#options;
    const { rules, signal } = options;
    const stored = await services.getSettings(entityRef);
    const service = stored && (await services.getService(entityRef));
    if (!service) {
      throw new NotFoundError(`There is no service ${entityRef}`);
    }
    const { scan, report } = service;
    if (!report) {
      throw new ConflictError(
        'The repository was not scanned with success yet: rescan first.' satisfies ErrorSentence,
      );
    }
    const { commit, scannedAt } = scan;
    const key = JSON.stringify([entityRef, commit, scannedAt, rules]);
    const known = this.#plans.get(key);
    if (known) {
      return known;
    }
    const settings = fromStoredSettings(stored);
    const snapshot = await this.#read(settings, { commit, signal });
    if (snapshot.commit !== commit) {
      throw new ConflictError(
        'The repository has moved on since the scan: rescan first.' satisfies ErrorSentence,
      );
    }
    const plan = await this.#preview(service, {
      settings,
      snapshot,
      rules,
      signal,
    });
    if (commit !== undefined) {
      this.#plans.set(key, plan);
    }
    return plan;
  }

  async #read(
    { location }: ScanSettings,
    { commit, signal }: { commit: string | undefined; signal: AbortSignal },
  ): Promise<Snapshot> {
    if (!location) {
      throw new ConflictError(
        'The entity names no source location that can be read.' satisfies ErrorSentence,
      );
    }
    try {
      return await unlessAborted(
        this.#options.readings.read(location, { commit }),
        signal,
      );
    } catch (error) {
      throw error instanceof RepositoryReadError ? asAnswer(error) : error;
    }
  }

  async #preview(
    { entityRef, report, scan }: ServiceDetail,
    {
      settings,
      snapshot,
      rules,
      signal,
    }: {
      settings: ScanSettings;
      snapshot: Snapshot;
      rules: readonly string[];
      signal: AbortSignal;
    },
  ): Promise<FixPlanResponse> {
    const { analyser, builds, waivers } = this.#options;
    const { location, dockerfiles, context, target } = settings;
    const known = {
      measured: await builds.measuredBuildsOf(entityRef, {
        location: location?.target,
      }),
      stepRuns: await builds.stepRunsOf(entityRef),
      waivers: await waivers.inForce(entityRef),
      moduleFacts: await this.#lookUp(snapshot, signal),
    };
    const preview = await this.#limit(async () => {
      signal.throwIfAborted();
      return analyser.previewFixes(snapshot, {
        ...known,
        dockerfiles,
        context,
        target,
        rules,
        checks: report?.checks,
      });
    }).catch(error => {
      throw error instanceof RepositoryReadError
        ? new ServiceUnavailableError(error.message)
        : error;
    });
    return {
      ...preview,
      ...(scan.commit !== undefined && { commit: scan.commit }),
      ...(preview.diff !== undefined && {
        diffDigest: digestOf(preview.diff),
      }),
    };
  }

  /** A source of modules that fails is no reason not to plan. */
  async #lookUp(
    snapshot: Snapshot,
    signal: AbortSignal,
  ): Promise<ModuleFacts[] | undefined> {
    const { logger, lookUp } = this.#options;
    try {
      return await lookUp?.(snapshot, { signal });
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(`Module proxies could not be asked: ${error}`);
      return undefined;
    }
  }
}

/** Whether trying again may help is what the status tells. */
function asAnswer({ code, message }: RepositoryReadError): Error {
  const text: ErrorSentence = `The repository cannot be read: ${message}`;
  switch (code) {
    case 'rate-limited':
    case 'unreachable':
    case 'timeout':
      return new ServiceUnavailableError(text);
    case 'no-source-location':
    case 'unsupported-source':
    case 'not-found':
    case 'forbidden':
    case 'too-large':
    case 'internal':
      return new ConflictError(text);
    default:
      throw new Error(`unexpected code ${code satisfies never}`);
  }
}
