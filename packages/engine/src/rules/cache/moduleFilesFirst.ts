/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Dockerfile, Instruction, ShellCommand } from '../../dockerfile/types';
import {
  insertInstructions,
  removeChainedCommand,
  removeInstruction,
  takeInstruction,
} from '../../edits/editInstructions';
import { lineBreakOf } from '../../edits/insertYamlEntry';
import { insertRunFlags } from '../../edits/insertRunFlags';
import { removeRunFlags } from '../../edits/removeRunFlags';
import { FixProposal, TextEdit } from '../../edits/types';
import { namesGolang } from '../../units/namesGolang';
import { readGoCommand } from '../../units/goCommand';
import { pathBelow } from '../../units/imagePath';
import { contextCopies, placeOf } from '../../units/contextCopies';
import { keepsLayersOnly } from '../evidence/countsCacheMounts';
import { StageChain, stageChains } from '../evidence/finalImage';
import { goCacheFolders } from '../evidence/goCacheFolders';
import { ModuleFile, moduleFilesOf } from '../evidence/moduleFiles';
import { privateModules } from '../evidence/privateModules';
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
import { MissedModules, missedModules } from './missedModules';
import { mayUseModules } from './mayUseModules';

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

/** Settings that a download may depend on. */
const downloadSetting =
  /^(?:GO(?!OS$|ARCH$|ARM|AMD64$|386$|PPC|MIPS|RISCV|CACHE$)|.*PROXY$|GIT|SSH|SSL_|NETRC$|HOME$|PATH$|XDG_)/i;

