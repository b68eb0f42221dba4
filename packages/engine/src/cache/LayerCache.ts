/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { selectFiles } from '../context/selectFiles';
import { Instruction, Stage } from '../dockerfile/types';
import {
  ContextEntry,
  ContextState,
  FolderStates,
  identifyEntries,
  takenEntries,
} from './ContextState';
import { contentLeftAt } from './contentLeftAt';
import { digest } from './digest';
import { identifyNamedContext } from './identifyNamedContext';
import { isFixed } from './isFixed';
import { ModelledStage, ModelledStep } from './readSteps';
import { Step } from './types';
import { VisibleContent } from './VisibleContent';

/** What decided about a step, so that two builds can be compared. */
export interface StepInputs {
  /** Build arguments that are part of its key, with what is known of them. */
  arguments: [name: string, value: string][];
  /** Files of the build context. */
  files: string;
  /** What it takes from other stages. */
  copied: CopiedContent[];
  /** The layer that it stands on; undefined for a layer of its own. */
  parent?: number;
  /** The image at the bottom of its stage. */
  image: string;
  /** The files there, when that is a folder. */
  ground?: ContextState;
}

/** What a step takes from another stage, from an image or a named context. */
export interface CopiedContent {
  /** Undefined for what is no stage. */
  source?: BuiltStage;
  /** The named context that it is from. */
  context?: string;
  paths: readonly string[];
  content: string;
}

/** What one build did with a step. */
export interface BuiltStep {
  modelled: ModelledStep;
  /** Identifies its layer. */
  key: number;
  cached: boolean;
  /**
   * The index of a step of an earlier stage of this build that is the same and
   * stands on the same: the builder runs the two as one.
   */
  sameAs?: number;
  inputs: StepInputs;
  /** The entries of the context, and of named folders, that it took. */
  taken: readonly ContextEntry[];
  /** The same text exactly when what it leaves behind is sure to be the same. */
  output: string;
}

/** What one build did with a stage. */
export interface BuiltStage {
  stage: Stage;
  base?: BuiltStage;
  /** The image at the bottom, and the FROM that names it. */
  image: string;
  from: Step;
  /** The files at the bottom, when that is a folder and no image. */
  ground?: ContextState;
  steps: BuiltStep[];
  /** The first step that ran, of those below it and its own. */
  firstRun?: BuiltStep;
  /** What its steps have brought so far. */
  visible: VisibleContent;
  /** What was asked of it when it was done, by path. */
  contents: Map<string, string>;
  /** Identifies the layer that the next step stands on. */
  layer: number;
}

/** What differs from build to build, beside the Dockerfile. */
export interface BuildInputs {
  context: ContextState;
  /** Named contexts that are folders. */
  folders?: FolderStates;
  /** Values of build arguments, as far as they are not in the unit. */
  argumentValues?: ReadonlyMap<string, string>;
}

/**
 * A builder's layer cache that holds every layer it has seen. It decides as
 * BuildKit does: a step is cached when a step of the same definition ran before
 * on the same layer with the same files. Files of the context and of other
 * stages are compared by their content, the layer below by its own key.
 *
 * The decisions, each with its place in BuildKit, are listed in
 * docs/architecture/layer-cache.md.
 */
export class LayerCache {
  /** Small numbers for keys, so that keys made of keys stay short. */
  #keys = new Map<string, number>();
  /** What the step of a key left behind. */
  #outputs = new Map<number, string>();
  #executions = 0;
  #builds = 0;

  /** A cache with the same layers, which further builds leave as they are. */
  copy(): LayerCache {
    const cache = new LayerCache();
    cache.#keys = new Map(this.#keys);
    cache.#outputs = new Map(this.#outputs);
    cache.#executions = this.#executions;
    cache.#builds = this.#builds;
    return cache;
  }

