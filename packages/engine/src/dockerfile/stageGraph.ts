/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildParameters, readGlobalScope } from './globalScope';
import { parseImageReference } from './parseImageReference';
import { readMounts } from './readMounts';
import { findContext, resolveBaseIn, ResolvedBase } from './resolveBase';
import {
  Dockerfile,
  DockerfileProblem,
  Instruction,
  Mount,
  Stage,
} from './types';
import { expandVariables } from './expandVariables';

/**
 * One stage using another, or an image.
 *
 * @public
 */
export interface StageReference {
  /** `FROM`, `COPY --from` or a mount. */
  kind: 'base' | 'copy' | 'mount';
  /** The stage that has the reference. */
  stage: Stage;
  /**
   * The FROM, COPY or RUN; for an ONBUILD of the base stage the instruction that
   * it defers.
   */
  instruction: Instruction;
  /** The name or index as written. */
  name: string;
  /** What it resolves to. */
  source: ResolvedBase;
  /** For `mount`: the mount. */
  mount?: Mount;
}

/**
 * How the stages of a Dockerfile use each other.
 *
 * @public
 */
export interface StageGraph {
  /** The stage to build; `undefined` when there is none of that name. */
  target?: Stage;
  /** The stages that the target needs, in file order, the target included. */
  reachable: Stage[];
  /** All references of the file in order, those of unreachable stages too. */
  references: StageReference[];
  /** The stage that a stage stands on, for those that do. */
  bases: ReadonlyMap<Stage, Stage>;
  /** References that BuildKit rejects. */
  problems: DockerfileProblem[];
}

/** Stages times ONBUILDs grow quadratically; real files have a handful. */
const MAXIMUM_DEFERRED = 10_000;

class ReferenceResolver {
  readonly problems: DockerfileProblem[] = [];
  readonly #dockerfile: Dockerfile;
  readonly #scope;
  /** Named stages so far: what FROM sees. */
  readonly #earlier = new Map<string, Stage>();
  /** All named stages, the last one of a name: what COPY and mounts see. */
  readonly #byName = new Map<string, Stage>();
  readonly bases = new Map<Stage, Stage>();
  readonly #triggers = new Map<Stage, Instruction[]>();
  /** Stages in whose place a named context is put. */
  readonly #replaced = new Set<Stage>();
  #deferred = 0;

  constructor(dockerfile: Dockerfile, options: BuildParameters) {
    this.#dockerfile = dockerfile;
    this.#scope = readGlobalScope(dockerfile, options);
    for (const instruction of dockerfile.globalArguments) {
      for (const { name } of instruction.pairs ?? []) {
        const error = this.#scope.errors.get(name);
        if (error !== undefined) {
          this.#report('invalid-argument', instruction, error);
        }
      }
    }
    for (const stage of dockerfile.stages) {
      if (stage.name !== undefined) {
        this.#byName.set(stage.name, stage);
      }
    }
  }

  findTarget(name: string | undefined): Stage | undefined {
    const { stages } = this.#dockerfile;
    if (!name) {
      return stages[stages.length - 1];
    }
    const target = this.#byName.get(name.toLowerCase());
    if (!target) {
      this.problems.push({
        severity: 'error',
        code: 'unknown-target',
        line: 1,
        span: { start: 0, end: 0 },
        message: `target stage ${JSON.stringify(name)} could not be found`,
      });
    }
    return target;
  }

  read(stage: Stage): StageReference[] {
    const references = [this.#readBase(stage)];
    if (this.#replaced.has(stage)) {
      return references;
    }
    const base = this.bases.get(stage);
    for (const trigger of base ? this.#triggersOf(base) : []) {
      if (this.#deferred < MAXIMUM_DEFERRED) {
        this.#deferred++;
        references.push(...this.#readInstruction(stage, trigger));
      }
    }
    for (const instruction of stage.instructions) {
      references.push(...this.#readInstruction(stage, instruction));
    }
    return references;
  }

  /** ONBUILD runs in the stages directly above, not further up. */
  #triggersOf(stage: Stage): Instruction[] {
    let triggers = this.#triggers.get(stage);
    if (!triggers) {
      triggers = this.#replaced.has(stage)
        ? []
        : stage.instructions.flatMap(({ trigger }) => trigger ?? []);
      this.#triggers.set(stage, triggers);
    }
    return triggers;
  }

  #readBase(stage: Stage): StageReference {
    const source = resolveBaseIn({
      stage,
      earlier: this.#earlier,
      scope: this.#scope,
      escape: this.#dockerfile.escape,
    });
    if (source.type === 'stage') {
      this.bases.set(stage, source.stage);
    } else if (source.type === 'context' && source.replacesStage) {
      this.#replaced.add(stage);
    } else if (source.type === 'invalid') {
      this.#report('invalid-base', stage.from, source.reason);
    } else if (
      source.type === 'image' &&
      source.unknown.length === 0 &&
      !parseImageReference(source.image)
    ) {
      this.#report(
        'invalid-base',
        stage.from,
        `failed to parse stage name ${JSON.stringify(
          source.image,
        )}: invalid reference format`,
      );
    }
    if (stage.name !== undefined) {
      this.#earlier.set(stage.name, stage);
    }
    return {
      kind: 'base',
      stage,
      instruction: stage.from,
      name: stage.base,
      source,
    };
  }

