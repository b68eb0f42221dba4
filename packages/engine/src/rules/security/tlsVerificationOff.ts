/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction } from '../../dockerfile/types';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { lineAt } from '../evidence/lineAt';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  RunCommand,
  runCommands,
  unwrapCommand,
} from '../evidence/runCommands';
import { unquote } from '../evidence/unquote';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { tlsVerificationOffExamples } from './tlsVerificationOff.examples';

export const tlsVerificationOff: UnitRule = {
  id: 'security/tls-verification-off',
  category: 'security',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Downloads check who they talk to',
    fail: 'A step does not check certificates',
  },
  why: 'Without a check of the certificate, anyone between the builder and the server can hand out something else, and it ends up in the image. As ENV the setting stays in the image, and the service does not check either.',
  howToFix:
    'Install the certificates: `apk add --no-cache ca-certificates`, or the company root with `COPY company-root.crt /usr/local/share/ca-certificates/` and `RUN update-ca-certificates`; then remove the switch.',
  fix: 'guided',
  sources: [
    'https://curl.se/docs/sslcerts.html',
    'https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify',
    'https://www.gnu.org/software/wget/manual/html_node/HTTPS-_0028SSL_002fTLS_0029-Options.html',
  ],
  prevents: ['network.tls_ca'],
  evaluate,
  examples: tlsVerificationOffExamples,
};

/** Variables that turn the check off, and the values that do. */
const switches: Readonly<Record<string, RegExp>> = {
  GIT_SSL_NO_VERIFY: /^(?!(?:0|false|no|off)?$)/i,
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  npm_config_strict_ssl: /^false$/i,
  NPM_CONFIG_STRICT_SSL: /^false$/i,
  PYTHONHTTPSVERIFY: /^0$/,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const { dockerfile } = unit;
  const findings: Finding[] = [];
  if (dockerfile.instructions.some(setsSwitch)) {
    for (const { instruction, scope } of walkStages(unit, unit.reachable)) {
      if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') {
        findings.push(
          ...variableFindings(instruction, {
            dockerfile,
            expand: text => scope.expand(text),
          }),
        );
      }
    }
  }
  const commands = runCommands(subject);
  const seen = new Set<string>();
  for (const run of commands) {
    const message = judgeCommand(run);
    if (message === undefined) {
      continue;
    }
    const key = `${run.command.line} ${message}`;
    if (!seen.has(key)) {
      seen.add(key);
      findings.push(findingAt(dockerfile, run.command, message));
    }
  }
  findings.sort((left, right) => left.line - right.line);
  return findings.length === 0 && commands.length === 0
    ? notApplicable('No step runs a command.')
    : passUnless(findings);
}

function setsSwitch({ pairs, trigger }: Instruction): boolean {
  return (trigger?.pairs ?? pairs ?? []).some(({ name }) =>
    Object.hasOwn(switches, name),
  );
}

function variableFindings(
  instruction: Instruction,
  {
    dockerfile,
    expand,
  }: {
    dockerfile: { path: string; source: string };
    expand: (text: string) => { value: string; certain: boolean };
  },
): Finding[] {
  return (instruction.pairs ?? []).flatMap(({ name, nameSpan, value }) => {
    if (value === undefined || !Object.hasOwn(switches, name)) {
      return [];
    }
    const text = expand(value);
    return text.certain && switches[name].test(unquote(text.value))
      ? [
          findingAt(
            dockerfile,
            { line: lineAt(dockerfile, instruction, nameSpan.start) },
            `${name} turns off the check of certificates for all that runs after it.`,
          ),
        ]
      : [];
  });
}

function judgeCommand(run: RunCommand): string | undefined {
  const { program, words } = unwrapCommand(run);
  for (const { name, value } of assignmentsOf(run)) {
    if (Object.hasOwn(switches, name) && switches[name].test(value)) {
      return `${name} turns off the check of certificates.`;
    }
  }
  const flag = switchOf(program, words);
  return flag === undefined
    ? undefined
    : `\`${program}\` does not check the server's certificate (\`${flag}\`).`;
}

function assignmentsOf({
  command,
  program,
  words,
}: RunCommand): { name: string; value: string }[] {
  const exported =
    program === 'export' || program === 'env'
      ? words.flatMap(word => {
          const match = /^(\w+)=([^]*)$/.exec(word);
          return match ? [{ name: match[1], value: unquote(match[2]) }] : [];
        })
      : [];
  return [...command.environment, ...exported];
}

function switchOf(
  program: string,
  words: readonly string[],
): string | undefined {
  switch (program) {
    case 'curl':
      return isLocal(words) ? undefined : curlSwitch(words);
    case 'wget':
      return isLocal(words)
        ? undefined
        : words.find(word => word === '--no-check-certificate');
    case 'git':
      return gitSwitch(words);
    case 'npm':
    case 'yarn':
    case 'pnpm':
      return configSwitch(words);
    case 'pip':
    case 'pip3':
    case 'python':
    case 'python3':
      return words.find(word => /^--trusted-host(?:=|$)/.test(word));
    case 'apt-get':
    case 'apt':
      return words.find(word =>
        /^(?:-o)?Acquire::https(?:::[^:=]+)?::Verify-(?:Peer|Host)=(?:false|0|no)$/i.test(
          word,
        ),
      );
    default:
      return undefined;
  }
}

/** Letters of curl whose value follows, in the same word or the next. */
const curlValueLetters = new Set('AbcCdDeEFHhKmoPQrTtuUwxXyYz');

/** `-k`, `--insecure`, `-fsSLk`; not the file of `-ok`. */
function curlSwitch(words: readonly string[]): string | undefined {
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === '--') {
      return undefined;
    }
    if (/^--(?:proxy-)?insecure$/.test(word)) {
      return word;
    }
    if (!/^-[A-Za-z0-9#:]+$/.test(word)) {
      continue;
    }
    const letters = [...word.slice(1)];
    const end = letters.findIndex(letter => curlValueLetters.has(letter));
    if (letters.slice(0, end < 0 ? undefined : end).includes('k')) {
      return word;
    }
    if (end === letters.length - 1) {
      // The value is the next word.
      index++;
    }
  }
  return undefined;
}

/** `git config --global http.sslVerify false`, `git -c http.sslVerify=0`. */
function gitSwitch(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const match = /^(http\.(?:\S+\.)?sslverify)(?:=(.*))?$/is.exec(word);
    const value = match?.[2] ?? words[index + 1];
    if (match && /^(?:false|0|no|off)$/i.test(value ?? '')) {
      return `${match[1]} ${value}`;
    }
  }
  return undefined;
}

/** `npm config set strict-ssl false`, `npm install --strict-ssl=false`. */
function configSwitch(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const match = /^(--no-strict-ssl)$|^(?:--)?strict-ssl(?:=(.*))?$/.exec(
      word,
    );
    if (match && (match[1] || (match[2] ?? words[index + 1]) === 'false')) {
      return match[1] ?? 'strict-ssl false';
    }
  }
  return undefined;
}

/** Whether a command only talks to the machine that it runs on. */
function isLocal(words: readonly string[]): boolean {
  const addresses = words.filter(word => /^https?:\/\//i.test(word));
  return (
    addresses.length > 0 &&
    addresses.every(address =>
      /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/i.test(
        address,
      ),
    )
  );
}