  /** Builds the stages in order, and keeps their layers. */
  build(stages: readonly ModelledStage[], inputs: BuildInputs): BuiltStage[] {
    this.#builds++;
    const built = new Map<Stage, BuiltStage>();
    const indexes = new Map<number, number>();
    for (const { stage, steps, base: baseStage, image, folder } of stages) {
      const base = baseStage && built.get(baseStage);
      const ground =
        folder === undefined ? base?.ground : inputs.folders?.get(folder) ?? [];
      const result: BuiltStage = {
        stage,
        base,
        image: base?.image ?? image,
        from: base?.from ?? steps[0].step,
        firstRun: base?.firstRun,
        ...(ground && { ground }),
        steps: [],
        visible: VisibleContent.above(base?.visible),
        contents: new Map(),
        layer: base?.layer ?? this.#bottomLayer({ image, folder }),
      };
      if (!base) {
        result.visible.add(ground ?? []);
      }
      built.set(stage, result);
      for (const modelled of steps) {
        if (modelled.step.kind === 'base') {
          // What a stage stands on is no work of its own.
          continue;
        }
        result.steps.push(
          this.#buildStep(modelled, { stage: result, built, indexes, inputs }),
        );
      }
    }
    return [...built.values()];
  }

  /**
   * A folder is keyed by the session that sends it, and below a step content
   * does not count: what stands on it runs in each build.
   * https://github.com/moby/buildkit/blob/73ed6825c4b7/source/local/source.go (CacheKey)
   */
  #bottomLayer({
    image,
    folder,
  }: Pick<ModelledStage, 'image' | 'folder'>): number {
    return folder === undefined
      ? this.#key(['image', image])
      : this.#key(['folder', folder, String(this.#builds)]);
  }

  #buildStep(
    modelled: ModelledStep,
    {
      stage,
      built,
      indexes,
      inputs: { context, folders, argumentValues },
    }: {
      stage: BuiltStage;
      built: ReadonlyMap<Stage, BuiltStage>;
      /** The steps of this build so far, by their keys. */
      indexes: Map<number, number>;
      inputs: BuildInputs;
    },
  ): BuiltStep {
    const taken = takenByStep(modelled, { context, folders });
    const linked = isLinked(modelled.step.instruction);
    const inputs: StepInputs = {
      arguments: modelled.keyArguments.map(name => [
        name,
        argumentValues?.get(name) ?? '',
      ]),
      files: identifyEntries(taken),
      copied: this.#readCopied(modelled, built),
      parent: linked ? undefined : stage.layer,
      image: stage.image,
      ...(stage.ground && { ground: stage.ground }),
    };
    const key = this.#key([
      modelled.definition,
      JSON.stringify(inputs.arguments),
      inputs.files,
      ...inputs.copied.map(({ content }) => content),
      String(inputs.parent),
    ]);
    const cached = this.#outputs.has(key);
    const sameAs = indexes.get(key);
    indexes.set(key, sameAs ?? modelled.step.index);
    const step: BuiltStep = {
      modelled,
      key,
      cached,
      ...(sameAs !== undefined && { sameAs }),
      inputs,
      taken,
      output: '',
    };
    if (!cached) {
      stage.firstRun ??= step;
    }
    stage.visible.add(taken);
    step.output = this.#outputs.get(key) ?? this.#execute(step, { key, stage });
    this.#outputs.set(key, step.output);
    if (modelled.step.kind === 'other' || modelled.from.length > 0) {
      stage.visible.addMade(step.output);
    }
    stage.layer = linked
      ? this.#key(['merge', String(stage.layer), String(key)])
      : key;
    return step;
  }

  /** The part of other stages that a step takes, in the order of the file. */
  #readCopied(
    { from }: ModelledStep,
    built: ReadonlyMap<Stage, BuiltStage>,
  ): CopiedContent[] {
    return from.map(({ name, paths, context, stage }) => {
      const source = context || !stage ? undefined : built.get(stage);
      if (!source) {
        const content = digest(
          JSON.stringify(context ? identifyNamedContext(context) : [name]),
        );
        return { context: context?.name, paths, content };
      }
      const content = digest(
        JSON.stringify(paths.map(path => contentAt(source, path))),
      );
      return { source, paths, content };
    });
  }

  /** What a step leaves behind when it runs. */
  #execute(
    { modelled, inputs }: BuiltStep,
    { key, stage }: { key: number; stage: BuiltStage },
  ): string {
    const { step, definition } = modelled;
    const own = [
      definition,
      JSON.stringify(inputs.arguments),
      ...inputs.copied.map(({ content }) => content),
    ];
    switch (step.kind) {
      case 'base':
        return definition;
      case 'copy':
        return JSON.stringify([...own, inputs.files]);
      case 'module-download':
        return JSON.stringify([...own, stage.visible.modules]);
      case 'compile':
        return JSON.stringify([
          ...own,
          stage.visible.goInputs(step.effects),
          // What other commands made of files may be compiled in, and what
          // comes from other stages.
          stage.visible.made,
        ]);
      case 'package-install':
        // Another day, other packages.
        this.#executions++;
        return `execution ${this.#executions}`;
      case 'other':
        return isFixed(modelled) ? definition : `layer ${key}`;
      default:
        step.kind satisfies never;
        return `layer ${key}`;
    }
  }

  #key(parts: readonly string[]): number {
    const text = JSON.stringify(parts);
    let key = this.#keys.get(text);
    if (key === undefined) {
      key = this.#keys.size;
      this.#keys.set(text, key);
    }
    return key;
  }
}

