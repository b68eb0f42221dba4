/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A word of a command: its text as written, and its value where that is known. */
export interface CommandWord {
  written: string;
  value?: string;
}

/** A flag of a command; a switch has no word. */
export interface CommandFlag {
  name: string;
  word?: CommandWord;
}

/** The words of a command, sorted out. */
export interface SortedWords {
  flags: CommandFlag[];
  operands: CommandWord[];
}

/** Flags of commands that build images and take no value behind them. */
const switches = new Set(
  [
    // docker build, docker buildx build
    'no-cache pull push load rm force-rm squash compress quiet q check debug D',
    'disable-content-trust help',
    // bake and compose
    'print with-dependencies dry-run build detach d wait no-deps',
    'force-recreate always-recreate-deps abort-on-container-exit yes y',
    'abort-on-container-failure remove-orphans quiet-pull no-color V menu',
    'no-log-prefix renew-anon-volumes no-start no-build no-recreate verbose',
    'all-resources compatibility timestamps attach-dependencies quiet-build',
    // buildx create
    'bootstrap use leave append',
    // buildah and podman
    'pull-always pull-never layers squash-all all-platforms tls-verify',
    'disable-compression http-proxy identity-label skip-unused-stages stdin',
    // kaniko
    'no-push no-push-cache cleanup reproducible single-snapshot insecure force',
    'skip-tls-verify skip-tls-verify-pull insecure-pull use-new-run cache',
    'cache-copy-layers cache-run-layers compressed-caching ignore-var-run',
    'log-timestamp skip-push-permission-check preserve-context',
  ].flatMap(line => line.split(' ')),
);

/** Sorts out flags and operands. */
export function sortWords(words: readonly CommandWord[]): SortedWords {
  const flags: CommandFlag[] = [];
  const operands: CommandWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word.written === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!isFlag(word)) {
      operands.push(word);
      continue;
    }
    const flag = readFlag(word);
    if (!flag.word && !switches.has(flag.name)) {
      index++;
      flag.word = words[index];
    }
    flags.push(flag);
  }
  return { flags, operands };
}

/** The first operand, with the flags in front of it and all behind it. */
export function takeVerb(
  words: readonly CommandWord[],
  withValue: ReadonlySet<string>,
): { verb?: string; flags: CommandFlag[]; rest: readonly CommandWord[] } {
  const flags: CommandFlag[] = [];
  for (let index = 0; index < words.length; index++) {
    if (!isFlag(words[index])) {
      const { value } = words[index];
      return { verb: value, flags, rest: words.slice(index + 1) };
    }
    const flag = readFlag(words[index]);
    if (!flag.word && withValue.has(flag.name)) {
      index++;
      flag.word = words[index];
    }
    flags.push(flag);
  }
  return { flags, rest: [] };
}

function isFlag({ written }: CommandWord): boolean {
  return written.startsWith('-') && written !== '-' && written !== '--';
}

/** `--name`, `--name=value`, `-f`, `-fvalue`. */
function readFlag({ written, value }: CommandWord): CommandFlag {
  const equals = written.indexOf('=');
  if (written.startsWith('--') || equals === 2) {
    const name = written.slice(
      written.startsWith('--') ? 2 : 1,
      equals < 0 ? undefined : equals,
    );
    if (equals < 0) {
      return { name };
    }
    return {
      name,
      word: {
        written: written.slice(equals + 1),
        // Behind a name that is written out, the value starts in the same place.
        ...(value?.startsWith(written.slice(0, equals + 1)) && {
          value: value.slice(equals + 1),
        }),
      },
    };
  }
  const name = written.slice(1, 2);
  const isJoined =
    written.length > 2 && !switches.has(name) && /^[a-zA-Z]/.test(name);
  return isJoined
    ? {
        name,
        word: { written: written.slice(2), value: value?.slice(2) },
      }
    : { name: written.slice(1) };
}

/** Whether a switch is given and not off. */
export function isOn(flags: readonly CommandFlag[], name: string): boolean {
  const flag = flags.find(other => other.name === name);
  return (
    flag !== undefined &&
    (flag.word === undefined || /^(?:true|1|always)$/i.test(flag.word.written))
  );
}
