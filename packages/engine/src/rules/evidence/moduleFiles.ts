/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { GoModule } from '../../gomod/types';
import {
  folderOf,
  joinPath,
  relativePath,
} from '../../snapshot/repositoryPath';
import { contextCopies, ContextCopy, placeOf } from '../../units/contextCopies';
import { pathBelow } from '../../units/imagePath';
import { remoteRequirements } from '../../units/requiresModules';
import { UnitSubject } from '../types';
import { StageChain } from './finalImage';
import { moduleUses } from './moduleLayout';
import { standsAlone } from './standsAlone';

/** A module file of the context, and where it is in the image. */
export interface ModuleFile {
  /** Relative to the context. */
  path: string;
  /** Absolute path in the image. */
  place: string;
  /** The instruction that brings it. */
  copy: ContextCopy;
}

/** What the go command needs to download the modules of a step. */
export interface ModuleFiles {
  files: ModuleFile[];
  /** Where it has to run, in the image. */
  folders: string[];
  /**
   * Whether it asks the checksum database: in a workspace all modules of the
   * build list are downloaded, and without a go.work.sum some have no checksum
   * in the repository.
   */
  asksChecksums: boolean;
}

/** Collects files, and notes when one is missing. */
class FileReader {
  readonly files = new Map<string, ModuleFile>();
  failed = false;
  asksChecksums = false;
  readonly #subject: UnitSubject;
  readonly #copies: readonly ContextCopy[];
  readonly #entries: ReadonlySet<string>;

  constructor(subject: UnitSubject, copies: readonly ContextCopy[]) {
    this.#subject = subject;
    this.#copies = copies;
    this.#entries = new Set(
      subject.unit.context.entries.map(({ path }) => path),
    );
  }

  /** Whether a file of the repository is in the image. */
  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  homeOf({ path }: GoModule): string | undefined {
    const found = this.#find(path);
    return found && `/${folderOf(found.place.slice(1))}`;
  }

  vendors({ vendor }: GoModule): boolean {
    return vendor !== undefined && this.has(vendor.path);
  }

  /**
   * Whether the go command finds the module in its workspace, and needs that. A
   * go.work that comes with the sources is not there yet.
   */
  isInWorkspace(module: GoModule): boolean {
    const { workspace, path } = module;
    const work = workspace && this.#find(workspace.path);
    if (!workspace || !work) {
      return false;
    }
    const comesAlong = work.copy === this.#find(path)?.copy;
    return !(
      comesAlong &&
      !this.has(joinPath(folderOf(workspace.path), 'go.work.sum')) &&
      standsAlone(module, this.#subject.modules)
    );
  }

  takeModule({ path, directory, goMod }: GoModule): string | undefined {
    const file = this.#take(path);
    this.#takeSums(joinPath(directory, 'go.sum'), file);
    this.#takeReplacements(directory, goMod.replace);
    return file && `/${folderOf(file.place.slice(1))}`;
  }

  takeWorkspace(work: NonNullable<GoModule['workspace']>): string | undefined {
    const root = folderOf(work.path);
    const file = this.#take(work.path);
    this.#takeSums(joinPath(root, 'go.work.sum'), file);
    this.asksChecksums ||= !this.has(joinPath(root, 'go.work.sum'));
    this.#takeReplacements(root, work.replace);
    for (const { value } of work.use) {
      const directory = joinPath(root, value);
      const module = this.#subject.modules.find(
        other => other.directory === directory,
      );
      if (module) {
        this.takeModule(module);
      } else {
        this.failed = true;
      }
    }
    return file && `/${folderOf(file.place.slice(1))}`;
  }

  #takeReplacements(
    directory: string,
    replacements: GoModule['goMod']['replace'],
  ): void {
    for (const { local, newPath } of replacements) {
      if (local) {
        const path = joinPath(directory, `${newPath}/go.mod`);
        const isKnown = !/^(?:\/|[A-Za-z]:|.*\\)/.test(newPath);
        this.failed ||= !isKnown || !this.#take(path);
      }
    }
  }

  /** A sum file has to be beside its module file; there may be none. */
  #takeSums(path: string, { place }: { place?: string } = {}): void {
    const { context } = this.#subject.unit;
    const inContext = relativePath(context.directory, path);
    if (context.ignored.some(entry => entry.path === inContext)) {
      this.failed = true;
    } else if (this.#entries.has(inContext ?? '')) {
      const sums = this.#take(path);
      this.failed ||= folderOf(sums?.place ?? '') !== folderOf(place ?? '/');
    }
  }

  #take(path: string): ModuleFile | undefined {
    const found = this.#find(path);
    if (!found) {
      this.failed = true;
      return undefined;
    }
    const other = this.files.get(found.path);
    this.failed ||= other !== undefined && other.place !== found.place;
    this.files.set(found.path, found);
    return found;
  }

  #find(path: string): ModuleFile | undefined {
    const inContext = relativePath(this.#subject.unit.context.directory, path);
    if (inContext === undefined || !this.#entries.has(inContext)) {
      return undefined;
    }
    const base = inContext.slice(inContext.lastIndexOf('/') + 1);
    for (const copy of [...this.#copies].reverse()) {
      const place = placeOf(copy, inContext);
      if (place !== undefined) {
        return place.endsWith(`/${base}`)
          ? { path: inContext, place, copy }
          : undefined;
      }
    }
    return undefined;
  }
}