/** The entries of the context, and of named folders, that a step takes. */
function takenByStep(
  { copies }: ModelledStep,
  { context, folders }: Pick<BuildInputs, 'context' | 'folders'>,
): ContextEntry[] {
  return copies.flatMap(copy =>
    takenEntries(
      copy,
      copy.directory === undefined
        ? context
        : folders?.get(copy.directory) ?? [],
    ),
  );
}

/**
 * Whether anything that a build is given gets to one of its steps. Otherwise it
 * is as one that is given nothing.
 */
export function reachesSteps(
  inputs: BuildInputs,
  stages: readonly ModelledStage[],
): boolean {
  return stages.some(
    ({ folder, steps }) =>
      // It is sent anew for each build.
      folder !== undefined ||
      steps.some(
        step =>
          step.keyArguments.some(name => inputs.argumentValues?.has(name)) ||
          takenByStep(step, inputs).length > 0,
      ),
  );
}

/** The steps whose layers a stage is made of, from the lowest on. */
export function chainOf(stage: BuiltStage): BuiltStep[] {
  const chain: BuiltStep[][] = [];
  for (let at: BuiltStage | undefined = stage; at; at = at.base) {
    chain.push(at.steps);
  }
  return chain.reverse().flat();
}

/**
 * Identifies what a stage that is done has at a path. A step that leaves nothing
 * there does not count, however many there are.
 */
function contentAt(stage: BuiltStage, path: string): string {
  const unknown: BuiltStage[] = [];
  let known: string | undefined;
  for (
    let at: BuiltStage | undefined = stage;
    at && known === undefined;
    at = at.base
  ) {
    known = at.contents.get(path);
    if (known === undefined) {
      unknown.push(at);
    }
  }
  const { ground } = stage;
  let content =
    known ?? (ground ? identifyEntries(groundEntries(ground, path)) : '');
  for (const { steps, contents } of unknown.reverse()) {
    for (const step of steps) {
      const left = contentLeftAt(step, path);
      if (left !== undefined) {
        content = digest(JSON.stringify([content, left]));
      }
    }
    contents.set(path, content);
  }
  return content;
}

/** What a folder that a stage stands on has at a path of the image. */
export function groundEntries(
  ground: ContextState,
  path: string,
): ContextEntry[] {
  return selectFiles({ entries: ground }, { sources: [path] }).entries;
}

/** `COPY --link` makes a layer of its own, whatever is below it. */
function isLinked({ flags }: Instruction): boolean {
  return flags.some(({ name, value }) => name === 'link' && value !== 'false');
}
