/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BuildStep,
  MeasuredBuilds,
  ModuleFacts,
  PortalWaiver,
  Snapshot,
} from '@build-hygiene/engine';
import { ErrorSentence } from '@build-hygiene/plugin-build-hygiene-common';
import {
  RepositoryReadError,
  RepositoryReading,
  RepositorySource,
  ScanSettings,
} from '@build-hygiene/plugin-build-hygiene-node';
import {
  BuildStore,
  LeasedService,
  ServiceStore,
  WaiverStore,
} from '../database';
import { ModuleLookUp } from '../moduleSources';
import { fromStoredSettings } from '../services';
import { asRepositoryReadError } from '../sources';
import { Analyser } from './Analyser';
import { orEndOfWaiver, nextRegularScan, nextTry } from './nextTry';
import { unlessAborted } from './unlessAborted';

export interface ScanWorkerOptions {
  services: ServiceStore;
  /** Their builds are judged with the repository. */
  builds: BuildStore;
  /** What people accepted of the services. */
  waivers: WaiverStore;
  /** The first that matches a location reads it. */
  sources: readonly RepositorySource[];
  analyser: Analyser;
  /** Asks for what the repository requires; undefined when nobody is asked. */
  lookUp?: ModuleLookUp;
  logger: LoggerService;
  /** Time from one scan of a service to the next. */
  intervalSeconds: number;
  /** Time that reading one repository may take. */
  timeoutSeconds: number;
  /** Time that the analyser takes at most. */
  analysisTimeoutSeconds: number;
  /** Scans at the same time. */
  concurrency: number;
}

/** Leases outlive the time limits of a scan by this much. */
const LEASE_MARGIN_SECONDS = 120;

/**
 * After this many lost leases in a row, the scan itself is at fault. Restarts of
 * the backend lose leases as well, but hardly thrice those of one service.
 */
const MOST_LOST_LEASES = 3;

/** What module proxies say is asked for anew after this long. */
const FACTS_AGE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Takes services from the queue, reads and analyses them, saves the result. */
export class ScanWorker {
  readonly #options: ScanWorkerOptions;

  static create(options: ScanWorkerOptions): ScanWorker {
    return new ScanWorker(options);
  }

  private constructor(options: ScanWorkerOptions) {
    this.#options = options;
  }

  /**
   * Scans until nothing is due, or the signal says so. Answers how many.
   * Rejects when the store fails, after all that was begun has ended.
   */
  async run(signal: AbortSignal): Promise<number> {
    let count = 0;
    const work = async () => {
      while (!signal.aborted) {
        const service = await this.#lease();
        if (!service) {
          return;
        }
        await this.#scan(service, signal);
        count += 1;
      }
    };
    const ends = await Promise.allSettled(
      Array.from({ length: this.#options.concurrency }, () => work()),
    );
    for (const end of ends) {
      if (end.status === 'rejected') {
        throw end.reason;
      }
    }
    return count;
  }

  async #lease(): Promise<LeasedService | undefined> {
    const { services, timeoutSeconds, analysisTimeoutSeconds } = this.#options;
    await this.#endLostLeases();
    const [service] = await services.leaseDueServices({
      limit: 1,
      leaseSeconds:
        timeoutSeconds + analysisTimeoutSeconds + LEASE_MARGIN_SECONDS,
    });
    return service;
  }

  /** What takes a worker down must not do it each time that it is free. */
  async #endLostLeases(): Promise<void> {
    const { intervalSeconds, logger, services } = this.#options;
    for (const { entityRef, lease, lost } of await services.listLostLeases()) {
      const now = new Date();
      const isAtFault = lost >= MOST_LOST_LEASES;
      const nextTryAt = (
        isAtFault
          ? nextRegularScan({ now, intervalSeconds })
          : nextTry({ code: 'internal', attempts: lost, now })
      ).toISOString();
      const isSaved = await services.saveLostLease({
        entityRef,
        lease,
        nextTryAt,
        ...(isAtFault && {
          error: {
            code: 'internal',
            message:
              `The scan began ${lost} times in a row and did not end: it hangs, takes the backend down, or cannot be stored. Restarts of the backend end scans, too. Its log says more.` satisfies ErrorSentence,
          },
        }),
      });
      // Another instance may have been first.
      if (isSaved) {
        logger.warn(
          `Scan of ${entityRef} did not end (${lost} in a row), next try at ${nextTryAt}`,
        );
      }
    }
  }