/**
 * The files that `go mod download` reads where a step builds modules that COPY
 * or ADD have brought, or a bind mount of the step: go.mod, go.sum, those of the
 * workspace, and the go.mod of each local replacement. Undefined where one of
 * them is not known to be there, or where the modules are vendored.
 */
export function moduleFilesOf(
  subject: UnitSubject,
  step: Step,
  { stages }: StageChain,
): ModuleFiles | undefined {
  const { unit } = subject;
  const copies = contextCopies(unit).filter(({ kind, stage, instruction }) =>
    kind === 'copy'
      ? stages.includes(stage) &&
        (stage !== step.stage ||
          instruction.span.start < step.instruction.span.start)
      : instruction === step.instruction,
  );
  const reader = new FileReader(subject, copies);
  const { GOWORK, GO111MODULE } = step.environment.variables;
  if (GO111MODULE === 'off' || (GOWORK && GOWORK !== 'off')) {
    return undefined;
  }
  const folders = new Set<string>();
  for (const module of builtBy(subject, step, reader)) {
    if (module.goMod.problems.length > 0 || reader.vendors(module)) {
      return undefined;
    }
    const { workspace } = module;
    const home =
      workspace && GOWORK !== 'off' && reader.isInWorkspace(module)
        ? reader.takeWorkspace(workspace)
        : reader.takeModule(module);
    if (home === undefined) {
      return undefined;
    }
    folders.add(home);
  }
  return folders.size === 0 || reader.failed
    ? undefined
    : {
        files: [...reader.files.values()],
        folders: [...folders],
        asksChecksums: reader.asksChecksums,
      };
}

/** The modules that a step builds and that need others from elsewhere. */
function builtBy(
  subject: UnitSubject,
  { stage, instruction, environment }: Step,
  reader: FileReader,
): GoModule[] {
  const { modules } = subject.unit;
  const used = moduleUses(subject)
    .filter(
      use =>
        use.stage === stage &&
        use.line >= instruction.line &&
        use.line <= instruction.endLine,
    )
    .map(({ module }) => module);
  const homes = modules
    .map(module => ({ module, home: reader.homeOf(module) ?? '' }))
    .filter(
      ({ home }) =>
        home !== '' && pathBelow(home, environment.workdir) !== undefined,
    )
    .sort((left, right) => right.home.length - left.home.length);
  const around = homes.length > 0 ? [homes[0].module] : [];
  const chosen = [used, around].find(some => some.length > 0) ?? modules;
  const needy = [...new Set(chosen)].filter(
    module =>
      module.workspace !== undefined ||
      remoteRequirements(module.goMod).length > 0,
  );
  // Which one a script builds cannot be told.
  return used.length === 0 && around.length === 0 && modules.length > 1
    ? []
    : needy;
}
