/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { checkDuration, checkRetries } from './checkHealthcheckValues';
import { parseHeredocWord } from './heredocWords';
import { ProblemList } from './ProblemList';
import { Instruction, Keyword } from './types';
import { skipSpaces } from './whiteSpace';

type Report = (code: string, span: Span, message: string) => void;

/**
 * Reports what BuildKit's instruction parser rejects, in its words:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go
 */
export function checkArguments(
  instruction: Instruction,
  keyword: Keyword,
  { problems, trigger }: { problems: ProblemList; trigger?: boolean },
): void {
  // What ONBUILD defers fails in the build on top, not in this one.
  const report: Report = (code, span, message) =>
    trigger
      ? problems.warning(code, span, message)
      : problems.error(code, span, message);
  const missing = (message: string) =>
    report('missing-arguments', instruction.keywordSpan, message);
  const count = instruction.words.length;

  switch (keyword) {
    case 'ADD':
    case 'COPY':
      checkCopy(instruction, keyword, report);
      return;
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      checkPairs(instruction, keyword, report);
      return;
    case 'EXPOSE':
      if (count === 0) {
        missing('EXPOSE requires at least one argument');
      }
      return;
    case 'VOLUME':
      if (count === 0) {
        missing('VOLUME requires at least one argument');
      }
      for (const word of instruction.words) {
        if (skipSpaces(word.text, 0, word.text.length) === word.text.length) {
          report(
            'empty-volume',
            word.span,
            'VOLUME specified can not be an empty string',
          );
        }
      }
      return;
    case 'FROM':
      checkFrom(instruction, report);
      return;
    case 'HEALTHCHECK':
      checkHealthcheck(instruction, report);
      return;
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
      if (count !== 1) {
        missing(`${keyword} requires exactly one argument`);
      } else if (keyword === 'MAINTAINER') {
        problems.warning(
          'maintainer-deprecated',
          instruction.keywordSpan,
          'MAINTAINER instruction is deprecated in favor of using label',
        );
      }
      return;
    case 'ONBUILD':
      checkOnbuild(instruction, problems, missing);
      return;
    case 'RUN':
      checkRun(instruction, report);
      return;
    case 'SHELL':
      if (!instruction.json && instruction.text !== '') {
        report(
          'shell-not-json',
          instruction.keywordSpan,
          'SHELL requires the arguments to be in JSON form',
        );
      } else if (!instruction.json?.length) {
        missing('SHELL requires at least one argument');
      }
      return;
    case 'CMD':
    case 'ENTRYPOINT':
      return;
    default: {
      const unreachable: never = keyword;
      throw new TypeError(`No such keyword: ${unreachable}`);
    }
  }
}

function checkCopy(
  instruction: Instruction,
  keyword: 'ADD' | 'COPY',
  report: Report,
): void {
  const { words } = instruction;
  if (words.length < 2) {
    report(
      'missing-arguments',
      instruction.keywordSpan,
      `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
    return;
  }
  const destination = words[words.length - 1];
  if (parseHeredocWord(destination.text).heredoc) {
    report(
      'heredoc-destination',
      destination.span,
      `${keyword} cannot accept a heredoc as a destination`,
    );
  }
}

function checkPairs(
  instruction: Instruction,
  keyword: 'ARG' | 'ENV' | 'LABEL',
  report: Report,
): void {
  if (instruction.words.length === 0) {
    report(
      'missing-arguments',
      instruction.keywordSpan,
      `${keyword} requires at least one argument`,
    );
  }
  for (const pair of instruction.pairs ?? []) {
    if (pair.name === '') {
      report('blank-name', pair.nameSpan, `${keyword} names can not be blank`);
    }
  }
}

function checkFrom(instruction: Instruction, report: Report): void {
  const { words } = instruction;
  if (words.length === 3 && words[1].text.toLowerCase() === 'as') {
    if (!/^[a-z][a-z0-9\-_.]*$/.test(words[2].text.toLowerCase())) {
      report(
        'invalid-stage-name',
        words[2].span,
        `invalid name for build stage: ${JSON.stringify(
          words[2].text,
        )}, name can't start with a number or contain symbols`,
      );
    }
  } else if (words.length !== 1) {
    report(
      'from-arguments',
      instruction.keywordSpan,
      'FROM requires either one or three arguments',
    );
  }
}

function checkHealthcheck(instruction: Instruction, report: Report): void {
  const [type, ...command] = instruction.words;
  if (!type) {
    report(
      'missing-arguments',
      instruction.keywordSpan,
      'HEALTHCHECK requires at least one argument',
    );
    return;
  }
  switch (instruction.healthcheck) {
    case 'NONE':
      if (command.length > 0) {
        report(
          'healthcheck-none-arguments',
          type.span,
          'HEALTHCHECK NONE takes no arguments',
        );
      }
      return;
    case 'CMD':
      if (command.length === 0) {
        report(
          'missing-arguments',
          type.span,
          'Missing command after HEALTHCHECK CMD',
        );
      }
      break;
    default:
      report(
        'healthcheck-type',
        type.span,
        `Unknown type ${JSON.stringify(
          type.text.toUpperCase(),
        )} in HEALTHCHECK (try CMD)`,
      );
      return;
  }
  checkHealthcheckFlags(instruction, report);
}

function checkHealthcheckFlags(instruction: Instruction, report: Report): void {
  for (const flag of instruction.flags) {
    const value = flag.value ?? '';
    const message =
      flag.name === 'retries'
        ? checkRetries(value)
        : checkDuration(flag.name, value);
    if (value !== '' && message !== undefined) {
      report('invalid-flag-value', flag.span, message);
    }
  }
}

function checkOnbuild(
  instruction: Instruction,
  problems: ProblemList,
  missing: (message: string) => void,
): void {
  const { trigger } = instruction;
  if (instruction.text === '') {
    missing('ONBUILD requires at least one argument');
  }
  switch (trigger?.keyword) {
    case 'ONBUILD':
      problems.error(
        'onbuild-chain',
        trigger.keywordSpan,
        "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
      );
      return;
    case 'FROM':
    case 'MAINTAINER':
      problems.error(
        'onbuild-trigger',
        trigger.keywordSpan,
        `${trigger.keyword} isn't allowed as an ONBUILD trigger`,
      );
      return;
    default:
  }
}

function checkRun(instruction: Instruction, report: Report): void {
  for (const flag of instruction.flags) {
    const value = flag.value ?? '';
    if (flag.name === 'network' && !isNetwork(value)) {
      report(
        'invalid-flag-value',
        flag.span,
        `invalid network mode ${JSON.stringify(value)}`,
      );
    }
    if (flag.name === 'security' && !isSecurity(value)) {
      report(
        'invalid-flag-value',
        flag.span,
        `security ${JSON.stringify(value)} is not valid`,
      );
    }
  }
}

function isNetwork(value: string): boolean {
  return ['default', 'none', 'host'].includes(value);
}

function isSecurity(value: string): boolean {
  return ['insecure', 'sandbox'].includes(value);
}
