/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Instruction } from '../../dockerfile/types';
import {
  insertInstructions,
  removeInstruction,
  takeInstruction,
} from '../../edits/editInstructions';
import { insertRunFlags } from '../../edits/insertRunFlags';
import { FixProposal, TextEdit } from '../../edits/types';
import { pathBelow } from '../../units/imagePath';
import { StageChain, stageChains } from '../evidence/finalImage';
import { goCacheFolders } from '../evidence/goCacheFolders';
import { moduleFilesOf } from '../evidence/moduleFiles';
import { scenarioReruns } from '../evidence/scenarioRerun';
import { UnitSubject } from '../types';
import {
  addCacheMounts,
  cacheMountFlag,
  compilesAtStart,
  isOwn,
  knowsCacheMounts,
  notInImage,
  readsCache,
  servesOtherTargets,
  stepsBehind,
} from './cacheMountEdits';
import { bindModuleFiles, bindsSources } from './bindModuleFiles';
import {
  canDownloadAt,
  changesAccess,
  usesPrivateModules,
} from './downloadAccess';
import { MissedModules, missedModules } from './missedModules';
import { mayUseModules } from './mayUseModules';
import { hoistSettings, hoistWorkdir, writeCopies } from './moveUp';
import { removeModuleMounts } from './removeModuleMounts';
import {
  isOwnDownload,
  movableDownloads,
  ownSettings,
  removeDownloads,
  writeDownload,
} from './ownDownloads';

class FixWriter {
  insertsDownload = false;
  review: string | undefined;
  readonly #subject: UnitSubject;
  readonly #rerun: ReadonlySet<Step>;
  readonly #chains: ReadonlyMap<Step['stage'], StageChain>;
  readonly #edits = new Map<string, TextEdit>();
  /** Instructions that are moved or removed, and need no other edits. */
  readonly #moved = new Set<Instruction>();
  readonly #mounted = new Set<Step>();
  readonly #anchors = new Set<Instruction>();

  constructor(subject: UnitSubject, rerun: ReadonlySet<Step>) {
    this.#subject = subject;
    this.#rerun = rerun;
    this.#chains = stageChains(subject.unit);
  }

