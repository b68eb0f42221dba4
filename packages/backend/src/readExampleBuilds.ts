/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  LoggerService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';

/** The recorded builds of one service. */
export interface ExampleBuilds {
  entityRef: string;
  logs: ExampleLog[];
}

interface ExampleLog {
  submission: BuildSubmission;
  read(): Promise<Uint8Array>;
}

/** One entry of a `builds.json`. */
interface ManifestEntry {
  /** The log, beside the manifest. */
  file: string;
  startedAt: string;
  commit?: string;
  branch?: string;
  provider?: string;
  runId?: string;
  attempt?: number;
  image?: string;
}

/** One build of an incident: the failures of several services. */
interface IncidentEntry extends ManifestEntry {
  service: string;
}

/** How long ago the newest build shall have started. */
const NEWEST_AGE = 40 * 60 * 1000;

/**
 * Reads the manifests below a folder, one folder a service. All builds move in
 * time by the same step, so that the newest is a recent one.
 */
export async function readExampleBuilds(options: {
  folder: string;
  /** Of failures at one server, with a `builds.json` of its own. */
  incidentFolder?: string;
  logger: LoggerService;
  now: Date;
}): Promise<ExampleBuilds[]> {
  const { folder, incidentFolder, logger, now } = options;
  const manifests = new Map<string, ManifestEntry[]>();
  for (const name of await listFolders(folder)) {
    try {
      const text = await fs.readFile(
        path.join(folder, name, 'builds.json'),
        'utf8',
      );
      manifests.set(name, JSON.parse(text));
    } catch (error) {
      logger.warn(`The example builds of ${name} cannot be read: ${error}`);
    }
  }
  const newest = Math.max(
    ...[...manifests.values()]
      .flat()
      .map(({ startedAt }) => Date.parse(startedAt)),
  );
  const step = now.getTime() - NEWEST_AGE - newest;
  const incident = incidentFolder
    ? await readIncident(incidentFolder, logger)
    : [];
  return [...manifests].map(([name, entries]) => {
    const entityRef = `component:default/${name}`;
    const logs = [
      ...entries.map(entry => toLog(path.join(folder, name), entry)),
      ...incident
        .filter(({ service }) => service === name)
        .map(entry => toLog(incidentFolder!, entry)),
    ];
    return {
      entityRef,
      logs: logs
        .sort((one, other) => one.startedAt - other.startedAt)
        .map(({ startedAt, submission, read }) => ({
          submission: {
            ...submission,
            entityRef,
            startedAt: new Date(startedAt + step).toISOString(),
          },
          read,
        })),
    };
  });
}

async function readIncident(
  folder: string,
  logger: LoggerService,
): Promise<IncidentEntry[]> {
  try {
    return JSON.parse(
      await fs.readFile(path.join(folder, 'builds.json'), 'utf8'),
    );
  } catch (error) {
    logger.warn(`The example incident cannot be read: ${error}`);
    return [];
  }
}

function toLog(folder: string, entry: ManifestEntry) {
  const { file, startedAt, commit, branch, provider, runId, attempt, image } =
    entry;
  const log = resolveSafeChildPath(folder, file);
  return {
    startedAt: Date.parse(startedAt),
    submission: { commit, branch, provider, runId, attempt, image },
    read: () => fs.readFile(log),
  };
}

async function listFolders(folder: string): Promise<string[]> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    // Without examples there is nothing to send.
    return [];
  }
}
