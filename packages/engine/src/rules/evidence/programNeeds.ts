/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnit } from '../../units/types';
import {
  callsPublicServices,
  embedsRoots,
  needsCgo,
  usesNetwork,
} from '../facts/goPackageNeeds';
import { StageChain } from './finalImage';

/** What the program of a unit needs, as far as files tell. */
export interface ProgramNeeds {
  /** A module that is written with cgo. */
  cgoModule?: string;
  /** Why it is known to open or take connections. */
  network?: string;
  /** A module that calls services of the public Internet. */
  publicServices?: string;
  /** Whether it brings CA certificates itself. */
  embedsRoots: boolean;
}

/** Reads the direct requirements, and what the image exposes. */
export function programNeeds(unit: BuildUnit, chain: StageChain): ProgramNeeds {
  const all = unit.modules.flatMap(({ goMod }) => goMod.require);
  const direct = all
    .filter(({ indirect }) => !indirect)
    .map(({ modulePath }) => modulePath);
  const exposes = chain.stages.some(stage =>
    stage.instructions.some(({ keyword }) => keyword === 'EXPOSE'),
  );
  return {
    cgoModule: direct.find(needsCgo),
    network:
      direct.find(usesNetwork) ??
      (exposes ? 'it listens on the port of EXPOSE' : undefined),
    publicServices: direct.find(callsPublicServices),
    embedsRoots: all.some(({ modulePath }) => embedsRoots(modulePath)),
  };
}