  fix({ rerun: { step }, download }: MissedModules): boolean {
    const { model } = this.#subject;
    const chain = this.#chains.get(step.stage);
    if (!chain || !isOwn(step)) {
      return false;
    }
    const isDone = download !== undefined && !this.#rerun.has(download);
    const isBound = bindsSources(step);
    if (model.profile.kind === 'warm') {
      if (isDone) {
        return this.#mountFrom(download);
      }
      return (
        (isBound || this.#insertDownload(step, chain, true)) &&
        this.#mountFrom(step)
      );
    }
    const unmounts = removeModuleMounts(this.#subject, chain, this.#chains);
    return (
      this.#addAll(unmounts) &&
      (isDone ||
        (isBound
          ? this.#bindModuleFiles(step, chain)
          : this.#insertDownload(step, chain, false)))
    );
  }

  /** A download of its own in front of a step that mounts the sources. */
  #bindModuleFiles(step: Step, chain: StageChain): boolean {
    const { dockerfile } = this.#subject.unit;
    const download = bindModuleFiles(this.#subject, step, chain);
    this.insertsDownload = true;
    return (
      download !== undefined &&
      !changesAccess(step.instruction) &&
      this.#addAll(removeDownloads(this.#subject, step)) &&
      this.#add(insertInstructions(dockerfile, step.instruction, [download]))
    );
  }

  finish(): TextEdit[] | undefined {
    const steps = [...this.#mounted].filter(
      ({ instruction }) => !this.#moved.has(instruction),
    );
    if (steps.length > 0) {
      const edits = addCacheMounts(
        this.#subject,
        steps.map(step => ({ step, contents: ['modules'] })),
      );
      if (!edits) {
        return undefined;
      }
      this.#addAll(edits);
    }
    return [...this.#edits.values()];
  }

  #add(edit: TextEdit | undefined): boolean {
    if (edit) {
      this.#edits.set(JSON.stringify(edit), edit);
    }
    return edit !== undefined;
  }

  #addAll(edits: readonly TextEdit[] | undefined): boolean {
    return edits !== undefined && edits.every(edit => this.#add(edit));
  }

  /** Mounts for a download and all steps that stand on it. */
  #mountFrom(first: Step): boolean {
    const steps = stepsBehind(this.#subject, first).filter(mayUseModules);
    steps.forEach(step => this.#mounted.add(step));
    const atStart = compilesAtStart(this.#subject, steps);
    if (atStart === 'maybe') {
      this.review ??= notInImage;
    }
    return (
      atStart !== 'yes' &&
      !readsCache(this.#subject, 'modules') &&
      !servesOtherTargets(this.#subject, steps)
    );
  }

  #insertDownload(step: Step, chain: StageChain, mount: boolean): boolean {
    const { unit, model } = this.#subject;
    const { dockerfile } = unit;
    const before = model.steps.filter(
      other => other.index < step.index && chain.stages.includes(other.stage),
    );
    const anchor = before.find(other => this.#rerun.has(other));
    const found = moduleFilesOf(this.#subject, step, chain);
    if (
      !anchor ||
      !found ||
      found.files.some(({ copy }) => copy.kind === 'mount') ||
      !/^(?:COPY|ADD)$/.test(anchor.instruction.keyword) ||
      !isOwn(anchor)
    ) {
      return false;
    }
    if (this.#anchors.has(anchor.instruction)) {
      // Another stage stands on the same sources.
      return !isOwnDownload(step);
    }
    const plan = this.#plan(step, anchor, { before, chain, found });
    if (!plan) {
      return false;
    }
    if (found.asksChecksums) {
      this.review ??=
        'Downloading the modules of a workspace takes all that its modules name, and without a go.work.sum their checksums are looked up: run `go work sync` and commit go.work.sum, or check that the builder reaches the checksum database.';
    }
    const flag = mount ? this.#mountFlag(step) : '';
    if (flag === undefined) {
      return false;
    }
    const downloads =
      plan.moved.length > 0
        ? plan.moved.map(moved => {
            const flags = moved.environment.moduleCacheMount ? '' : flag;
            const edit =
              flags && insertRunFlags(dockerfile, moved.instruction, [flags]);
            this.#moved.add(moved.instruction);
            const removed =
              edit === undefined
                ? undefined
                : takeInstruction(dockerfile, moved.instruction, [
                    ...this.#takeEdits(moved.instruction),
                    ...(edit ? [edit] : []),
                  ]);
            return removed && this.#add(removed.edit)
              ? removed.text
              : undefined;
          })
        : plan.folders.map(folder =>
            writeDownload(dockerfile, step, {
              folder,
              environment: plan.environment,
              flags: flag ? [flag] : [],
            }),
          );
    const lines = [...plan.hoisted, ...plan.copies, ...downloads];
    const inserted = lines.every(line => line !== undefined)
      ? insertInstructions(dockerfile, anchor.instruction, lines as string[])
      : undefined;
    this.insertsDownload = true;
    this.#anchors.add(anchor.instruction);
    return this.#add(inserted);
  }

  #mountFlag(step: Step): string | undefined {
    const folders = goCacheFolders(this.#subject).get(step);
    return knowsCacheMounts(this.#subject)
      ? cacheMountFlag(step, 'modules', folders)
      : undefined;
  }

  /** Edits within an instruction that is moved: they go with it. */
  #takeEdits({ span }: Instruction): TextEdit[] {
    const own: TextEdit[] = [];
    for (const [key, edit] of this.#edits) {
      if (edit.span.start >= span.start && edit.span.end <= span.end) {
        own.push(edit);
        this.#edits.delete(key);
      }
    }
    return own;
  }

  #plan(
    step: Step,
    anchor: Step,
    {
      before,
      chain,
      found,
    }: {
      before: readonly Step[];
      chain: StageChain;
      found: NonNullable<ReturnType<typeof moduleFilesOf>>;
    },
  ): Plan | undefined {
    const { unit } = this.#subject;
    const { dockerfile } = unit;
    const between = instructionsBetween(anchor, step, chain);
    const isPrivate = usesPrivateModules(this.#subject, step);
    if (
      !canDownloadAt(anchor, step, {
        between,
        before,
        chain,
        subject: this.#subject,
      })
    ) {
      return undefined;
    }
    const movable = movableDownloads(step, this.#subject);
    if (movable.length === 0 && changesAccess(step.instruction)) {
      return undefined;
    }
    const settings = hoistSettings(unit, step, anchor, between);
    const environment = ownSettings(step);
    if (!settings || !environment) {
      return undefined;
    }
    const [home] = found.folders;
    const workdir = hoistWorkdir(unit, anchor, between, home);
    const from = workdir === undefined ? anchor.environment.workdir : home;
    const copies = writeCopies(unit, found.files, {
      from,
      anchor,
      before,
    });
    const isThere =
      movable.length > 0 &&
      found.folders.length === 1 &&
      movable.every(({ environment: own }) => own.workdir === from) &&
      pathBelow(home, from) !== undefined;
    if (movable.length > 0 && !isThere) {
      // What remains there would download again, or for another module.
      if (
        !movable.every(({ instruction }) => {
          this.#moved.add(instruction);
          this.#takeEdits(instruction);
          return this.#add(removeInstruction(dockerfile, instruction));
        })
      ) {
        return undefined;
      }
    }
    if (
      movable.length === 0 &&
      !this.#addAll(removeDownloads(this.#subject, step))
    ) {
      return undefined;
    }
    if (!copies) {
      return undefined;
    }
    for (const part of [settings, workdir, copies]) {
      part?.edits.forEach(edit => this.#add(edit));
    }
    if (isPrivate) {
      this.review =
        'Private modules are downloaded: check that the step has the access that it needs before the sources are copied.';
    }
    return {
      hoisted: [...settings.lines, ...(workdir?.lines ?? [])],
      copies: copies.lines,
      moved: isThere ? movable : [],
      folders: found.folders.map(folder =>
        pathBelow(folder, from) === '' ? '' : folder,
      ),
      environment,
    };
  }
}

/**
 * Downloads the modules before the sources are copied: into a cache mount where
 * the builder keeps those, and into a layer elsewhere.
 *
 * The download has to work without the sources as the step does that downloads
 * now. So everything that it may need has to stand above, or is moved along;
 * where that is not certain there is no fix.
 */
export function moduleFilesFirst(
  subject: UnitSubject,
): FixProposal | undefined {
  const { unit, model } = subject;
  const reruns = scenarioReruns(model, 'source')?.reruns ?? [];
  const missed = missedModules(subject, reruns);
  const writer = new FixWriter(subject, new Set(reruns.map(r => r.step)));
  for (const found of missed) {
    if (!writer.fix(found)) {
      return undefined;
    }
  }
  const edits = writer.finish();
  return edits?.length
    ? {
        title: writer.insertsDownload
          ? 'Download the modules before the sources are copied'
          : 'Keep the modules where this builder keeps them',
        ...(writer.review === undefined
          ? { safety: 'safe' }
          : { safety: 'needs-review', review: writer.review }),
        changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
      }
    : undefined;
}

interface Plan {
  /** ENV, ARG and WORKDIR that have to stand above. */
  hoisted: string[];
  copies: string[];
  /** Steps that do nothing but download. */
  moved: Step[];
  /** Where to download; `''` for the current folder. */
  folders: string[];
  environment: string[];
}

function instructionsBetween(
  anchor: Step,
  step: Step,
  { stages }: StageChain,
): Instruction[] {
  return [...stages]
    .reverse()
    .flatMap(({ instructions }) => instructions)
    .filter(
      ({ span }) =>
        span.start > anchor.instruction.span.start &&
        span.start < step.instruction.span.start,
    );
}