  async #scan(service: LeasedService, ending: AbortSignal): Promise<void> {
    const { timeoutSeconds } = this.#options;
    const begin = performance.now();
    const signal = AbortSignal.any([
      ending,
      AbortSignal.timeout(timeoutSeconds * 1000),
    ]);
    const settings = fromStoredSettings(service.settings);
    const measured = await this.#options.builds.measuredBuildsOf(
      service.entityRef,
      { location: settings.location?.target },
    );
    const waivers = await this.#options.waivers.inForce(service.entityRef);
    let reading: RepositoryReading;
    try {
      reading = await unlessAborted(
        this.#read(service, { settings, measured, waivers, signal }),
        signal,
      );
    } catch (error) {
      // When this process ends it was not the repository's fault: the lease
      // runs out, and another worker tries soon.
      if (!ending.aborted) {
        await this.#saveFailure(
          service,
          asRepositoryReadError(error, { signal }),
        );
      }
      return;
    }
    switch (reading.status) {
      case 'unchanged':
        await this.#options.services.saveUnchanged({
          entityRef: service.entityRef,
          lease: service.lease,
          nextScanAt: this.#nextScanAt(waivers),
        });
        return;
      case 'read':
        await this.#analyse(service, {
          settings,
          measured,
          waivers,
          snapshot: reading.snapshot,
          known: await this.#lookUp(reading.snapshot, ending),
          stepRuns: await this.#options.builds.stepRunsOf(service.entityRef),
          begin,
          ending,
        });
        return;
      default:
        throw new Error(`unexpected reading ${reading satisfies never}`);
    }
  }

  async #read(
    service: LeasedService,
    {
      settings,
      measured,
      waivers,
      signal,
    }: {
      settings: ScanSettings;
      measured: MeasuredBuilds | undefined;
      waivers: PortalWaiver[];
      signal: AbortSignal;
    },
  ): Promise<RepositoryReading> {
    const { analyser, sources } = this.#options;
    const { location } = settings;
    if (!location) {
      throw new RepositoryReadError(
        'no-source-location',
        'The entity names no source location that can be read.' satisfies ErrorSentence,
      );
    }
    const source = sources.find(candidate => candidate.matches(location));
    if (!source) {
      throw new RepositoryReadError(
        'unsupported-source',
        `Locations of type ${location.type} cannot be read.` satisfies ErrorSentence,
      );
    }
    const isCurrent =
      service.rulesetVersion === analyser.rulesetVersion &&
      isSame(service.measured, measured) &&
      isSameList(service.waivers, waivers) &&
      this.#hasFreshFacts(service);
    return source.read(location, {
      knownCommit: isCurrent ? service.commit : undefined,
      signal,
    });
  }

  async #analyse(
    service: LeasedService,
    {
      settings,
      measured,
      waivers,
      snapshot,
      known,
      stepRuns,
      begin,
      ending,
    }: {
      settings: ScanSettings;
      measured: MeasuredBuilds | undefined;
      waivers: PortalWaiver[];
      snapshot: Snapshot;
      known: KnownFacts | undefined;
      stepRuns: BuildStep[][];
      /** When the scan began. */
      begin: number;
      ending: AbortSignal;
    },
  ): Promise<void> {
    const { analyser, logger, services } = this.#options;
    const { dockerfiles, context, target } = settings;
    let result: Awaited<ReturnType<Analyser['analyse']>>;
    try {
      result = await analyser.analyse(snapshot, {
        root: service.source ?? '.',
        dockerfiles,
        context,
        target,
        measured,
        stepRuns,
        moduleFacts: known?.facts,
        waivers,
      });
    } catch (error) {
      if (ending.aborted) {
        return;
      }
      if (error instanceof RepositoryReadError) {
        await this.#saveFailure(service, error);
        return;
      }
      logger.error(
        `The analysis of ${service.entityRef} failed`,
        asError(error),
      );
      await this.#saveFailure(
        service,
        new RepositoryReadError(
          'internal',
          'The analysis failed. The log of the backend has the details.' satisfies ErrorSentence,
          { cause: error },
        ),
      );
      return;
    }
    const { report, matrix, fleet } = result;
    const isApplicable =
      report.units.length > 0 ||
      report.modules.length > 0 ||
      // Something that could not be read may well be a Dockerfile.
      report.errors.length > 0;
    await services.saveScan({
      entityRef: service.entityRef,
      lease: service.lease,
      commit: snapshot.commit,
      rulesetVersion: analyser.rulesetVersion,
      report,
      matrix,
      fleet,
      measured,
      factsAt: known?.at,
      ...(waivers.length > 0 && { waivers }),
      seconds: (performance.now() - begin) / 1000,
      status: isApplicable ? 'scanned' : 'not-applicable',
      nextScanAt: this.#nextScanAt(waivers),
    });
  }

  /** A source of modules that fails is no reason not to scan. */
  async #lookUp(
    snapshot: Snapshot,
    signal: AbortSignal,
  ): Promise<KnownFacts | undefined> {
    const { logger, lookUp } = this.#options;
    if (!lookUp) {
      return undefined;
    }
    const at = new Date().toISOString();
    try {
      return { at, facts: await lookUp(snapshot, { signal }) };
    } catch (error) {
      logger.error('Module proxies could not be asked', asError(error));
      return undefined;
    }
  }

  /** Versions are retracted while the repository stays as it is. */
  #hasFreshFacts({ factsAt }: LeasedService): boolean {
    return (
      this.#options.lookUp === undefined ||
      (factsAt !== undefined &&
        Date.now() - Date.parse(factsAt) < FACTS_AGE_MILLISECONDS)
    );
  }

  async #saveFailure(
    service: LeasedService,
    error: RepositoryReadError,
  ): Promise<void> {
    const { logger, services } = this.#options;
    const { code, message, retryAfter } = error;
    const { entityRef, lease, attempts } = service;
    const nextTryAt = nextTry({
      code,
      attempts,
      retryAfter,
      now: new Date(),
    }).toISOString();
    logger.warn(
      `Scan of ${entityRef} failed (${code}, try ${attempts}), next try at ${nextTryAt}: ${message}`,
    );
    await services.saveScanFailure({
      entityRef,
      lease,
      error: { code, message },
      nextTryAt,
    });
  }

  #nextScanAt(waivers: readonly PortalWaiver[]): string {
    const { intervalSeconds } = this.#options;
    const regular = nextRegularScan({ now: new Date(), intervalSeconds });
    return orEndOfWaiver(waivers, regular).toISOString();
  }
}

/** What module proxies said, and when. */
interface KnownFacts {
  at: string;
  facts: ModuleFacts[];
}

/** Whether the stored report judged these figures. */
function isSame(
  judged: MeasuredBuilds | undefined,
  measured: MeasuredBuilds | undefined,
): boolean {
  return (
    judged?.builds === measured?.builds && judged?.hitRate === measured?.hitRate
  );
}

/** Whether the stored report applied these; the store gives them in one order. */
function isSameList(
  applied: readonly PortalWaiver[] = [],
  waivers: readonly PortalWaiver[],
): boolean {
  return JSON.stringify(applied) === JSON.stringify(waivers);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
