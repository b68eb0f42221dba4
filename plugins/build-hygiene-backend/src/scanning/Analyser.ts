/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildStep,
  FixPreview,
  FixPreviewOptions,
  FleetFact,
  MatrixReport,
  MeasuredBuilds,
  ModuleFacts,
  PortalWaiver,
  ScanReport,
  Snapshot,
} from '@build-hygiene/engine';

export interface AnalyseOptions {
  /** Where the repository is, for people. */
  root: string;
  dockerfiles?: string[];
  context?: string;
  target?: string;
  /** Figures of the service's builds, for the rules that judge those. */
  measured?: MeasuredBuilds;
  /** Steps of the service's last builds, newest first. */
  stepRuns?: readonly (readonly BuildStep[])[];
  /** What module proxies say of the required modules. */
  moduleFacts?: readonly ModuleFacts[];
  /** What people accepted. */
  waivers?: readonly PortalWaiver[];
}

/** The engine, as the portal needs it. */
export interface Analyser {
  readonly rulesetVersion: string;
  /** Rejects with a RepositoryReadError where a repository takes too long. */
  analyse(
    snapshot: Snapshot,
    options: AnalyseOptions,
  ): Promise<{
    report: ScanReport;
    matrix: MatrixReport;
    fleet?: readonly FleetFact[];
  }>;
  /** As `analyse` where it takes too long. */
  previewFixes(
    snapshot: Snapshot,
    options: Omit<FixPreviewOptions, 'today'>,
  ): Promise<FixPreview>;
}