/** What a step may do to the access of the steps behind it. */
const accessPattern =
  /netrc|\.gitconfig|git\s+config|insteadOf|\.ssh|ssh-|GOPROXY|GOPRIVATE|GONOSUM|GOAUTH|go\s+env\s+-w|update-ca|certificates\/|credential|_TOKEN|http_proxy|https_proxy|\/etc\/(?:hosts|resolv)/i;

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
    if (model.profile.kind === 'warm') {
      return isDone
        ? this.#mountFrom(download)
        : this.#insertDownload(step, chain, true) && this.#mountFrom(step);
    }
    if (!this.#unmount(chain)) {
      return false;
    }
    return isDone || this.#insertDownload(step, chain, false);
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
      edits.forEach(edit => this.#add(edit));
    }
    return [...this.#edits.values()];
  }

  #add(edit: TextEdit | undefined): boolean {
    if (edit) {
      this.#edits.set(JSON.stringify(edit), edit);
    }
    return edit !== undefined;
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

  /** Takes the mounts for modules away where they start empty. */
  #unmount({ stages }: StageChain): boolean {
    const { model, unit } = this.#subject;
    const related = model.steps.filter(
      ({ stage, environment }) =>
        environment.moduleCacheMount !== undefined &&
        keepsLayersOnly(this.#subject, stage) &&
        (stages.includes(stage) ||
          this.#chains
            .get(stage)
            ?.stages.some(below => stages.includes(below))),
    );
    return related.every(other => {
      const mounts = other.mounts.filter(
        ({ type, target = '' }) =>
          type === 'cache' &&
          (pathBelow(target, other.environment.goModCache) !== undefined ||
            pathBelow(other.environment.goModCache, target) !== undefined),
      );
      const edits =
        isOwn(other) && mounts.every(({ from }) => from === undefined)
          ? removeRunFlags(
              unit.dockerfile,
              other.instruction,
              mounts.map(({ flag }) => flag),
            )
          : undefined;
      edits?.forEach(edit => this.#add(edit));
      return edits !== undefined && edits.length > 0;
    });
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
    const flag = mount
      ? knowsCacheMounts(this.#subject)
        ? cacheMountFlag(
            step,
            'modules',
            goCacheFolders(this.#subject).get(step),
          )
        : undefined
      : '';
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
              flag,
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
    const isGolang =
      chain.root.kind === 'image' &&
      namesGolang(chain.root.reference.repository);
    const runs = before.filter(
      ({ index, instruction }) =>
        index > anchor.index && instruction.keyword === 'RUN',
    );
    const isPrivate =
      privateModules(this.#subject).length > 0 ||
      step.mounts.some(({ type }) => type === 'secret' || type === 'ssh');
    const bringsAccess = unit.context.entries.some(({ path }) =>
      /(?:^|\/)(?:\.netrc|\.gitconfig|\.git-credentials|\.ssh\/)/.test(path),
    );
    if (
      step.environment.user !== anchor.environment.user ||
      bringsAccess ||
      runs.some(({ instruction }) => accessPattern.test(textOf(instruction))) ||
      (!isGolang &&
        (runs.length > 0 ||
          before.some(
            ({ index, instruction }) =>
              index > anchor.index &&
              instruction.flags.some(({ name }) => name === 'from'),
          ))) ||
      between.some(({ keyword }) => keyword === 'SHELL') ||
      (isPrivate && runs.length > 0) ||
      step.mounts.some(({ type }) => type === 'bind') ||
      (runs.length > 0 && !usesHttpProxy(step))
    ) {
      return undefined;
    }
    const movable = movableDownloads(step, this.#subject);
    if (movable.length === 0 && accessPattern.test(textOf(step.instruction))) {
      return undefined;
    }
    const settings = this.#hoistSettings(step, anchor, between);
    const environment = ownSettings(step);
    if (!settings || !environment) {
      return undefined;
    }
    const [home] = found.folders;
    const workdir = this.#hoistWorkdir(anchor, between, home);
    const from = workdir === undefined ? anchor.environment.workdir : home;
    const copies = this.#writeCopies(found.files, {
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
          return this.#add(removeInstruction(dockerfile, instruction));
        })
      ) {
        return undefined;
      }
    }
    if (movable.length === 0 && !this.#removeDownloads(step)) {
      return undefined;
    }
    if (isPrivate) {
      this.review =
        'Private modules are downloaded: check that the step has the access that it needs before the sources are copied.';
    }
    return (
      copies && {
        hoisted: [...settings, ...(workdir === undefined ? [] : [workdir])],
        copies,
        moved: isThere ? movable : [],
        folders: found.folders.map(folder =>
          pathBelow(folder, from) === '' ? '' : folder,
        ),
        environment,
      }
    );
  }

  /** Takes `go mod download` out of a step that does more. */
  #removeDownloads(step: Step): boolean {
    const { unit, model } = this.#subject;
    const commands = step.shell?.commands ?? [];
    const fetching = commands.filter(isPlainDownload);
    const edits = fetching.map(command =>
      removeChainedCommand(unit.dockerfile, commands, command),
    );
    const isClean =
      fetching.length < 2 && edits.every(edit => edit !== undefined);
    if (isClean) {
      edits.forEach(edit => this.#add(edit));
    }
    const others = commands.some(
      command =>
        !isPlainDownload(command) &&
        /^(?:get|mod|work)$/.test(readGoCommand(command)?.verb ?? ''),
    );
    // With a mount they find the modules, and without one they fetch anew.
    return model.profile.kind === 'warm' || (isClean && !others);
  }

  /** Moves ENV and ARG up that the download may depend on. */
  #hoistSettings(
    step: Step,
    anchor: Step,
    between: readonly Instruction[],
  ): string[] | undefined {
    const { dockerfile } = this.#subject.unit;
    const [now, then] = [
      anchor.environment.variables,
      step.environment.variables,
    ];
    const changed = new Set(
      [...Object.keys(then), ...step.environment.unknownArguments].filter(
        name => downloadSetting.test(name) && now[name] !== then[name],
      ),
    );
    const hoisted: string[] = [];
    for (const instruction of between) {
      const pairs = instruction.pairs ?? [];
      if (
        !/^(?:ENV|ARG)$/.test(instruction.keyword) ||
        !pairs.some(({ name }) => changed.has(name))
      ) {
        continue;
      }
      const taken = takeInstruction(dockerfile, instruction);
      if (
        !anchor.stage.instructions.includes(instruction) ||
        !taken ||
        pairs.some(({ value = '' }) => value.includes('$')) ||
        // A declaration without value may get one, on a step above.
        (instruction.keyword === 'ARG' &&
          pairs.some(({ name }) => !downloadSetting.test(name)))
      ) {
        return undefined;
      }
      this.#add(taken.edit);
      hoisted.push(taken.text);
      pairs.forEach(({ name }) => changed.delete(name));
    }
    return changed.size === 0 ? hoisted : undefined;
  }

  /** Moves the WORKDIR up that makes the folder of the module the current one. */
  #hoistWorkdir(
    anchor: Step,
    between: readonly Instruction[],
    home: string,
  ): string | undefined {
    if (anchor.environment.workdir === home) {
      return undefined;
    }
    const { dockerfile } = this.#subject.unit;
    const index = between.findIndex(({ keyword }) => keyword === 'WORKDIR');
    const workdir = between[index];
    const skipped = between.slice(0, Math.max(index, 0));
    const isFree =
      workdir !== undefined &&
      anchor.stage.instructions.includes(workdir) &&
      workdir.text === home &&
      [anchor.instruction, ...skipped].every(
        instruction =>
          /^(?:ENV|ARG|LABEL|EXPOSE)$/.test(instruction.keyword) ||
          (/^(?:COPY|ADD)$/.test(instruction.keyword) &&
            /^["[]?\s*["']?\//.test(instruction.words.at(-1)?.text ?? '')),
      );
    const taken = isFree ? takeInstruction(dockerfile, workdir) : undefined;
    return taken && this.#add(taken.edit) ? taken.text : undefined;
  }

  #writeCopies(
    files: readonly ModuleFile[],
    {
      from,
      anchor,
      before,
    }: { from: string; anchor: Step; before: readonly Step[] },
  ): string[] | undefined {
    const { unit } = this.#subject;
    const copies = contextCopies(unit);
    const earlier = copies.filter(({ kind, instruction }) =>
      before.some(
        other =>
          kind === 'copy' &&
          other.index < anchor.index &&
          other.instruction === instruction,
      ),
    );
    const missing = files.filter(
      ({ path, place }) => !earlier.some(copy => placeOf(copy, path) === place),
    );
    const owner = (copy: ModuleFile['copy']) =>
      copy.instruction.flags
        .filter(({ name }) => name === 'chown' || name === 'chmod')
        .map(({ span }) => unit.dockerfile.source.slice(span.start, span.end));
    const groups = new Map<string, ModuleFile[]>();
    for (const file of missing) {
      const folder = file.place.slice(0, file.place.lastIndexOf('/')) || '/';
      const key = JSON.stringify([folder, ...owner(file.copy)]);
      groups.set(key, [...(groups.get(key) ?? []), file]);
    }
    // Copies of nothing but these files are not needed any more.
    for (const { copy } of missing) {
      const taken = unit.context.entries.filter(
        ({ path }) => placeOf(copy, path) !== undefined,
      );
      const isSpare =
        copy.instruction !== anchor.instruction &&
        copies.filter(({ instruction }) => instruction === copy.instruction)
          .length === 1 &&
        taken.every(({ path }) => missing.some(file => file.path === path));
      if (
        isSpare &&
        !this.#add(removeInstruction(unit.dockerfile, copy.instruction))
      ) {
        return undefined;
      }
    }
    const lines = [...groups].map(([key, group]) => {
      const [folder, ...flags] = JSON.parse(key) as string[];
      const below = pathBelow(from, folder);
      const target =
        below === undefined
          ? `${folder === '/' ? '' : folder}/`
          : below === ''
          ? './'
          : `./${below}/`;
      return ['COPY', ...flags, ...group.map(({ path }) => path), target].join(
        ' ',
      );
    });
    return missing.some(({ path }) => !/^[\w./+@-]+$/.test(path)) ||
      lines.some(line => /\$/.test(line))
      ? undefined
      : lines;
  }
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

function writeDownload(
  dockerfile: Dockerfile,
  { instruction, mounts }: Step,
  {
    folder,
    environment,
    flag,
  }: { folder: string; environment: readonly string[]; flag: string },
): string {
  const kept = instruction.flags
    .filter(
      ({ name, span }) =>
        name === 'network' ||
        mounts.some(
          ({ type, flag: own }) =>
            own.span.start === span.start &&
            (type === 'secret' || type === 'ssh'),
        ),
    )
    .map(({ name, value }) => `--${name}=${value}`);
  const flags = [...kept, ...(flag ? [flag] : [])];
  const separator =
    flags.length > 1
      ? ` ${dockerfile.escape}${lineBreakOf(dockerfile.source)}    `
      : ' ';
  const command = [
    ...(folder ? [`cd ${folder} &&`] : []),
    ...environment,
    'go mod download',
  ].join(' ');
  return `RUN ${[...flags, command].join(separator)}`;
}

/** The assignments of the commands of a step that a download depends on. */
function ownSettings({ shell }: Step): string[] | undefined {
  const settings = new Map<string, string>();
  for (const { name, environment } of shell?.commands ?? []) {
    for (const { name: variable, value, static: isKnown } of environment) {
      if (downloadSetting.test(variable)) {
        if (
          !isKnown ||
          name === undefined ||
          !/^[\w@%+=:,./*-]*$/.test(value)
        ) {
          return undefined;
        }
        settings.set(variable, value);
      }
    }
  }
  return [...settings].map(([name, value]) => `${name}=${value}`);
}

/** The step, and those right behind it, that do nothing but download. */
function movableDownloads(step: Step, { model }: UnitSubject): Step[] {
  const { instructions } = step.stage;
  const first = instructions.indexOf(step.instruction);
  const movable: Step[] = [];
  for (const instruction of instructions.slice(first)) {
    const found = model.steps.find(other => other.instruction === instruction);
    if (!found || !isOwnDownload(found)) {
      break;
    }
    movable.push(found);
  }
  return movable;
}

function isOwnDownload({ shell, instruction }: Step): boolean {
  return (
    instruction.heredocs.length === 0 &&
    shell !== undefined &&
    !shell.opaque &&
    shell.errors.length === 0 &&
    shell.commands.length > 0 &&
    shell.commands.every(
      command =>
        isPlainDownload(command) && !command.piped && !command.substituted,
    )
  );
}

/** `go mod download`, of no module by name, or `go mod verify`. */
function isPlainDownload(command: ShellCommand): boolean {
  const go = readGoCommand(command);
  return (
    go?.verb === 'mod' &&
    go.folder === undefined &&
    /^(?:download|verify)$/.test(go.words[0]?.text ?? '') &&
    go.words.slice(1).every(({ text }) => text.startsWith('-')) &&
    command.redirects.length === 0
  );
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

/** Whether modules come from a proxy, for which no git is needed. */
function usesHttpProxy({ environment: { variables } }: Step): boolean {
  const proxy = variables.GOPROXY;
  return (
    (proxy === undefined || /^https:/.test(proxy)) &&
    !variables.GOPRIVATE &&
    !variables.GONOPROXY
  );
}

function textOf({ text, heredocs }: Instruction): string {
  return [text, ...heredocs.map(({ body }) => body)].join('\n');
}