  #readInstruction(stage: Stage, instruction: Instruction): StageReference[] {
    if (instruction.keyword === 'COPY') {
      const from = instruction.flags.find(flag => flag.name === 'from')?.value;
      return from ? [this.#readCopy(stage, instruction, from)] : [];
    }
    if (instruction.keyword !== 'RUN') {
      return [];
    }
    return readMounts(instruction).flatMap(mount =>
      mount.from ? [this.#readMount(stage, instruction, mount)] : [],
    );
  }

  #readCopy(
    stage: Stage,
    instruction: Instruction,
    name: string,
  ): StageReference {
    const source = this.#findCopySource(name);
    if (source.type === 'invalid') {
      this.#report('invalid-stage-reference', instruction, source.reason);
    } else if (source.type === 'stage') {
      this.#checkOrder(stage, instruction, {
        source: source.stage,
        message: `cannot copy from stage ${JSON.stringify(
          name,
        )}, it needs to be defined before current stage ${JSON.stringify(
          stage.name ?? `stage-${stage.index}`,
        )}`,
      });
    }
    return { kind: 'copy', stage, instruction, name, source };
  }

  #findCopySource(name: string): ResolvedBase {
    const { escape, stages } = this.#dockerfile;
    const expanded = expandVariables(name, { variables: new Map(), escape });
    if (expanded.error !== undefined || expanded.value !== name) {
      return {
        type: 'invalid',
        reason:
          'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
        unknown: expanded.unknown,
      };
    }
    if (/^[-+]?[0-9]+$/.test(name)) {
      const stage = stages[Number(name)];
      return stage
        ? { type: 'stage', stage }
        : {
            type: 'invalid',
            reason: `invalid stage index ${Number(name)}`,
            unknown: [],
          };
    }
    return this.#findNamed(name);
  }

  #readMount(
    stage: Stage,
    instruction: Instruction,
    mount: Mount,
  ): StageReference {
    const name = mount.from ?? '';
    const source = this.#findNamed(name);
    if (source.type === 'stage') {
      this.#checkOrder(stage, instruction, {
        source: source.stage,
        message: `cannot mount from stage ${JSON.stringify(
          name,
        )} to ${JSON.stringify(
          mount.target ?? '',
        )}, stage needs to be defined before current command`,
      });
    }
    return { kind: 'mount', stage, instruction, name, source, mount };
  }

  #findNamed(name: string): ResolvedBase {
    const stage = this.#byName.get(name.toLowerCase());
    if (stage) {
      return { type: 'stage', stage };
    }
    if (name === 'scratch') {
      return { type: 'scratch' };
    }
    const context = findContext(name, this.#scope);
    return context
      ? { type: 'context', ...context, replacesStage: false }
      : { type: 'image', image: name, unknown: [] };
  }

  #checkOrder(
    stage: Stage,
    instruction: Instruction,
    { source, message }: { source: Stage; message: string },
  ): void {
    if (source === stage) {
      this.#report(
        'self-reference',
        instruction,
        `circular dependency detected on stage: ${
          stage.name ?? `stage-${stage.index}`
        }`,
      );
    } else if (source.index > stage.index) {
      this.#report('forward-reference', instruction, message);
    }
  }

  #report(code: string, instruction: Instruction, message: string): void {
    this.problems.push({
      severity: 'error',
      code,
      line: instruction.line,
      span: instruction.keywordSpan,
      message,
    });
  }
}

/**
 * Resolves the stage references of a Dockerfile as BuildKit does.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 *
 * @public
 */
export function stageGraph(
  dockerfile: Dockerfile,
  options: BuildParameters = {},
): StageGraph {
  const resolver = new ReferenceResolver(dockerfile, options);
  const target = resolver.findTarget(options.target);
  const references = dockerfile.stages.flatMap(stage => resolver.read(stage));
  return {
    target,
    reachable: target ? collectReachable(target, references) : [],
    references,
    bases: resolver.bases,
    problems: resolver.problems,
  };
}

/**
 * The stage and the stages below it, up to the one that stands on an image or
 * on scratch.
 *
 * @public
 */
export function baseChain(graph: StageGraph, stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (
    let current: Stage | undefined = stage;
    current;
    current = graph.bases.get(current)
  ) {
    chain.push(current);
  }
  return chain;
}

function collectReachable(
  target: Stage,
  references: readonly StageReference[],
): Stage[] {
  const sources = new Map<Stage, Stage[]>();
  for (const { stage, source } of references) {
    if (source.type === 'stage') {
      const list = sources.get(stage) ?? [];
      list.push(source.stage);
      sources.set(stage, list);
    }
  }
  const reachable = new Set<Stage>([target]);
  for (const stage of reachable) {
    for (const source of sources.get(stage) ?? []) {
      reachable.add(source);
    }
  }
  return [...reachable].sort((left, right) => left.index - right.index);
}
